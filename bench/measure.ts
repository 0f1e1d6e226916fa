/** What repeated measurements of one thing gave. */
export interface Samples {
  median: number;
  /** The machine's noise: the distance between the quartiles, as a share of the median. */
  noise: number;
  count: number;
}

export function summarize(values: readonly number[]): Samples {
  const sorted = values.toSorted((a, b) => a - b);
  const median = quantile(sorted, 0.5);
  return { median, noise: (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / median, count: sorted.length };
}

function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)]!;
  const above = sorted[Math.ceil(position)]!;
  return below + (above - below) * (position - Math.floor(position));
}

export async function millisecondsOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Measures several things in turns, so that whatever else the machine does falls on all of them alike. The first
 * round warms up and is thrown away.
 */
export async function inTurns<Name extends string>(
  rounds: number,
  measures: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(measures) as Name[];
  const values = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const value = await measures[name]();
      if (round > 0) values[name].push(value);
    }
  }
  return values;
}
