import { failure } from '../template-error.ts';
import { literal, translateEscape } from './escapes.ts';

const MOST_NESTED = 50;

/**
 * `[…]` of a Java pattern, with its nested classes and `&&`. JavaScript's sets know both, but want each side of `&&` in brackets.
 *
 * @returns the set, and where the pattern goes on
 */
export function translateClass(pattern: string, start: number, depth = 0): { source: string; end: number } {
  if (depth === MOST_NESTED) throw failure(`Character classes are nested at most ${MOST_NESTED} deep.`);
  let position = start + 1;
  const isNegated = pattern.charAt(position) === '^';
  if (isNegated) position += 1;
  const sides = [''];
  let isFirst = true;

  const member = (): string => {
    const character = String.fromCodePoint(pattern.codePointAt(position)!);
    if (character === '[' || character === '\\') {
      const { source, end } = character === '[' ? translateClass(pattern, position, depth + 1) : translateEscape(pattern, position, true);
      position = end;
      return source;
    }
    position += character.length;
    return literal(character, true);
  };

  while (position < pattern.length) {
    if (pattern.charAt(position) === ']' && !isFirst) {
      const inside = sides.length === 1 ? sides[0]! : sides.map((side) => `[${side}]`).join('&&');
      return { source: `[${isNegated ? '^' : ''}${inside}]`, end: position + 1 };
    }
    if (pattern.startsWith('&&', position)) {
      sides.push('');
      position += 2;
    } else {
      const first = member();
      const isRange = pattern.charAt(position) === '-' && !/^(?:[\][]|&&|$)/.test(pattern.slice(position + 1, position + 3));
      if (isRange) position += 1;
      sides[sides.length - 1] += isRange ? `${first}-${member()}` : first;
    }
    isFirst = false;
  }
  throw failure(`${JSON.stringify(pattern)} has a character class that is not closed.`);
}
