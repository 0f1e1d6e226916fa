import type { Print } from './behaves-like.ts';

/** A named wrong answer as the page of its exercise shows it. */
export interface WrongAnswer {
  name: string;
  title: string;
  /** Id of the concept that breaks first. */
  concept: string;
  /** What its author believes and what is so: HTML of the course’s own, begun with a verb as if its subject stood before it. */
  teaches: string;
  /** Where that is taught. */
  see: { address: string; title: string };
  print: Print;
}
