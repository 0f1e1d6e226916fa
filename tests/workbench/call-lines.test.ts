import { expect, it } from 'vitest';
import { callLines, printedLines } from '../../src/workbench/call-lines.ts';

it('what a call gave and what it printed stands with it', () => {
  const input = "const bell = createBell('a // b')\nbell.press(0)  // → true  × 3\n  │ ding\n  │ \nbell.press(\n  { at: 1 },\n)";
  expect(callLines(input)).toEqual([
    { text: "const bell = createBell('a // b')" },
    { text: 'bell.press(0)', gave: '// → true  × 3' },
    { text: 'ding', printed: true },
    { text: '', printed: true },
    { text: 'bell.press(' },
    { text: '  { at: 1 },' },
    { text: ')' },
  ]);
});

it('so does the moment that it names', () => {
  expect(callLines('bell.press(1795392000000)  // at 2026-11-23T00:00:00Z  → true')).toEqual([
    { text: 'bell.press(1795392000000)', gave: '// at 2026-11-23T00:00:00Z  → true' },
  ]);
});

it('nothing that was printed can act on the page', () => {
  expect(printedLines('a\u202Eb\u0007\r\nc\n\n')).toEqual([
    { text: 'a\\x202eb\\x07', printed: true },
    { text: 'c', printed: true },
  ]);
});
