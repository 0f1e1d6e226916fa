import { failure } from '../template-error.ts';

export const END_OF_INPUT = '(?![^])';
/** Java's `$` also matches in front of the newline that ends the text. */
export const END_OF_LAST_LINE = '(?=(?:\\r\\n|[\\n\\r\\u0085\\u2028\\u2029])?(?![^]))';

/** Escapes that mean a set of characters, inside and outside of brackets. Java's `\s` is ASCII. */
const SETS: Record<string, string> = {
  d: '0-9',
  w: 'a-zA-Z0-9_',
  s: ' \\t\\n\\x0B\\f\\r',
  h: ' \\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  v: '\\n\\x0B\\f\\r\\x85\\u2028\\u2029',
};

/** Names that JavaScript has under another name. */
const PROPERTIES: Record<string, string> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\0-\\x7F',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Cntrl: '\\0-\\x1F\\x7F',
  XDigit: '0-9a-fA-F',
  Space: ' \\t\\n\\x0B\\f\\r',
  javaLowerCase: '\\p{Lowercase}',
  javaUpperCase: '\\p{Uppercase}',
  javaWhitespace: '\\s',
};

const CHARACTERS: Record<string, string> = { t: '\\t', n: '\\n', r: '\\r', f: '\\f', a: '\\x07', e: '\\x1B' };
/** Escapes that mean a place or a sequence, and so stand outside of brackets only. */
const PLACES: Record<string, string> = {
  b: '\\b',
  B: '\\B',
  A: '(?<![^])',
  z: END_OF_INPUT,
  Z: END_OF_LAST_LINE,
  R: '(?:\\r\\n|[\\n\\x0B\\f\\r\\x85\\u2028\\u2029])',
};

const CODE = /\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]{1,6})\}|0([0-3]?[0-7]{1,2}))/y;
const PROPERTY = /\\([pP])(?:\{(?:Is)?([A-Za-z_=]+)\}|([A-Z]))/y;
const QUOTED = /\\Q([^]*?)(?:\\E|$)/y;
const REFERENCE = /\\(?:[1-9][0-9]?|k<[A-Za-z][A-Za-z0-9]*>)/y;

interface Translated {
  source: string;
  end: number;
}

/** One escape of a Java pattern, which starts with a backslash at `position`. */
export function translateEscape(pattern: string, position: number, isInClass: boolean): Translated {
  const at = (sticky: RegExp): RegExpExecArray | null => {
    sticky.lastIndex = position;
    return sticky.exec(pattern);
  };
  const ended = (matched: string, source: string): Translated => ({ source, end: position + matched.length });
  const letter = pattern.charAt(position + 1);

  const code = at(CODE);
  if (code) {
    const [hex, octal] = [code[1] ?? code[2] ?? code[3], code[4]];
    return ended(code[0], `\\u{${hex ?? Number.parseInt(octal!, 8).toString(16)}}`);
  }
  const property = at(PROPERTY);
  if (property) {
    const name = property[2] ?? property[3]!;
    const known = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name]! : `\\p{${name}}`;
    return ended(property[0], `[${property[1] === 'P' ? '^' : ''}${known}]`);
  }
  const quoted = at(QUOTED);
  if (quoted) return ended(quoted[0], [...quoted[1]!].map((character) => literal(character, isInClass)).join(''));

  const set = letter.toLowerCase();
  if (Object.hasOwn(SETS, set)) return ended('\\d', `[${letter === set ? '' : '^'}${SETS[set]}]`);
  if (Object.hasOwn(CHARACTERS, letter)) return ended('\\t', CHARACTERS[letter]!);
  if (!isInClass) {
    const reference = at(REFERENCE);
    if (reference) return ended(reference[0], reference[0]);
    if (Object.hasOwn(PLACES, letter)) return ended('\\b', PLACES[letter]!);
  }
  if (letter === '' || /[A-Za-z0-9]/.test(letter)) {
    throw failure(`"\\${letter}" in the regular expression ${JSON.stringify(pattern)} is not supported.`);
  }
  const character = String.fromCodePoint(pattern.codePointAt(position + 1)!);
  return ended(`\\${character}`, literal(character, isInClass));
}

/** A character that means itself. Inside of brackets nearly all punctuation can mean something. */
export function literal(character: string, isInClass: boolean): string {
  const special = isInClass ? /[!#-&(-/:-@[-^`{-~]/ : /[$(-+./?[-^{-}]/;
  return special.test(character) ? `\\${character}` : character;
}
