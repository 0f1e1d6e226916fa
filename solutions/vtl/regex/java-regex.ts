import { failure } from '../template-error.ts';
import { translateClass } from './character-class.ts';
import { translateEscape, END_OF_INPUT, END_OF_LAST_LINE } from './escapes.ts';

const QUANTIFIER = /[*+?]|\{[0-9]+(?:,[0-9]*)?\}/y;
const INLINE_FLAGS = /\(\?([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)])/y;
const GROUP = /\((?:\?(?:[:=!]|<[=!]|<[A-Za-z][A-Za-z0-9]*>))?/y;

/**
 * A JavaScript regular expression that matches what the Java one does (B-VTL-70).
 *
 * Like Java's own it backtracks, so that a pattern such as `(a+)+b` can take for ever on a short text. Patterns come from whoever
 * wrote the template, and nothing here protects from them: whoever runs templates of strangers has to run them where they can be ended.
 *
 * @throws Fault for a pattern that Java refuses, and for what JavaScript cannot say: possessive quantifiers, atomic groups, `\G`
 */
export function javaRegex(pattern: string): RegExp {
  return build(pattern, (source) => source);
}

/** The same for a text as a whole, as `matches` wants it. */
export function javaRegexOfAll(pattern: string): RegExp {
  return build(pattern, (source) => `^(?:${source})${END_OF_INPUT}`);
}

function build(pattern: string, wrap: (source: string) => string): RegExp {
  const { source, flags } = translate(pattern);
  try {
    return new RegExp(wrap(source), `gv${flags}`);
  } catch {
    throw failure(`${JSON.stringify(pattern)} is no regular expression.`);
  }
}

/** What a cursor is to templates, this is to patterns: the place up to which it has been translated. */
function translate(pattern: string): { source: string; flags: string } {
  const flags = flagsAtStart(pattern);
  let position = flags.length;
  let source = '';

  const match = (sticky: RegExp): string => {
    sticky.lastIndex = position;
    const matched = sticky.exec(pattern)?.[0] ?? '';
    position += matched.length;
    return matched;
  };

  while (position < pattern.length) {
    const character = pattern.charAt(position);
    if (character === '[') {
      const { source: ofClass, end } = translateClass(pattern, position);
      source += ofClass;
      position = end;
    } else if (character === '\\') {
      const { source: ofEscape, end } = translateEscape(pattern, position, false);
      source += ofEscape;
      position = end;
    } else if (character === '(') {
      const group = match(INLINE_FLAGS) || match(GROUP);
      if (group.endsWith(')') || pattern.startsWith('?', position))
        throw unknown(pattern, group || pattern.slice(position - 1, position + 2));
      source += group;
    } else if (character === '$') {
      source += flags.includes('m') ? '$' : END_OF_LAST_LINE;
      position += 1;
    } else if (character === '{' || '*+?'.includes(character)) {
      const quantifier = match(QUANTIFIER);
      if (!quantifier) throw unknown(pattern, character);
      if (pattern.charAt(position) === '+') throw unknown(pattern, `${quantifier}+`);
      source += quantifier;
      if (pattern.charAt(position) === '?') {
        source += '?';
        position += 1;
      }
    } else {
      source += character === ']' || character === '}' ? `\\${character}` : character;
      position += 1;
    }
  }
  return { source, flags: [...new Set(flags.replaceAll(/[^ims]/g, ''))].join('') };
}

/** `(?i)` and its like in front: the only place where JavaScript can say it for the whole pattern. */
function flagsAtStart(pattern: string): string {
  return /^\(\?[ims]+\)/.exec(pattern)?.[0] ?? '';
}

function unknown(pattern: string, part: string): Error {
  return failure(`${JSON.stringify(part)} in the regular expression ${JSON.stringify(pattern)} is not supported.`);
}
