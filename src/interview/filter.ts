/** Which questions a reader wants to see. */

export interface Wanted {
  /** As typed: every word must be there, in any order. */
  text: string;
  /** File of a lesson without its ending; empty for all. */
  lesson: string;
  /** Empty for all. */
  level: string;
}

export interface Listed {
  /** What the words are looked for in. */
  text: string;
  lesson: string;
  level: string;
}

export function isWanted({ text, lesson, level }: Listed, wanted: Wanted): boolean {
  if (wanted.lesson !== '' && wanted.lesson !== lesson) return false;
  if (wanted.level !== '' && wanted.level !== level) return false;
  const searched = text.toLowerCase();
  return wanted.text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => searched.includes(word));
}
