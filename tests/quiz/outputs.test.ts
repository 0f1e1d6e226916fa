import { expect, it } from 'vitest';
import { outputProblems } from '../../src/checks/outputs.ts';
import { readQuiz } from '../../src/quiz/read.ts';
import { ledger, quizText } from './sample.ts';

const { quiz } = readQuiz({ path: 'content/quizzes/05-templates.yaml', text: quizText }, ledger);

it('hands the template what the question gives it', () => {
  const rendered: unknown[] = [];
  outputProblems([quiz!], (...given) => (rendered.push(given), ''));
  expect(rendered).toEqual([["$input.path('$.guest')", { body: '{"guest":{"name":"Ann"}}', params: {} }]]);
});

it('finds nothing where the answer is what comes out, but for space at the ends', () => {
  expect(outputProblems([quiz!], () => '{name=Ann}\n')).toEqual([]);
});

it('says what comes out instead', () => {
  expect(outputProblems([quiz!], () => 'Ann').map(({ file, message }) => `${file}: ${message}`)).toEqual([
    'content/quizzes/05-templates.yaml: question "object-in-a-template": answer: the template renders to "Ann", not to "{name=Ann}"',
  ]);
});

it('shows the error of a template that does not run', () => {
  const fail = () => {
    throw new Error('no such directive');
  };
  expect(outputProblems([quiz!], fail)[0]!.message).toContain('an error: no such directive');
});
