/** What the order of the front doors goes by, within which bounds, and how it travels in the query of an address. */

export const DOORS = ['rest', 'http', 'alb', 'lambdaUrl', 'cloudfront'] as const;
export type Door = (typeof DOORS)[number];

/** Rows of the feature matrix that can be asked for here. */
export const NEEDS = [
  'usage-plans',
  'request-validation',
  'jwt',
  'oidc-login',
  'iam-auth',
  'mtls',
  'waf',
  'rewriting',
  'fixed-replies',
  'response-cache',
  'response-streaming',
  'private-endpoint',
  'canary',
] as const;
export type Need = (typeof NEEDS)[number];

export const BACKENDS = ['function', 'containers'] as const;
export type Backend = (typeof BACKENDS)[number];

export interface TippingSettings {
  behind: Backend;
  needs: readonly Need[];
  /** A month. */
  calls: number;
  /** What a reply carries. */
  kilobytes: number;
  /** How long the slowest answer takes. */
  seconds: number;
}

export const AMOUNTS = ['calls', 'kilobytes', 'seconds'] as const;
export type AmountName = (typeof AMOUNTS)[number];

/** What can be set, and how far a tipping point is looked for. */
export const BOUNDS: Record<AmountName, readonly [least: number, most: number]> = {
  calls: [1_000, 1e12],
  kilobytes: [1, 20_480],
  seconds: [0.1, 10_000],
};

export function isWithin(name: AmountName, value: number): boolean {
  const [least, most] = BOUNDS[name];
  return value >= least && value <= most;
}

const NAME = 'tip';

/** `search` with `settings` in it; what else it says stays. */
export function withTipping(search: string, { behind, needs, calls, kilobytes, seconds }: TippingSettings): string {
  const query = new URLSearchParams(search);
  query.set(NAME, [behind, calls, kilobytes, seconds, ...needs].join('_'));
  return `?${query}`;
}

/** The settings in the query of an address; undefined if one is missing or out of bounds. Needs that nobody knows are left out. */
export function tippingIn(search: string): TippingSettings | undefined {
  const [name, ...parts] = (new URLSearchParams(search).get(NAME) ?? '').split('_', 4 + NEEDS.length);
  const behind = BACKENDS.find((known) => known === name);
  const [calls = NaN, kilobytes = NaN, seconds = NaN] = parts.slice(0, 3).map((part) => Number(part || Number.NaN));
  const isAll = isWithin('calls', calls) && isWithin('kilobytes', kilobytes) && isWithin('seconds', seconds);
  return behind && isAll ? { behind, needs: NEEDS.filter((need) => parts.slice(3).includes(need)), calls, kilobytes, seconds } : undefined;
}
