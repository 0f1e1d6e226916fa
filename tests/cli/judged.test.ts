import { describe, expect, it } from 'vitest';
import { judged, type Judge } from '../../src/grader/judged.ts';
import type { SuiteRun } from '../../src/grader/outcome.ts';
import { bell, brokenRun, runOf } from './support/sample.ts';

/** A judge that gives these runs, one after the other, and notes for whom. */
function judgeThatGives(...runs: (SuiteRun | Error)[]) {
  const asked: string[] = [];
  const judge: Judge<string> = {
    async run(submission) {
      asked.push(submission);
      const run = runs.shift()!;
      if (run instanceof Error) throw run;
      return run;
    },
  };
  return { asked, verdict: judged(bell, judge, 'hers', async () => 'reference') };
}

const nothing: SuiteRun = { outcomes: [] };

describe('before a learner is blamed', () => {
  it('a normal run is believed at once', async () => {
    const { asked, verdict } = judgeThatGives(brokenRun);
    expect(await verdict).toMatchObject({ status: 'failed', earned: 10 });
    expect(asked).toEqual(['hers']);
  });

  it.each([
    ['a judge in trouble', { outcomes: [], trouble: 'no worker' }, 'no worker'],
    ['a judge that throws', new Error('no worker'), 'no worker'],
    ['a run with no result', nothing, 'No test reported anything.'],
  ])('%s is tried on the reference, and nobody is blamed if that fails', async (_, run, message) => {
    const { asked, verdict } = judgeThatGives(run, nothing);
    expect(await verdict).toEqual({ exercise: 'bell', earned: 0, points: 30, status: 'not-judged', message, concepts: [] });
    expect(asked).toEqual(['hers', 'reference']);
  });

  it('a reference that is only wrong clears the learner too: then suite and manifest do not fit', async () => {
    const { verdict } = judgeThatGives(nothing, brokenRun);
    expect((await verdict).status).toBe('not-judged');
  });

  it('a submission gets a second run when the reference comes through, and that one counts', async () => {
    const { asked, verdict } = judgeThatGives(nothing, runOf(bell), brokenRun);
    expect(await verdict).toMatchObject({ status: 'failed', earned: 10 });
    expect(asked).toEqual(['hers', 'reference', 'hers']);
  });

  it('a submission that breaks the run twice, while the reference does not, has failed', async () => {
    const { verdict } = judgeThatGives(nothing, runOf(bell), nothing);
    expect(await verdict).toMatchObject({ status: 'failed', earned: 0, message: expect.stringContaining('twice') });
  });
});
