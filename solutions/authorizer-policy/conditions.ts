/** Condition operators: each makes a test of one value of the policy, for the texts of requests (B-AUT-20). */
import { rangeOf } from './addresses.ts';
import { coverOf } from './wildcard.ts';

/** Whether a text of the request fits. One that cannot be read does not. */
type Test = (text: string) => boolean;

interface Operator {
  /** The test of a value, or what is wrong with the value. */
  testOf(value: string): Test | { problem: string };
  /** It holds where none of its tests does. */
  negated?: true;
}

export interface Condition {
  /** Name of the context key, in small letters. */
  key: string;
  tests: Test[];
  negated: boolean;
  /** Whether it holds for a request that says nothing of the key. */
  holdsWithoutKey: boolean;
}

const COMPARISONS: Record<string, { isSo(left: number, right: number): boolean; negated?: true }> = {
  Equals: { isSo: (left, right) => left === right },
  NotEquals: { isSo: (left, right) => left === right, negated: true },
  LessThan: { isSo: (left, right) => left < right },
  LessThanEquals: { isSo: (left, right) => left <= right },
  GreaterThan: { isSo: (left, right) => left > right },
  GreaterThanEquals: { isSo: (left, right) => left >= right },
};

const OPERATORS: Record<string, Operator> = {
  StringEquals: { testOf: equals },
  StringNotEquals: { testOf: equals, negated: true },
  StringEqualsIgnoreCase: { testOf: equalsIgnoringCase },
  StringNotEqualsIgnoreCase: { testOf: equalsIgnoringCase, negated: true },
  StringLike: { testOf: coverOf },
  StringNotLike: { testOf: coverOf, negated: true },
  ...ordered('Numeric', numberIn, 'must be a number.'),
  ...ordered('Date', dateIn, 'must be a date such as 2026-11-20T00:00:00Z.'),
  IpAddress: { testOf: rangeTest },
  NotIpAddress: { testOf: rangeTest, negated: true },
  Bool: { testOf: (value) => (isBoolean(value) ? equalsIgnoringCase(value) : NO_BOOLEAN) },
};

const NO_BOOLEAN = { problem: 'must be true or false.' };

export const OPERATOR_NAMES = [...Object.keys(OPERATORS), 'Null'];

/** Whether there is an operator of this name, with or without `IfExists`. */
export function isOperator(name: string): boolean {
  return name === 'Null' || Object.hasOwn(OPERATORS, baseOf(name));
}

function baseOf(name: string): string {
  return name.replace(/IfExists$/, '');
}

/**
 * A condition on one key.
 * @param refuse throws; `index` is that of the value to blame
 */
export function conditionOf(
  name: string,
  key: string,
  values: readonly string[],
  refuse: (problem: string, index: number) => never,
): Condition {
  if (name === 'Null') {
    const odd = values.findIndex((value) => !isBoolean(value));
    if (odd >= 0) refuse(NO_BOOLEAN.problem, odd);
    const mayBe = (missing: string) => values.some((value) => value.toLowerCase() === missing);
    return { key: key.toLowerCase(), tests: [() => mayBe('false')], negated: false, holdsWithoutKey: mayBe('true') };
  }
  const { testOf, negated = false } = OPERATORS[baseOf(name)]!;
  const tests = values.map((value, index) => {
    const test = testOf(value);
    return typeof test === 'function' ? test : refuse(test.problem, index);
  });
  return { key: key.toLowerCase(), tests, negated, holdsWithoutKey: negated || name.endsWith('IfExists') };
}

/** @param text what the request says of the condition's key; undefined: nothing */
export function holds({ tests, negated, holdsWithoutKey }: Condition, text: string | undefined): boolean {
  return text === undefined ? holdsWithoutKey : tests.some((test) => test(text)) !== negated;
}

function equals(value: string): Test {
  return (text) => text === value;
}

function equalsIgnoringCase(value: string): Test {
  const wanted = value.toLowerCase();
  return (text) => text.toLowerCase() === wanted;
}

/** The six operators that compare what `read` reads. @param problem what is wrong with a value that it cannot read */
function ordered(type: string, read: (text: string) => number | undefined, problem: string): Record<string, Operator> {
  const operators = Object.entries(COMPARISONS).map(([name, { isSo, ...rest }]) => {
    const testOf = (value: string): Test | { problem: string } => {
      const limit = read(value);
      if (limit === undefined) return { problem };
      return (text) => {
        const found = read(text);
        return found !== undefined && isSo(found, limit);
      };
    };
    return [type + name, { testOf, ...rest }] as const;
  });
  return Object.fromEntries(operators);
}

function numberIn(text: string): number | undefined {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** Also refuses days that their month does not have, which `Date.parse` takes for the first of the next. */
function dateIn(text: string): number | undefined {
  const [, day] = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?$/.exec(text) ?? [];
  const time = day === undefined ? Number.NaN : Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day!) ? time : undefined;
}

function isBoolean(value: string): boolean {
  return /^(true|false)$/i.test(value);
}

function rangeTest(value: string): Test | { problem: string } {
  return rangeOf(value) ?? { problem: 'must be an address or a range such as 203.0.113.0/24 or 2001:db8::/32.' };
}
