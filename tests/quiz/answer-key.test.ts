import { expect, it } from 'vitest';
import { answerKey } from '../../src/quiz/answer-key.ts';
import { readQuiz } from '../../src/quiz/read.ts';
import { ledger, quizText } from './sample.ts';

it('says what is right in every kind of question, with sums worked out', () => {
  const { quiz } = readQuiz({ path: 'content/quizzes/08-throttling.yaml', text: quizText }, ledger);
  expect(answerKey(quiz!, ledger)).toMatchObject({
    'burst-is-a-size': { kind: 'one', right: ['i1'] },
    'needs-a-key': { kind: 'several', right: ['i1', 'i2'] },
    'order-of-levels': { kind: 'order', right: ['i1', 'i2', 'i3'] },
    'instant-15k': { kind: 'number', right: 10_000, tolerance: 0, mistakes: { i1: 0 } },
    'who-says-429': { kind: 'match', right: { i1: 'i1', i2: 'i2', i3: 'i2' } },
    'fetch-does-not-throw': { kind: 'bug', right: ['i2'] },
  });
});

it('counts every line of a range as the bug', () => {
  const text = quizText
    .replace('      - at: 2\n        correct: true', '      - at: 2')
    .replace('      - at: 3-5', '      - at: 3-5\n        correct: true');
  const { quiz } = readQuiz({ path: 'content/quizzes/08-throttling.yaml', text }, ledger);
  expect(answerKey(quiz!, ledger)['fetch-does-not-throw']).toEqual({ kind: 'bug', right: ['i3', 'i4', 'i5'] });
});
