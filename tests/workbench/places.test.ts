import { describe, expect, it } from 'vitest';
import { readMessage } from '../../src/workbench/places.ts';

describe('a message names a place', () => {
  it('with the line and a caret below it', () => {
    expect(readMessage('Unexpected token.\nvtl.ts:12\n  const a = ;\n            ^')).toEqual({
      sentence: 'Unexpected token.',
      place: { path: 'vtl.ts', line: 12, column: 13 },
      excerpt: '  const a = ;',
    });
  });

  it('at an empty line', () => {
    expect(readMessage('Something is missing.\nvtl.ts:3\n\n^')).toMatchObject({ place: { line: 3, column: 1 }, excerpt: '' });
  });

  it('in front', () => {
    const message = "parts/tokens.ts:3 imports 'fs'.";
    expect(readMessage(message)).toEqual({ sentence: message, place: { path: 'parts/tokens.ts', line: 3 } });
  });

  it('behind what was thrown, whatever that says', () => {
    const message = 'Your code threw Error: see (contract.ts, line 1)\nand (vtl.ts, line 99) (vtl.ts, line 7).';
    expect(readMessage(message)).toEqual({ sentence: message, place: { path: 'vtl.ts', line: 7 } });
  });

  it('or none', () => {
    expect(readMessage('Your code did not return within 2 s.')).toEqual({ sentence: 'Your code did not return within 2 s.' });
  });
});
