import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadFeatures } from '../../src/facts/features.ts';
import { LIMIT_IDS } from '../../src/calculators/tipping-point-facts.ts';
import { doorFactsOf } from '../../src/calculators/tipping-point-ledger.ts';
import { needTipsOf, orderOf, stands, tipOf, type Tip } from '../../src/calculators/tipping-point.ts';
import type { TippingSettings } from '../../src/calculators/tipping-point-settings.ts';
import { sceneSentence } from '../../src/explorables/tipping-point-scene.ts';
import { SYSTEMS, systemOf } from '../../src/explorables/tipping-point-systems.ts';
import {
  changeSentence,
  exactly,
  failureLink,
  failureWords,
  firstSentence,
  guessSentence,
  nearerTip,
  needTipWords,
  tipSentence,
} from '../../src/explorables/tipping-point-words.ts';
import { ledger } from '../calculators/support.ts';

const FEATURES = 'content/features/features.yaml';
const text = readFileSync(new URL(`../../${FEATURES}`, import.meta.url), 'utf8');
const facts = doorFactsOf(ledger, loadFeatures([{ path: FEATURES, text }], ledger));

const START = SYSTEMS[0].settings;
const order = (change: Partial<TippingSettings> = {}) => orderOf({ ...START, ...change }, facts);
const tipsIn = (settings: TippingSettings) => (['below', 'above'] as const).map((side) => tipOf(settings, 'calls', side, facts));
const nearest = (settings: TippingSettings) => {
  const [below, above] = tipsIn(settings);
  return nearerTip(settings.calls, below, above);
};

describe('each system', () => {
  it.each<[string, number, string]>([
    ['guests', 26.361, 'alb'],
    ['bookings', 7.3, 'http'],
    ['planner', 7.4872, 'cloudfront'],
    ['minibar', 0.5334, 'alb'],
  ])('%s tips at %d million calls, to %s', (id, millions, door) => {
    const { settings } = SYSTEMS.find((system) => system.id === id)!;
    const tip = nearest(settings)!;
    expect([tip.at / 1e6, tip.to]).toEqual([expect.closeTo(millions, 2), door]);
    expect(systemOf(settings)).toBe(id);
  });

  it('that nobody knows is the reader’s own', () => {
    expect(systemOf({ ...START, calls: 7_000 })).toBeUndefined();
  });
});

describe('what is said', () => {
  it('of the scene', () => {
    expect(sceneSentence(START, facts)).toBe(
      '1.5 million calls a month lead to one function. Replies have 5 KB, the slowest takes 1 s. Needed of the door: “Checks JWTs by itself”.',
    );
    expect(sceneSentence({ ...START, needs: [] }, facts)).toContain('Nothing more is needed');
  });

  it('of the first place', () => {
    expect(firstSentence(order())).toBe('An HTTP API stands first with $2.18 a month, before a REST API with $5.93.');
    expect(firstSentence(order({ needs: ['usage-plans'] }))).toBe(
      'A REST API is the only one that can do all of this, so its price decides nothing.',
    );
    expect(firstSentence(order({ seconds: 1_000 }))).toBe('No door can do all of this by itself.');
  });

  it('of a tipping point, and of the fact that did it', () => {
    const said = (change: Partial<TippingSettings>, name: 'calls' | 'kilobytes' | 'seconds', side: 'above' | 'below') => {
      const tip = tipOf({ ...START, ...change }, name, side, facts)!;
      return `${tipSentence(tip, name, side, facts)} ${tip.fact}`;
    };
    expect(said({}, 'calls', 'above')).toBe(
      'Above 26.361 million calls a load balancer is first: each HTTP call is paid for, and a rent stays the same. price-http',
    );
    expect(said({}, 'seconds', 'above')).toBe('Above 30 s a load balancer is first: an HTTP API waits 30 s at most. http-timeout-max');
    expect(said({ needs: ['usage-plans'] }, 'seconds', 'above')).toBe(
      'Above 29 s no door is left: a REST API waits 29 s, longer only if AWS raises it. rest-timeout-default',
    );
    expect(said({ needs: ['iam-auth', 'mtls'] }, 'kilobytes', 'above')).toBe(
      'Above 1,536 KB a REST API is first: an HTTP API counts a call once for every 512 KB. price-http-meter',
    );
  });

  it('of the guess', () => {
    const tip: Tip = { at: 26e6, to: undefined, fact: 'price-http' };
    expect(guessSentence(25e6, tip)).toBe('You said 25 million: near enough, it is 26 million calls.');
    expect(guessSentence(10e6, tip)).toBe('You said 10 million: too few, it is 26 million calls.');
    expect(guessSentence(1e9, tip)).toBe('You said 1 billion: far too many, it is 26 million calls.');
    expect(guessSentence(10e6, undefined)).toBe('You said 10 million: no number of calls changes who is first.');
  });

  it('of a change', () => {
    expect(changeSentence(order(), order({ needs: ['oidc-login'] }))).toBe('A load balancer takes the first place from an HTTP API.');
    expect(changeSentence(order(), order({ calls: 2e6 }))).toBe('An HTTP API stays first.');
    expect(changeSentence(order(), order({ seconds: 5_000 }))).toBe('No door is left: an HTTP API was the last.');
    expect(changeSentence(order({ seconds: 5_000 }), order())).toBe('An HTTP API is first.');
    expect(changeSentence(order({ seconds: 5_000 }), order({ seconds: 6_000 }))).toBe('Still no door can do all of this.');
  });

  it('of needs that tip', () => {
    const said = needTipsOf(START, facts).map((tip) => needTipWords(tip, facts));
    expect(said).toContain('with “Usage plans”: a REST API');
    expect(said).toContain('without “Checks JWTs by itself”: a function URL');
  });

  it('of every failure, with a place where it is written down', () => {
    for (const limit of LIMIT_IDS) expect(failureWords({ limit }, facts)).toMatch(/\d/);
    const failures = order({ needs: ['usage-plans'], behind: 'containers' })
      .filter((standing) => !stands(standing))
      .flatMap((standing) => standing.failures);
    expect(failures.map((failure) => failureWords(failure, facts))).toContain('leads to a function only');
    expect(failures.map(failureLink)).toContain('/features/#usage-plans');
    expect(failureLink({ limit: 'http-timeout-max' })).toBe('/facts/#http-timeout-max');
  });

  it('in five figures, or fewer where they are exact', () => {
    expect([26_361_111.1, 7_300_000.001, 1_536.0004].map(exactly)).toEqual([26_361_000, 7_300_000, 1_536]);
  });
});
