/** The compiler’s words, where one of its sentences would lead astray. */

/** Reasons of reasons: what comes behind the first few helps nobody. */
const MOST_REASONS = 3;

/**
 * One line from a message of the compiler with its reasons in lines below.
 *
 * Installing types or another library would make a warning go away, and the name would still not be there.
 */
export function warningSentence(message: string): string {
  const [first = '', ...reasons] = message.split('\n').map((line) => line.trim());
  const honest = first.replace(/^(Cannot find name '[^']+'\.) Do you need to .*/, '$1 A submission has ECMAScript, a console and timers.');
  return [honest, ...reasons.slice(0, MOST_REASONS)].join(' ');
}
