/** Two callers at one desk: who feels whom? The throttle is handed in; time is virtual. */
import type { Decision, Limit, Millis, Throttle, ThrottleConfig } from '../../exercises/token-bucket/contract.ts';

/** What Ben calls; Ann always floods `GET /rooms`. */
export const CALLS = ['rooms', 'menu', 'other-api', 'other-region'] as const;
export type Call = (typeof CALLS)[number];

/** Requests per second; every limit's burst is one second of its rate. */
export interface Settings {
  /** What Ann sends. */
  flood: number;
  call: Call;
  /** Ben uses Ann's key, and not one of his own in the same plan. */
  sharesKey: boolean;
  perKey: number;
  perMethod: number;
  account: number;
}

export const START: Settings = { flood: 200, call: 'rooms', sharesKey: false, perKey: 100, perMethod: 60, account: 500 };

/** What can be chosen for each number. */
export const CHOICES = {
  flood: [5, 40, 80, 200, 1000],
  perKey: [20, 100, 500],
  perMethod: [20, 60, 500],
  account: [50, 200, 500],
} as const;

export const SECONDS = 10;
export const BEN_PER_SECOND = 5;

export type Level = 'plan' | 'method' | 'account';

export interface Outcome {
  sent: number;
  passed: number;
  /** Refusals by the level that gave the answer. */
  refused: Record<Level, number>;
}

export interface Run {
  ann: Outcome;
  ben: Outcome;
}

/** The limits that both callers meet, from the inside out. Empty: nothing that one does can reach the other. */
export function sharedLevels({ call, sharesKey }: Pick<Settings, 'call' | 'sharesKey'>): Level[] {
  if (call === 'other-region') return [];
  return [...(sharesKey ? (['plan'] as const) : []), ...(call === 'rooms' ? (['method'] as const) : []), 'account'];
}

export function runNeighbors(createThrottle: (config: ThrottleConfig, start: Millis) => Throttle, settings: Settings): Run {
  const here = createThrottle(configOf(settings), 0);
  const there = settings.call === 'other-region' ? createThrottle(configOf(settings), 0) : here;
  const run: Run = { ann: nobody(), ben: nobody() };
  const anns = arrivals(settings.flood).map((at) => ({
    at,
    outcome: run.ann,
    desk: here,
    stage: 'hotel',
    method: '/rooms/GET',
    apiKey: ANNAS,
  }));
  const bens = arrivals(BEN_PER_SECOND).map((at) => ({
    at,
    outcome: run.ben,
    desk: there,
    stage: settings.call === 'other-api' ? 'bakery' : 'hotel',
    method: settings.call === 'menu' ? '/menu/GET' : '/rooms/GET',
    apiKey: settings.sharesKey ? ANNAS : BENS,
  }));
  for (const { at, outcome, desk, ...request } of [...anns, ...bens].sort((a, b) => a.at - b.at)) count(outcome, desk.admit(request, at));
  return run;
}

const ANNAS = 'key-of-ann';
const BENS = 'key-of-ben';

function configOf({ perKey, perMethod, account }: Settings): ThrottleConfig {
  const limit = (rate: number): Limit => ({ rate, burst: rate });
  const stage = { default: limit(perMethod), keyRequired: ['/rooms/GET', '/menu/GET'] };
  return {
    account: limit(account),
    stages: { hotel: stage, bakery: stage },
    plans: { guest: { throttle: limit(perKey), stages: { hotel: {}, bakery: {} } } },
    keys: { [ANNAS]: ['guest'], [BENS]: ['guest'] },
  };
}

/**
 * Moments at which somebody calls, at an even pace but for a little unrest. Without it two even paces would stay in step, and a
 * caller would always or never find the token that comes back.
 */
function arrivals(perSecond: number): Millis[] {
  const gap = 1000 / perSecond;
  // Multiples of the golden ratio spread over an interval more evenly than chance, and are the same in every run.
  return Array.from({ length: perSecond * SECONDS }, (_, index) => (index + ((index * 0.618_033_988_75) % 1)) * gap);
}

function nobody(): Outcome {
  return { sent: 0, passed: 0, refused: { plan: 0, method: 0, account: 0 } };
}

function count(outcome: Outcome, decision: Decision): void {
  outcome.sent++;
  if (decision.allowed) outcome.passed++;
  else if (decision.response === 'THROTTLED') outcome.refused[decision.level]++;
}

/** How much of what Ben sends is refused, as a reader can guess it. */
export type Share = 'none' | 'some' | 'most';

export function shareRefused({ sent, passed }: Outcome): Share {
  if (passed === sent) return 'none';
  return passed * 2 >= sent ? 'some' : 'most';
}
