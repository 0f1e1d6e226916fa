/** A space between a figure and its unit. */
const BEFORE_A_UNIT = /(?<=\d) (?=(?:ms|s|min|h|[KMGT]B|TiB|seconds?|minutes?|hours?|days?|million|percent)(?!\w))/g;

/** A space between a month and its day. */
const BEFORE_A_DAY = /(?<=\b(?:January|February|March|April|May|June|July|August|September|October|November|December)) (?=\d)/g;

/** The text with figures that stay on the line of their unit, or of their month. */
export function keptTogether(text: string): string {
  return text.replace(BEFORE_A_UNIT, '\u00A0').replace(BEFORE_A_DAY, '\u00A0');
}
