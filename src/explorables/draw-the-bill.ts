/** “Draw the bill first”: how what a reader drew compares with the invoice. */
import type { BillLine, LineId } from '../calculators/monthly-bill.ts';

const STEPS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
const LEAST = -2;
const MOST = 6;

/** Where a line can be dragged to, in dollars: nothing, then from a cent to a million, each stop about a fifth above the last. */
export const STOPS: readonly number[] = [
  0,
  ...Array.from({ length: MOST - LEAST }, (_, decade) =>
    STEPS.map((step) => Number((step * 10 ** (decade + LEAST)).toPrecision(3))),
  ).flat(),
  10 ** MOST,
];

/** The stop that stands nearest, on a scale on which ten times as much is as far from one as from ten. */
export function nearestStop(dollars: number): number {
  const distance = (stop: number) => Math.abs(Math.log(stop / dollars));
  if (dollars <= STOPS[1]! / 2) return 0;
  return STOPS.reduce((best, stop, index) => (index > 0 && distance(stop) < distance(STOPS[best]!) ? index : best), 1);
}

/** How far along the scale an amount stands, from 0 to 1. */
export function placeOf(dollars: number): number {
  if (dollars <= 0) return 0;
  const place = (1 + STEPS.length * (Math.log10(dollars) - LEAST)) / (STOPS.length - 1);
  return Math.min(1, Math.max(0, place));
}

/** What was drawn, by line, in dollars. A line that is missing was left at nothing. */
export type Drawing = Readonly<Partial<Record<LineId, number>>>;

export interface Miss {
  line: BillLine;
  drawn: number;
  /** Dollars by which the drawing is too high; below zero: too low. */
  off: number;
}

/** A line within a quarter of what was drawn is hit, and so is one that is a cent away. */
const QUARTER = 1.25;
const CENT = 0.01;

export function isHit({ line: { amount }, drawn }: Miss): boolean {
  if (Math.abs(drawn - amount) <= CENT) return true;
  return drawn > 0 && amount > 0 && Math.max(drawn / amount, amount / drawn) <= QUARTER;
}

export function missesOf(lines: readonly BillLine[], drawing: Drawing): Miss[] {
  return lines.map((line) => {
    const drawn = drawing[line.id] ?? 0;
    return { line, drawn, off: drawn - line.amount };
  });
}

/** The line that is off by the most dollars, among those that are not hit. */
export function biggestMiss(misses: readonly Miss[]): Miss | undefined {
  const missed = misses.filter((miss) => !isHit(miss));
  return missed.length === 0 ? undefined : missed.reduce((most, miss) => (Math.abs(miss.off) > Math.abs(most.off) ? miss : most));
}
