import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExercise, type Exercise } from '../../src/grader/exercises.ts';
import { openJudge, type Judge } from '../../src/grader/hosts/terminal/judge.ts';
import type { SuiteRun } from '../../src/grader/outcome.ts';
import { readSubmission } from '../../src/grader/submission.ts';
import { verdictOf } from '../../src/grader/verdict.ts';
import { openJudgePage, type JudgePage } from './support/judge-page.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const EXERCISE = 'token-bucket';

const SUBMISSIONS = [
  'solutions/token-bucket',
  'solutions/token-bucket/gcra',
  'tests/stubs/token-bucket',
  'tests/wrong/token-bucket/starts-empty',
  'tests/wrong/token-bucket/refills-past-the-burst',
  'tests/wrong/token-bucket/refusal-costs-a-token',
  'tests/wrong/token-bucket/keys-share-the-quota',
];

let exercise: Exercise;
let terminal: Judge;
let page: JudgePage;

beforeAll(async () => {
  exercise = await loadExercise(ROOT, EXERCISE);
  terminal = await openJudge();
  page = await openJudgePage(`tests/hidden/${EXERCISE}/suite.test.ts`);
});

afterAll(async () => {
  await page.close();
  await terminal.close();
});

describe('the same suite in the terminal and in a browser', () => {
  it.each(SUBMISSIONS)('gives the same verdict on %s', async (path) => {
    const submission = await readSubmission(join(ROOT, path), EXERCISE);
    if ('refused' in submission) throw new Error(submission.refused);
    expect(inShort(await page.judge(submission))).toEqual(inShort(await terminal.run(submission)));
  });
});

/** What two hosts must agree on: all but times, and sentences in which an engine words an error its own way. */
function inShort(run: SuiteRun) {
  const { concepts, ...verdict } = verdictOf(exercise, run);
  return {
    ...verdict,
    trouble: run.trouble,
    concepts: concepts.map(({ tests, ...concept }) => ({ ...concept, tests: tests.map(({ ms: _, message: __, ...test }) => test) })),
  };
}
