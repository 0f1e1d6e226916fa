import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST, paperIn, secondsToFull, sheetOf, withPaper, type Manner, type PaperSettings } from '../../src/calculators/bucket-paper.ts';
import { paperPresets } from '../../src/calculators/bucket-paper-presets.ts';
import { typedArrivals } from '../../src/calculators/typed-arrivals.ts';
import { createBucket } from '../../solutions/token-bucket/token-bucket.ts';

const ACCOUNT = { rate: 10_000, burst: 5_000 };
const PLAN = { rate: 1_000, burst: 2_000 };

/** Start, drip, pass, refused and left of each second. */
const rows = (settings: PaperSettings) =>
  sheetOf(settings).seconds.map(({ start, drip, pass, refused, left }) => [start, drip, pass, refused, left]);

/** What the reference passes in each second. The first request of a second comes as it starts, the last as it ends. */
function passedByReference({ rate, burst, sent, manner }: PaperSettings): number[] {
  const bucket = createBucket({ rate, burst }, 0);
  const share = (index: number, requests: number) => (manner === 'instant' || requests === 1 ? 0 : index / (requests - 1));
  return sent.map((requests, second) => {
    const moments = Array.from({ length: requests }, (_, index) => 1_000 * (second + share(index, requests)));
    return moments.filter((moment) => bucket.take(moment)).length;
  });
}

describe('15,000 and then 8,000 at the account', () => {
  const sent = [15_000, 8_000];

  it('pass whole if they are spread: the burst and the drip are just enough, and 2,000 tokens are left', () => {
    expect(rows({ ...ACCOUNT, sent, manner: 'even' })).toEqual([
      [5_000, 10_000, 15_000, 0, 0],
      [0, 10_000, 8_000, 0, 2_000],
    ]);
  });

  it('lose 10,000 and 3,000 in instants: a second’s tokens do not fit into the bucket', () => {
    const settings: PaperSettings = { ...ACCOUNT, sent, manner: 'instant' };
    expect(rows(settings)).toEqual([
      [5_000, 0, 5_000, 10_000, 0],
      [5_000, 0, 5_000, 3_000, 0],
    ]);
    expect(sheetOf(settings).seconds.map(({ missed }) => missed)).toEqual([0, 5_000]);
  });
});

describe('five seconds of 1,500 on a plan of 1,000 with a burst of 2,000', () => {
  const sent = Array<number>(5).fill(1_500);

  it('spread: 7,000 pass and the last second loses 500', () => {
    expect(rows({ ...PLAN, sent, manner: 'even' })).toEqual([
      [2_000, 1_000, 1_500, 0, 1_500],
      [1_500, 1_000, 1_500, 0, 1_000],
      [1_000, 1_000, 1_500, 0, 500],
      [500, 1_000, 1_500, 0, 0],
      [0, 1_000, 1_000, 500, 0],
    ]);
  });

  it('in instants: 6,000 pass, with four seconds between the first and the last', () => {
    const sheet = sheetOf({ ...PLAN, sent, manner: 'instant' });
    expect(sheet.seconds.map(({ start, pass }) => [start, pass])).toEqual([
      [2_000, 1_500],
      [1_500, 1_500],
      [1_000, 1_000],
      [1_000, 1_000],
      [1_000, 1_000],
    ]);
    expect(sheet).toMatchObject({ sent: 7_500, pass: 6_000, refused: 1_500, time: 4, ceiling: 6_000 });
  });

  it('and 2,000 from then on: half of each second', () => {
    const after = rows({ ...PLAN, sent: [...sent, 2_000, 2_000, 2_000], manner: 'even' }).slice(5);
    expect(after).toEqual([0, 0, 0].map((start) => [start, 1_000, 1_000, 1_000, 0]));
  });

  it('while 2,000 on a full bucket pass whole for two seconds', () => {
    expect(rows({ ...PLAN, sent: [2_000, 2_000, 2_000], manner: 'even' }).map(([, , pass]) => pass)).toEqual([2_000, 2_000, 1_000]);
  });
});

describe('2,000 on a bucket of 2,000', () => {
  it('in one instant empty it, and it is full after two seconds', () => {
    const sheet = sheetOf({ ...PLAN, sent: [2_000, 0, 0], manner: 'instant' });
    expect(sheet.seconds.map(({ start, left }) => [start, left])).toEqual([
      [2_000, 0],
      [1_000, 1_000],
      [2_000, 2_000],
    ]);
    expect(secondsToFull(PLAN, sheet.seconds[0]!.left)).toBe(2);
  });

  it('spread over a second leave half, and it is full after one second more', () => {
    const [first, second] = sheetOf({ ...PLAN, sent: [2_000, 0], manner: 'even' }).seconds;
    expect([first!.left, second!.left]).toEqual([1_000, 2_000]);
    expect(secondsToFull(PLAN, first!.left)).toBe(1);
  });

  it('never fill without a drip, and need no time when full', () => {
    expect(secondsToFull({ rate: 0, burst: 5 }, 4)).toBeUndefined();
    expect(secondsToFull({ rate: 0, burst: 5 }, 5)).toBe(0);
  });
});

describe('fractions of tokens', () => {
  it('pass nobody until they are whole, and are kept', () => {
    expect(rows({ rate: 0.4, burst: 1, sent: [1, 1, 1, 1], manner: 'instant' })).toEqual([
      [1, 0, 1, 0, 0],
      [0.4, 0, 0, 1, 0.4],
      [0.8, 0, 0, 1, 0.8],
      [1, 0, 1, 0, 0],
    ]);
  });

  it('add up without a hair’s breadth of floating point', () => {
    expect(rows({ rate: 0.1, burst: 3, sent: [3, ...Array<number>(9).fill(0)], manner: 'even' }).at(-1)).toEqual([0.9, 0.1, 0, 0, 1]);
  });
});

describe('the reference solution', () => {
  const presets = paperPresets(ACCOUNT).flatMap(({ name, settings }) =>
    (['even', 'instant'] as const).map((manner): [string, Manner, PaperSettings] => [name, manner, { ...settings, manner }]),
  );
  const limits = { rate: fc.integer({ min: 0, max: 1_600 }).map((quarters) => quarters / 4), burst: fc.integer({ min: 3, max: 300 }) };
  const sent = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500 })), { minLength: 1, maxLength: 6 });

  it.each(presets)('passes as many of “%s”, %s, or one less in a second that begins with an empty bucket', (_, manner, settings) => {
    const missing = sheetOf(settings).seconds.map(
      ({ pass, start }, second) => [pass - passedByReference(settings)[second]!, start] as const,
    );
    for (const [count, start] of missing) expect(manner === 'even' && start === 0 ? [0, 1] : [0]).toContain(count);
  });

  it('agrees to the request when requests come in instants', () => {
    fc.assert(
      fc.property(
        fc.record({ ...limits, burst: fc.integer({ min: 1, max: 300 }), sent, manner: fc.constant<Manner>('instant') }),
        (settings) => {
          expect(sheetOf(settings).seconds.map(({ pass }) => pass)).toEqual(passedByReference(settings));
        },
      ),
    );
  });

  it('agrees to one request a second when they are spread', () => {
    fc.assert(
      fc.property(fc.record({ ...limits, sent, manner: fc.constant<Manner>('even') }), (settings) => {
        const passed = passedByReference(settings);
        sheetOf(settings).seconds.forEach(({ pass }, second) => expect(Math.abs(pass - passed[second]!)).toBeLessThanOrEqual(1));
      }),
    );
  });

  it('passes fewer of what is spread when the bucket holds one: tokens miss it between two requests', () => {
    const settings: PaperSettings = { rate: 300, burst: 1, sent: [450], manner: 'even' };
    expect([sheetOf(settings).pass, passedByReference(settings)[0]]).toEqual([301, 225]);
  });

  it('stays below burst + rate × time, as the sum does', () => {
    const manner = fc.constantFrom<Manner>('even', 'instant');
    fc.assert(
      fc.property(fc.record({ ...limits, burst: fc.integer({ min: 1, max: 300 }), sent, manner }), (settings) => {
        const { pass, refused, sent: all, ceiling } = sheetOf(settings);
        expect(pass).toBeLessThanOrEqual(ceiling);
        expect(pass + refused).toBe(all);
        expect(passedByReference(settings).reduce((sum, count) => sum + count)).toBeLessThanOrEqual(ceiling);
      }),
    );
  });
});

describe('an address', () => {
  it('keeps the settings, and what else stood there', () => {
    const settings: PaperSettings = { rate: 0.5, burst: 3, sent: [15_000, 0, 8_000], manner: 'instant' };
    const search = withPaper('?theme=dark&paper-rate=7', settings);
    expect(search).toBe('?theme=dark&paper-rate=0.5&paper-burst=3&paper-sent=15000_0_8000&paper-manner=instant');
    expect(paperIn(search)).toEqual(settings);
  });

  it.each([
    '',
    '?paper-rate=1&paper-burst=1&paper-sent=1',
    '?paper-rate=-1&paper-burst=1&paper-sent=1&paper-manner=even',
    '?paper-rate=1&paper-burst=0&paper-sent=1&paper-manner=even',
    '?paper-rate=1&paper-burst=1.5&paper-sent=1&paper-manner=even',
    '?paper-rate=1&paper-burst=1&paper-sent=&paper-manner=even',
    '?paper-rate=1&paper-burst=1&paper-sent=1_x&paper-manner=even',
    `?paper-rate=1&paper-burst=1&paper-sent=${MOST + 1}&paper-manner=even`,
    `?paper-rate=1&paper-burst=1&paper-sent=${'1_'.repeat(10)}1&paper-manner=even`,
    '?paper-rate=1&paper-burst=1&paper-sent=1&paper-manner=odd',
  ])('with %j has none', (search) => {
    expect(paperIn(search)).toBeUndefined();
  });
});

describe('typed arrivals', () => {
  it.each([
    ['15,000, 8,000', [15_000, 8_000]],
    ['15000, 8000', [15_000, 8_000]],
    ['15000,8000', [15_000, 8_000]],
    ['15k; 8k', [15_000, 8_000]],
    ['15,000\n8,000', [15_000, 8_000]],
    [' 1500 ', [1_500]],
    ['15,000', [15_000]],
    ['5,0,5', [5, 0, 5]],
  ])('%j', (text, amounts) => {
    expect(typedArrivals(text)).toEqual(amounts);
  });

  it.each(['', '1500,', ', ', '5, many', '1, 2 3 apples 4', '1, '.repeat(100_000)])('%j has something that is no amount', (text) => {
    expect(typedArrivals(text)).toBeUndefined();
  });
});
