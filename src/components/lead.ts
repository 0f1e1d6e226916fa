/** What is longer has a lead. */
const LONG = 13;

/**
 * What stands in a long figure before its last word or the last part of its path: `$3.50 per ` of `$3.50 per million`. A number stays with
 * the word behind it. Empty for a short figure.
 */
export function leadOf(figure: string): string {
  if (figure.length <= LONG) return '';
  const last = Math.max(figure.lastIndexOf(' '), figure.lastIndexOf('/')) + 1;
  return figure.slice(0, last).replace(/^(\$?\d[\d,.]*) /, '$1\u00a0');
}
