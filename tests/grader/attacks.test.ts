/** Hostile submissions, each graded by the real judge with the real suite. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExercise, type Exercise } from '../../src/grader/exercises.ts';
import { openJudge, type Judge } from '../../src/grader/hosts/terminal/judge.ts';
import { LIMITS } from '../../src/grader/judge/limits.ts';
import { readSubmission } from '../../src/grader/submission.ts';
import { verdictOf, type ExerciseVerdict } from '../../src/grader/verdict.ts';
import { subjectProcesses, until } from './support/subject-processes.ts';

const ROOT = join(import.meta.dirname, '../..');
const EXERCISE = 'token-bucket';
const folders = readdirSync(join(ROOT, 'tests/attacks', EXERCISE));

/** What only the grader's own files say. An attack may print, return or throw any other text. */
const OURS = /src[\\/]grader|node_modules|boundary:|\bforEvery\(|\bthrottledBy\(|expect\(await|AssertionError: expected/;

/** A judge that is busy with other things takes its time beside that of the subject. */
const timeout = LIMITS.submission + 30_000;

let exercise: Exercise;
let judge: Judge;

beforeAll(async () => {
  exercise = await loadExercise(ROOT, EXERCISE);
  judge = await openJudge();
});
afterAll(() => judge.close());

async function grade(folder: string): Promise<ExerciseVerdict> {
  const submission = await readSubmission(join(ROOT, folder), EXERCISE);
  const run = 'refused' in submission ? { outcomes: [], refused: submission.refused } : await judge.run(submission);
  expect(run.trouble).toBeUndefined();
  return verdictOf(exercise, run);
}

describe('an attack', { timeout }, () => {
  it.each(folders)('earns nothing and harms nothing: %s', async (name) => {
    const { concepts, earned, ...verdict } = await grade(`tests/attacks/${EXERCISE}/${name}`);
    expect(earned).toBe(0);
    expect(concepts.filter(({ status }) => status === 'passed')).toEqual([]);

    const waited = concepts.flatMap(({ tests }) => tests).reduce((sum, { ms }) => sum + ms, 0);
    expect(waited).toBeLessThan(LIMITS.submission + 20_000);

    const said = concepts.flatMap(({ tests }) => tests.flatMap(({ message, expected }) => [message, expected]));
    expect([...said, verdict.message, verdict.printed].join('\n')).not.toMatch(OURS);

    await until(async () => (await subjectProcesses(process.pid)).length === 0);
  });

  it('says in its first line what it tries', () => {
    const first = folders.map(
      (name) => readFileSync(join(ROOT, 'tests/attacks', EXERCISE, name, `${EXERCISE}.ts`), 'utf8').split('\n')[0]!,
    );
    const classes = folders.map((name) => name.split('-')[0]!);
    expect(first).toEqual(classes.map((kind) => expect.stringMatching(new RegExp(`^// ${kind}: .+\\.$`, 'i')) as unknown));
  });
});

describe('after all attacks', { timeout }, () => {
  it('the reference solution still passes', async () => {
    expect((await grade(`solutions/${EXERCISE}`)).status).toBe('passed');
  });
});
