import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextHint } from '../../src/grader/progress/next-hint.ts';
import {
  NO_PROGRESS,
  progressOf,
  RUNS_KEPT,
  withHint,
  withNamesOfToday,
  withRun,
  type Progress,
} from '../../src/grader/progress/progress.ts';
import { openProgress } from '../../src/grader/progress/store.ts';
import { FromTheFuture, migrated, parseProgress, type Migration } from '../../src/grader/progress/upgrade.ts';
import { notJudged, verdictOf } from '../../src/grader/verdict.ts';
import { bell, brokenRun, runOf } from './support/sample.ts';

const noon = new Date('2026-11-21T12:00:00Z');
const failed = verdictOf(bell, brokenRun);
const passed = verdictOf(bell, runOf(bell));

describe('progress', () => {
  it('keeps when a run was, what it earned, and where it broke', () => {
    expect(progressOf(withRun(NO_PROGRESS, failed, noon), 'bell').runs).toEqual([
      { at: '2026-11-21T12:00:00.000Z', earned: 10, points: 30, passed: ['silence'], broken: 'ringing' },
    ]);
  });

  it('of a passed run names no broken concept', () => {
    expect(progressOf(withRun(NO_PROGRESS, passed, noon), 'bell').runs[0]).not.toHaveProperty('broken');
  });

  it('knows nothing of a run that was not judged', () => {
    expect(withRun(NO_PROGRESS, notJudged(bell, 'no worker'), noon)).toBe(NO_PROGRESS);
  });

  it(`keeps the newest ${RUNS_KEPT} runs`, () => {
    let progress: Progress = NO_PROGRESS;
    for (let run = 0; run < RUNS_KEPT + 1; run++) progress = withRun(progress, run === 0 ? passed : failed, noon);
    const { runs } = progressOf(progress, 'bell');
    expect([runs.length, runs[0]!.earned]).toEqual([RUNS_KEPT, 10]);
  });

  it('never forgets a hint that was read', () => {
    const progress = withHint(withHint(NO_PROGRESS, 'bell', 'ringing', 3), 'bell', 'ringing', 1);
    expect(progressOf(progress, 'bell').hints).toEqual({ ringing: 3 });
  });

  it('is empty for an exercise named like something that every object has', () => {
    expect(progressOf(NO_PROGRESS, 'constructor')).toEqual({ runs: [], hints: {} });
  });
});

describe('names that changed', () => {
  const before = withHint(withRun(NO_PROGRESS, failed, noon), 'bell', 'ringing', 2);
  const renamed = { name: 'desk-bell', formerly: ['bell'], concepts: [{ id: 'one-ring', formerly: ['ringing'] }] };

  it('carry runs and hints over, concepts included', () => {
    const { exercises } = withNamesOfToday(before, [renamed]);
    expect(exercises).toEqual({
      'desk-bell': { runs: [{ ...progressOf(before, 'bell').runs[0], broken: 'one-ring' }], hints: { 'one-ring': 2 } },
    });
  });

  it('never overwrite what was done under the new name', () => {
    const both = withRun(before, { ...passed, exercise: 'desk-bell' }, noon);
    const { exercises } = withNamesOfToday(both, [renamed]);
    expect(exercises['desk-bell']!.runs[0]!.earned).toBe(30);
    expect(exercises.bell).toBeDefined();
  });

  it('leave an exercise that the course no longer has where it is', () => {
    expect(withNamesOfToday(before, [{ name: 'keys', formerly: [], concepts: [] }])).toEqual(before);
  });
});

describe('a stored version', () => {
  const toTwo: Migration = ({ done }) => ({ exercises: done });
  const toThree: Migration = (data) => ({ ...data, room: 12 });

  it('is led to today’s, one step after the other', () => {
    expect(migrated({ version: 1, done: {} }, [toTwo, toThree])).toEqual({ version: 3, exercises: {}, room: 12 });
  });

  it('starts where it is', () => {
    expect(migrated({ version: 2, exercises: {} }, [toTwo, toThree])).toEqual({ version: 3, exercises: {}, room: 12 });
  });

  it('later than today’s is told apart from a broken one', () => {
    expect(() => migrated({ version: 4 }, [toTwo, toThree])).toThrow(FromTheFuture);
  });

  it.each([
    ['[]', 'it holds no object'],
    ['{}', 'it does not say its version'],
    ['{"version":"1"}', 'it does not say its version'],
    ['{"version":1}', 'exercises: must be an object'],
    ['{"version":1,"exercises":{"bell":{"runs":[{"at":1}],"hints":{}}}}', 'exercises.bell: must hold runs and hints'],
  ])('%s is refused', (text, reason) => {
    expect(() => parseProgress(text)).toThrow(reason);
  });
});

describe('the store', () => {
  let folder: string;
  let file: string;
  let notes: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'progress-'));
    file = join(folder, 'progress.json');
    notes = [];
  });
  afterEach(() => rm(folder, { recursive: true }));

  const open = () => openProgress(file, { exercises: [], now: () => noon, note: (sentence) => notes.push(sentence) });

  it('begins empty, and keeps what it is told', async () => {
    expect(await open().read()).toEqual(NO_PROGRESS);
    await open().update((progress) => withRun(progress, failed, noon));
    expect(await open().read()).toEqual(withRun(NO_PROGRESS, failed, noon));
    expect(notes).toEqual([]);
  });

  it('leaves nothing else in its folder', async () => {
    await open().update((progress) => withRun(progress, failed, noon));
    expect(await readdir(folder)).toEqual(['progress.json']);
  });

  it('sees what somebody else wrote meanwhile', async () => {
    const [grade, hint] = [open(), open()];
    await grade.update((progress) => withRun(progress, failed, noon));
    await hint.update((progress) => withHint(progress, 'bell', 'ringing', 1));
    await grade.update((progress) => withRun(progress, passed, noon));
    const { runs, hints } = progressOf(await open().read(), 'bell');
    expect([runs.length, hints]).toEqual([2, { ringing: 1 }]);
  });

  it('sets a file aside that it cannot understand, and says where', async () => {
    await writeFile(file, '{"version":1,"exer');
    expect(await open().read()).toEqual(NO_PROGRESS);
    const aside = 'progress-set-aside-2026-11-21T12-00-00-000Z.json';
    expect(await readdir(folder)).toEqual([aside]);
    expect(await readFile(join(folder, aside), 'utf8')).toBe('{"version":1,"exer');
    expect(notes).toEqual([expect.stringContaining(aside)]);
  });

  it('never touches a file from a later version of the course', async () => {
    await writeFile(file, '{"version":99}');
    const store = open();
    await store.update((progress) => withRun(progress, failed, noon));
    await store.update((progress) => withRun(progress, failed, noon));
    expect(await readFile(file, 'utf8')).toBe('{"version":99}');
    expect(notes).toHaveLength(1);
  });

  it('says so when it cannot write, and goes on', async () => {
    await writeFile(file, '{"version":1,"exercises":{}}');
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file where the folder should be');
    await open().update((progress) => progress);
    expect(notes).toHaveLength(1);
  });
});

describe('the next hint', () => {
  const { concepts } = bell;
  const lastRun = (run: ReturnType<typeof runOf>) => progressOf(withRun(NO_PROGRESS, verdictOf(bell, run), noon), 'bell');

  it('is for the first concept before any run', () => {
    expect(nextHint(concepts, { runs: [], hints: {} })).toMatchObject({ concept: { id: 'silence' }, number: 1, step: 1, again: false });
  });

  it('is for the concept that the last run found broken', () => {
    expect(nextHint(concepts, lastRun(brokenRun))).toMatchObject({ concept: { id: 'ringing' }, number: 2, step: 1 });
  });

  it('is the first that was not read', () => {
    expect(nextHint(concepts, { ...lastRun(brokenRun), hints: { ringing: 2 } })).toMatchObject({ step: 3, again: false });
  });

  it('is the last once more when the ladder ends', () => {
    expect(nextHint(concepts, { ...lastRun(brokenRun), hints: { ringing: 3 } })).toMatchObject({ step: 3, again: true });
  });

  it('is for the concept that was asked for', () => {
    expect(nextHint(concepts, lastRun(runOf(bell)), concepts[2])).toMatchObject({ concept: { id: 'echo' }, number: 3 });
  });

  it('does not exist when all is passed', () => {
    expect(nextHint(concepts, lastRun(runOf(bell)))).toBeUndefined();
  });
});
