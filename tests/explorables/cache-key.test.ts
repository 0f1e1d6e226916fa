import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cacheKey, createCache } from '../../solutions/cache-keys/cache-keys.ts';
import { answerTo, SCENES } from '../../src/explorables/cache-key-scenes.ts';
import {
  adviceSentence,
  askText,
  endingSentence,
  entryName,
  faultText,
  guessSentence,
  reasonSentence,
  sourceText,
  verdictSentence,
} from '../../src/explorables/cache-key-words.ts';
import {
  isSafe,
  judge,
  may,
  neededParts,
  PART_NAMES,
  runKey,
  type Ask,
  type Guard,
  type Part,
  type Situation,
  type Thing,
} from '../../src/explorables/cache-key.ts';

const reference = { cacheKey, createCache };
const [LETTERS, , FIRST, ROOMS] = SCENES as unknown as Situation[];
const withKey = (situation: Situation | undefined, key: Part[], guard: Guard = 'function'): Situation => ({ ...situation!, key, guard });
const read = (situation: Situation) => runKey(reference, situation);
const said = (situation: Situation) => {
  const [run, judgment] = [read(situation), judge(reference, situation)];
  return `${verdictSentence(run, judgment)} ${adviceSentence(situation, run, judgment)}`;
};

const anyAsk: fc.Arbitrary<Ask> = fc.record(
  {
    who: fc.constantFrom('ann', 'bob'),
    id: fc.constantFrom('7', '8', '9'),
    lang: fc.constantFrom('en', 'de'),
    utm: fc.constantFrom('mail', 'app'),
    claims: fc.constantFrom('ann', 'bob'),
  },
  { requiredKeys: ['who', 'id'] },
);
const anySituation: fc.Arbitrary<Situation> = fc.record({
  thing: fc.constantFrom<Thing>('letters', 'rooms'),
  guard: fc.constantFrom<Guard>('function', 'authorizer'),
  key: fc.subarray(PART_NAMES),
  asks: fc.array(anyAsk, { minLength: 1, maxLength: 12 }),
});

describe('a key with nothing in it', () => {
  it('gives everybody the first caller’s reply', () => {
    const { moments, entries, hits } = read(withKey(LETTERS, []));
    expect(moments.every(({ reply }) => reply.id === '8')).toBe(true);
    expect([entries.length, hits]).toEqual([1, 8]);
    expect(moments.map(({ fault }) => fault ?? '')).toEqual([
      '',
      'stranger',
      'stranger',
      'stranger',
      '',
      'stranger',
      'wrong',
      'stranger',
      'stranger',
    ]);
  });
});

describe('the id in the key', () => {
  it('still leaks to whoever types another’s address, and gives the wrong language', () => {
    const { moments, faults } = read(withKey(LETTERS, ['id']));
    expect(moments[3]).toMatchObject({ from: 'shelf', fault: 'stranger', storedAt: 0 });
    expect(faults).toEqual({ stranger: 1, refused: 0, wrong: 2 });
  });

  it('keeps a 403 for the one who may read', () => {
    const { moments } = read(withKey(FIRST, ['id', 'lang']));
    expect(moments[1]).toMatchObject({ from: 'shelf', fault: 'refused', reply: { status: 403 } });
  });

  it('and a header that the client writes itself leak as before', () => {
    expect(read(withKey(LETTERS, ['id', 'lang', 'user'])).moments[3]!.fault).toBe('stranger');
  });
});

describe('the caller’s token in the key', () => {
  it('without the id gives callers their own letter at every address', () => {
    expect(read(withKey(LETTERS, ['authorization'])).moments[3]).toMatchObject({ reply: { status: 200, id: '7' }, fault: 'wrong' });
  });

  it('with id and language is right, and each caller has entries of their own', () => {
    const run = read(withKey(LETTERS, ['id', 'lang', 'authorization']));
    expect([isSafe(run), run.hits, run.entries.length]).toEqual([true, 3, 6]);
  });
});

it('an authorizer in front refuses before the shelf is looked at, so the caller need not be in the key', () => {
  const run = read(withKey(LETTERS, ['id', 'lang'], 'authorizer'));
  expect(run.moments[3]).toMatchObject({ from: 'authorizer', reply: { status: 403 } });
  expect([isSafe(run), run.hits, run.entries.length]).toEqual([true, 4, 4]);
});

it('what is the same for all is hit by all, but a missing parameter has an entry of its own', () => {
  const run = read(withKey(ROOMS, ['id', 'lang']));
  expect([isSafe(run), run.hits]).toEqual([true, 4]);
  expect(run.moments[6]).toMatchObject({ from: 'function', reply: { id: '7', lang: 'en' } });
  expect(run.entries.map(entryName)).toContain('id 7, lang (missing)');
});

describe('every situation', () => {
  it('is right for everybody when nothing is missing in the key', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const key = [...new Set([...situation.key, ...neededParts(situation)])];
        expect(isSafe(read({ ...situation, key }))).toBe(true);
      }),
    );
  });

  it('has a fault for somebody when something is', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        fc.pre(judge(reference, situation).missing.length > 0);
        const probes: Ask[] = (['ann', 'bob'] as const).flatMap((who) =>
          (['7', '8', '9'] as const).flatMap((id) => (['en', 'de'] as const).map((lang): Ask => ({ who, id, lang, claims: 'bob' }))),
        );
        expect(isSafe(read({ ...situation, asks: probes }))).toBe(false);
      }),
    );
  });

  it('has never more hits for one more part, and an entry for every miss', () => {
    fc.assert(
      fc.property(anySituation, fc.constantFrom(...PART_NAMES), (situation, part) => {
        const run = read(situation);
        const finer = read({ ...situation, key: [...new Set([...situation.key, part])] });
        expect(finer.hits).toBeLessThanOrEqual(run.hits);
        expect(run.entries.length).toBe(run.moments.filter(({ from }) => from === 'function').length);
      }),
    );
  });

  it('with a right key has at most the hits of the leanest', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const { missing, spare, mostHits } = judge(reference, situation);
        fc.pre(missing.length === 0);
        const { hits } = read(situation);
        expect(hits).toBeLessThanOrEqual(mostHits);
        expect(hits === mostHits || spare.length > 0).toBe(true);
      }),
    );
  });

  it('has sentences without holes', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const run = read(situation);
        const all = run.moments.flatMap((moment) => [
          askText(moment.ask, situation.thing),
          sourceText(moment, situation.asks),
          faultText(moment, situation.thing),
          reasonSentence(moment),
        ]);
        expect([...all, ...run.entries.map(entryName), said(situation)].join(' ')).not.toMatch(/undefined|NaN/);
      }),
    );
  });
});

describe('what is said', () => {
  it('names the faults, never the missing part', () => {
    expect(said(withKey(LETTERS, []))).toBe(
      '8 of 9 replies come from the shelf; a stranger’s letter was read 6 times, a wrong reply was read once. The reply depends on something that is not in the key.',
    );
    expect(said(withKey(FIRST, ['id', 'lang']))).toContain(
      'somebody was refused what is theirs twice. Which letter, and in which language',
    );
  });

  it('calls a right reply luck where another caller would read a wrong one', () => {
    expect(said(withKey(FIRST, ['authorization', 'id']))).toContain('2 of 5 replies come from the shelf. That is luck.');
  });

  it('of a header that the client writes', () => {
    expect(said(withKey(LETTERS, ['id', 'lang', 'user']))).toContain('Ann may say bob, with her own token');
  });

  it('sends the reader back for the hits, then for what is spare', () => {
    expect(said(withKey(LETTERS, ['id', 'lang', 'utm', 'authorization']))).toContain('1 of 9 replies comes from the shelf; 3 could.');
    expect(said(withKey(LETTERS, ['id', 'lang', 'authorization', 'user']))).toContain('X-User-Id could go, and no reply would change.');
    expect(said(withKey(LETTERS, ['id', 'lang', 'authorization']))).toContain('Each entry is read by one caller only');
    expect(said(withKey(LETTERS, ['id', 'lang'], 'authorizer'))).toContain('one entry may serve all who are let through');
    expect(said(withKey(ROOMS, ['id', 'lang']))).toContain('a missing parameter is one more value, as users report');
  });

  it('of one request', () => {
    const { moments } = read(withKey(LETTERS, []));
    expect(endingSentence(moments[1]!, 'letters')).toBe('Ann reads Bob’s letter, in English.');
    expect(sourceText(moments[1]!, LETTERS!.asks)).toBe('from the shelf, put there for Bob by request 1');
    expect(faultText(moments[6]!, 'letters')).toBe('It should be the letter to both, in English.');
    expect(askText({ who: 'bob', id: '8', lang: 'en', utm: 'mail' }, 'letters')).toBe('GET /letters/8?lang=en&utm_source=mail');
    expect(askText({ who: 'bob', id: '8' }, 'rooms')).toBe('GET /rooms/8');
  });
});

it('every scene asks about a request, and one of its answers is right', () => {
  const truths = SCENES.map((scene) => answerTo(scene, read(scene).moments[scene.about]!));
  expect(truths).toEqual(['bob', 'bob', 'refused', 'function']);
  for (const [index, scene] of SCENES.entries()) {
    expect(scene.answers.map(([answer]) => answer)).toContain(truths[index]);
    for (const [answer, name] of scene.answers) {
      expect(guessSentence(answer, truths[index]!, scene)).toBe(answer === truths[index] ? 'As you said.' : `You said: ${name}.`);
    }
    expect(reasonSentence(read(scene).moments[scene.about]!)).not.toBe('');
  }
  expect(may({ who: 'ann', id: '9' }, 'letters')).toBe(true);
});
