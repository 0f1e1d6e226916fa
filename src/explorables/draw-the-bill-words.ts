/** What “draw the bill first” says. */
import type { Range, Rival } from '../calculators/monthly-bill-doors.ts';
import { countsOf, type LineId } from '../calculators/monthly-bill.ts';
import type { ExtraId } from '../calculators/monthly-bill-prices.ts';
import { effective, type BillSettings } from '../calculators/monthly-bill-settings.ts';
import type { Tip } from '../calculators/monthly-bill-savings.ts';
import { amount, dollars, duration, rounded } from '../calculators/words.ts';
import { isHit, type Miss } from './draw-the-bill.ts';

/** What a line teaches to whoever missed it. */
export const WHY: Record<LineId, string> = {
  calls: 'One price for each unit that is counted, and a lower one only for what lies above a tier’s end.',
  refused: 'What API Gateway refuses by itself is reported free. What you run to refuse it is not.',
  minutes: 'Being connected is paid for by the minute, whether anybody speaks or not.',
  cache: 'A cache is rent: its hours are paid whether it answers anything or not.',
  balancer: 'A balancer is rent. With no calls at all it costs the same.',
  capacity: 'A capacity unit is a load that is held for an hour. No call uses one up.',
  addresses: 'Every public IPv4 address is paid by the hour, one in each zone.',
  'vpc-link': 'The cent an hour that is often quoted belongs to a VPC endpoint. A link has no price; the balancer behind it has.',
  endpoint: 'An endpoint is paid by the hour in each zone, whether anybody calls or not.',
  'endpoint-data': 'What goes through the endpoint is paid by the GB, far less than what goes out to the internet.',
  authorizer: 'An authorizer runs for calls that it refuses, too. They are free at the gateway and not at Lambda.',
  runs: 'Starts of a function are counted by the million, and are the small line of the two.',
  time: 'Memory × seconds × runs. It is often more than the calls, and most sums leave it out.',
  cold: 'The start is billed like any other time of the function.',
  warm: 'What is kept warm is rent: memory × all seconds of the month, used or not.',
  queue: 'Each message that is put into the queue is one request to it.',
  logs: 'Logs are paid by the GB when they come in: KB a call × calls. Many pay more for them than for the calls.',
  'logs-kept': 'A log group forgets nothing unless it is told to, so this line grows with every month.',
  'data-out': 'What leaves for the internet is paid by the GB, through whatever door.',
};

const MOSTLY = 4;

/** How far off one line is, in words. */
export function missSentence({ line: { what, amount: is }, drawn, off }: Miss): string {
  const head = `${what}: you drew ${dollars(drawn)}, it is ${dollars(is)}`;
  if (is === 0) return `${head}.`;
  if (drawn === 0) return `${head}. Nobody drew it.`;
  const factor = Math.max(drawn / is, is / drawn);
  return factor < MOSTLY
    ? `${head}, ${dollars(Math.abs(off))} ${off > 0 ? 'less' : 'more'}.`
    : `${head}: ${rounded(factor)} times too ${off > 0 ? 'much' : 'little'}.`;
}

/** The whole drawing beside the whole bill. */
export function drawingSentence(misses: readonly Miss[], total: number): string {
  const drawn = misses.reduce((sum, miss) => sum + miss.drawn, 0);
  const hits = misses.filter(isHit).length;
  const all =
    hits === misses.length
      ? 'Every line stands within a quarter of the real one.'
      : `${hits} of ${misses.length} lines ${hits === 1 ? 'stands' : 'stand'} within a quarter of the real one.`;
  const cancels =
    hits * 2 < misses.length && drawn > 0 && Math.max(drawn / total, total / drawn) < QUARTER
      ? ' The sum looks better than its lines: errors cancel.'
      : '';
  return `You drew ${dollars(drawn)} a month. It is ${dollars(total)}. ${all}${cancels}`;
}

const QUARTER = 1.25;

const RIVAL_NAMES: Record<Rival, string> = { rest: 'a REST API', http: 'an HTTP API', alb: 'a load balancer' };
export const RIVAL_SHORT: Record<Rival, string> = { rest: 'REST', http: 'HTTP', alb: 'ALB' };

const volumeOf = (calls: number) => `${amount(Number(calls.toPrecision(3)))} calls`;

/**
 * Who costs least at this volume, and where the next one takes over.
 * @param costOf dollars of a door alone for the calls of `settings`
 */
export function rangeSentence(ranges: readonly Range[], settings: BillSettings, costOf: (door: Rival) => number): string {
  const { door, calls } = settings;
  if (door === 'websocket') return 'No other door of these holds the connections for you.';
  const here = ranges.find(({ from, to }) => calls >= from && calls < to);
  if (!here) return 'Only a REST API can do what this asks for, so no volume changes the door.';
  const before = ranges[ranges.indexOf(here) - 1];
  const after = ranges[ranges.indexOf(here) + 1];
  const against = here.door === door ? '' : ` against ${dollars(costOf(door))} for ${RIVAL_NAMES[door]}`;
  return [
    `At ${volumeOf(calls)} a month ${RIVAL_NAMES[here.door]} costs least, ${dollars(costOf(here.door))} for the door${against}.`,
    before && `Below ${volumeOf(here.from)} ${RIVAL_NAMES[before.door]} does.`,
    after ? `From ${volumeOf(here.to)} on ${RIVAL_NAMES[after.door]} does.` : 'No volume above changes that.',
  ]
    .filter(Boolean)
    .join(' ');
}

export const TIP_NAMES: Record<Tip, string> = {
  http: 'HTTP instead of REST',
  logs: 'access log lines of 0.5 KB',
  memory: 'half the memory, if the duration stays',
  cache: 'a cache of 0.5 GB with 50 percent hits',
  compress: 'replies compressed to a third',
  direct: 'into the queue, past the function',
  throttle: 'tighter throttles',
};

/** `saves $250.00`, `costs $13.41`, `saves nothing`. */
export function savingWords(saves: number): string {
  if (Math.abs(saves) < 0.005) return 'saves nothing';
  return saves > 0 ? `saves ${dollars(saves)}` : `costs ${dollars(-saves)} more`;
}

/** What the old free tier would have taken off, and for how long a new account's credits last. */
export function freeSentences(
  settings: BillSettings,
  total: number,
  price: (calls: number) => number,
  extras: Readonly<Record<ExtraId, number>>,
): string[] {
  const real = effective(settings);
  const { door } = real;
  const free = extras['free-tier-requests'];
  const off = price(Math.min(countsOf(real).admitted, free));
  const old =
    door === 'rest' || door === 'http'
      ? `The old free tier took ${amount(free)} calls a month off, here ${dollars(off)}, for a year. Its last years are over.`
      : door === 'websocket'
        ? `The old free tier took ${amount(extras['free-tier-messages'])} messages and ${amount(extras['free-tier-minutes'])} minutes a month off, for a year. Its last years are over.`
        : '';
  const credits = extras['free-plan-credits'];
  const months = extras['free-plan-months'];
  const paid = total > 0 ? credits / total : Infinity;
  const lasting =
    paid >= months
      ? `outlast the ${months} months of its free plan: ${dollars(total * months)} are used`
      : paid >= 1
        ? `pay ${rounded(paid)} months of this`
        : `pay ${duration(paid * 730 * 3600)} of this`;
  return [...(old ? [old] : []), `The credits of a new account, up to ${dollars(credits)}, ${lasting}.`];
}

/** What a busiest second asks of the quotas. */
export function peakSentences(settings: BillSettings, extras: Readonly<Record<ExtraId, number>>): string[] {
  const { door, peak, calls, behind, milliseconds } = effective(settings);
  if (peak === 0) return [];
  const rate = extras['throttle-account-rate'];
  const isFunction = behind === 'function' || behind === 'function-queue';
  const copies = (peak * milliseconds) / 1000;
  const quota = extras['lambda-concurrency'];
  const steps = Math.max(0, Math.ceil(copies / extras['lambda-scaling-step']) - 1);
  return [
    `All ${amount(calls)} calls would come within ${duration(calls / peak)} at that rate.`,
    ...(door === 'alb'
      ? []
      : [
          peak > rate
            ? `${amount(peak)} a second are ${rounded(peak / rate)} times what an account starts with, ${amount(rate)}.`
            : `${amount(peak)} a second are within what an account starts with, ${amount(rate)}.`,
        ]),
    ...(isFunction
      ? [
          `${amount(peak)} × ${milliseconds / 1000} s keep ${amount(copies)} copies of the function busy at once. The default is ${amount(quota)}${
            steps > 0
              ? `, and even with more a cold function needs ${duration(steps * extras['lambda-scaling-interval'])} to get there.`
              : '.'
          }`,
        ]
      : []),
  ];
}
