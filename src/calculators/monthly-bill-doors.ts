/** Which front door costs least for the same calls, and from which volume on another does. */
import { crossingsOf, type Cost } from './crossings.ts';
import { meteredUnits } from './api-lines.ts';
import { doorLines } from './monthly-bill.ts';
import { effective, type BillSettings, type Door } from './monthly-bill-settings.ts';
import type { PriceId, Prices } from './prices.ts';

/** Doors that can take the place of each other. A WebSocket API holds connections, and none of these does. */
export const RIVALS = ['rest', 'http', 'alb'] as const satisfies readonly Door[];
export type Rival = (typeof RIVALS)[number];

/** A range of volumes in which one door costs least. */
export interface Range {
  door: Rival;
  /** Calls a month; the last range has no end. */
  from: number;
  to: number;
}

/** Who can do what the settings ask for. */
export function rivalsFor({ door, cache, zones, behind }: BillSettings): Rival[] {
  if (door === 'websocket') return [];
  const can: Record<Rival, boolean> = {
    rest: true,
    http: cache === 'none' && zones === 0,
    alb: cache === 'none' && behind !== 'queue',
  };
  return RIVALS.filter((rival) => can[rival]);
}

/** What a door charges for `calls`. What all of them have in common, data out and what works behind, is left out. */
export function doorCost(settings: BillSettings, door: Rival, prices: Prices): Cost {
  return (calls) => {
    const lines = doorLines(effective({ ...settings, door, calls, refused: 0 }), prices);
    return lines.reduce((sum, { amount }) => sum + amount, 0);
  };
}

/** The cheapest door for every volume, from the fewest calls on; empty if there are not two to compare. */
export function rangesOf(settings: BillSettings, prices: Prices): Range[] {
  const rivals = rivalsFor(settings);
  if (rivals.length < 2) return [];
  const units = meteredUnits(settings.kilobytes, prices['price-http-meter'].value);
  const bends = [...endsOf('price-rest', prices), ...endsOf('price-http', prices).map((end) => end / units)];
  // In million calls: what the tiers count.
  const costOf = new Map<Rival, Cost>(
    rivals.map((door) => {
      const cost = doorCost(settings, door, prices);
      return [door, (millions: number) => cost(millions * 1e6)];
    }),
  );
  const pairs = rivals.flatMap((one, index) => rivals.slice(index + 1).map((two) => [one, two] as const));
  const turns = pairs.flatMap(([one, two]) => crossingsOf(costOf.get(one)!, costOf.get(two)!, bends));
  const edges = [0, ...[...new Set(turns)].sort((a, b) => a - b)];
  const ranges: Range[] = [];
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1] ?? Infinity;
    const inside = to === Infinity ? 2 * from + 1 : (from + to) / 2;
    const door = rivals.reduce((least, rival) => (costOf.get(rival)!(inside) < costOf.get(least)!(inside) ? rival : least));
    const last = ranges.at(-1);
    if (last?.door === door) last.to = to * 1e6;
    else ranges.push({ door, from: from * 1e6, to: to * 1e6 });
  }
  return ranges;
}

function endsOf(id: PriceId, prices: Prices): number[] {
  return (prices[id].tiers ?? []).flatMap(({ upTo }) => upTo ?? []);
}
