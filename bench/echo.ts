/** The least that a submission can do, and two ways to call it. */
export interface Echo {
  echo(value: number): number;
}

export const ECHO = 'export const echo = (value) => value;';

/** Calls that are waited for one after the other, a message each; and calls that travel in one message. */
export const ALONE = 1_000;
export const TOGETHER = 10_000;

type Call = (value: number) => Promise<number>;

/** @returns how many were made */
export async function oneByOne(count: number, call: Call): Promise<number> {
  for (let i = 0; i < count; i++) await call(i);
  return count;
}

export function sideBySide(count: number, call: Call): Promise<number[]> {
  return Promise.all(Array.from({ length: count }, (_, i) => call(i)));
}
