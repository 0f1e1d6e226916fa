import { describe, expect, it } from 'vitest';
import { judge, type Answer, type QuestionKey } from '../../src/quiz/judge.ts';

type Row = [what: string, answer: Answer, right: boolean, sentence: string, marks: Record<string, string>];

/** The answers to the question that `key` belongs to, and what each is worth. */
function judges(key: QuestionKey, rows: Row[]): void {
  it.each(rows)('%s', (_, answer, right, sentence, marks) => {
    expect(judge(key, answer)).toEqual({ right, sentence, marks });
  });
}

describe('one', () => {
  judges({ kind: 'one', right: ['i2'] }, [
    ['the right option', { picked: ['i2'] }, true, 'Right.', { i2: 'right' }],
    ['another option', { picked: ['i1'] }, false, 'Not that one.', { i1: 'wrong' }],
  ]);
});

describe('several', () => {
  judges({ kind: 'several', right: ['i1', 'i3'] }, [
    ['all right ones and no other', { picked: ['i3', 'i1'] }, true, 'Right.', { i1: 'right', i3: 'right' }],
    ['one is missing', { picked: ['i1'] }, false, 'Not yet: 1 is missing.', { i1: 'right' }],
    [
      'one is wrong',
      { picked: ['i1', 'i2', 'i3'] },
      false,
      'Not yet: 1 of your 3 picks is wrong.',
      { i1: 'right', i2: 'wrong', i3: 'right' },
    ],
    [
      'some are wrong, some missing',
      { picked: ['i2', 'i4'] },
      false,
      'Not yet: 2 of your 2 picks are wrong, and 2 are missing.',
      { i2: 'wrong', i4: 'wrong' },
    ],
    ['the only pick is wrong', { picked: ['i2'] }, false, 'Not yet: your pick is wrong, and 2 are missing.', { i2: 'wrong' }],
  ]);
});

describe('order', () => {
  judges({ kind: 'order', right: ['i1', 'i2', 'i3'] }, [
    ['as it should be', { picked: ['i1', 'i2', 'i3'] }, true, 'Right.', { i1: 'right', i2: 'right', i3: 'right' }],
    [
      'two changed places',
      { picked: ['i1', 'i3', 'i2'] },
      false,
      'Not yet: 1 of 3 stands where it belongs.',
      { i1: 'right', i2: 'wrong', i3: 'wrong' },
    ],
    [
      'all of them elsewhere',
      { picked: ['i2', 'i3', 'i1'] },
      false,
      'Not yet: 0 of 3 stand where they belong.',
      { i1: 'wrong', i2: 'wrong', i3: 'wrong' },
    ],
  ]);
});

describe('match', () => {
  judges({ kind: 'match', right: { i1: 'i1', i2: 'i1', i3: 'i2' } }, [
    [
      'each with its choice, one choice twice',
      { choices: { i1: 'i1', i2: 'i1', i3: 'i2' } },
      true,
      'Right.',
      { i1: 'right', i2: 'right', i3: 'right' },
    ],
    [
      'one with another',
      { choices: { i1: 'i1', i2: 'i2', i3: 'i2' } },
      false,
      'Not yet: 2 of 3 are matched right.',
      { i1: 'right', i2: 'wrong', i3: 'right' },
    ],
  ]);
});

describe('bug', () => {
  judges({ kind: 'bug', right: ['i4', 'i5'] }, [
    ['any line of the bug', { picked: ['i5'] }, true, 'Right.', { i5: 'right' }],
    ['another line', { picked: ['i1'] }, false, 'Not that line.', { i1: 'wrong' }],
  ]);
});

describe('number', () => {
  judges({ kind: 'number', right: 0.3, tolerance: 0.1, mistakes: { i1: 3 } }, [
    ['the value', { value: 0.3 }, true, 'Right.', { answer: 'right' }],
    ['just within the tolerance', { value: 0.4 }, true, 'Right.', { answer: 'right' }],
    ['just beyond it', { value: 0.41 }, false, 'Not 0.41.', {}],
    ['a known mistake', { value: 3.05 }, false, 'Not 3.05.', { i1: 'wrong' }],
    ['a large number', { value: 15_000 }, false, 'Not 15,000.', {}],
  ]);
});

describe('output', () => {
  judges({ kind: 'output', right: '{k=v}', mistakes: { i1: '{"k":"v"}', i2: '' } }, [
    ['the text', { text: '{k=v}' }, true, 'Right.', { answer: 'right' }],
    ['the text with space around it', { text: ' {k=v}\r\n' }, true, 'Right.', { answer: 'right' }],
    ['a known mistake', { text: '{"k":"v"}' }, false, 'Not that.', { i1: 'wrong' }],
    ['nothing, where that is a known mistake', { text: ' ' }, false, 'Not that.', { i2: 'wrong' }],
    ['something else', { text: '{k = v}' }, false, 'Not that.', {}],
  ]);
});

it('an exact number is exact', () => {
  const key: QuestionKey = { kind: 'number', right: 10_000, tolerance: 0, mistakes: {} };
  expect(judge(key, { value: 10_000 }).right).toBe(true);
  expect(judge(key, { value: 10_001 }).right).toBe(false);
  expect(judge({ ...key, right: 0.1 + 0.2 }, { value: 0.3 }).right).toBe(true);
});

it('refuses an answer of another kind', () => {
  expect(() => judge({ kind: 'order', right: ['i1'] }, { value: 1 })).toThrow(new TypeError('not an answer to a question of kind order'));
});
