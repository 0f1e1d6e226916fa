import { describe, expect, it } from 'vitest';
import { cut, harmless, shortened, wrap, wrapCode } from '../../src/grader/report/layout.ts';
import { lookOf } from '../../src/grader/report/look.ts';

describe('text from a submission', () => {
  it('cannot steer the terminal', () => {
    expect(harmless('\u001B[2J\u009B1A\rover\u0007\u202Edlrow')).toBe('\\x1b[2J\\x9b1A\\x0dover\\x07\\x202edlrow');
  });

  it('keeps its lines, whichever way they end', () => {
    expect(harmless('one\r\ntwo\n\tthree')).toBe('one\ntwo\n  three');
  });
});

describe('lines', () => {
  it('break between words', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  });

  it('keep a word that is longer than a line', () => {
    expect(wrap('a verylongword', 6)).toEqual(['a', 'verylongword']);
  });

  it('keep the breaks that they had', () => {
    expect(wrap('one\n\ntwo', 20)).toEqual(['one', '', 'two']);
  });

  it('of code break outside of strings', () => {
    expect(wrapCode("  say('one two three', 'four five')", 26)).toEqual(["  say('one two three',", "    'four five')"]);
  });

  it('of code that are short enough stay as they are', () => {
    expect(wrapCode('say()\n  │ one   two', 20)).toEqual(['say()', '  │ one   two']);
  });

  it('are left out in the middle when there are too many', () => {
    const lines = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
    expect(shortened(lines, 4, (count) => `${count} more`)).toEqual(['1', '6 more', '8', '9']);
  });

  it('are all shown where the note would save only a few', () => {
    const lines = ['1', '2', '3', '4', '5', '6', '7', '8'];
    expect(shortened(lines, 4, (count) => `${count} more`)).toEqual(lines);
  });

  it('are cut where no break is possible', () => {
    expect([cut('corridor', 8), cut('corridor', 5)]).toEqual(['corridor', 'corr…']);
  });
});

describe('the look', () => {
  const terminal = { isTTY: true, columns: 120 };

  it.each([
    ['a pipe', {}, {}, 'linux', { width: 80, colors: 'none', live: false }],
    ['a terminal', terminal, { TERM: 'xterm-256color' }, 'linux', { width: 100, colors: 'rich', unicode: true, live: true }],
    ['a narrow terminal', { ...terminal, columns: 60 }, { TERM: 'xterm' }, 'linux', { width: 60, colors: 'basic' }],
    ['NO_COLOR', terminal, { TERM: 'xterm-256color', NO_COLOR: '1' }, 'linux', { colors: 'none', live: true }],
    ['FORCE_COLOR in a pipe', {}, { FORCE_COLOR: '1' }, 'linux', { colors: 'basic', live: false }],
    ['FORCE_COLOR=0', terminal, { TERM: 'xterm-256color', FORCE_COLOR: '0' }, 'linux', { colors: 'none' }],
    ['a dumb terminal', terminal, { TERM: 'dumb' }, 'linux', { colors: 'none', live: false }],
    ['Windows Terminal', terminal, { WT_SESSION: 'x' }, 'win32', { unicode: true }],
    ['the old Windows console', terminal, {}, 'win32', { unicode: false }],
    ['the Linux console', terminal, { TERM: 'linux' }, 'linux', { unicode: false }],
  ] as const)('of %s', (_, stream, env, platform, look) => {
    expect(lookOf(stream, env, platform)).toMatchObject(look);
  });
});
