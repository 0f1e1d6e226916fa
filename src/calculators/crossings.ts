/** Where two costs that rise with volume change their order. */

/** Dollars for a volume: straight lines between bends, such as a bill with tiers. */
export type Cost = (volume: number) => number;

/**
 * The volumes at which `a` and `b` cost the same, one becoming the dearer of the two, in order.
 * @param bends every volume above nothing at which one of the two may change its slope
 */
export function crossingsOf(a: Cost, b: Cost, bends: readonly number[]): number[] {
  const gap: Cost = (volume) => a(volume) - b(volume);
  const ends = [0, ...[...new Set(bends)].sort((one, other) => one - other)];
  const last = ends.at(-1)!;
  const found: number[] = [];
  let sign = 0;
  for (const [index, start] of ends.entries()) {
    // Behind the last bend the line goes on for ever: any second point on it will do.
    const end = ends[index + 1] ?? Math.max(2 * last, 1);
    const slope = (gap(end) - gap(start)) / (end - start);
    sign ||= signOf(gap(start)) || signOf(slope);
    const meeting = start - gap(start) / slope;
    const isInside = meeting > start && (meeting <= end || index === ends.length - 1);
    if (isInside && signOf(slope) === -sign) {
      found.push(meeting);
      sign = -sign;
    }
  }
  return found;
}

/** Dollars that are fewer than this are the rounding of a computer. */
const NOTHING = 1e-9;

function signOf(value: number): number {
  return Math.abs(value) < NOTHING ? 0 : Math.sign(value);
}
