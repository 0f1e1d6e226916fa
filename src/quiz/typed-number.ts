/**
 * The number that a reader typed: `15000`, `15,000`, `15 000`, `.5`, `-3`, with or without a unit after it.
 * Undefined if there is none, or more than one.
 */
export function typedNumber(text: string): number | undefined {
  const [, sign = '', digits] = /^([-−]?)\s*((?:\d[\d,_\s]*)?(?:\.\d+)?)[^\d.,]*$/.exec(text.trim()) ?? [];
  if (!digits) return undefined;
  const value = Number(digits.replace(/[,_\s]/g, ''));
  return sign ? -value : value;
}
