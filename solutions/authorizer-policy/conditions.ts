/** Condition operators: each makes a test of one value of the policy, for the texts of requests (B-AUT-20). */
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

const equals: Operator['testOf'] = (value) => (text) => text === value;

const OPERATORS: Record<string, Operator> = {
  StringEquals: { testOf: equals },
  StringNotEquals: { testOf: equals, negated: true },
  StringEqualsIgnoreCase: { testOf: (value) => (text) => text.toLowerCase() === value.toLowerCase() },
  StringLike: { testOf: coverOf },
  StringNotLike: { testOf: coverOf, negated: true },
  NumericLessThan: { testOf: compared(numberIn, 'must be a number.', (number, limit) => number < limit) },
  NumericGreaterThanEquals: { testOf: compared(numberIn, 'must be a number.', (number, limit) => number >= limit) },
  DateLessThan: { testOf: compared(dateIn, 'must be a date such as 2026-11-20T00:00:00Z.', (date, limit) => date < limit) },
  DateGreaterThan: { testOf: compared(dateIn, 'must be a date such as 2026-11-20T00:00:00Z.', (date, limit) => date > limit) },
  IpAddress: { testOf: rangeTest },
  NotIpAddress: { testOf: rangeTest, negated: true },
  Bool: { testOf: (value) => (isBoolean(value) ? (text) => text.toLowerCase() === value.toLowerCase() : NO_BOOLEAN) },
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

function compared(
  read: (text: string) => number | undefined,
  problem: string,
  isSo: (text: number, value: number) => boolean,
): Operator['testOf'] {
  return (value) => {
    const limit = read(value);
    if (limit === undefined) return { problem };
    return (text) => {
      const number = read(text);
      return number !== undefined && isSo(number, limit);
    };
  };
}

function numberIn(text: string): number | undefined {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function dateIn(text: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function isBoolean(value: string): boolean {
  return /^(true|false)$/i.test(value);
}

function rangeTest(value: string): Test | { problem: string } {
  const [network = '', bits = '32', ...rest] = value.split('/');
  const start = addressIn(network);
  if (start === undefined || rest.length > 0 || !/^\d{1,2}$/.test(bits) || Number(bits) > 32)
    return { problem: 'must be an IPv4 address or a range such as 203.0.113.0/24.' };
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(start / size) * size;
  return (text) => {
    const address = addressIn(text);
    return address !== undefined && address >= first && address < first + size;
  };
}

function addressIn(text: string): number | undefined {
  const parts = text.split('.');
  const isAddress = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
  return isAddress ? parts.reduce((number, part) => number * 256 + Number(part), 0) : undefined;
}
