/** What a caller reads when a REST API refuses or fails: read from the ledger when the site is built. */
import { factById, type Ledger } from '../facts/ledger.ts';
import { REFUSALS, type Refusal } from './request-way.ts';

/** A value of the ledger, and how sure it is where that is not high. */
export interface Said<Value> {
  value: Value;
  doubt?: string;
}

export interface ReplyFacts {
  status: Said<number>;
  /** The x-amzn-ErrorType header. Undefined: no record of it. */
  errorType?: Said<string>;
  body: Said<string>;
}

export type Replies = Record<Refusal, ReplyFacts>;

const FACTS: Record<Refusal, { status: string; errorType?: string; body: string }> = {
  'unknown-unsigned': { status: 'unknown-path-status', errorType: 'unknown-path-error-type', body: 'unsigned-body' },
  'unknown-signed': {
    status: 'unknown-path-status',
    errorType: 'unreadable-signature-error-type',
    body: 'unreadable-signature-body',
  },
  unauthorized: { status: 'unauthorized-status', errorType: 'unauthorized-error-type', body: 'unauthorized-body' },
  denied: { status: 'denied-status', errorType: 'denied-error-type', body: 'denied-implicit-body' },
  'authorizer-unreadable': {
    status: 'authorizer-output-status',
    errorType: 'authorizer-output-error-type',
    body: 'authorizer-output-body',
  },
  'bad-key': { status: 'invalid-key-status', errorType: 'invalid-key-error-type', body: 'invalid-key-body' },
  throttled: { status: 'throttled-status', errorType: 'throttled-error-type', body: 'throttled-body' },
  'quota-spent': { status: 'quota-exceeded-status', errorType: 'quota-exceeded-error-type', body: 'quota-exceeded-body' },
  'parameter-missing': { status: 'validation-status', body: 'validation-missing-parameter-body' },
  'body-invalid': { status: 'validation-status', errorType: 'validation-error-type', body: 'validation-invalid-body' },
  'lambda-throttled': { status: 'lambda-throttled-status', body: 'lambda-throttled-body' },
  timeout: { status: 'timeout-status', body: 'timeout-body' },
  malformed: { status: 'malformed-proxy-status', errorType: 'malformed-proxy-error-type', body: 'proxy-malformed-body' },
};

/** @throws Error that names the nearest fact when one is missing, or the fact that is of the wrong kind */
export function repliesOf(ledger: Ledger): Replies {
  const said = <Value>(id: string, isRight: (value: unknown) => value is Value): Said<Value> => {
    const { value, confidence } = factById(ledger, id);
    if (!isRight(value)) throw new Error(`fact "${id}" is "${value}", which cannot stand in a reply`);
    return { value, ...(confidence !== 'high' && { doubt: `${confidence} confidence` }) };
  };
  const reply = (refusal: Refusal): ReplyFacts => {
    const { status, errorType, body } = FACTS[refusal];
    return { status: said(status, isNumber), ...(errorType && { errorType: said(errorType, isText) }), body: said(body, isText) };
  };
  return Object.fromEntries(REFUSALS.map((refusal) => [refusal, reply(refusal)])) as Replies;
}

/** How sure it is who pays for a call, where that is not high. */
export type Doubts = Partial<Record<'free' | 'probably' | 'kept', string>>;

const BILLING_FACTS = { free: 'price-refused-calls', probably: 'validation-refusals-free', kept: 'price-cached-calls' };

export function doubtsOf(ledger: Ledger): Doubts {
  return Object.fromEntries(
    Object.entries(BILLING_FACTS).flatMap(([name, id]) => {
      const { confidence } = factById(ledger, id);
      return confidence === 'high' ? [] : [[name, `${confidence} confidence`]];
    }),
  );
}

const isNumber = (value: unknown) => typeof value === 'number';
const isText = (value: unknown) => typeof value === 'string';
