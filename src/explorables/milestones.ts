/** “The year in the answer”: events in the order in which they came, and what a book of some year cannot know. Dates are handed in. */
import { shuffled } from '../quiz/shuffle.ts';

/** When something came, as the page hands it in from the ledger. */
export interface Dated {
  /** A day, `2018-09-06`, or words that end with a year: `since fall 2026`. */
  when: string;
  /** How sure the ledger is, where that is not high: `medium`. */
  doubt?: string;
  /** What is often said instead, and why it is wrong. */
  often?: string;
}

/** By the id of a fact. */
export type Dates = Readonly<Record<string, Dated>>;

export interface Milestone extends Dated {
  /** The id of its fact. */
  id: string;
  /** What came. */
  name: string;
  /** What is different since. */
  changed: string;
  /** What was said before it came, and was right. */
  until: string;
}

/** The four digits at the start of a day, or at the end of words. */
export function yearOf({ when }: Pick<Dated, 'when'>): number {
  return Number(/^\d{4}(?=-)|\d{4}$/.exec(when)![0]);
}

/** From old to new. What has no day stands at the end of its year. */
export function inOrder<T extends Dated>(milestones: readonly T[]): T[] {
  const key = (milestone: T) => (/^\d{4}-/.test(milestone.when) ? milestone.when : `${yearOf(milestone)}-99`);
  return milestones.toSorted((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}

/** How many events one question has. All are of different years, so that the year decides. */
export const ROUND = 4;

/**
 * Rounds of `ROUND` events in an order that depends on `seed` only. Nothing is asked twice; what makes no full round is left out.
 * Taking from the years with most events left keeps enough different years for the last round.
 */
export function dealRounds<T extends Dated>(milestones: readonly T[], seed: string): T[][] {
  const years = new Map<number, T[]>();
  for (const milestone of shuffled(milestones, seed)) years.set(yearOf(milestone), [...(years.get(yearOf(milestone)) ?? []), milestone]);
  const rounds: T[][] = [];
  for (;;) {
    const fullest = [...years.values()].toSorted((one, other) => other.length - one.length).slice(0, ROUND);
    if (fullest.length < ROUND || fullest.some((left) => left.length === 0)) return rounds;
    const round = fullest.map((left) => left.pop()!);
    rounds.push(shuffled(inOrder(round), `${seed} ${rounds.length}`));
  }
}

/** `items` with the one at `index` a place up or down; the same where there is no such place. */
export function moved<T>(items: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...items];
  const other = index + by;
  if (other in next && index in next) [next[index], next[other]] = [next[other]!, next[index]!];
  return next;
}

/** Two events that stand the wrong way round: the first is the younger one. */
export type Swapped<T> = readonly [younger: T, older: T];

/** The two that are furthest from their order, in years; undefined if all four stand right. */
export function worstSwap<T extends Dated>(order: readonly T[]): Swapped<T> | undefined {
  const pairs = order.flatMap((younger, index) => order.slice(index + 1).map((older): Swapped<T> => [younger, older]));
  const apart = ([younger, older]: Swapped<T>) => yearOf(younger) - yearOf(older);
  const worst = pairs.toSorted((one, other) => apart(other) - apart(one))[0];
  return worst && apart(worst) > 0 ? worst : undefined;
}

/** How many stand at their place. */
export function placedRight<T extends Dated>(order: readonly T[]): number {
  const right = inOrder(order);
  return order.filter((milestone, index) => milestone === right[index]).length;
}

/** The years in which something came, with what came. */
export function byYear<T extends Dated>(milestones: readonly T[]): { year: number; milestones: T[] }[] {
  const ordered = inOrder(milestones);
  return [...new Set(ordered.map(yearOf))].map((year) => ({ year, milestones: ordered.filter((each) => yearOf(each) === year) }));
}
