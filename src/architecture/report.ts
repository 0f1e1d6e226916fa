/** What reading an architecture exercise goes by, and how it says what is wrong. */
import { unknown } from '../facts/nearest.ts';
import type { Course as LookedUpIn } from './case.ts';

/** What exercises can refer to. */
export interface Course extends LookedUpIn {
  /** Ids of topics. */
  topics: readonly string[];
}

/** Says what is wrong, and where in the file: `path` leads there. */
export type Report = (path: PropertyKey[], message: string) => void;

/** For a name that is not among `known`. */
export function reportUnknown(kind: string, wanted: string, known: Iterable<string>, path: PropertyKey[], report: Report): void {
  const names = [...known];
  if (!names.includes(wanted)) report(path, unknown(kind, wanted, names));
}
