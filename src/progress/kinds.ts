/** Every kind of records that this version of the course knows, and what a reader calls it. */
import { RATING } from '../interview/ratings-store.ts';
import { ANSWER } from '../quiz/progress-store.ts';
import { TICK } from '../routes/ticks.ts';
import { BEST, GIVEN_UP, HINT, LAST } from './exercise-standing.ts';
import { PLACE, READ } from './reading.ts';
import type { Kind } from './records.ts';

interface NamedKind extends Kind<unknown> {
  called: string;
}

const EXERCISES = 'Exercises';

const KINDS: readonly NamedKind[] = [
  { ...READ, called: 'Pages read' },
  { ...ANSWER, called: 'Quiz answers' },
  { ...BEST, called: EXERCISES },
  { ...LAST, called: EXERCISES },
  { ...GIVEN_UP, called: EXERCISES },
  { ...HINT, called: 'Hints' },
  { ...RATING, called: 'Interview ratings' },
  { ...TICK, called: 'Parts of routes' },
  { ...PLACE, called: 'Where you were' },
];

/** The kind of the record under `key`; undefined if a version that this one does not know has written it. */
export function kindOf(key: string): NamedKind | undefined {
  const [name] = key.split('/');
  return KINDS.find((kind) => kind.name === name);
}

/** What kinds are called, in the order in which they are listed. */
export const CALLED: readonly string[] = [...new Set(KINDS.map(({ called }) => called)), 'Other notes'];

export function calledOf(key: string): string {
  return kindOf(key)?.called ?? CALLED.at(-1)!;
}
