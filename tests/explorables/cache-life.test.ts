import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCache } from '../../solutions/cache-keys/cache-keys.ts';
import { drawingOf } from '../../src/explorables/cache-life-lanes.ts';
import { frontTime, scenes } from '../../src/explorables/cache-life-scenes.ts';
import {
  endingSentence,
  guessSentence,
  momentSentence,
  readingName,
  tallySentence,
  ttlName,
  worstSentence,
} from '../../src/explorables/cache-life-words.ts';
import {
  FRONTS,
  KINDS,
  kindsAt,
  runLife,
  STRATEGIES,
  tallyOf,
  type Answer,
  type Happening,
  type Kind,
  type Settings,
} from '../../src/explorables/cache-life.ts';

const TIMES = { reply: 300, most: 3600, policy: 300 };
const SETTINGS: Settings = { ttl: 300, strategy: 'SUCCEED_WITH_RESPONSE_HEADER', front: 'none', frontTtl: 60 };

const run = (happenings: readonly (readonly [number, Kind])[], part: Partial<Settings> = {}) =>
  runLife(
    createCache,
    { ...SETTINGS, ...part },
    happenings.map(([second, kind]) => ({ second, kind })),
  );
const answers = (...args: Parameters<typeof run>) => run(...args).moments.flatMap(({ answer }) => answer ?? []);
const short = ({ reading, from }: Answer) => `${reading} ${from}`;
const read = (...args: Parameters<typeof run>) => answers(...args).map(short);

const anySettings: fc.Arbitrary<Settings> = fc.record({
  ttl: fc.constantFrom(0, 5, 60, 300, 3600),
  strategy: fc.constantFrom(...STRATEGIES),
  front: fc.constantFrom(...FRONTS),
  frontTtl: fc.constantFrom(0, 5, 60, 300),
});
const anyHappenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.record({ second: fc.oneof(fc.nat(20), fc.nat(9999)), kind: fc.constantFrom(...KINDS) }),
  { maxLength: 12 },
);

describe('the time to live', () => {
  it('counts from the storing, and a hit does not prolong it', () => {
    expect(
      read([
        [0, 'get-7'],
        [40, 'change'],
        [290, 'get-7'],
        [310, 'get-7'],
      ]),
    ).toEqual(['100 backend', '100 shelf', '120 backend']);
  });

  it('of 0 keeps nothing', () => {
    expect(
      read(
        [
          [0, 'get-7'],
          [1, 'get-7'],
        ],
        { ttl: 0 },
      ),
    ).toEqual(['100 backend', '100 backend']);
  });

  it('is each entry’s own', () => {
    expect(
      read([
        [0, 'get-7'],
        [200, 'get-8'],
        [310, 'get-7'],
        [311, 'get-8'],
      ]),
    ).toEqual(['100 backend', '200 backend', '100 backend', '200 shelf']);
  });
});

it('an error is kept as long as any reply', () => {
  expect(
    read([
      [0, 'fail'],
      [1, 'get-7'],
      [2, 'get-8'],
      [299, 'get-7'],
      [302, 'get-7'],
    ]),
  ).toEqual(['500 backend', '200 backend', '500 shelf', '100 backend']);
});

describe('a refresh', () => {
  const ASKED = [
    [0, 'get-7'],
    [10, 'change'],
    [20, 'refresh-denied'],
    [30, 'get-7'],
  ] as const;

  it('with permission replaces the entry of its key, and the new one lives from then on', () => {
    expect(
      read([
        [0, 'get-7'],
        [1, 'get-8'],
        [10, 'change'],
        [20, 'refresh'],
        [30, 'get-7'],
        [40, 'get-8'],
        [310, 'get-7'],
      ]),
    ).toEqual(['100 backend', '200 backend', '120 backend', '120 shelf', '200 shelf', '120 shelf']);
  });

  it('without permission is what the strategy says', () => {
    expect(answers(ASKED).map((answer) => [short(answer), answer.warned])).toEqual([
      ['100 backend', false],
      ['100 shelf', true],
      ['100 shelf', false],
    ]);
    expect(answers(ASKED, { strategy: 'SUCCEED_WITHOUT_RESPONSE_HEADER' })[1]).toMatchObject({ from: 'shelf', warned: false });
    expect(read(ASKED, { strategy: 'FAIL_WITH_403' })).toEqual(['100 backend', '403 desk', '100 shelf']);
    expect(read(ASKED, { strategy: 'anybody' })).toEqual(['100 backend', '120 backend', '120 shelf']);
  });
});

it('a flush takes every entry of the stage', () => {
  expect(
    read([
      [0, 'get-7'],
      [1, 'get-8'],
      [10, 'change'],
      [20, 'flush'],
      [21, 'get-7'],
      [22, 'get-8'],
    ]),
  ).toEqual(['100 backend', '200 backend', '120 backend', '220 backend']);
});

describe('an authorizer in front', () => {
  const LOCKED = [
    [0, 'get-7'],
    [100, 'lock'],
    [290, 'get-8'],
    [310, 'get-8'],
  ] as const;

  it('lets in whom it remembers, and is asked before a hit all the same', () => {
    const [first, second, third] = answers(LOCKED, { front: 'authorizer', frontTtl: 300 });
    expect([short(first!), first!.policy]).toEqual(['100 backend', 'asked']);
    expect([short(second!), second!.policy, second!.letInWrongly]).toEqual(['200 backend', 0, true]);
    expect([short(third!), third!.policy]).toEqual(['403 desk', 'asked']);
  });

  it('that keeps nothing refuses at once', () => {
    expect(read(LOCKED, { front: 'authorizer', frontTtl: 0 })).toEqual(['100 backend', '403 desk', '403 desk']);
  });

  it('keeps its answers through a flush of the stage', () => {
    const [, after] = answers(
      [
        [0, 'get-7'],
        [10, 'lock'],
        [20, 'flush'],
        [30, 'get-7'],
      ],
      { front: 'authorizer', frontTtl: 300 },
    );
    expect([short(after!), after!.policy]).toEqual(['100 backend', 0]);
  });
});

describe('a distribution in front', () => {
  it('keeps what was old already: ages add up', () => {
    const [, , third] = answers(
      [
        [0, 'get-7'],
        [40, 'change'],
        [299, 'get-7'],
        [358, 'get-7'],
      ],
      { front: 'cloudfront' },
    );
    expect(third).toMatchObject({ reading: 100, from: 'front', made: 0, keptSince: 299, outdated: 120 });
  });

  it('does not hear of a flush', () => {
    expect(
      read(
        [
          [0, 'get-7'],
          [1, 'change'],
          [2, 'flush'],
          [3, 'get-7'],
          [61, 'get-7'],
        ],
        { front: 'cloudfront' },
      ),
    ).toEqual(['100 backend', '100 front', '120 backend']);
  });

  it('leaves out what the course does not know of it', () => {
    expect(kindsAt('cloudfront')).toEqual(['get-7', 'get-8', 'change', 'flush']);
    expect(read([[0, 'refresh']], { front: 'cloudfront' })).toEqual([]);
    expect(kindsAt('authorizer')).not.toContain('refresh');
    expect(kindsAt('none')).not.toContain('lock');
  });
});

describe('whatever happens', () => {
  it('no reply is older than the times to live together, and none that was just made is out of date', () => {
    fc.assert(
      fc.property(anySettings, anyHappenings, (settings, happenings) => {
        const worst = settings.ttl + (settings.front === 'cloudfront' ? settings.frontTtl : 0);
        for (const { second, answer } of runLife(createCache, settings, happenings).moments) {
          if (!answer) continue;
          expect(second - answer.made).toBeLessThanOrEqual(worst);
          const isJustMade = answer.made === second && answer.outdated === undefined;
          expect(isJustMade || answer.from !== 'backend').toBe(true);
        }
      }),
    );
  });

  it('nobody is refused but by a lock or by FAIL_WITH_403', () => {
    fc.assert(
      fc.property(anySettings, anyHappenings, (settings, happenings) => {
        for (const { kind, answer } of runLife(createCache, settings, happenings).moments) {
          if (answer?.from !== 'desk') continue;
          expect(settings.front === 'authorizer' || (kind === 'refresh-denied' && settings.strategy === 'FAIL_WITH_403')).toBe(true);
        }
      }),
    );
  });

  it('the drawing fits, and the sentences have no holes', () => {
    fc.assert(
      fc.property(anySettings, anyHappenings, (settings, happenings) => {
        const life = runLife(createCache, settings, happenings);
        const { columns, lanes } = drawingOf(life);
        for (const { kept, marks } of lanes) {
          for (const { from, to } of kept) expect([from >= 0, from <= to, to <= 1]).toEqual([true, true, true]);
          expect(marks.every(({ moment }) => moment.answer !== undefined)).toBe(true);
        }
        expect(columns.length).toBe(life.moments.length);
        const said = [
          ...life.moments.map((moment) => momentSentence(moment, settings)),
          tallySentence(tallyOf(life)),
          worstSentence(settings),
        ];
        expect(said.join(' ')).not.toMatch(/undefined|NaN/);
        expect(said.every((sentence) => sentence !== '')).toBe(true);
      }),
    );
  });
});

describe('what is said', () => {
  const sentences = (...args: Parameters<typeof run>) =>
    run(...args).moments.map((moment) => momentSentence(moment, { ...SETTINGS, ...args[1] }));

  it('of an entry that ran out, and of the very second that AWS leaves open', () => {
    expect(
      sentences([
        [0, 'get-7'],
        [301, 'get-7'],
      ])[1],
    ).toBe('What was there ran out at 300 s, however often it was asked for. The backend is asked, and the reply is stored.');
    expect(
      sentences([
        [0, 'get-7'],
        [300, 'get-7'],
      ])[1],
    ).toContain('At this very second AWS leaves open whether it is still served.');
  });

  it('does not take a flushed entry for one that ran out', () => {
    expect(
      sentences([
        [0, 'get-7'],
        [10, 'flush'],
        [20, 'get-7'],
      ]).slice(1),
    ).toEqual(['All entries are gone, of every room.', 'The backend is asked, and the reply is stored.']);
  });

  it('of refreshes', () => {
    const asked = [
      [0, 'get-7'],
      [20, 'refresh-denied'],
    ] as const;
    expect(sentences(asked)[1]).toContain('its header is ignored, and a Warning says so');
    expect(sentences(asked, { strategy: 'SUCCEED_WITHOUT_RESPONSE_HEADER' })[1]).toContain('nothing says so');
    expect(sentences(asked, { strategy: 'FAIL_WITH_403' })[1]).toBe(
      'It asked for a fresh reply and may not. The backend is not asked, and the entry stays.',
    );
    expect(sentences(asked, { strategy: 'anybody' })[1]).toContain('any visitor’s reload can do this');
    expect(sentences([[0, 'refresh']])[0]).toContain('may, so the entry is replaced');
  });

  it('of both ages', () => {
    expect(
      sentences(
        [
          [0, 'get-7'],
          [40, 'change'],
          [299, 'get-7'],
          [358, 'get-7'],
        ],
        { front: 'cloudfront' },
      )[3],
    ).toBe('From CloudFront, 358 s old: 299 s on the stage, then 59 s here. The backend would say the price 120.');
    expect(worstSentence({ ...SETTINGS, front: 'cloudfront' })).toBe('The worst here is 300 s + 60 s = 360 s: ages add up.');
    expect(worstSentence(SETTINGS)).toBe('The worst here is 300 s.');
    expect(worstSentence({ ...SETTINGS, ttl: 0 })).toBe('Nothing is kept, so nothing is old.');
  });

  it('of all requests', () => {
    expect(tallySentence({ requests: 4, backend: 2, outdated: 1, oldest: 290 })).toBe(
      '2 of 4 requests went to the backend. 1 reply was out of date; the oldest was 290 s old.',
    );
    expect(tallySentence(tallyOf(run([[0, 'change']])))).toBe('Nobody asks for anything.');
    expect(ttlName(0)).toBe('0 s: nothing is kept');
  });
});

it('every scene asks about a request, and one of its answers is right', () => {
  const endings = scenes(TIMES).map(({ settings, happenings, about, answers: offered }) => {
    const moment = runLife(createCache, settings, happenings).moments[about]!;
    expect(offered).toContain(moment.answer!.reading);
    const wrong = offered.find((reading) => reading !== moment.answer!.reading)!;
    expect(guessSentence(moment.answer!.reading, moment.answer!)).toBe('As you said.');
    expect(guessSentence(wrong, moment.answer!)).toBe(`You said: ${readingName(wrong)}.`);
    return endingSentence(moment);
  });
  expect(endings).toEqual([
    'At 310 s: the price 120.',
    'At 30 s: 500.',
    'At 60 s: the price 100.',
    'At 60 s: the price 220.',
    'At 290 s: the price 200.',
    'At 358 s: the price 100.',
  ]);
  expect(FRONTS.map((front) => frontTime(front, TIMES))).toEqual([60, 300, 60]);
});
