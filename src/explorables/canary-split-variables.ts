/** Variables of a stage with a canary’s laid over them (facts `canary-overrides-merge`, `stage-variable-missing`; B-CAN-01, B-CAN-03). */

export interface Variable {
  name: string;
  /** On the stage; empty: not there. */
  stage: string;
  /** In the overrides; empty: not there. */
  override: string;
}

export const VARIABLES: readonly Variable[] = [
  { name: 'alias', stage: 'live', override: 'next' },
  { name: 'table', stage: 'rooms', override: '' },
  { name: 'rounding', stage: '', override: 'new' },
];

/** What a template prints for it; empty: nothing. */
export function printed({ stage, override }: Variable): { rest: string; canary: string } {
  return { rest: stage, canary: override || stage };
}

/** What a value may not have; undefined: nothing of it. @param others characters besides letters and digits, from the ledger */
export function wrongCharacter(value: string, others: string): string | undefined {
  return [...value].find((character) => !/[A-Za-z0-9]/.test(character) && !others.includes(character));
}
