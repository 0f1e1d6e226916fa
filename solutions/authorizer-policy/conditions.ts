/** Condition operators: each compares one text of the request with one value of the policy (B-AUT-20). */
import { covers } from './wildcard.ts';

interface Operator {
  /** Undefined: the request's text cannot be read. */
  compare(text: string, value: string): boolean | undefined;
  /** It holds where `compare` does not, for every value. */
  negated?: true;
  /** What is wrong with a value of the policy. */
  refuse?(value: string): string | undefined;
}

const same = (text: string, value: string) => text === value;

const STRINGS: Record<string, Operator> = {
  StringEquals: { compare: same },
  StringNotEquals: { compare: same, negated: true },
  StringEqualsIgnoreCase: { compare: (text, value) => text.toLowerCase() === value.toLowerCase() },
  StringLike: { compare: (text, value) => covers(value, text) },
  StringNotLike: { compare: (text, value) => covers(value, text), negated: true },
};

const NUMBERS: Record<string, Operator> = {
  NumericLessThan: ordered(numberIn, 'must be a number.', (text, value) => text < value),
  NumericGreaterThanEquals: ordered(numberIn, 'must be a number.', (text, value) => text >= value),
};

const DATES: Record<string, Operator> = {
  DateLessThan: ordered(dateIn, 'must be a date such as 2026-11-20T00:00:00Z.', (text, value) => text < value),
  DateGreaterThan: ordered(dateIn, 'must be a date such as 2026-11-20T00:00:00Z.', (text, value) => text > value),
};

const ADDRESSES: Record<string, Operator> = {
  IpAddress: { compare: inRange, refuse: refuseRange },
  NotIpAddress: { compare: inRange, negated: true, refuse: refuseRange },
};

export const OPERATORS: Record<string, Operator> = {
  ...STRINGS,
  ...NUMBERS,
  ...DATES,
  ...ADDRESSES,
  Bool: { compare: (text, value) => text.toLowerCase() === value.toLowerCase(), refuse: refuseBoolean },
  Null: { compare: () => undefined, refuse: refuseBoolean },
};

export function valueProblem(operator: string, value: string): string | undefined {
  return OPERATORS[operator]!.refuse?.(value);
}

/** @param text what the request says of the condition's key; undefined: nothing */
export function holds(operator: string, ifExists: boolean, values: readonly string[], text: string | undefined): boolean {
  if (operator === 'Null') return values.some((value) => (value.toLowerCase() === 'true') === (text === undefined));
  const { compare, negated = false } = OPERATORS[operator]!;
  if (text === undefined) return ifExists || negated;
  return values.some((value) => compare(text, value) === true) !== negated;
}

function ordered(read: (text: string) => number | undefined, complaint: string, isSo: (text: number, value: number) => boolean): Operator {
  return {
    compare(text, value) {
      const number = read(text);
      return number === undefined ? undefined : isSo(number, read(value)!);
    },
    refuse: (value) => (read(value) === undefined ? complaint : undefined),
  };
}

function numberIn(text: string): number | undefined {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function dateIn(text: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function refuseBoolean(value: string): string | undefined {
  return /^(true|false)$/i.test(value) ? undefined : 'must be true or false.';
}

/** First and last address of a range, as numbers. */
function rangeIn(text: string): [number, number] | undefined {
  const [address = '', bits = '32', ...rest] = text.split('/');
  const start = addressIn(address);
  if (start === undefined || rest.length > 0 || !/^\d{1,2}$/.test(bits) || Number(bits) > 32) return undefined;
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(start / size) * size;
  return [first, first + size - 1];
}

function addressIn(text: string): number | undefined {
  const parts = text.split('.');
  const isAddress = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
  return isAddress ? parts.reduce((number, part) => number * 256 + Number(part), 0) : undefined;
}

function inRange(text: string, value: string): boolean | undefined {
  const address = addressIn(text);
  const range = rangeIn(value)!;
  return address === undefined ? undefined : address >= range[0] && address <= range[1];
}

function refuseRange(value: string): string | undefined {
  return rangeIn(value) ? undefined : 'must be an IPv4 address or a range such as 203.0.113.0/24.';
}
