/** What “what is a cache worth?” says. */
import type { CacheSize } from './api-lines.ts';
import { formatNumber } from '../facts/format.ts';
import { hitShare, perMillion, rateOf, type Worth, type WorthSettings } from './cache-worth.ts';
import type { KeySettings } from './cache-worth-settings.ts';
import type { SumLine } from './sum-line.ts';
import { amount, dollars, duration, rounded } from './words.ts';

/** What a cache does to a bill. */
export const EFFECTS = ['half', 'less', 'more'] as const;
export type Effect = (typeof EFFECTS)[number];

export const EFFECT_NAMES: Record<Effect, string> = {
  half: 'It falls by half, or more',
  less: 'It falls, by less than half',
  more: 'It rises, or stays the same',
};

export function effectOf({ saved, without }: Worth): Effect {
  if (saved < CENT) return 'more';
  return saved >= without.total / 2 ? 'half' : 'less';
}

export function guessSentence(guess: Effect, worth: Worth): string {
  const name = EFFECT_NAMES[guess];
  return guess === effectOf(worth) ? 'As you said.' : `You said: ${name[0]!.toLowerCase()}${name.slice(1)}.`;
}

/** Nobody is billed for less. */
const CENT = 0.005;

/** `The cache costs $22.34 a month more than it saves.` */
export function worthSentence({ saved, rent, without }: Worth): string {
  if (Math.abs(saved) < CENT) return `The cache earns its rent of ${dollars(rent)} a month, and nothing more.`;
  const spared = dollars(saved + rent);
  if (saved < 0) return `The bill rises by ${dollars(-saved)} a month: the cache spares ${spared} behind it and costs ${dollars(rent)}.`;
  const percent = rounded((100 * saved) / without.total);
  return `The bill falls by ${dollars(saved)} a month, ${percent} percent: the cache spares ${spared} behind it and costs ${dollars(rent)}.`;
}

/** Which side of break-even this is, and what would have to change. */
export function breakEvenSentence({ breakEven, saved }: Worth, { backend, calls }: WorthSettings): string {
  if (backend === 0)
    return 'A backend that costs nothing for a call, such as a database that stands there anyway, cannot be spared anything. Argue with waiting time, or with what cannot grow.';
  if (breakEven.hit > 100)
    return `Even if every call was a hit, it would not pay: ${amount(significant((breakEven.hit * calls) / 100))} hits a month would.`;
  if (saved >= CENT) return `It pays from a share of ${rounded(breakEven.hit)} percent on.`;
  return `It would pay from a share of ${rounded(breakEven.hit)} percent on.`;
}

export function breakEvenLines({ breakEven, rent, hits }: Worth, { calls, hit, backend }: WorthSettings): SumLine[] {
  const price = perMillion(backend);
  const never = 'never';
  return [
    {
      what: 'Break-even share of hits',
      formula: `${dollars(rent)} ÷ (${amount(calls)} × ${price})`,
      result: Number.isFinite(breakEven.hit) ? `${rounded(breakEven.hit)}%${breakEven.hit > 100 ? ', out of reach' : ''}` : never,
    },
    {
      what: 'Break-even calls a month',
      formula: `${dollars(rent)} ÷ (${rounded(hit)}% × ${price})`,
      result: Number.isFinite(breakEven.calls) ? amount(significant(breakEven.calls)) : never,
    },
    {
      what: 'Break-even price of the backend, per million',
      formula: `${dollars(rent)} ÷ ${amount(significant(hits))} hits`,
      result: Number.isFinite(breakEven.backend) ? dollars(breakEven.backend) : never,
    },
  ];
}

function significant(value: number): number {
  return Number(value.toPrecision(3));
}

/** How often such keys can be hit, and what to think of the share that was assumed. */
export function shareSentence({ calls, hit }: WorthSettings, { keys, ttl }: KeySettings): string {
  const rate = rateOf(calls);
  const share = hitShare(rate, keys, ttl);
  const spread = `${amount(calls)} call${calls === 1 ? '' : 's'} a month over ${amount(keys)} key${keys === 1 ? '' : 's'}: each key is asked for once in ${duration(keys / rate)}.`;
  const found = `${spread} Kept for ${amount(ttl)} s, ${percentText(share)} percent are hits if all are asked for equally often.`;
  if (hit > share + 1)
    return `${found} You reckon with ${percentText(hit)}: either a few keys get most of the calls, or two different requests are taken for the same.`;
  if (hit < share - 1) return `${found} You reckon with ${percentText(hit)}: there is more to be had.`;
  return found;
}

/** Near the end it is the last figures that count: 99.97 percent is not all. */
export function percentText(percent: number): string {
  if (percent === 100) return '100';
  const digits = percent >= 99 ? 4 : percent >= 10 ? 3 : 2;
  const text = percent.toPrecision(digits);
  const shown = Number(text) === 100 ? Math.floor(percent * 100) / 100 : Number(text);
  return shown.toLocaleString('en-US', { maximumFractionDigits: 4 });
}

export const WORTH_ASSUMPTIONS: readonly string[] = [
  'Share of hits = rate × time to live ÷ (1 + rate × time to live), with the rate of one key. Calls come at random, evenly over the month, and equally often for every key: if some keys are asked for more than others, more are hits.',
  'No entry is lost before its time. AWS promises no such thing.',
  'The prices of the sizes between 1.6 and 237 GB come from copies of AWS’s page.',
];

export function sizeName(size: CacheSize, perHour: number): string {
  return `${size} GB, ${formatNumber(perHour, 'USD/h')} an hour`;
}
