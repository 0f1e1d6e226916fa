/** What the keys of the editor do, and what they are called on the reader’s keyboard. */

export type Keyboard = 'mac' | 'other';

export interface KeyUse {
  /** As CodeMirror writes keys: `Mod` is Cmd on a Mac, Ctrl elsewhere. Several are pressed one after the other. */
  keys: readonly string[];
  does: string;
}

export const KEY_USES: Readonly<Record<Keyboard, readonly KeyUse[]>> = {
  mac: uses('Mod-Shift-z'),
  other: uses('Mod-y'),
};

function uses(redo: string): KeyUse[] {
  return [
    { keys: ['Mod-Enter'], does: 'Run' },
    { keys: ['Escape', 'Tab'], does: 'Leave the editor' },
    { keys: ['Tab'], does: 'Indent, once you have typed' },
    { keys: ['Shift-Tab'], does: 'Indent less, once you have typed' },
    { keys: ['Mod-]'], does: 'Indent' },
    { keys: ['Mod-['], does: 'Indent less' },
    { keys: ['Mod-z'], does: 'Undo' },
    { keys: [redo], does: 'Redo' },
    { keys: ['Mod-/'], does: 'Comment the line, or take the comment off' },
    { keys: ['Mod-f'], does: 'Find and replace' },
    { keys: ['Mod-g'], does: 'Next match' },
    { keys: ['F8'], does: 'Next marked place' },
    { keys: ['Shift-F1'], does: 'Say what the name at the cursor is' },
    { keys: ['Alt-F12'], does: 'Go to where it is declared' },
    { keys: ['Ctrl-Space'], does: 'Propose how to go on' },
    { keys: ['Shift-Alt-f'], does: 'Format' },
    { keys: ['Alt-ArrowUp'], does: 'Move the line up' },
    { keys: ['Alt-ArrowDown'], does: 'Move the line down' },
    { keys: ['Shift-Alt-ArrowDown'], does: 'Copy the line' },
    { keys: ['Shift-Mod-k'], does: 'Delete the line' },
  ];
}

const NAMES: Readonly<Record<Keyboard, Readonly<Record<string, string>>>> = {
  mac: { Mod: 'Cmd', Alt: 'Option', ArrowUp: 'Up', ArrowDown: 'Down' },
  other: { Mod: 'Ctrl', ArrowUp: 'Up', ArrowDown: 'Down' },
};

const MODIFIERS = ['Mod', 'Ctrl', 'Alt', 'Shift'];

/** `['Ctrl', 'Shift', 'K']`: what is printed on the keys that are pressed together. */
export function keyNames(key: string, keyboard: Keyboard): string[] {
  const parts = key.split('-');
  const inOrder = [...MODIFIERS.filter((modifier) => parts.includes(modifier)), parts.at(-1)!];
  return inOrder.map((part) => NAMES[keyboard][part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

/** By the same sign as CodeMirror, so that what is said is what is bound. */
export function keyboardOf({ platform }: Pick<Navigator, 'platform'>): Keyboard {
  return /Mac|iPhone|iPad|iPod/.test(platform) ? 'mac' : 'other';
}
