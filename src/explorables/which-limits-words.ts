/** What “which limits bend” says. */
import { LIMITS, right, unsorted, type Answer, type Sorted } from './which-limits.ts';

export const ANSWER_NAMES: Record<Answer, string> = { yes: 'can be raised', no: 'cannot', depends: 'depends on the type' };

/** Beside the words, never instead of them. */
export const MARKS: Record<Answer, string> = { yes: '↑', no: '—', depends: '◐' };

/** Undefined: all are sorted. */
export function complaintAbout(sorted: Sorted): string | undefined {
  const left = unsorted(sorted);
  if (left === 0) return undefined;
  return `${left === 1 ? 'One is' : `${left} are`} not sorted yet. Sort ${left === 1 ? 'it' : 'them'}, or skip the guess.`;
}

export function resultSentence(sorted: Sorted | undefined): string {
  const bend = LIMITS.filter(({ answer }) => answer === 'yes').length;
  const found = `Of these ${LIMITS.length}, ${bend} can be raised.`;
  if (sorted === undefined) return found;
  const hits = right(sorted);
  if (hits === LIMITS.length) return `All ${hits} as AWS has it. ${found}`;
  return `${hits} of ${LIMITS.length} as AWS has it. ${found}`;
}

/** What was said of one, where it is something else. */
export const saidOf = (said: Answer | undefined, answer: Answer): string =>
  said === undefined || said === answer ? '' : `You said: ${ANSWER_NAMES[said]}.`;
