import { describe, expect, it } from 'vitest';
import { alternativesTo, cheapest, designsOf, judge, passes, type Design } from '../../src/architecture/judge.ts';
import { loadExercises } from '../../src/architecture/read.ts';
import { alternativeSentence, changeSentence, priceSentence, verdictSentence } from '../../src/architecture/words.ts';
import { course, PATH, text } from './sample.ts';

const [{ lookedUp }] = loadExercises([{ path: PATH, text }], course) as [ReturnType<typeof loadExercises>[number]];
const verdicts = (design: Design) => Object.fromEntries(judge(lookedUp, design).needs.map(({ id, verdict }) => [id, verdict]));
const says = (design: Design, need: string) =>
  judge(lookedUp, design)
    .needs.find(({ id }) => id === need)!
    .reasons.map((reason) => reason.says);
const sourcesOf = (design: Design, need: string) =>
  judge(lookedUp, design)
    .needs.find(({ id }) => id === need)!
    .reasons.flatMap(({ sources }) => sources.map((place) => lookedUp.sources[place]!.href));

describe('a need that the matrix decides', () => {
  it('is met by a yes, met with a condition by a partly, not met by a no', () => {
    expect(verdicts({ door: 'rest', cache: 'none' }).keys).toBe('met');
    expect(verdicts({ door: 'both', cache: 'none' }).keys).toBe('condition');
    expect(verdicts({ door: 'http', cache: 'none' }).keys).toBe('unmet');
  });

  it('asks for the best answer on the way, or for the worst where each product has to have it', () => {
    expect(verdicts({ door: 'both', cache: 'none' })).toMatchObject({ keys: 'condition', 'all-keys': 'unmet' });
  });

  it('says which product answers what, and what the lack of it means', () => {
    expect(says({ door: 'rest', cache: 'none' }, 'keys')).toEqual(['“Keys”: REST API yes, of two kinds.']);
    expect(says({ door: 'http', cache: 'none' }, 'keys')).toEqual(['“Keys”: HTTP API no. You would count.']);
  });

  it('names the row and the page that vouches for it', () => {
    expect(sourcesOf({ door: 'http', cache: 'none' }, 'keys')).toEqual(['/features/#keys', 'https://example.com/page']);
  });
});

describe('a need that a sum decides', () => {
  it('is met up to its bound: 30 s are enough for 29.5, 29 s are not', () => {
    expect(verdicts({ door: 'http', cache: 'none' }).wait).toBe('met');
    expect(verdicts({ door: 'rest', cache: 'none' }).wait).toBe('unmet');
  });

  it('takes numbers of options from the ledger, or works them out', () => {
    expect(says({ door: 'http', cache: 'none' }, 'wait')).toEqual(['The door waits: 30 seconds. Needed: at least 29.5 seconds.']);
    expect(says({ door: 'both', cache: 'none' }, 'wait')).toEqual(['The door waits: 29 seconds. Needed: at least 29.5 seconds.']);
    expect(sourcesOf({ door: 'both', cache: 'none' }, 'wait')).toEqual(['/facts/#http-wait']);
  });
});

it('a need that cases decide goes by the first that fits all choices', () => {
  expect(verdicts({ door: 'rest', cache: 'small' }).fresh).toBe('unmet');
  expect(verdicts({ door: 'http', cache: 'small' }).fresh).toBe('met');
  expect(says({ door: 'rest', cache: 'small' }, 'fresh')).toEqual(['They are kept for a while.']);
});

describe('a design', () => {
  it('fails by a must and not by a wish', () => {
    expect(judge(lookedUp, { door: 'rest', cache: 'none' })).toMatchObject({ failed: [] });
    expect(judge(lookedUp, { door: 'http', cache: 'none' }).failed.map(({ id }) => id)).toEqual(['keys']);
  });

  it('pays what its choices charge: 10 million × $3.50 and 730 h × $0.02', () => {
    expect(judge(lookedUp, { door: 'rest', cache: 'small' }).bill).toMatchObject({
      lines: [
        { what: 'Calls at REST', amount: 35 },
        { what: 'Cache', amount: 14.6 },
      ],
      total: 49.6,
    });
  });

  it('has to decide everything, by options that exist', () => {
    expect(() => judge(lookedUp, { door: 'rest' })).toThrow('decision "cache": no option is called "undefined"');
    expect(() => judge(lookedUp, { door: 'window', cache: 'none' })).toThrow('no option is called "window"');
  });
});

it('the cheapest design passes: HTTP alone costs less and fails, so it is CloudFront before it', () => {
  expect(cheapest(lookedUp)).toEqual({ design: { door: 'both', cache: 'none' }, total: 10 });
});

it('among designs that cost the same, the one nearest to the reader’s is named', () => {
  const free = { ...lookedUp, charges: [] };
  expect(cheapest(free, { door: 'rest', cache: 'none' })!.design).toEqual({ door: 'rest', cache: 'none' });
  expect(cheapest(free, { door: 'http', cache: 'small' })!.design).toEqual({ door: 'both', cache: 'small' });
});

it('an alternative changes one choice, and fails only what hangs on it', () => {
  const others = alternativesTo(lookedUp, { door: 'http', cache: 'none' });
  expect(others.map(({ decision, option, failed, more }) => [decision, option, failed.map(({ id }) => id), more])).toEqual([
    ['door', 'rest', [], 25],
    ['door', 'both', [], 0],
    ['cache', 'small', [], 14.6],
  ]);
});

describe('every design', () => {
  const designs = designsOf(lookedUp.decisions);
  const judgements = designs.map((design) => judge(lookedUp, design));

  it('is one way to decide: 3 doors and 2 caches make 6', () => {
    expect(new Set(designs.map(({ door, cache }) => `${door} ${cache}`)).size).toBe(6);
  });

  it('passes exactly when no must is unmet', () => {
    expect(judgements.map(passes)).toEqual(
      judgements.map(({ needs }) => needs.every(({ isWish, verdict }) => isWish || verdict !== 'unmet')),
    );
  });

  it('has the worst of its reasons as the verdict of a need', () => {
    const worst = (all: string[]) => ['unmet', 'condition'].find((verdict) => all.includes(verdict)) ?? 'met';
    for (const { verdict, reasons } of judgements.flatMap(({ needs }) => needs))
      expect(verdict).toBe(worst(reasons.map((reason) => reason.verdict)));
  });

  it('that passes costs no less than the cheapest', () => {
    const totals = judgements.filter(passes).map(({ bill }) => bill.total);
    expect(Math.min(...totals)).toBe(cheapest(lookedUp)!.total);
  });

  it('becomes each of its alternatives by that one choice', () => {
    for (const design of designs) {
      const now = judge(lookedUp, design).bill.total;
      for (const { decision, option, more, passes: stands, failed } of alternativesTo(lookedUp, design)) {
        const then = judge(lookedUp, { ...design, [decision]: option });
        expect(now + more).toBeCloseTo(then.bill.total, 10);
        expect(stands).toBe(passes(then));
        expect(then.failed).toEqual(expect.arrayContaining([...failed]));
      }
    }
  });
});

describe('what is said', () => {
  const rest = { door: 'rest', cache: 'none' };
  const http = { door: 'http', cache: 'none' };
  const least = cheapest(lookedUp)!;

  it('counts what fails, and lets no price make up for it', () => {
    expect(verdictSentence(judge(lookedUp, http))).toBe('It does not pass: it fails 1 of 2 musts. No price makes up for that.');
    expect(verdictSentence(judge(lookedUp, rest))).toBe('It passes. One wish stays open.');
    expect(verdictSentence(judge(lookedUp, { door: 'both', cache: 'none' }))).toBe(
      'It passes. One must is met with a condition: say it with the design. 2 wishes stay open.',
    );
  });

  it('names the cheapest that passes, and the difference', () => {
    expect(priceSentence(lookedUp, rest, judge(lookedUp, rest), least)).toBe(
      'It costs $35.00 a month. The cheapest design that passes costs $25.00 less: “CloudFront before HTTP”.',
    );
    expect(priceSentence(lookedUp, http, judge(lookedUp, http), least)).toBe(
      'It costs $10.00 a month. The cheapest design that passes costs the same: “CloudFront before HTTP”.',
    );
    expect(priceSentence(lookedUp, least.design, judge(lookedUp, least.design), least)).toBe(
      'It costs $10.00 a month. Nothing that passes costs less.',
    );
  });

  it('tells what an alternative costs and fails', () => {
    const [toHttp] = alternativesTo(lookedUp, rest);
    expect(alternativeSentence(toHttp!)).toBe('$25.00 less, and fails “Callers have keys”');
    const [toRest, , toCache] = alternativesTo(lookedUp, http);
    expect(alternativeSentence(toRest!)).toBe('$25.00 more, and passes');
    expect(alternativeSentence(toCache!)).toBe('$14.60 more, and fails nothing itself; other choices still do');
  });

  it('tells what a change has done', () => {
    expect(changeSentence(judge(lookedUp, rest), judge(lookedUp, http))).toBe(
      '“Callers have keys” is now not met, “Every door asks for keys” is now not met and “The answer is waited for” is now met. The design fails one must, at $10.00 a month.',
    );
  });
});
