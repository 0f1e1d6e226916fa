/** Numbers that follow from facts and givens, worked out when the site is built. */
import { parse, type FunctionNode, type MathNode, type OperatorNode, type SymbolNode } from 'mathjs/number';
import { factById, type Ledger } from './ledger.ts';
import { unknown } from './nearest.ts';
import type { Fact } from './schema.ts';
import { priceOf, type Tier } from './tier-prices.ts';

const FUNCTIONS = ['min', 'max', 'round', 'floor', 'ceil', 'price'];
const OPERATORS = ['add', 'subtract', 'multiply', 'divide', 'unaryMinus'];

/** What a name in an expression stands for: a number that the scenario gives, or the id of a fact. */
export type SumNames = Readonly<Record<string, number | string>>;

export interface SumTerm {
  name: string;
  value: number;
  /** The fact behind the value; none when the scenario gives it. */
  fact?: Fact;
  /** All prices of the fact, where the sum goes through them. The value is the first of them. */
  tiers?: readonly Tier[];
}

export interface SumResult {
  value: number;
  /** The names in the order in which they were given. */
  terms: SumTerm[];
}

/**
 * Evaluates `expression`: numbers, names, + - * /, parentheses and min, max, round, floor, ceil. `price(name, amount)` is what an amount costs
 * by the tiers of the fact that the name stands for.
 * @throws Error that quotes the expression, when it cannot be read, a name or fact is unknown or never used, a fact is no number, or the result is not finite.
 */
export function evaluateSum(expression: string, names: SumNames, ledger: Ledger): SumResult {
  try {
    if (expression.trim() === '') throw new Error('is empty');
    const tree = parse(expression);
    const { plain, tiered } = namesIn(tree);
    const used = new Set([...plain, ...tiered]);
    for (const name of used) if (!Object.hasOwn(names, name)) throw new Error(unknown('name', name, Object.keys(names)));
    for (const name of tiered) if (plain.has(name)) throw new Error(`"${name}" is a price by tiers in one place and a number in another`);
    const terms = Object.entries(names).map(([name, given]) => {
      if (!used.has(name)) throw new Error(`"${name}" is given but never used`);
      return tiered.has(name) ? tieredTermOf(name, given, ledger) : termOf(name, given, ledger);
    });
    // Names with tiers stand for their place among the terms: an expression handles numbers only.
    const scope = new Map<string, unknown>(terms.map(({ name, value, tiers }, index) => [name, tiers ? index : value]));
    if (tiered.size > 0) {
      if (scope.has('price')) throw new Error('"price" names a number and a function here: give the number another name');
      scope.set('price', (index: number, amount: number) => priceOf(terms[index]!.tiers!, amount));
    }
    const value: unknown = tree.evaluate(scope);
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

function tieredTermOf(name: string, given: number | string, ledger: Ledger): SumTerm {
  const term = termOf(name, given, ledger);
  const tiers = term.fact?.tiers;
  if (!tiers)
    throw new Error(
      `"${name}": ${term.fact ? `fact "${term.fact.id}" has no tiers` : 'a number has no tiers'}, so price() cannot go through them`,
    );
  return { ...term, tiers };
}

/** The names that `tree` reads as numbers, and those whose tiers it goes through. Refuses everything that is not arithmetic, before anything is evaluated. */
function namesIn(tree: MathNode): { plain: Set<string>; tiered: Set<string> } {
  const plain = new Set<string>();
  const tiered = new Set<string>();
  const visit = (node: MathNode): void => {
    if (node.type === 'SymbolNode') plain.add((node as SymbolNode).name);
    else if (node.type === 'FunctionNode') {
      const { fn, args } = functionOf(node as FunctionNode);
      if (String(fn) === 'price') {
        const [of, amount] = args;
        if (args.length !== 2 || of!.type !== 'SymbolNode') throw new Error('price() takes the name of a fact with tiers and an amount');
        tiered.add((of as SymbolNode).name);
        visit(amount!);
      } else args.forEach(visit);
    } else if (node.type === 'OperatorNode') operatorOf(node as OperatorNode).args.forEach(visit);
    else if (node.type === 'ParenthesisNode') node.forEach(visit);
    else if (node.type !== 'ConstantNode' || typeof (node as { value?: unknown }).value !== 'number') {
      throw new Error(
        `"${node.toString().replaceAll('\n', ' ')}" is not arithmetic: write numbers, names, + - * / ( ) and ${FUNCTIONS.join(', ')}`,
      );
    }
  };
  visit(tree);
  return { plain, tiered };
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
