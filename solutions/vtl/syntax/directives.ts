import type { Cursor } from './cursor.ts';
import { readDirectiveName } from './directive-names.ts';
import { parseExpression } from './expressions.ts';
import { parseOperand, parseReference, readWord, startsIdentifier } from './operands.ts';
import type { Block, Branch, Expression, Statement } from './tree.ts';

/** What ends the inside of a directive. */
export type BlockEnd = 'end' | 'else' | 'elseif';

/** Reads the inside of a directive, and goes past the directive that ends it, which is one of these. */
export type ParseInside = (ends: readonly BlockEnd[]) => { body: Block; end: BlockEnd };

const SET = /[ \t]*#(?:set|\{set\}) *\(/y;
const END_OF_LINE = /[ \t]*(?:\r\n|\n|\r)/y;
const ARGUMENT_GAP = /[ \t\r\n]*(?:,[ \t\r\n]*)?/y;
const ARGUMENTS_FOLLOW = /[ \t\r\n]*\(/y;

/** Goes past the rest of the line if it is blank (B-VTL-50). */
export function skipBlankRest(cursor: Cursor): void {
  cursor.skips(END_OF_LINE);
}

/** `#set(`, past the parenthesis. Blanks in front of it go with it, unless they belong to a text that came before (B-VTL-51, B-VTL-52). */
export function takesSet(cursor: Cursor): boolean {
  return cursor.skips(SET);
}

/** From the left side on. */
export function parseSet(cursor: Cursor): Statement {
  cursor.skipWhitespace();
  const isPlain = startsIdentifier(cursor.code(1));
  const target = parseReference(cursor);
  // The engine takes what stands between the sign and the name for a part of the name: `#set(${x} = 1)` and `#set($!x = 1)` leave $x alone.
  if (!isPlain && target.steps.length === 0) target.name = `!${target.name}`;
  cursor.skipWhitespace();
  if (cursor.sees('==')) throw cursor.error('Expected "=" after the reference, found "==".');
  cursor.expects('=', 'after the reference');
  const value = parseExpression(cursor);
  closeParenthesis(cursor);
  return { kind: 'set', target, value, at: target.at };
}

/** From the name on. A name that no directive has is text, with its arguments as they were written (B-VTL-37…39). */
export function parseDirective(cursor: Cursor, parseInside: ParseInside): Statement | undefined {
  const start = cursor.position;
  const at = cursor.at();
  const name = readDirectiveName(cursor);
  const written = (): Statement => ({ kind: 'text', text: cursor.text.slice(start, cursor.position) });

  switch (name) {
    case 'if':
      return parseIf(cursor, parseInside);
    case 'break':
    case 'stop':
      if (argumentsFollow(cursor)) parseArguments(cursor, name);
      return { kind: name };
    case 'foreach': {
      const [variable, , list] = parseNeededArguments(cursor, name);
      if (variable?.kind !== 'reference' || !list) throw cursor.error('Expected "($variable in list)" after #foreach.', start);
      return { kind: 'foreach', variable: variable.name, list, body: parseInside(['end']).body, at };
    }
    case 'define': {
      const [block] = parseNeededArguments(cursor, name);
      if (block?.kind !== 'reference') throw cursor.error('Expected a reference after #define.', start);
      return { kind: 'define', name: block.name, body: parseInside(['end']).body };
    }
    case 'macro':
      parseNeededArguments(cursor, name);
      parseInside(['end']);
      return undefined;
    case 'literal': {
      parseNeededArguments(cursor, name);
      const inside = cursor.position;
      parseInside(['end']);
      return { kind: 'text', text: cursor.text.slice(inside, cursor.text.lastIndexOf('#', cursor.position - 1)) };
    }
    case 'include':
    case 'parse':
      if (!argumentsFollow(cursor)) return written();
      parseArguments(cursor, name);
      return { kind: 'include', directive: name, at };
    default:
      if (!argumentsFollow(cursor)) return written();
      parseArguments(cursor, name);
      if (name.startsWith('@')) parseInside(['end']);
      return written();
  }
}

function parseIf(cursor: Cursor, parseInside: ParseInside): Statement {
  const branches: Branch[] = [];
  for (;;) {
    const condition = parseCondition(cursor);
    const { body, end } = parseInside(['end', 'else', 'elseif']);
    branches.push({ condition, body });
    if (end === 'elseif') continue;
    return { kind: 'if', branches, otherwise: end === 'else' ? parseInside(['end']).body : undefined };
  }
}

function parseCondition(cursor: Cursor): Expression {
  cursor.skipWhitespace();
  cursor.expects('(', 'in front of the condition');
  const condition = parseExpression(cursor);
  closeParenthesis(cursor);
  return condition;
}

function closeParenthesis(cursor: Cursor): void {
  cursor.expects(')', 'after the expression');
  skipBlankRest(cursor);
}

function argumentsFollow(cursor: Cursor): boolean {
  const start = cursor.position;
  const follow = cursor.skips(ARGUMENTS_FOLLOW);
  cursor.position = start;
  return follow;
}

function parseNeededArguments(cursor: Cursor, directive: string): (Expression | undefined)[] {
  if (!argumentsFollow(cursor)) throw cursor.error(`Expected "(" after #${directive}, found ${cursor.found()}.`);
  return parseArguments(cursor, directive);
}

/** Literals, references and bare words, with commas or none between them. A bare word is given as undefined. */
function parseArguments(cursor: Cursor, directive: string): (Expression | undefined)[] {
  cursor.skipWhitespace();
  cursor.expects('(', `after #${directive}`);
  const args: (Expression | undefined)[] = [];
  for (;;) {
    const hasComma = cursor.match(ARGUMENT_GAP).includes(',');
    if (!hasComma && cursor.sees(')')) break;
    const at = cursor.position;
    const arg = parseOperand(cursor);
    if (!arg && !readWord(cursor)) throw cursor.error(`Expected an argument of #${directive}, found ${cursor.found()}.`);
    if (!arg && !allowsWord(directive, args.length)) throw cursor.error(`#${directive} takes no bare word here.`, at);
    args.push(arg);
  }
  closeParenthesis(cursor);
  return args;
}

const TAKES_NO_WORD = new Set(['break', 'stop', 'define', 'literal', 'include', 'parse']);

function allowsWord(directive: string, index: number): boolean {
  return directive === 'foreach' ? index === 1 : !TAKES_NO_WORD.has(directive);
}
