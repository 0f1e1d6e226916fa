/** Numbers that follow from facts and givens, worked out when the site is built. */
import { parse, type FunctionNode, type MathNode, type OperatorNode, type SymbolNode } from 'mathjs/number';
import { factById, type Ledger } from './ledger.ts';
import { unknown } from './nearest.ts';
import type { Fact } from './schema.ts';

const FUNCTIONS = ['min', 'max', 'round', 'floor', 'ceil'];
const OPERATORS = ['add', 'subtract', 'multiply', 'divide', 'unaryMinus'];

/** What a name in an expression stands for: a number that the scenario gives, or the id of a fact. */
export type SumNames = Readonly<Record<string, number | string>>;

export interface SumTerm {
  name: string;
  value: number;
  /** The fact behind the value; none when the scenario gives it. */
  fact?: Fact;
}

export interface SumResult {
  value: number;
  /** The names in the order in which they were given. */
  terms: SumTerm[];
}

/**
 * Evaluates `expression`: numbers, names, + - * /, parentheses and min, max, round, floor, ceil.
 * @throws Error that quotes the expression, when it cannot be read, a name or fact is unknown or never used, a fact is no number, or the result is not finite.
 */
export function evaluateSum(expression: string, names: SumNames, ledger: Ledger): SumResult {
  try {
    if (expression.trim() === '') throw new Error('is empty');
    const tree = parse(expression);
    const used = namesIn(tree);
    for (const name of used) if (!Object.hasOwn(names, name)) throw new Error(unknown('name', name, Object.keys(names)));
    const terms = Object.entries(names).map(([name, given]) => {
      if (!used.has(name)) throw new Error(`"${name}" is given but never used`);
      return termOf(name, given, ledger);
    });
    const value: unknown = tree.evaluate(new Map(terms.map((term) => [term.name, term.value])));
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`the result is ${value}, not a finite number`);
    // 0.1 + 0.2 is 0.3 to a reader.
    return { value: Number(value.toPrecision(12)), terms };
  } catch (cause) {
    throw new Error(`sum "${expression}": ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function termOf(name: string, given: number | string, ledger: Ledger): SumTerm {
  if (typeof given === 'number') return { name, value: given };
  const fact = factById(ledger, given);
  if (typeof fact.value !== 'number') throw new Error(`"${name}": fact "${given}" is no number but "${fact.value}"`);
  return { name, value: fact.value, fact };
}

/** The names that `tree` reads. Refuses everything that is not arithmetic, before anything is evaluated. */
function namesIn(tree: MathNode): Set<string> {
  const names = new Set<string>();
  const visit = (node: MathNode): void => {
    if (node.type === 'SymbolNode') names.add((node as SymbolNode).name);
    else if (node.type === 'FunctionNode') functionOf(node as FunctionNode).args.forEach(visit);
    else if (node.type === 'OperatorNode') operatorOf(node as OperatorNode).args.forEach(visit);
    else if (node.type === 'ParenthesisNode') node.forEach(visit);
    else if (node.type !== 'ConstantNode' || typeof (node as { value?: unknown }).value !== 'number') {
      throw new Error(
        `"${node.toString().replaceAll('\n', ' ')}" is not arithmetic: write numbers, names, + - * / ( ) and ${FUNCTIONS.join(', ')}`,
      );
    }
  };
  visit(tree);
  return names;
}

function functionOf(node: FunctionNode): FunctionNode {
  const name = String(node.fn);
  if (!FUNCTIONS.includes(name)) throw new Error(unknown('function', name, FUNCTIONS));
  if (node.args.length === 0) throw new Error(`${name}() needs a number`);
  return node;
}

function operatorOf(node: OperatorNode): OperatorNode {
  if (!OPERATORS.includes(node.fn)) throw new Error(`"${node.op}" is not allowed: write + - * /`);
  if (node.implicit) throw new Error(`"${node}" leaves out an operator: write the * between the factors`);
  return node;
}
