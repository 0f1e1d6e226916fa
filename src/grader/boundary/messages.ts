import type { Encoded } from './values.ts';

/**
 * What judge and subject say to each other: JSON texts, one message each. Values inside are encoded by `encode.ts`.
 *
 * A subject can send whatever it likes. Nothing it says is believed for more than the answer to the call that it answers.
 */

/** One call of a run. Its result can be the target of later steps, under its number, until a run begins afresh. */
export type Step = [
  number: number,
  /** The step whose result holds the method; null: the exports of the submission. */
  target: number | null,
  method: string,
  /** One encoded array. */
  args: Encoded,
  /** A promise is no answer. */
  atOnce?: boolean,
];

export type ToSubject =
  /** Carry these steps out in order, each after the one before has settled. Afresh: results of earlier runs are not needed any more. */
  | ['run', run: number, steps: Step[], afresh?: boolean]
  /** A function of the judge has settled. */
  | ['settle', callback: number, returned: boolean, value: Encoded];

export type StepResult =
  | ['returned', value: Encoded, printed?: PrintedLine[]]
  | ['threw', value: Encoded, printed?: PrintedLine[]]
  /** The submission has no such export, or the result has no such method. */
  | ['missing', available: string[], printed?: PrintedLine[]]
  /** It gave a promise where that is no answer. */
  | ['promised', content: null, printed?: PrintedLine[]];

/** What one call of `console` printed: an encoded array of its arguments. */
export type PrintedLine = [level: 'log' | 'info' | 'debug' | 'warn' | 'error', args: Encoded];

export type FromSubject =
  /** The submission is loaded. */
  | ['ready', exports: string[], printed: PrintedLine[]]
  /** It threw while it was loaded, or could not be linked. */
  | ['refused', error: Encoded, printed: PrintedLine[]]
  | ['ran', run: number, results: StepResult[]]
  | ['call', callback: number, fn: number, args: Encoded];
