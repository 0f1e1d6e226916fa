import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExercise, type Exercise } from '../../src/grader/exercises.ts';
import type { SuiteRun } from '../../src/grader/outcome.ts';
import { readSubmission } from '../../src/grader/submission.ts';
import { verdictOf } from '../../src/grader/verdict.ts';
import { openJudgePage, type JudgePage } from './support/judge-page.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const EXERCISE = 'token-bucket';
const ATTACKS = `tests/attacks/${EXERCISE}`;

/** Refused when the files are read: what follows is as in the terminal. */
const REFUSED = ['exhausting-parser', 'hanging-parser', 'reading-file-system', 'reading-hidden-suite'];
/**
 * Not run here: at times it ends the frame’s process, as it may, and Playwright takes that for the end of the page. The page of an exercise
 * lives on and gives 0 points after ten seconds, as the terminal does.
 */
const ENDS_THE_FRAME = 'exhausting-strings';

const folders = await readdir(join(ROOT, ATTACKS), { withFileTypes: true });
const attacks = folders.flatMap((entry) => (entry.isDirectory() && entry.name !== ENDS_THE_FRAME ? [entry.name] : []));

let exercise: Exercise;
let page: JudgePage;

beforeAll(async () => {
  exercise = await loadExercise(ROOT, EXERCISE);
  page = await openJudgePage(`tests/hidden/${EXERCISE}/suite.test.ts`);
});

afterAll(() => page.close());

async function judge(path: string): Promise<SuiteRun> {
  const submission = await readSubmission(join(ROOT, path), EXERCISE);
  if ('refused' in submission) throw new Error(submission.refused);
  return page.judge(submission);
}

describe('an attack in a frame without an origin', () => {
  it.each(attacks.filter((name) => !REFUSED.includes(name)))('earns nothing and troubles nobody: %s', async (name) => {
    const run = await judge(join(ATTACKS, name));
    expect(run.trouble).toBeUndefined();
    expect(verdictOf(exercise, run)).toMatchObject({ earned: 0, status: 'failed' });
  });

  it.each(REFUSED)('is refused when it is read, as in the terminal: %s', async (name) => {
    const entry = `${EXERCISE}.ts`;
    const text = await readFile(join(ROOT, ATTACKS, name, entry), 'utf8');
    const run = await page.judgeFiles({ [entry]: text }, entry);
    expect(run.refused).toMatch(/cannot be read|lies outside of its folder|imports only files of its own folder/);
    expect(verdictOf(exercise, run)).toMatchObject({ earned: 0, status: 'failed' });
  });

  it('leaves the page as it was: the reference solution still passes', async () => {
    expect(verdictOf(exercise, await judge(`solutions/${EXERCISE}`)).status).toBe('passed');
  });
});
