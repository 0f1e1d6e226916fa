/** Every reference that stands in a template, found in what the parser made of it. */
import { Cursor } from '../../solutions/vtl/syntax/cursor.ts';
import { parseReference } from '../../solutions/vtl/syntax/operands.ts';
import { parseBlock } from '../../solutions/vtl/syntax/statements.ts';
import type { Block, Expression, Reference, Statement } from '../../solutions/vtl/syntax/tree.ts';
import type { Span } from './text-place.ts';
import type { Role } from './template-playground-occurrence.ts';

export interface Found {
  role: Role;
  written: string;
  /** Where it stands; undefined if its characters do not stand in the template as they are. */
  span?: Span;
  /** What the interpreter comes by when it gets here. */
  node: Reference | Statement;
}

/** What somebody could take for a reference or a directive. */
const LOOKS_LIKE_ONE = /\$!?\{?\w[\w.-]*\}?|#\{?@?\w+\}?(?:\([^()\n]*\))?/g;
const COMMENT = /##[^\r\n]*|#\*[^]*?\*#/g;

/** In the order in which they stand. */
export function findReferences(template: string, block: Block): Found[] {
  const found: Found[] = [];
  const comments = Array.from(template.matchAll(COMMENT), ({ 0: text, index }) => ({ from: index, to: index + text.length }));
  /** Up to here everything has been found. */
  let passed = 0;

  inBlock(block);
  return found;

  function inBlock(block: Block): void {
    for (const statement of block) inStatement(statement);
  }

  function inStatement(statement: Statement): void {
    switch (statement.kind) {
      case 'text':
        return inText(statement.text, statement);
      case 'print':
        inText(statement.before, statement);
        return inReference('printed', statement.reference, statement.written);
      case 'set':
        inReference('set', statement.target);
        return inExpression(statement.value);
      case 'if':
        for (const { condition, body } of statement.branches) {
          inExpression(condition);
          inBlock(body);
        }
        return inBlock(statement.otherwise ?? []);
      case 'foreach':
        inExpression(statement.list);
        return inBlock(statement.body);
      case 'define':
        return inBlock(statement.body);
      default:
    }
  }

  function inExpression(expression: Expression): void {
    switch (expression.kind) {
      case 'reference':
        return inReference('read', expression);
      case 'quoted':
        return inBlock(expression.body);
      case 'list':
        return expression.items.forEach(inExpression);
      case 'map':
        return expression.entries.flat().forEach(inExpression);
      case 'range':
        return [expression.from, expression.to].forEach(inExpression);
      case 'not':
        return inExpression(expression.operand);
      case 'and':
      case 'or':
        return expression.operands.forEach(inExpression);
      case 'compare':
      case 'calculate':
        return [expression.first, ...expression.rest.map(({ operand }) => operand)].forEach(inExpression);
      case 'constant':
    }
  }

  function inReference(role: Role, reference: Reference, written = writtenAt(template, reference)): void {
    const { at } = reference;
    const span = template.startsWith(written, at) ? { from: at, to: at + written.length } : { from: at, to: at + 1 };
    found.push({ role, written, span, node: reference });
    passed = Math.max(passed, span.from + 1);
    for (const step of reference.steps) {
      if (step.kind === 'index') inExpression(step.key);
      if (step.kind === 'call') step.args.forEach(inExpression);
    }
    passed = Math.max(passed, span.to);
  }

  function inText(text: string, node: Statement): void {
    for (const [written] of text.matchAll(LOOKS_LIKE_ONE)) {
      const span = find(written);
      if (span) passed = span.to;
      found.push({ role: 'text', written, span, node });
    }
  }

  function find(written: string): Span | undefined {
    for (let from = template.indexOf(written, passed); from !== -1; from = template.indexOf(written, from + 1)) {
      while (comments[0] && comments[0].to <= from) comments.shift();
      if (!comments[0] || comments[0].from > from) return { from, to: from + written.length };
    }
    return undefined;
  }
}

/** The characters of a reference that is not printed: the tree does not keep them. */
function writtenAt(template: string, { at, name }: Reference): string {
  const cursor = new Cursor(template.slice(at), parseBlock);
  try {
    parseReference(cursor);
    return cursor.text.slice(0, cursor.position);
  } catch {
    // In a text in double quotes the quotes of an argument are doubled, and here they would end it.
    return `$${name}`;
  }
}
