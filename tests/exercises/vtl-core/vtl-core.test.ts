/** The helpers of the exercise carry a learner through everything that counts: this answer uses nothing else, and earns full points. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExercise } from '../../../src/grader/exercises.ts';
import { openJudge, type Judge } from '../../../src/grader/hosts/terminal/judge.ts';
import { readSubmission } from '../../../src/grader/submission.ts';
import { verdictOf } from '../../../src/grader/verdict.ts';

const root = join(import.meta.dirname, '../../..');
let judge: Judge;

beforeAll(async () => {
  judge = await openJudge();
});
afterAll(() => judge.close());

describe('an answer that stops at the concepts that count', () => {
  it.for(['tokens.ts', 'expression.ts', 'json-path.ts'])('has %s as the exercise hands it out', (file) => {
    expect(readFileSync(join(import.meta.dirname, file), 'utf8')).toBe(readFileSync(join(root, 'tests/stubs/vtl', file), 'utf8'));
  });

  it('earns all points, and no star', { timeout: 20_000 }, async () => {
    const exercise = await loadExercise(root, 'vtl');
    const submission = await readSubmission(import.meta.dirname, 'vtl');
    if ('refused' in submission) throw new Error(submission.refused);
    const verdict = verdictOf(exercise, await judge.run(submission));
    expect(verdict).toMatchObject({ status: 'passed', earned: 100, points: 100 });
    expect(verdict.concepts.filter(({ beyond, status }) => beyond && status === 'passed').map(({ id }) => id)).toEqual([]);
  });
});
