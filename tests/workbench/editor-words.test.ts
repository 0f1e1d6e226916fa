import { describe, expect, it } from 'vitest';
import { hintSentence, markedSentence, unreadSentence, warnedSentence } from '../../src/workbench/editor-words.ts';
import { keyboardOf, keyNames } from '../../src/workbench/keys.ts';
import { contrast } from '../shell/support/contrast.ts';
import { paletteOf } from '../shell/support/palette.ts';

describe('keys', () => {
  it('are called what is printed on them', () => {
    expect([keyNames('Mod-Enter', 'mac'), keyNames('Mod-Enter', 'other')]).toEqual([
      ['Cmd', 'Enter'],
      ['Ctrl', 'Enter'],
    ]);
    expect([keyNames('Shift-Alt-ArrowDown', 'mac'), keyNames('Shift-Alt-ArrowDown', 'other')]).toEqual([
      ['Option', 'Shift', 'Down'],
      ['Alt', 'Shift', 'Down'],
    ]);
    expect(keyNames('Mod-z', 'other')).toEqual(['Ctrl', 'Z']);
  });

  it.each([
    ['MacIntel', 'mac'],
    ['iPhone', 'mac'],
    ['Win32', 'other'],
    ['Linux x86_64', 'other'],
  ])('of %s are those of %s', (platform, keyboard) => {
    expect(keyboardOf({ platform })).toBe(keyboard);
  });
});

describe('the sentence below the editor', () => {
  it('says how to run and how to leave', () => {
    expect(hintSentence('indents', true, false, 'other')).toBe(
      'Ctrl-Enter runs your code. Tab indents; Escape, then Tab leaves the editor.',
    );
    expect(hintSentence('leaves', true, false, 'mac')).toBe(
      'Cmd-Enter runs your code. Tab leaves the editor; once you have typed, it indents.',
    );
  });

  it('says only what is so', () => {
    expect(hintSentence('plain', false, false, 'other')).toBe('Tab leaves the field.');
    expect(hintSentence('leaves', false, true, 'other')).toBe('Read only. Tab leaves the field.');
  });
});

it('counts the marks', () => {
  expect([markedSentence(1, false), markedSentence(3, true)]).toEqual(['1 place is marked.', '3 places are marked. F8 goes to the next.']);
});

it('counts the warnings', () => {
  expect([0, 1, 3].map(warnedSentence)).toEqual(['No type warnings', '1 type warning', '3 type warnings']);
});

it('says which line keeps the formatter from its work', () => {
  expect(unreadSentence({ line: 2, reason: 'Unexpected token' })).toBe(
    'Nothing was formatted, because line 2 cannot be read: Unexpected token.',
  );
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const palette = paletteOf(theme);

  it.each(['ink', 'ink-soft', 'code-word', 'code-value', 'code-comment'])('%s can be read on the line with the cursor', (token) => {
    expect(contrast(palette[token]!, palette['sunk']!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['raised', 'sunk'])('a selection is seen on %s', (surface) => {
    expect(contrast(palette['code-word']!, palette[surface]!)).toBeGreaterThanOrEqual(3);
  });

  it('what is selected can be read', () => {
    expect(contrast(palette['raised']!, palette['code-word']!)).toBeGreaterThanOrEqual(7);
  });
});
