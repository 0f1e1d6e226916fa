import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowed, LEAST, sumsToStart, withWorth, worthIn } from '../../src/calculators/cache-worth-settings.ts';
import {
  breakEvenLines,
  breakEvenSentence,
  effectOf,
  EFFECTS,
  guessSentence,
  percentText,
  shareSentence,
  sizeName,
  worthSentence,
} from '../../src/calculators/cache-worth-words.ts';
import { hitShare, lambdaPerMillion, rateOf, SIZES, worthOf, type WorthSettings } from '../../src/calculators/cache-worth.ts';
import { prices } from './support.ts';

const MILLION = 1e6;
const [SLOW, A, B, C] = sumsToStart(prices).map(({ settings }) => settings) as [WorthSettings, WorthSettings, WorthSettings, WorthSettings];
const worth = (settings: WorthSettings) => worthOf(settings, prices);

const anySettings: fc.Arbitrary<WorthSettings> = fc.record({
  size: fc.constantFrom(...SIZES),
  calls: fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1e12 })),
  hit: fc.oneof(fc.constantFrom(0, 100), fc.double({ min: 0, max: 100, noNaN: true })),
  backend: fc.oneof(fc.constant(0), fc.double({ min: LEAST, max: 1e6, noNaN: true })),
});

describe('the three sums of the lesson', () => {
  it.each([
    ['A', A, 111, 133.34, -22.34],
    ['A with the smallest size', { ...A, size: '0.5' }, 111, 120.2, -9.2],
    ['B', B, 125, 121.6, 3.4],
    ['C', C, 37, 50, -13],
    ['C with a slow function', SLOW, 120.3335, 66.6667, 53.6668],
  ] as const)('%s', (_, settings, without, withCache, saved) => {
    const found = worth(settings);
    expect([found.without.total, found.with.total, found.saved].map((sum) => Number(sum.toFixed(6)))).toEqual([without, withCache, saved]);
  });

  it('have a line for everything, with and without', () => {
    expect(worth(A).with.lines.map(({ what, formula, amount }) => [what, formula, Number(amount.toFixed(6))])).toEqual([
      ['Calls', '30 million × $3.50 per million', 105],
      ['Backend', '3 million × $0.20 per million', 0.6],
      ['Cache of 1.6 GB', '730 h × $0.038 per hour', 27.74],
    ]);
    expect(worth(B).without.lines.map(({ formula }) => formula)).toContain('30 million × $0.6667 per million');
  });
});

describe('break-even', () => {
  it.each([
    ['0.5', 0.54],
    ['1.6', 1.03],
    ['6.1', 5.41],
    ['13.5', 6.76],
    ['28.4', 13.52],
    ['58.2', 27.04],
    ['118', 51.37],
    ['237', 102.74],
  ] as const)('of %s GB at 27 million hits is a backend of %d dollars per million', (size, backend) => {
    expect(worth({ ...A, size }).breakEven.backend).toBeCloseTo(backend, 2);
  });

  it('of the smallest size is 36 million hits of a small function, and 1.7 million of a slow one', () => {
    const hits = (backend: number) => worth({ size: '0.5', calls: MILLION, hit: 100, backend }).breakEven.calls / MILLION;
    expect(hits(lambdaPerMillion(0.125, 0.1, prices))).toBeCloseTo(35.8, 1);
    expect(hits(lambdaPerMillion(1, 0.5, prices))).toBeCloseTo(1.7, 1);
  });

  it('is where the bill does not change', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const { breakEven, rent } = worth(settings);
        const even: WorthSettings[] = [
          { ...settings, hit: breakEven.hit },
          { ...settings, calls: breakEven.calls },
          { ...settings, backend: breakEven.backend },
        ];
        // Larger sums lose their cents in a floating-point number.
        const possible = even.filter(({ hit, calls, backend }) => hit <= 100 && calls <= 1e9 && backend <= 1e6);
        for (const changed of possible) expect(Math.abs(worth(changed).saved) / rent).toBeLessThan(1e-6);
      }),
    );
  });

  it('is nowhere without hits, or with a backend that costs nothing', () => {
    expect(breakEvenLines(worth({ ...A, hit: 0 }), { ...A, hit: 0 }).map(({ result }) => result)).toEqual([
      '462%, out of reach',
      'never',
      'never',
    ]);
    const free = { ...A, backend: 0 };
    expect(breakEvenLines(worth(free), free).map(({ result }) => result)).toEqual(['never', 'never', '$1.03']);
    expect(breakEvenSentence(worth(free), free)).toContain('Argue with waiting time');
  });
});

describe('the share of hits', () => {
  it.each([
    [200, 30, 60],
    [200, 300, 93.75],
    [600, 300, 83.33],
    [400_000, 300, 0.74],
    [1, 300, 99.97],
  ])('of 10 calls a second over %d keys, kept for %d s, is %d percent', (keys, ttl, percent) => {
    expect(hitShare(10, keys, ttl)).toBeCloseTo(percent, 2);
  });

  it('grows with the time to live, falls with the keys, and is never all', () => {
    const rate = fc.double({ min: 0.001, max: 1000, noNaN: true });
    fc.assert(
      fc.property(rate, fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 1800 }), (perSecond, keys, ttl) => {
        const share = hitShare(perSecond, keys, ttl);
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThan(100);
        expect(hitShare(perSecond, keys, 2 * ttl)).toBeGreaterThan(share);
        expect(hitShare(perSecond, 2 * keys, ttl)).toBeLessThan(share);
      }),
    );
  });

  it('is said with the time between two requests for a key', () => {
    expect(shareSentence(A, { keys: 200, ttl: 300 })).toBe(
      '30 million calls a month over 200 keys: each key is asked for once in 17.5 s. Kept for 300 s, 94.5 percent are hits if all are asked for equally often. You reckon with 90: there is more to be had.',
    );
    expect(shareSentence(A, { keys: 2000, ttl: 300 })).toContain('two different requests are taken for the same');
    expect(shareSentence({ ...A, hit: 94.5 }, { keys: 200, ttl: 300 })).toMatch(/equally often\.$/);
    expect(rateOf(2_628_000)).toBe(1);
  });

  it('close to all keeps its last figures', () => {
    expect([0, 0.74, 5.41, 90, 93.75, 99.966_7, 99.999_9, 100].map(percentText)).toEqual([
      '0',
      '0.74',
      '5.4',
      '90',
      '93.8',
      '99.97',
      '99.99',
      '100',
    ]);
  });
});

describe('what is said', () => {
  it('of the bill', () => {
    expect(worthSentence(worth(A))).toBe('The bill rises by $22.34 a month: the cache spares $5.40 behind it and costs $27.74.');
    expect(worthSentence(worth(B))).toBe(
      'The bill falls by $3.40 a month, 2.72 percent: the cache spares $18.00 behind it and costs $14.60.',
    );
    expect(worthSentence(worth({ ...A, hit: 100, calls: 138_700_000 }))).toBe(
      'The cache earns its rent of $27.74 a month, and nothing more.',
    );
  });

  it('of break-even', () => {
    expect(breakEvenSentence(worth(A), A)).toBe('Even if every call was a hit, it would not pay: 139 million hits a month would.');
    expect(breakEvenSentence(worth(B), B)).toBe('It pays from a share of 73 percent on.');
    expect(breakEvenSentence(worth({ ...B, hit: 20 }), { ...B, hit: 20 })).toBe('It would pay from a share of 73 percent on.');
  });

  it('of the guess', () => {
    expect([A, B, C, SLOW].map((settings) => effectOf(worth(settings)))).toEqual(['more', 'less', 'more', 'less']);
    expect(effectOf(worth({ ...SLOW, backend: 100 }))).toBe('half');
    expect(guessSentence('more', worth(A))).toBe('As you said.');
    expect(guessSentence('half', worth(A))).toBe('You said: it falls by half, or more.');
  });

  it('of a size, with its price to the last figure', () => {
    expect(sizeName('1.6', prices['price-cache-1-6-gb'].value)).toBe('1.6 GB, $0.038 an hour');
  });

  it('has no holes', () => {
    fc.assert(
      fc.property(anySettings, fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 1, max: 3600 }), (settings, keys, ttl) => {
        const found = worth(settings);
        const said = [
          worthSentence(found),
          breakEvenSentence(found, settings),
          shareSentence(settings, { keys, ttl }),
          ...breakEvenLines(found, settings).flatMap(({ formula, result }) => [formula, result]),
          ...EFFECTS.map((effect) => guessSentence(effect, found)),
        ].join(' ');
        expect(said).not.toMatch(/undefined|NaN|Infinity|∞|\b1 calls|\b1 keys/);
      }),
    );
  });
});

describe('an address', () => {
  const settings = { ...B, size: '237', keys: 600, ttl: 30 } as const;

  it('keeps the settings, and what else stood there', () => {
    const search = withWorth('?theme=dark', settings);
    expect(search).toContain('theme=dark');
    expect(worthIn(search, 3600)).toEqual(settings);
    expect(worthIn(withWorth('', { ...settings, hit: 0, backend: 0 }), 3600)).toMatchObject({ hit: 0, backend: 0 });
  });

  it.each([
    'calls=0',
    'calls=1.5',
    'hit=101',
    'hit=',
    'backend=-1',
    'backend=x',
    'backend=1e-9',
    'keys=0',
    'ttl=3601',
    'ttl=0',
    'size=2',
    'size=toString',
  ])('with worth-%s has none', (part) => {
    const query = new URLSearchParams(withWorth('', settings));
    const [name = '', value = ''] = part.split('=');
    query.set(`worth-${name}`, value);
    expect(worthIn(`?${query}`, 3600)).toBeUndefined();
  });

  it('is read whatever it holds', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (search) => void worthIn(search, 3600)));
    expect(isAllowed.calls(Number.POSITIVE_INFINITY)).toBe(false);
  });
});
