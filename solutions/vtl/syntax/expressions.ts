import type { Cursor } from './cursor.ts';
import { parseOperand, readWord } from './operands.ts';
import type { Arithmetic, Comparison, Expression, Operation } from './tree.ts';

const WORDS: Record<string, string> = { and: '&&', or: '||', eq: '==', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=', not: '!' };
const SYMBOL = /&&|\|\||[=!<>]=|[<>+\-*/%!]/y;

/** `||` binds least, then `&&`, equality, order, sums, products (B-VTL-60). */
export function parseExpression(cursor: Cursor): Expression {
  return parseLogical(cursor, 'or', '||', () => parseLogical(cursor, 'and', '&&', () => parseEquality(cursor)));
}

function parseLogical(cursor: Cursor, kind: 'and' | 'or', operator: string, parseNext: () => Expression): Expression {
  const first = parseNext();
  const operands = [first];
  while (takesOperator(cursor, [operator])) operands.push(parseNext());
  return operands.length === 1 ? first : { kind, operands };
}

function parseEquality(cursor: Cursor): Expression {
  return parseComparison(cursor, ['==', '!='], () => parseComparison(cursor, ['<', '<=', '>', '>='], () => parseSum(cursor)));
}

function parseComparison(cursor: Cursor, operators: Comparison[], parseNext: () => Expression): Expression {
  const first = parseNext();
  const rest = parseRest(cursor, operators, parseNext);
  return rest.length === 0 ? first : { kind: 'compare', first, rest };
}

function parseSum(cursor: Cursor): Expression {
  return parseCalculation(cursor, ['+', '-'], () => parseCalculation(cursor, ['*', '/', '%'], () => parseUnary(cursor)));
}

function parseCalculation(cursor: Cursor, operators: Arithmetic[], parseNext: () => Expression): Expression {
  const at = cursor.at();
  const first = parseNext();
  const rest = parseRest(cursor, operators, parseNext);
  return rest.length === 0 ? first : { kind: 'calculate', first, rest, at };
}

function parseRest<Operator extends string>(cursor: Cursor, operators: Operator[], parseNext: () => Expression): Operation<Operator>[] {
  const rest: Operation<Operator>[] = [];
  for (;;) {
    const operator = takesOperator(cursor, operators);
    if (!operator) return rest;
    rest.push({ operator, operand: parseNext() });
  }
}

/** Goes past the next operator, in signs or as a word, if it is one of these. A minus glued to a number belongs to the number (B-VTL-64). */
function takesOperator<Operator extends string>(cursor: Cursor, operators: Operator[]): Operator | undefined {
  const start = cursor.position;
  const written = cursor.match(SYMBOL) || WORDS[readWord(cursor)];
  const operator = operators.find((one) => one === written);
  if (!operator) cursor.position = start;
  else if (operator === '-' && /[0-9.]/.test(cursor.text.charAt(cursor.position))) {
    throw cursor.error('A minus right in front of a number is read as its sign: put a space after it.', start);
  }
  return operator;
}

function parseUnary(cursor: Cursor): Expression {
  cursor.skipWhitespace();
  if (takesOperator(cursor, ['!'])) return { kind: 'not', operand: cursor.nested(() => parseUnary(cursor)) };
  const operand = cursor.sees('(') ? cursor.nested(() => parseGroup(cursor)) : parseOperand(cursor);
  if (!operand) throw cursor.error(`Expected a value, found ${cursor.found()}.`);
  cursor.skipWhitespace();
  return operand;
}

function parseGroup(cursor: Cursor): Expression {
  cursor.expects('(', 'around an expression');
  const expression = parseExpression(cursor);
  cursor.expects(')', 'around an expression');
  return expression;
}
