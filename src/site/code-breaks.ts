/** Where inline code may go on in the next line, so that it neither runs off a phone nor is cut within a word. */

/**
 * Where a name of code may break over lines: behind a mark within it, between the key and the value of JSON, before the slash
 * of a path, and before a word with a capital, unless little would stay behind. A type that stands for all types is one piece.
 */
const BREAKS =
  /(?<=\w(?:[._=,;]|::?))(?=[a-zA-Z])|(?<=[\w}])(?=\/[a-zA-Z{*])|(?<=\*)(?=\/[a-zA-Z{])|(?<=,)(?=["{*])|(?<=":)(?=["{[\d])|(?<=-)(?=\$)|(?<=\w\()(?=[^)])|(?<=[a-z]{3})(?=[A-Z][a-z])/;
/** Characters of code that fit a line of a phone with room to spare. */
const SHORT = 20;

/** `code` in parts, between which it may break: one part if it has at most `longest` characters. */
export function breakableParts(code: string, longest: number = SHORT): string[] {
  return code.length > longest ? code.split(BREAKS) : [code];
}

/** Whether `code` reads as one word, and would otherwise be cut at a space, a hyphen or a slash. */
export function staysWhole(code: string): boolean {
  return code.length <= SHORT && /\W/.test(code);
}
