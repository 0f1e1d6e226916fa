import { describe, expect, it } from 'vitest';
import { readPlacement } from '../../src/routes/placement-quiz.ts';
import { ledger, pages, placementFile, quizzes } from './course.ts';

const lessons = pages.flatMap(({ number, quiz }) => (quiz ? [{ number, quiz }] : [])).sort((one, other) => one.number - other.number);
const read = (text: string) => readPlacement({ path: 'content/placement.yaml', text }, { ledger, quizzes, lessons });
const messages = (text: string) => read(text).findings.map(({ line, message }) => `${line} ${message}`);

describe('the placement quiz', () => {
  it('asks one question a lesson, of a kind that is right or wrong as a whole', () => {
    const { questions, findings } = read(placementFile.text);
    expect(findings).toEqual([]);
    expect(questions.map(({ lesson }) => lesson)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    expect(new Set(questions.map(({ question }) => question.kind))).toEqual(new Set(['one', 'number', 'bug']));
  });

  it.each([
    [
      'a question that the quiz does not have',
      'question: patch-me',
      'question: patch-mi',
      'unknown question "patch-mi": did you mean "patch-me"?',
    ],
    ['a lesson out of order', 'quiz: 03-anatomy', 'quiz: 04-integrations', 'lesson 3 comes here, whose quiz is 03-anatomy'],
    [
      'a question of another kind',
      'question: patch-me',
      `question: ${quizzes[2]!.questions.find(({ kind }) => kind === 'several')!.id}`,
      'is of kind several',
    ],
  ])('names the line of %s', (_, right, wrong, message) => {
    const line = placementFile.text.split('\n').findIndex((one) => one.includes(right)) + 1;
    expect(messages(placementFile.text.replace(right, wrong))).toEqual([expect.stringContaining(`${line} question 3, `) as string]);
    expect(messages(placementFile.text.replace(right, wrong))[0]).toContain(message);
  });

  it('misses a lesson that has no question', () => {
    const shorter = placementFile.text.trimEnd().split('\n').slice(0, -1).join('\n');
    expect(messages(shorter)).toEqual([expect.stringContaining('lesson 16 has no question') as string]);
  });
});
