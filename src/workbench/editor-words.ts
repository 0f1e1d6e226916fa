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
