/**
 * Helper, yours to use, change or replace: reads what stands in a directive's parentheses, and references, as trees. It says what is
 * written, never what it means: no value is looked up here.
 */

/** `$name` and what follows it: `.property`, `[index]`, `.method(arguments)`, any number of them. */
export interface Reference {
  kind: 'reference';
  name: string;
  steps: Step[];
}

export type Step =
  { kind: 'property'; name: string } | { kind: 'index'; index: Expression } | { kind: 'call'; name: string; args: Expression[] };

export type Expression =
  | Reference
  /** `text` is what stands between the quotes, a doubled quote already made one. Between double quotes, it is a template itself. */
  | { kind: 'string'; quote: '"' | "'"; text: string }
  /** `text` as it is written: `5`, `-5`, `1.0`. */
  | { kind: 'number'; text: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'list'; items: Expression[] }
  /** `[from..to]` */
  | { kind: 'range'; from: Expression; to: Expression }
  | { kind: 'map'; entries: { key: Expression; value: Expression }[] }
  | { kind: 'not'; operand: Expression }
  | { kind: 'binary'; operator: Operator; left: Expression; right: Expression };

export type Operator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

/** Something that was read, and where it ends: the index of the first character behind it. */
export interface Read<Tree> {
  tree: Tree;
  end: number;
}

/** The reference that begins with the `$` at this index, in any of its forms: `$x`, `$!x`, `${x}`, `$!{x}`. Undefined if none does. */
export function readReference(text: string, at: number): Read<Reference> | undefined {
  const reader = new Reader(text, at);
  const tree = reader.reference();
  return tree && { tree, end: reader.at };
}

/** The inside of `#if(`, up to its closing parenthesis and with it. @throws SyntaxError */
export function readCondition(text: string, at: number): Read<Expression> {
  const reader = new Reader(text, at);
  const tree = reader.expression();
  reader.expect(')');
  return { tree, end: reader.at };
}

/** The inside of `#set(`, such as `$x.y = 5)`. @throws SyntaxError */
export function readAssignment(text: string, at: number): Read<{ target: Reference; value: Expression }> {
  const reader = new Reader(text, at);
  const target = reader.variable();
  reader.expect('=');
  const value = reader.expression();
  reader.expect(')');
  return { tree: { target, value }, end: reader.at };
}

/** The inside of `#foreach(`, such as `$item in $list)`. @throws SyntaxError */
export function readLoop(text: string, at: number): Read<{ variable: string; items: Expression }> {
  const reader = new Reader(text, at);
  const variable = reader.variable().name;
  reader.expect('in');
  const items = reader.expression();
  reader.expect(')');
  return { tree: { variable, items }, end: reader.at };
}

/** From the loosest to the tightest. A longer operator stands before the one that it begins with. */
const LEVELS: Operator[][] = [['||'], ['&&'], ['==', '!='], ['<=', '<', '>=', '>'], ['+', '-'], ['*', '/', '%']];

const BLANKS = /[ \t\r\n]*/y;
const NAME = /[A-Za-z][\w-]*/y;
const NUMBER = /-?(?:\d+(?:\.\d+)?|\.\d+)/y;
const QUOTED = /(["'])((?:\\[^]|(?!\1)[^\\])*)\1/y;

class Reader {
  readonly text: string;
  at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  expression(level = 0): Expression {
    const operators = LEVELS[level];
    if (!operators) return this.operand();
    let left = this.expression(level + 1);
    for (;;) {
      const operator = operators.find((one) => this.skips(one));
      if (!operator) return left;
      left = { kind: 'binary', operator, left, right: this.expression(level + 1) };
    }
  }

  operand(): Expression {
    if (this.skips('!')) return { kind: 'not', operand: this.operand() };
    if (this.skips('(')) return this.closedBy(')', this.expression());
    if (this.skips('[')) return this.listOrRange();
    if (this.skips('{')) return this.map();
    const reference = this.reference();
    if (reference) return reference;
    const [, quote, text] = this.match(QUOTED) ?? [];
    if (quote) return { kind: 'string', quote: quote as '"' | "'", text: text!.replaceAll(`\\${quote}`, quote) };
    const number = this.match(NUMBER);
    if (number) return { kind: 'number', text: number[0] };
    const word = this.match(NAME)?.[0];
    if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true' };
    throw this.problem('a value');
  }

  listOrRange(): Expression {
    if (this.skips(']')) return { kind: 'list', items: [] };
    const first = this.expression();
    if (this.skips('..')) return this.closedBy(']', { kind: 'range', from: first, to: this.expression() });
    const items = [first];
    while (this.skips(',')) items.push(this.expression());
    return this.closedBy(']', { kind: 'list', items });
  }

  map(): Expression {
    const entries: { key: Expression; value: Expression }[] = [];
    if (this.skips('}')) return { kind: 'map', entries };
    do {
      const key = this.expression();
      this.expect(':');
      entries.push({ key, value: this.expression() });
    } while (this.skips(','));
    return this.closedBy('}', { kind: 'map', entries });
  }

  reference(): Reference | undefined {
    const start = this.at;
    const opening = this.match(/\$!?\{?/y)?.[0];
    const name = opening && this.match(NAME)?.[0];
    if (!name) return this.backTo(start);
    const steps: Step[] = [];
    for (let step = this.step(); step; step = this.step()) steps.push(step);
    if (opening.endsWith('{') && !this.match(/\}/y)) return this.backTo(start);
    return { kind: 'reference', name, steps };
  }

  step(): Step | undefined {
    if (this.match(/\[/y)) return this.closedBy(']', { kind: 'index', index: this.expression() });
    const name = this.match(/\.([A-Za-z][\w-]*)/y)?.[1];
    if (!name) return undefined;
    if (!this.match(/\(/y)) return { kind: 'property', name };
    const args: Expression[] = [];
    if (this.skips(')')) return { kind: 'call', name, args };
    do args.push(this.expression());
    while (this.skips(','));
    return this.closedBy(')', { kind: 'call', name, args });
  }

  variable(): Reference {
    this.match(BLANKS);
    const reference = this.reference();
    if (!reference) throw this.problem('a variable, such as $x');
    return reference;
  }

  /** Skips blanks and then this text; false, and only the blanks are skipped, if something else stands there. */
  skips(wanted: string): boolean {
    this.match(BLANKS);
    if (!this.text.startsWith(wanted, this.at)) return false;
    this.at += wanted.length;
    return true;
  }

  expect(wanted: string): void {
    if (!this.skips(wanted)) throw this.problem(`'${wanted}'`);
  }

  closedBy<Tree>(bracket: string, tree: Tree): Tree {
    this.expect(bracket);
    return tree;
  }

  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? undefined;
    if (found) this.at += found[0].length;
    return found;
  }

  backTo(start: number): undefined {
    this.at = start;
  }

  problem(wanted: string): SyntaxError {
    const before = this.text.slice(0, this.at).split('\n');
    return new SyntaxError(`line ${before.length}, column ${before.at(-1)!.length + 1}: expected ${wanted}`);
  }
}
