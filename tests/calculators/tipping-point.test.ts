import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFeatures } from '../../src/facts/features.ts';
import { costLines, costOf } from '../../src/calculators/tipping-point-cost.ts';
import { packedFacts, unpackedFacts } from '../../src/calculators/tipping-point-facts.ts';
import { doorFactsOf } from '../../src/calculators/tipping-point-ledger.ts';
import { needTipsOf, orderOf, stands, tipOf } from '../../src/calculators/tipping-point.ts';
import {
  AMOUNTS,
  BACKENDS,
  BOUNDS,
  DOORS,
  NEEDS,
  tippingIn,
  withTipping,
  type Need,
  type TippingSettings,
} from '../../src/calculators/tipping-point-settings.ts';
import { ledger } from './support.ts';

const FEATURES = 'content/features/features.yaml';
const text = readFileSync(new URL(`../../${FEATURES}`, import.meta.url), 'utf8');
const facts = doorFactsOf(ledger, loadFeatures([{ path: FEATURES, text }], ledger));

const START: TippingSettings = { behind: 'function', needs: [], calls: 1e6, kilobytes: 5, seconds: 1 };
const order = (change: Partial<TippingSettings>) => orderOf({ ...START, ...change }, facts);
const standing = (change: Partial<TippingSettings>) =>
  order(change)
    .filter(stands)
    .map(({ door }) => door);

const anySettings = fc.record({
  behind: fc.constantFrom(...BACKENDS),
  needs: fc.subarray<Need>([...NEEDS], { maxLength: 3 }),
  calls: fc.integer({ min: 1_000, max: 10 ** 11 }),
  kilobytes: fc.integer({ min: 1, max: 12_000 }),
  seconds: fc.integer({ min: 1, max: 5_000 }),
});

it('facts arrive on a page as they left the ledger', () => {
  const { prices: _, ...others } = facts;
  expect(unpackedFacts(packedFacts(facts))).toEqual(others);
});

it('a cost is the sum of its lines, for any door and settings', () => {
  fc.assert(
    fc.property(fc.constantFrom(...DOORS), anySettings, (door, settings) => {
      const lines = costLines(door, settings, facts.prices).reduce((sum, { amount }) => sum + amount, 0);
      expect(costOf(door, settings, facts.prices)).toBeCloseTo(lines, 6 - Math.floor(Math.log10(lines + 1)));
    }),
  );
});

describe('the order', () => {
  it('with nothing needed is that of the prices, for a function and for containers', () => {
    expect(standing({})).toEqual(['lambdaUrl', 'cloudfront', 'http', 'rest', 'alb']);
    expect(standing({ behind: 'containers' })).toEqual(['cloudfront', 'http', 'rest', 'alb']);
    expect(standing({ behind: 'containers', calls: 40e6 })[0]).toBe('alb');
  });

  it.each<[Need[], string[]]>([
    [['usage-plans'], ['rest']],
    [['jwt'], ['http', 'rest', 'alb']],
    [['oidc-login'], ['alb']],
    [['iam-auth'], ['lambdaUrl', 'http', 'rest']],
    [['private-endpoint'], ['alb', 'rest']],
    [['response-streaming'], ['lambdaUrl', 'cloudfront', 'rest']],
    [['usage-plans', 'oidc-login'], []],
  ])('with %j is %j', (needs, doors) => {
    expect(standing({ needs })).toEqual(doors);
  });

  it('puts the door that lacks least before the others that fall', () => {
    expect(order({ needs: ['usage-plans', 'oidc-login'] }).map(({ failures }) => failures.length)).toEqual([1, 1, 2, 2, 2]);
  });

  it.each([
    [29, ['lambdaUrl', 'cloudfront', 'http', 'rest', 'alb']],
    [30, ['lambdaUrl', 'cloudfront', 'http', 'alb']],
    [31, ['lambdaUrl', 'cloudfront', 'alb']],
    [121, ['lambdaUrl', 'alb']],
    [901, []],
  ])('for answers that take %d s is %j', (seconds, doors) => {
    expect(standing({ seconds })).toEqual(doors);
  });

  it.each([
    [1_024, true],
    [1_025, false],
  ])('has a balancer before a function at %d KB: %s', (kilobytes, has) => {
    expect(standing({ kilobytes }).includes('alb')).toBe(has);
  });
});

describe('the tipping point', () => {
  const tip = (change: Partial<TippingSettings>, ...[name, side]: [(typeof AMOUNTS)[number], 'above' | 'below']) => {
    const found = tipOf({ ...START, ...change }, name, side, facts);
    return found && [Math.round(found.at), found.to, found.fact];
  };

  it('in calls lies where the rent of the balancer is earned: 23.725 ÷ (1 − 0.1) million', () => {
    expect(tip({ needs: ['jwt'] }, 'calls', 'above')).toEqual([26_361_111, 'alb', 'price-http']);
    expect(tip({ needs: ['jwt'], calls: 100e6 }, 'calls', 'below')).toEqual([26_361_111, 'http', 'price-http']);
    expect(tip({ needs: ['jwt'] }, 'calls', 'below')).toBeUndefined();
  });

  it('before containers is only what two addresses cost: 7.30 ÷ 1', () => {
    expect(tip({ behind: 'containers', needs: ['jwt'], calls: 40e6 }, 'calls', 'below')).toEqual([7_300_000, 'http', 'price-http']);
  });

  it('in KB lies at the meter, or where cheaper data earn a price by the request: 1 ÷ (0.090 − 0.085) KB', () => {
    expect(tip({}, 'kilobytes', 'above')).toEqual([200, 'cloudfront', 'price-cloudfront-requests']);
    expect(tip({ needs: ['iam-auth', 'mtls'], kilobytes: 400 }, 'kilobytes', 'above')).toEqual([1_536, 'rest', 'price-http-meter']);
  });

  it('in seconds lies at the limit that the first door breaks', () => {
    expect(tip({}, 'seconds', 'above')).toEqual([900, undefined, 'lambda-timeout-max']);
    expect(tip({ needs: ['jwt'] }, 'seconds', 'above')).toEqual([30, 'alb', 'http-timeout-max']);
    expect(tip({ needs: ['jwt'], seconds: 60 }, 'seconds', 'below')).toEqual([30, 'http', 'http-timeout-max']);
  });

  it('has the first place change hands there, and nowhere between it and here', () => {
    fc.assert(
      fc.property(anySettings, fc.constantFrom(...AMOUNTS), (settings, name) => {
        const firstAt = (value: number) => {
          const [first] = orderOf({ ...settings, [name]: value }, facts);
          return first && stands(first) ? first.door : undefined;
        };
        const now = firstAt(settings[name]);
        const found = tipOf(settings, name, 'above', facts);
        const end = found?.at ?? BOUNDS[name][1];
        expect(firstAt(settings[name] + 0.4 * (end - settings[name]))).toBe(now);
        expect(firstAt(end * (1 + 1e-6))).toBe(found ? found.to : now);
      }),
      { numRuns: 60 },
    );
  });

  it('is also a need: the one that only another door meets', () => {
    const tips = needTipsOf({ ...START, needs: ['jwt'] }, facts).map(({ need, comes, to }) => [need, comes, to]);
    expect(tips).toContainEqual(['usage-plans', true, 'rest']);
    expect(tips).toContainEqual(['oidc-login', true, 'alb']);
    expect(tips).toContainEqual(['jwt', false, 'lambdaUrl']);
    expect(tips.map(([need]) => need)).not.toContain('iam-auth');
  });
});

describe('an address', () => {
  const settings: TippingSettings = { behind: 'containers', needs: ['jwt', 'waf'], calls: 40e6, kilobytes: 5, seconds: 2.5 };

  it('keeps the settings, and what else stood there', () => {
    expect(withTipping('?a=1', settings)).toBe('?a=1&tip=containers_40000000_5_2.5_jwt_waf');
    expect(tippingIn(withTipping('', settings))).toEqual(settings);
    expect(tippingIn('?tip=function_1000_5_1_teleport_jwt')!.needs).toEqual(['jwt']);
  });

  it.each(['', '?tip=', '?tip=soap_1000_5_1', '?tip=function_1_5_1', `?tip=function_${'9'.repeat(300_000)}_5_1`])(
    'that is none has none',
    (search) => {
      expect(tippingIn(search)).toBeUndefined();
    },
  );
});
