/** What is said below the editor. */
import { keyNames, type Keyboard } from './keys.ts';

/** `plain`: the field that stands there before the editor has come, or in its place. */
export type TabDoes = 'indents' | 'leaves' | 'plain';

const TAB: Readonly<Record<TabDoes, string>> = {
  indents: 'Tab indents; Escape, then Tab leaves the editor.',
  leaves: 'Tab leaves the editor; once you have typed, it indents.',
  plain: 'Tab leaves the field.',
};

export function hintSentence(tab: TabDoes, runs: boolean, readonly: boolean, keyboard: Keyboard): string {
  const run = `${keyNames('Mod-Enter', keyboard).join('-')} runs your code.`;
  return [readonly && 'Read only.', runs && run, readonly ? TAB.plain : TAB[tab]].filter(Boolean).join(' ');
}

export const NO_EDITOR = 'Colors and line numbers could not be loaded. What you write here counts all the same.';

/** `byKey`: whether a key goes through them. */
export function markedSentence(count: number, byKey: boolean): string {
  const are = count === 1 ? '1 place is marked.' : `${count} places are marked.`;
  return byKey ? `${are} F8 goes to the next.` : are;
}

/** `saved`: the browser asks to load nothing that can be done without. */
export type TypesAre = 'here' | 'saved' | 'failed';

const STILL_GRADED = 'There are no warnings, completions or types to look up; what you write is graded all the same.';

/** What the help says of types, where there is something to say. */
export const NO_TYPES: Readonly<Partial<Record<TypesAre, string>>> = {
  saved: `Your browser saves data, so the compiler was not loaded. ${STILL_GRADED}`,
  failed: `The compiler could not be loaded. ${STILL_GRADED}`,
};

/** They are marked in the text, and none keeps a run from happening. */
export function warnedSentence(count: number): string {
  if (count === 0) return 'No type warnings';
  return count === 1 ? '1 type warning' : `${count} type warnings`;
}

export const READING_TYPES = 'The types are being read.';

export const ALREADY_FORMATTED = 'It is formatted already.';
export const NO_FORMATTER = 'The formatter could not be loaded. Try again when you are online.';

/** Why nothing was formatted. */
export function unreadSentence({ line, reason }: { line: number; reason: string }): string {
  return `Nothing was formatted, because line ${line} cannot be read: ${reason}.`;
}
