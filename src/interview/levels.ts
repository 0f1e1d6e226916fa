/** The interviews in which a question is asked: a first call, one with an engineer of the team, one for somebody who decides. */
export const LEVELS = ['screening', 'mid', 'senior'] as const;

export type Level = (typeof LEVELS)[number];

/** A level or a rating at the start of a line: `mid` is `Mid`. */
export function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
