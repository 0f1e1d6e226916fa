/** A line of a worked sum, in words. */
export interface SumLine {
  /** What is worked out, as the start of a line: `Tokens at the start`. */
  what: string;
  /** How it comes about: `rate 1,000 × 1 s`. */
  formula: string;
  result: string;
}
