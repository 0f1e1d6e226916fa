import { readdir } from 'node:fs/promises';
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

/** Refused when the files are read, before any host comes into it. */
const READ_ONLY = ['exhausting-parser', 'hanging-parser', 'reading-file-system', 'reading-hidden-suite'];
/** They take memory until the frame's process ends, as `exhausting-heap` does. */
const AS_MUCH_AS_A_HEAP = ['exhausting-buffers', 'exhausting-strings'];
/** They use up the ten seconds of a submission in the same way as `hanging-loop`. */
const AS_LONG_AS_A_LOOP = [
  'escaping-call-sites',
  'exhausting-comparisons',
  'exhausting-shared-lists',
  'hanging-microtasks',
  'hanging-promise',
  'hanging-proxy',
  'hanging-regular-expression',
  'harming-timers',
  'lying-thenables',
  'reading-callers',
];
const elsewhere = new Set([...READ_ONLY, ...AS_MUCH_AS_A_HEAP, ...AS_LONG_AS_A_LOOP]);
const folders = await readdir(join(ROOT, ATTACKS), { withFileTypes: true });
const attacks = folders.filter((entry) => entry.isDirectory() && !elsewhere.has(entry.name)).map(({ name }) => name);

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
  it.each(attacks)('earns nothing and troubles nobody: %s', async (name) => {
    const run = await judge(join(ATTACKS, name));
    expect(run.trouble).toBeUndefined();
    expect(verdictOf(exercise, run)).toMatchObject({ earned: 0, status: 'failed' });
  });

  it('leaves the page as it was: the reference solution still passes', async () => {
    expect(verdictOf(exercise, await judge(`solutions/${EXERCISE}`)).status).toBe('passed');
  });
});
