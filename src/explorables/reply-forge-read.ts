/** What a reader typed as the return value of a function, read. */
import { readJson } from './policy-tester-json.ts';
import { jsonMistake } from './template-playground-json.ts';
import type { Span } from './text-place.ts';

/** Characters, at most. */
export const LONGEST_REPLY = 10_000;

export type Reading =
  | {
      value: unknown;
      /** Of each key by its path, name and value. */
      places: ReadonlyMap<string, Span>;
    }
  | { problem: { message: string; span?: Span } };

export function readReply(typed: string): Reading {
  if (typed.length > LONGEST_REPLY) {
    const [longest, length] = [LONGEST_REPLY, typed.length].map((count) => count.toLocaleString('en-US'));
    return { problem: { message: `At most ${longest} characters are read here. These are ${length}.` } };
  }
  const mistake = jsonMistake(typed);
  if (mistake) return { problem: mistake };
  const reading = readJson(typed);
  // It is JSON, so all that can be wrong with it is its depth.
  return 'problem' in reading ? { problem: { message: reading.problem, span: reading.place } } : reading;
}
