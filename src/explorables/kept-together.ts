/** A space between a figure and its unit. */
const BEFORE_A_UNIT = /(?<=\d) (?=(?:ms|s|min|h|KB|MB|GB|TB)(?!\w))/g;

/** The text with figures that stay on the line of their unit. */
export function keptTogether(text: string): string {
  return text.replace(BEFORE_A_UNIT, '\u00A0');
}
