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

const HOSTILE = {
  'patches what an assertion may use': `
    for (const [holder, name] of [[Object, 'is'], [Object, 'keys'], [Reflect, 'ownKeys'], [JSON, 'stringify'], [Array, 'isArray'], [Number, 'isInteger']])
      holder[name] = () => true;
    for (const holder of [Object.prototype, Boolean.prototype, Function.prototype])
      for (const name of ['toJSON', 'equals', 'asymmetricMatch', 'valueOf']) Object.defineProperty(holder, name, { value: () => true, writable: true });
    export const createBucket = () => ({ take: () => true, tokens: () => 1 });
    export const createThrottle = () => ({ admit: () => ({ allowed: true }) });`,
  'answers with values that agree with everything': `
    const agreeable = new Proxy(() => agreeable, { get: (_, name) => (name === 'asymmetricMatch' ? () => true : agreeable), has: () => true });
    export const createBucket = () => ({ take: () => agreeable, tokens: () => ({ valueOf: () => 1, asymmetricMatch: () => true }) });
    export const createThrottle = () => ({ admit: () => ({ then: (resolve) => resolve({ allowed: true }) }) });`,
  'prints results': `
    console.log('["ran",1,[["returned","true"]]]');
    export const createBucket = () => { console.log('✔ 98 tests passed'); return { take: () => false, tokens: () => 0 }; };`,
  'throws while it is loaded': 'throw new Error("not today");',
  'throws something that throws when it is read': 'throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } });',
  'does not parse': 'export const createBucket = ;',
  'exports nothing': 'const createBucket = 1;',
};

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

describe('a hostile submission earns the same nothing in both', () => {
  it.each(Object.entries(HOSTILE))('%s', async (_, text) => {
    const submission = { exercise: EXERCISE, entry: 'token-bucket.ts', files: { 'token-bucket.ts': text }, root: 'file:///' };
    const inBrowser = inShort(await page.judge(submission));
    expect(inBrowser).toEqual(inShort(await terminal.run(submission)));
    expect(inBrowser.earned).toBe(0);
  });
});

/** What two hosts must agree on: all but times, and sentences in which an engine words an error its own way. */
function inShort(run: SuiteRun) {
  const { concepts, message: _, ...verdict } = verdictOf(exercise, run);

  return {
    ...verdict,
    refused: run.refused !== undefined,
    trouble: run.trouble,
    concepts: concepts.map(({ tests, ...concept }) => ({ ...concept, tests: tests.map(({ ms: __, message: ___, ...test }) => test) })),
  };
}
