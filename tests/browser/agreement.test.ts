import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exerciseNames, loadExercise, type Exercise } from '../../src/grader/exercises.ts';
import { openJudge, type Judge } from '../../src/grader/hosts/terminal/judge.ts';
import type { SuiteRun } from '../../src/grader/outcome.ts';
import { readSubmission, type Submission } from '../../src/grader/submission.ts';
import { verdictOf } from '../../src/grader/verdict.ts';
import { solutionsOf, wrongAnswersTo } from '../exercises/support/accepted-and-wrong.ts';
import { openJudgePage, type JudgePage } from './support/judge-page.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const EXERCISES = await exerciseNames(ROOT);

const HOSTILE_TO = 'token-bucket';
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

let terminal: Judge;

beforeAll(async () => {
  terminal = await openJudge();
});
afterAll(() => terminal.close());

/** The two hosts of an exercise's suite, for the tests of this `describe`. */
function hostsOf(name: string): { exercise: Exercise; page: JudgePage } {
  const hosts = {} as { exercise: Exercise; page: JudgePage };
  beforeAll(async () => {
    hosts.exercise = await loadExercise(ROOT, name);
    hosts.page = await openJudgePage(`tests/hidden/${name}/suite.test.ts`);
  });
  afterAll(() => hosts.page.close());
  return hosts;
}

async function submissionIn(path: string, name: string): Promise<Submission> {
  const submission = await readSubmission(join(ROOT, path), name);
  if ('refused' in submission) throw new Error(submission.refused);
  return submission;
}

/** The learner's own files, by path. */
async function sourcesIn(path: string): Promise<Record<string, string>> {
  const folder = join(ROOT, path);
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts'));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.replaceAll('\\', '/'), await readFile(join(folder, file), 'utf8')])),
  );
}

describe.each(EXERCISES)('the suite of %s in a browser', (name) => {
  const hosts = hostsOf(name);

  it.each([...solutionsOf(ROOT, name), `tests/stubs/${name}`])('says of %s what it says in the terminal', async (path) => {
    const submission = await submissionIn(path, name);
    const { exercise, page } = hosts;
    const inBrowser = await page.judgeFiles(await sourcesIn(path), submission.entry);
    expect(inShort(exercise, inBrowser)).toEqual(inShort(exercise, await terminal.run(submission)));
  });

  // What the terminal says of each wrong answer is in the manifest: tests/exercises/verdicts.test.ts holds it to that.
  it.each(wrongAnswersTo(ROOT, name))('breaks the same concepts of $name as the terminal', async ({ name: wrong, breaks, also }) => {
    const sources = await sourcesIn(`tests/wrong/${name}/${wrong}`);
    const { concepts } = verdictOf(hosts.exercise, await hosts.page.judgeFiles(sources, `${name}.ts`));
    expect(concepts.filter(({ status }) => status !== 'passed').map(({ id }) => id)).toEqual([breaks, ...also]);
  });
});

describe('a hostile submission earns the same nothing in both', () => {
  const hosts = hostsOf(HOSTILE_TO);

  it.each(Object.entries(HOSTILE))('%s', async (_, text) => {
    const { exercise, page } = hosts;
    const submission = { exercise: HOSTILE_TO, entry: `${HOSTILE_TO}.ts`, files: { [`${HOSTILE_TO}.ts`]: text }, root: 'file:///' };
    const inBrowser = inShort(exercise, await page.judge(submission));
    expect(inBrowser).toEqual(inShort(exercise, await terminal.run(submission)));
    expect(inBrowser.earned).toBe(0);
  });
});

/** What two hosts must agree on: all but times, and sentences in which an engine words an error its own way. */
function inShort(exercise: Exercise, run: SuiteRun) {
  const { concepts, message: _, ...verdict } = verdictOf(exercise, run);

  return {
    ...verdict,
    refused: run.refused !== undefined,
    trouble: run.trouble,
    concepts: concepts.map(({ tests, ...concept }) => ({ ...concept, tests: tests.map(({ ms: __, message: ___, ...test }) => test) })),
  };
}
