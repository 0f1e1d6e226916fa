/** A space between a figure and its unit. */
const BEFORE_A_UNIT = /(?<=\d) (?=(?:ms|s|min|h|[KMGT]B|TiB|bytes?|seconds?|minutes?|hours?|days?|million|percent)(?!\w))/g;

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** The spaces of a date. */
const IN_A_DATE = new RegExp(`(?<=\\b(?:${MONTH})) (?=\\d)|(?<=\\b(?:${MONTH}) \\d{1,2},) (?=\\d{4}\\b)`, 'g');

/** A lesson and its number. */
const LESSON = /(?<=\blesson) (?=\d\d\b)/gi;

/** Words that are one though they have a hyphen: behind a single letter, in the name of a Region, before a number. For `split`. */
export const ONE_WORD = /(\b[a-zA-Z]-[a-zA-Z]+|\b[a-z]{2}-[a-z]+-\d\b|\bUTF-\d+\b)/;

/** The text with spaces that do not break: in a figure with its unit, in a date, before the number of a lesson. */
export function keptTogether(text: string): string {
  return text.replace(BEFORE_A_UNIT, '\u00A0').replace(IN_A_DATE, '\u00A0').replace(LESSON, '\u00A0');
}
