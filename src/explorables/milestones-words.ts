/** What “the year in the answer” says. */
import { formatDate } from '../facts/format.ts';
import { placedRight, worstSwap, yearOf, type Dated, type Milestone } from './milestones.ts';

/** `September 6, 2018`; `since fall 2026 (medium confidence)`. */
export function whenOf({ when, doubt }: Pick<Dated, 'when' | 'doubt'>): string {
  const day = /^\d{4}-/.test(when) ? formatDate(when) : when;
  return doubt === undefined ? day : `${day} (${doubt} confidence)`;
}

/** `X-Ray traces: now 2 of 4.` */
export function movedSentence(order: readonly Pick<Milestone, 'name'>[], index: number): string {
  return `${order[index]!.name}: now ${index + 1} of ${order.length}.`;
}

/** How the reader’s order compares, with the pair to remember. */
export function orderSentence(order: readonly Milestone[]): string {
  const swap = worstSwap(order);
  if (!swap) return 'All four stand in their order.';
  const [younger, older] = swap;
  const count = ['None stands at its place', 'One stands at its place', 'Two stand at their places'][placedRight(order)];
  const years = yearOf(younger) - yearOf(older);
  return `${count}. The pair to remember: “${older.name}” came in ${yearOf(older)}, “${younger.name}” ${years === 1 ? 'a year' : `${years} years`} later.`;
}

/** What a book of some year does not know, and still says. Whatever came in that year is in it. */
export function bookSentence(year: number, milestones: readonly Milestone[]): string {
  const missing = milestones.filter((milestone) => yearOf(milestone) > year).length;
  const knows = milestones.length - missing;
  if (missing === 0) return `A book of ${year} can know all ${knows} of these.`;
  return `A book of ${year} can know ${knows} of these ${milestones.length}. About the other ${missing} it says what was right when it was printed.`;
}
