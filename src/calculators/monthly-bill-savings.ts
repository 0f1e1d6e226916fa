/** What the usual tips would save on one bill, each by itself. */
import { monthlyBill } from './monthly-bill.ts';
import type { BillPrices } from './monthly-bill-prices.ts';
import { effective, type BillSettings } from './monthly-bill-settings.ts';

export const TIPS = ['http', 'logs', 'memory', 'cache', 'compress', 'direct', 'throttle'] as const;
export type Tip = (typeof TIPS)[number];

export interface Saving {
  tip: Tip;
  /** Dollars a month; below zero: it costs. */
  saves: number;
  /** The bill's settings once the tip is followed. */
  settings: BillSettings;
}

/** The line of an access log, where whole executions are written now. */
const ACCESS_LINE = 0.5;

/** What a tip changes; undefined where it has nothing to change. */
const CHANGES: Record<Tip, (settings: BillSettings, least: number) => Partial<BillSettings> | undefined> = {
  http: ({ door, zones, cache }) => (door === 'rest' && zones === 0 && cache === 'none' ? { door: 'http' } : undefined),
  logs: ({ logs }) => (logs > ACCESS_LINE ? { logs: ACCESS_LINE } : undefined),
  memory: ({ behind, megabytes }, least) => (runs(behind) && megabytes >= 2 * least ? { megabytes: megabytes / 2 } : undefined),
  cache: ({ door, cache, behind }) => (door === 'rest' && cache === 'none' && behind !== 'other' ? { cache: '0.5', hits: 50 } : undefined),
  compress: ({ door, kilobytes }) => (door === 'rest' && kilobytes > 0 ? { kilobytes: kilobytes / 3 } : undefined),
  direct: ({ door, behind }) => ((door === 'rest' || door === 'http') && behind === 'function-queue' ? { behind: 'queue' } : undefined),
  // A limit refuses nobody who keeps to it.
  throttle: () => ({}),
};

const runs = (behind: BillSettings['behind']) => behind === 'function' || behind === 'function-queue';

/** The tips that fit, the one that saves most first. They do not add up. */
export function savingsOf(settings: BillSettings, known: BillPrices): Saving[] {
  const now = monthlyBill(settings, known).total;
  const real = effective(settings);
  return TIPS.flatMap((tip): Saving[] => {
    const change = CHANGES[tip](real, known.extras['lambda-memory-default']);
    if (!change) return [];
    const changed = { ...settings, ...change };
    return [{ tip, saves: Number((now - monthlyBill(changed, known).total).toPrecision(12)), settings: changed }];
  }).sort((one, other) => other.saves - one.saves);
}
