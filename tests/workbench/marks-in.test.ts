import { describe, expect, it } from 'vitest';
import type { ExerciseVerdict } from '../../src/grader/verdict.ts';
import { marksIn } from '../../src/workbench/marks-in.ts';

function verdict(message: string | undefined, ...broken: string[]): ExerciseVerdict {
  const tests = broken.map((said, index) => ({ name: `rule ${index}`, status: 'failed' as const, message: said, ms: 1 }));
  return {
    exercise: 'vtl',
    earned: 0,
    points: 100,
    status: 'failed',
    ...(message !== undefined && { message }),
    concepts: [{ id: 'text', title: 'Text', points: 10, status: tests.length > 0 ? 'failed' : 'passed', tests }],
  };
}

describe('a verdict marks a file', () => {
  it('where it cannot be read', () => {
    expect(marksIn(verdict('Unexpected token.\nvtl.ts:12\n  const a = ;\n            ^'), 'vtl.ts')).toEqual([
      { line: 12, column: 13, message: 'Unexpected token.' },
    ]);
  });

  it('where it imports what it may not', () => {
    const message = "vtl.ts:3 imports 'fs'. A submission imports only files of its own folder: './file.ts'.";
    expect(marksIn(verdict(message), 'vtl.ts')).toEqual([{ line: 3, message }]);
  });

  it('where it threw, once for each thing that it threw there', () => {
    const message = 'Your code threw TypeError: no desk (vtl.ts, line 7).';
    expect(marksIn(verdict(undefined, message, message, 'Your code answers differently.'), 'vtl.ts')).toEqual([{ line: 7, message }]);
  });

  it('and no other', () => {
    expect(marksIn(verdict('Unexpected token.\ntokens.ts:12\nconst a = ;\n          ^'), 'vtl.ts')).toEqual([]);
    expect(marksIn(verdict(undefined), 'vtl.ts')).toEqual([]);
  });
});
