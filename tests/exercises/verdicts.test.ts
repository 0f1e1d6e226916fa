/** The tests of the tests: what the hidden suite must say of the stub, of every accepted solution and of every wrong answer. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exerciseNames, loadExercise, type Exercise } from '../../src/grader/exercises.ts';
import { openJudge, type Judge } from '../../src/grader/hosts/terminal/judge.ts';
import { readSubmission } from '../../src/grader/submission.ts';
import { verdictOf, type ExerciseVerdict } from '../../src/grader/verdict.ts';
import { behavesLike, printOf } from '../../src/workbench/behaves-like.ts';
import { solutionsOf, wrongAnswersTo } from './support/accepted-and-wrong.ts';

const root = join(import.meta.dirname, '../..');

/** There are hundreds of submissions, and grading one keeps hardly more than one core busy. */
const free: Judge[] = [];
const waiting: ((judge: Judge) => void)[] = [];

beforeAll(async () => {
  free.push(...(await Promise.all([openJudge(), openJudge()])));
});
afterAll(() => Promise.all(free.map((judge) => judge.close())));

async function grade(exercise: Exercise, folder: string): Promise<ExerciseVerdict> {
  const submission = await readSubmission(join(root, folder), exercise.name);
  if ('refused' in submission) throw new Error(submission.refused);
  const judge = free.pop() ?? (await new Promise<Judge>((resolve) => waiting.push(resolve)));
  try {
    return verdictOf(exercise, await judge.run(submission));
  } finally {
    const next = waiting.shift();
    if (next) next(judge);
    else free.push(judge);
  }
}

const broken = ({ concepts }: ExerciseVerdict) => concepts.filter(({ status }) => status === 'failed').map(({ id }) => id);

for (const name of await exerciseNames(root)) {
  const exercise = await loadExercise(root, name);

  describe.concurrent(name, { timeout: 60_000 }, () => {
    it('the pristine stub loads and earns nothing', async () => {
      const verdict = await grade(exercise, `tests/stubs/${name}`);
      expect(verdict).toMatchObject({ earned: 0, status: 'failed' });
      expect(broken(verdict)).toEqual(exercise.concepts.map(({ id }) => id));
    });

    it.for(solutionsOf(root, name))('%s earns everything', async (folder) => {
      expect(broken(await grade(exercise, folder))).toEqual([]);
    });

    const verdicts = new Map<string, Promise<ExerciseVerdict>>();
    const gradeWrong = (wrong: string) => {
      const verdict = verdicts.get(wrong) ?? grade(exercise, `tests/wrong/${name}/${wrong}`);
      verdicts.set(wrong, verdict);
      return verdict;
    };

    it.for(wrongAnswersTo(root, name))('$name breaks $breaks first', async ({ name: wrong, breaks, also }) => {
      expect(broken(await gradeWrong(wrong))).toEqual([breaks, ...also]);
    });

    it('every wrong answer is known by its print, and nothing else is', { timeout: 300_000 }, async ({ expect }) => {
      const found = await Promise.all(wrongAnswersTo(root, name).map(async ({ name: wrong }) => [wrong, await gradeWrong(wrong)] as const));
      const prints = Object.fromEntries(found.map(([wrong, verdict]) => [wrong, printOf(verdict)]));
      await expect(`${JSON.stringify(prints, null, 2)}\n`).toMatchFileSnapshot(join(root, 'tests/wrong', name, 'prints.json'));
      for (const [wrong, verdict] of found) expect(behavesLike(verdict, prints)).toContain(wrong);
      for (const folder of [`tests/stubs/${name}`, ...solutionsOf(root, name)])
        expect(behavesLike(await grade(exercise, folder), prints)).toEqual([]);
    });
  });
}
