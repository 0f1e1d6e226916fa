/** The order of five front doors for given needs and volume, and the values at which the first place changes hands. */
import { meteredUnits } from './api-lines.ts';
import { costOf } from './tipping-point-cost.ts';
import { BOUNDS, DOORS, NEEDS, type AmountName, type Door, type Need, type TippingSettings } from './tipping-point-settings.ts';
import type { DoorFacts, LimitId } from './tipping-point-facts.ts';

/** What a door fails at: a need of the matrix, a limit of the ledger, or what it is by its nature. */
export type Failure = { need: Need } | { limit: LimitId } | { nature: 'no-function' };

export interface Standing {
  door: Door;
  /** Any of these and the door falls. */
  failures: Failure[];
  /** Needs that it meets in part. */
  partly: Need[];
  /** Dollars a month, with the data that leave for the internet and without what works behind. */
  cost: number;
}

export const stands = ({ failures }: Standing): boolean => failures.length === 0;

/** The doors that can do it, the cheapest first; then those that cannot, the one that lacks least first. */
export function orderOf(settings: TippingSettings, facts: DoorFacts): Standing[] {
  const standings = DOORS.map((door): Standing => ({
    door,
    failures: failuresOf(door, settings, facts),
    partly: settings.needs.filter((need) => facts.rows[need].has[door] === 'partly'),
    cost: costOf(door, settings, facts.prices),
  }));
  return standings.sort((one, other) => one.failures.length - other.failures.length || one.cost - other.cost);
}

const MINUTE = 60;
const MEGABYTE = 1024;

function failuresOf(door: Door, settings: TippingSettings, { limits, rows }: DoorFacts): Failure[] {
  const { behind, needs, kilobytes, seconds } = settings;
  const isFunction = behind === 'function';
  const wait: Record<Door, readonly [LimitId, number]> = {
    rest: ['rest-timeout-default', 1],
    http: ['http-timeout-max', 1],
    alb: isFunction ? ['lambda-timeout-max', MINUTE] : ['alb-idle-timeout-max', 1],
    lambdaUrl: ['lambda-timeout-max', MINUTE],
    cloudfront: ['cloudfront-origin-wait-max', 1],
  };
  const [waitId, unit] = wait[door];
  const body = bodyLimit(door, isFunction, needs.includes('response-streaming'));
  return [
    ...needs
      .filter((need) => rows[need].has[door] === 'no' || (need === 'response-streaming' && door === 'alb' && isFunction))
      .map((need) => ({ need })),
    ...(door === 'lambdaUrl' && !isFunction ? [{ nature: 'no-function' as const }] : []),
    ...(seconds > limits[waitId] * unit ? [{ limit: waitId }] : []),
    ...(body && kilobytes > limits[body] * MEGABYTE ? [{ limit: body }] : []),
  ];
}

/** The limit of a reply's body; none where the ledger knows none. */
function bodyLimit(door: Door, isFunction: boolean, isStreamed: boolean): LimitId | undefined {
  if (isFunction) {
    if (door === 'alb') return 'alb-lambda-payload';
    return isStreamed && door !== 'http' ? 'lambda-stream-payload' : 'lambda-payload';
  }
  if (door === 'http') return 'http-payload';
  return door === 'rest' && !isStreamed ? 'rest-payload' : undefined;
}

/** A value at which another door takes the first place. */
export interface Tip {
  at: number;
  /** Who is first beyond it; none if no door can do it any more. */
  to: Door | undefined;
  /** What did it: a limit that the first door breaks, or a price. */
  fact: string;
}

const STEPS = 240;
const HALVINGS = 60;

/** The first of the order, found without sorting the others; undefined if no door can do it. */
function firstOf(settings: TippingSettings, facts: DoorFacts): Door | undefined {
  let least = Infinity;
  let first: Door | undefined;
  for (const door of DOORS) {
    if (failuresOf(door, settings, facts).length > 0) continue;
    const cost = costOf(door, settings, facts.prices);
    if (cost < least) [least, first] = [cost, door];
  }
  return first;
}

/** The nearest value of `name` above or below the present one at which the first place changes hands; undefined if it never does. */
export function tipOf(settings: TippingSettings, name: AmountName, side: 'above' | 'below', facts: DoorFacts): Tip | undefined {
  const [least, most] = BOUNDS[name];
  const end = side === 'above' ? most : least;
  const start = settings[name];
  const firstAt = (value: number) => firstOf({ ...settings, [name]: value }, facts);
  const now = firstAt(start);
  let near = start;
  for (let step = 1; step <= STEPS; step++) {
    const far = start * (end / start) ** (step / STEPS);
    if (firstAt(far) !== now) return tipBetween(near, far);
    near = far;
  }
  return undefined;

  function tipBetween(from: number, to: number): Tip {
    let [inside, outside] = [from, to];
    for (let turn = 0; turn < HALVINGS; turn++) {
      const middle = (inside + outside) / 2;
      if (firstAt(middle) === now) inside = middle;
      else outside = middle;
    }
    const next = firstAt(outside);
    return { at: Number(outside.toPrecision(9)), to: next, fact: factBehind(inside, outside) };
  }

  function factBehind(inside: number, outside: number): string {
    const [here, there] = [inside, outside].map((value) => orderOf({ ...settings, [name]: value }, facts));
    const limitOf = (standing: Standing | undefined) => standing?.failures.find((failure) => 'limit' in failure)?.limit;
    const nextDoor = there!.find(stands)?.door;
    // The first door breaks a limit, or the next one no longer does.
    const limit = limitOf(there!.find(({ door }) => door === now)) ?? limitOf(here!.find(({ door }) => door === nextDoor));
    if (limit) return limit;
    const meter = facts.prices['price-http-meter'].value;
    const isMeter = name === 'kilobytes' && meteredUnits(inside, meter) !== meteredUnits(outside, meter);
    if (isMeter && (now === 'http' || nextDoor === 'http')) return 'price-http-meter';
    return PRICES[DEAREST.find((door) => door === now || door === nextDoor) ?? 'rest'];
  }
}

/** The price that decides between two doors: that of the call where one is paid by the call and falls behind. */
const PRICES: Record<Door, string> = {
  rest: 'price-rest',
  http: 'price-http',
  alb: 'price-alb-hours',
  lambdaUrl: 'price-data-out',
  cloudfront: 'price-cloudfront-requests',
};
const DEAREST: readonly Door[] = ['rest', 'http', 'cloudfront', 'alb', 'lambdaUrl'];

/** Every need that would change the first place if it came or went. */
export interface NeedTip {
  need: Need;
  /** Whether it would come. */
  comes: boolean;
  to: Door | undefined;
}

export function needTipsOf(settings: TippingSettings, facts: DoorFacts): NeedTip[] {
  const now = firstOf(settings, facts);
  return NEEDS.flatMap((need): NeedTip[] => {
    const comes = !settings.needs.includes(need);
    const needs = comes ? [...settings.needs, need] : settings.needs.filter((other) => other !== need);
    const to = firstOf({ ...settings, needs }, facts);
    return to === now ? [] : [{ need, comes, to }];
  });
}
