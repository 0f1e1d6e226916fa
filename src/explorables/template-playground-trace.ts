/**
 * What each reference of a template became in one run. The reference interpreter runs as it always does; this only looks on. Whoever wants
 * what a template gives asks `render`: printing a value for a look may run a block that the template defined.
 */
import type { TemplateInput } from '../../exercises/vtl/contract.ts';
import { Effort } from '../../solutions/vtl/effort.ts';
import { Interpreter, type Outcome } from '../../solutions/vtl/interpreter.ts';
import { createScope } from '../../solutions/vtl/scope/globals.ts';
import { Payload } from '../../solutions/vtl/scope/payload.ts';
import type { Scope } from '../../solutions/vtl/scope/scope.ts';
import { parse } from '../../solutions/vtl/syntax/parse.ts';
import type { Reference, Statement } from '../../solutions/vtl/syntax/tree.ts';
import { Fault } from '../../solutions/vtl/template-error.ts';
import { JavaDouble } from '../../solutions/vtl/values/double.ts';
import { print } from '../../solutions/vtl/values/print.ts';
import { List, type Value } from '../../solutions/vtl/values/value.ts';
import { MOST_VALUES, type Became, type Occurrence, type Shape } from './template-playground-occurrence.ts';
import { findReferences, type Found } from './template-playground-references.ts';

/** Kept of a printed value. */
const LONGEST_PRINTED = 160;
/** Occurrences that are watched. */
export const MOST_WATCHED = 200;
/** Characters that are printed only to be looked at. */
const MOST_PRINTED = 2_000_000;

/** @throws TemplateError of kind `syntax` or `limit`, if the template cannot be read. A run that fails gives what it came by before. */
export function traceReferences(template: string, input: TemplateInput): { occurrences: Occurrence[]; left: number } {
  const block = parse(template);
  const found = findReferences(template, block);
  const watched = found.slice(0, MOST_WATCHED);
  const effort = new Effort();
  const { scope } = createScope(input, new Payload(input.body), effort);
  const interpreter = new WatchedInterpreter(scope, effort, watched);
  try {
    interpreter.run(block);
  } catch (thrown) {
    if (!(thrown instanceof Fault || thrown instanceof RangeError)) throw thrown;
  }
  return { occurrences: watched.map((one) => interpreter.occurrence(one)), left: found.length - watched.length };
}

class WatchedInterpreter extends Interpreter {
  private readonly variables: Scope;
  private readonly seen: Map<Reference | Statement, { times: number; became: Became[] }>;
  private budget = MOST_PRINTED;
  /** The last target of a `#set` that led to nothing which could be given something. */
  private lost: Reference | undefined;

  constructor(scope: Scope, effort: Effort, watched: readonly Found[]) {
    super(scope, effort);
    this.variables = scope;
    this.seen = new Map(watched.map(({ node }) => [node, { times: 0, became: [] }]));
  }

  occurrence({ node, ...found }: Found): Occurrence {
    return { ...found, ...this.seen.get(node)! };
  }

  protected override perform(statement: Statement): Outcome {
    if (statement.kind !== 'set') {
      const seen = this.seen.get(statement);
      if (seen) seen.times++;
      return super.perform(statement);
    }
    const times = this.seen.get(statement.target)?.times;
    const outcome = super.perform(statement);
    // It came by, and nothing was assigned.
    if (times !== undefined && this.seen.get(statement.target)!.times === times) {
      this.note(statement.target, () => this.describeKept(statement.target));
    }
    return outcome;
  }

  protected override resolve(reference: Reference, length: number): Value {
    const value = super.resolve(reference, length);
    if (length === reference.steps.length) this.note(reference, () => this.describe(reference, value));
    else if (value === null) this.lost = reference;
    return value;
  }

  protected override assign(target: Reference, value: Value): void {
    super.assign(target, value);
    this.note(target, () => (this.lost === target ? { kind: 'lost' } : this.describe(target, value)));
    this.lost = undefined;
  }

  private note(reference: Reference, describe: () => Became): void {
    const seen = this.seen.get(reference);
    if (!seen) return;
    seen.times++;
    if (seen.became.length === MOST_VALUES) return;
    const became = describe();
    if (!sameBecame(seen.became.at(-1), became)) seen.became.push(became);
  }

  /** Looking where steps lead could do something. */
  private describeKept(target: Reference): Became {
    if (target.steps.length > 0) return { kind: 'kept' };
    return { kind: 'kept', old: this.describe(target, this.variables.get(target.name) ?? null) };
  }

  private describe({ name }: Reference, value: Value): Became {
    if (value === null) return { kind: (this.variables.get(name) ?? null) === null && !isCounter(name) ? 'no-variable' : 'nothing' };
    const shape = shapeOf(value);
    const printed = shape === 'block' || shape === 'helper' ? '' : this.print(value);
    return { kind: 'value', shape, printed: printed.slice(0, LONGEST_PRINTED), length: printed.length };
  }

  private print(value: Value): string {
    if (this.budget <= 0) return '…';
    try {
      const printed = print(value, new Effort());
      this.budget -= printed.length;
      return printed;
    } catch (thrown) {
      if (thrown instanceof Fault || thrown instanceof RangeError) return '…';
      throw thrown;
    }
  }
}

function isCounter(name: string): boolean {
  return name === 'velocityCount' || name === 'velocityHasNext';
}

function shapeOf(value: NonNullable<Value>): Shape {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'truth';
  if (typeof value === 'number' || typeof value === 'bigint') return 'whole number';
  if (value instanceof JavaDouble) return 'number with a point';
  if (value instanceof Map) return 'map';
  if (value instanceof List) return value.origin === 'json' ? 'list' : 'template list';
  return 'body' in value ? 'block' : 'helper';
}

function sameBecame(one: Became | undefined, other: Became): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
