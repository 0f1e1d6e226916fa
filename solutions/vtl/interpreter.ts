import type { Effort } from './effort.ts';
import { LIMITS, tooMuch } from './limits.ts';
import { ListIterator } from './methods/list-iterator.ts';
import { callMethod, indexOf, propertyOf, setIndex, setProperty } from './methods/members.ts';
import { DefinedBlock } from './scope/defined-block.ts';
import { ForeachScope } from './scope/foreach-scope.ts';
import type { Scope } from './scope/scope.ts';
import type { Block, Expression, Reference, Statement, Step } from './syntax/tree.ts';
import { failure } from './template-error.ts';
import { combine, compareValues, rangeOf } from './values/operators.ts';
import { print } from './values/print.ts';
import { List, type Value } from './values/value.ts';

type Foreach = Extract<Statement, { kind: 'foreach' }>;

/** How a block ended: at its end, at a `#break`, at a `#stop`. */
export type Outcome = 'done' | 'break' | 'stop';

/** A `#break` or `#stop` inside a quoted text ends more than the text. */
class Interruption extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super(outcome);
    this.outcome = outcome;
  }
}

/** One run of one template. What is protected is what somebody who watches a run wants to see; it is not overridden to change anything. */
export class Interpreter {
  /** Where in the template the thing stands that is being done, for when it fails. */
  place = 0;
  private readonly scope: Scope;
  private readonly effort: Effort;
  private output = '';
  /** Blocks and quoted texts that are being rendered inside each other. */
  private depth = 0;
  private innermost: ForeachScope | undefined;

  constructor(scope: Scope, effort: Effort) {
    this.scope = scope;
    this.effort = effort;
  }

  run(block: Block): string {
    try {
      this.execute(block);
    } catch (thrown) {
      if (!(thrown instanceof Interruption)) throw thrown;
    }
    return this.output;
  }

  private execute(block: Block): Outcome {
    for (const statement of block) {
      const outcome = this.perform(statement);
      if (outcome !== 'done') return outcome;
    }
    return 'done';
  }

  protected perform(statement: Statement): Outcome {
    this.effort.spend(1);
    switch (statement.kind) {
      case 'text':
        return this.write(statement.text);
      case 'print': {
        this.output += statement.before;
        const value = this.read(statement.reference);
        return value instanceof DefinedBlock ? this.renderHere(value, statement.written) : this.write(print(value, this.effort));
      }
      case 'set': {
        const value = this.evaluate(statement.value);
        // Null is no value to assign: the old one stays (B-VTL-61). What is undefined has become '' by now (B-VTL-14).
        if (value !== null) this.assign(statement.target, value);
        return 'done';
      }
      case 'if':
        for (const { condition, body } of statement.branches) {
          if (this.holds(condition)) return this.execute(body);
        }
        return statement.otherwise ? this.execute(statement.otherwise) : 'done';
      case 'foreach':
        return this.loop(statement);
      case 'define':
        this.scope.set(statement.name, new DefinedBlock(statement.body, (block) => this.renderApart(block.body)));
        return 'done';
      case 'include':
        this.place = statement.at;
        throw failure(`#${statement.directive} finds no templates here.`);
      case 'break':
      case 'stop':
        return statement.kind;
    }
  }

  private write(text: string): 'done' {
    this.output += text;
    if (this.output.length > LIMITS.characters) throw tooMuch('Characters of a text', LIMITS.characters);
    return 'done';
  }

  /** A `#break` in a defined block ends that block only. */
  private renderHere(block: DefinedBlock, written: string): Outcome {
    const outcome = this.deeper(() => block.enter(() => this.execute(block.body)));
    if (!outcome) return this.write(written);
    return outcome === 'stop' ? 'stop' : 'done';
  }

  private renderApart(block: Block): string {
    const outside = this.output;
    this.output = '';
    try {
      const outcome = this.deeper(() => this.execute(block));
      if (outcome !== 'done') throw new Interruption(outcome);
      this.effort.readText(this.output.length);
      return this.output;
    } finally {
      this.output = outside;
    }
  }

  private deeper<Result>(work: () => Result): Result {
    if (this.depth === LIMITS.nesting) throw tooMuch('Blocks and quoted texts inside each other', LIMITS.nesting);
    this.depth += 1;
    try {
      return work();
    } finally {
      this.depth -= 1;
    }
  }

  /** The variable and the counters are the loop's own; whatever else is set inside stays set (B-VTL-33). */
  private loop({ variable, list, body, at }: Foreach): Outcome {
    const value = this.evaluate(list);
    const items = itemsOf(value);
    if (items.length === 0) return 'done';

    const before = { item: this.scope.get(variable), loop: this.scope.get('foreach'), innermost: this.innermost };
    const loop = new ForeachScope(before.loop ?? null);
    this.innermost = loop;
    this.scope.set('foreach', loop);
    try {
      const size = items.length;
      for (let index = 0; index !== items.length; index++) {
        this.place = at;
        this.effort.iterate(index);
        if (items.length !== size) throw failure('The list was changed while #foreach went through it.');
        loop.index = index;
        loop.hasNext = index + 1 < size;
        this.scope.set(variable, items[index]!);
        const outcome = this.execute(body);
        if (outcome === 'break') break;
        if (outcome === 'stop') return 'stop';
      }
    } catch (thrown) {
      if (!(thrown instanceof Interruption) || thrown.outcome !== 'break') throw thrown;
    } finally {
      this.innermost = before.innermost;
      this.scope.restore('foreach', before.loop);
      this.scope.restore(variable, before.item);
    }
    return 'done';
  }

  private evaluate(expression: Expression): Value {
    switch (expression.kind) {
      case 'constant':
        return expression.value;
      case 'reference':
        return this.read(expression);
      case 'quoted':
        return this.renderApart(expression.body);
      case 'list':
        this.place = expression.at;
        this.effort.makeList(expression.items.length);
        return new List(expression.items.map((item) => this.evaluate(item)));
      case 'map':
        this.place = expression.at;
        this.effort.makeList(expression.entries.length);
        return new Map(expression.entries.map(([key, value]) => [this.evaluate(key), this.evaluate(value)]));
      case 'range': {
        const from = this.evaluate(expression.from);
        const to = this.evaluate(expression.to);
        this.place = expression.at;
        return rangeOf(from, to, this.effort);
      }
      case 'not':
      case 'and':
      case 'or':
        return this.holds(expression);
      case 'compare': {
        let result = this.evaluate(expression.first);
        for (const { operator, operand } of expression.rest) result = compareValues(result, operator, this.evaluate(operand), this.effort);
        return result;
      }
      case 'calculate': {
        let result = this.evaluate(expression.first);
        for (const { operator, operand } of expression.rest) {
          const right = this.evaluate(operand);
          this.place = expression.at;
          result = combine(result, operator, right, this.effort);
        }
        return result;
      }
    }
  }

  /** Only false is false (B-VTL-13), and a literal or a sum: as a condition it is never looked at (B-VTL-32). */
  private holds(condition: Expression): boolean {
    switch (condition.kind) {
      case 'reference':
        return this.read(condition) !== false;
      case 'not':
        return !this.holds(condition.operand);
      case 'and':
        return condition.operands.every((operand) => this.holds(operand));
      case 'or':
        return condition.operands.some((operand) => this.holds(operand));
      case 'constant':
        return condition.value === true;
      case 'compare':
        return this.evaluate(condition) === true;
      default:
        return false;
    }
  }

  /** What is undefined or null reads as the empty text (B-VTL-10, B-VTL-11). */
  private read(reference: Reference): Value {
    return this.resolve(reference, reference.steps.length) ?? '';
  }

  /** The value after so many of its steps, or null if it ends before. */
  protected resolve({ name, steps }: Reference, length: number): Value {
    let value = this.scope.get(name) ?? this.legacyCounter(name);
    for (let index = 0; index < length && value !== null; index++) {
      const step: Step = steps[index]!;
      value = step.kind === 'property' ? propertyOf(value, step.name) : this.follow(value, step);
    }
    return value;
  }

  /** What loops were counted with before there was `$foreach` (B-VTL-34). */
  private legacyCounter(name: string): Value {
    if (name === 'velocityCount') return this.innermost?.count ?? null;
    if (name === 'velocityHasNext') return this.innermost?.hasNext ?? null;
    return null;
  }

  private follow(value: NonNullable<Value>, step: Exclude<Step, { kind: 'property' }>): Value {
    switch (step.kind) {
      case 'index': {
        const key = this.evaluate(step.key);
        this.place = step.at;
        return indexOf(value, key);
      }
      case 'call': {
        const args = step.args.map((arg) => this.evaluate(arg));
        this.place = step.at;
        return callMethod(value, step.name, args, this.effort) ?? null;
      }
    }
  }

  protected assign(target: Reference, value: Value): void {
    const last = target.steps.at(-1);
    if (!last) {
      this.scope.set(target.name, value);
      return;
    }
    const holder = this.resolve(target, target.steps.length - 1);
    if (holder === null) return;
    const key = last.kind === 'index' ? this.evaluate(last.key) : last.name;
    this.place = last.at;
    if (last.kind === 'index') setIndex(holder, key, value);
    else setProperty(holder, last.name, value);
  }
}

/** Of a map the values, of anything else than a list nothing (B-VTL-33). */
function itemsOf(value: Value): Value[] {
  if (value instanceof List) return value.items;
  if (value instanceof Map) return [...value.values()];
  return value instanceof ListIterator ? value.rest() : [];
}
