import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { grade } from '../../src/cli/grade.ts';
import { hint } from '../../src/cli/hint.ts';
import { reset } from '../../src/cli/reset.ts';
import { WrongUse } from '../../src/cli/support/arguments.ts';
import type { TerminalJudge } from '../../src/cli/support/grading.ts';
import type { SuiteRun } from '../../src/grader/outcome.ts';
import { bell, brokenRun, runOf } from './support/sample.ts';
import { buildSmallHouse, STUB, type SmallHouse } from './support/small-house.ts';

let house: SmallHouse;
beforeEach(async () => {
  house = await buildSmallHouse();
});
afterEach(() => house.remove());

/** A judge to whom every submission gives this run. */
function judgeThatGives(run: SuiteRun) {
  return (): TerminalJudge => ({
    async run(_, watching) {
      for (const outcome of run.outcomes) watching?.onOutcome?.(outcome);
      return run;
    },
    async close() {},
  });
}

const gradeWith = (run: SuiteRun, ...args: string[]) => grade(args, house, judgeThatGives(run));
const progress = async () => JSON.parse(await readFile(join(house.root, '.front-desk/progress.json'), 'utf8'));

describe('grade', () => {
  it.each([
    ['0 when all passed', runOf(bell), 0],
    ['1 when something failed', brokenRun, 1],
    ['3 when the grader is in trouble', { outcomes: [], trouble: 'no worker' }, 3],
  ])('exits with %s', async (_, run, code) => {
    expect(await gradeWith(run)).toBe(code);
  });

  it('keeps the run, and opens the next one with where the learner was', async () => {
    await gradeWith(brokenRun, 'bell');
    expect((await progress()).exercises.bell.runs).toEqual([
      { at: '2026-11-21T12:00:00.000Z', earned: 10, points: 30, passed: ['silence'], broken: 'ringing' },
    ]);
    house.clear();
    await gradeWith(brokenRun, 'bell');
    expect(house.written).toMatch(/^The bell {3}last time: stuck at concept 2 of 3\n/);
  });

  it('keeps nothing of a run that was not judged', async () => {
    await gradeWith({ outcomes: [], trouble: 'no worker' });
    expect(await progress().catch(() => 'nothing')).toMatchObject({ exercises: {} });
  });

  it('prints a verdict and nothing else with --json, and keeps nothing of it', async () => {
    expect(await gradeWith(brokenRun, '--json')).toBe(1);
    expect(JSON.parse(house.written)).toMatchObject({
      version: 1,
      exercises: [{ exercise: 'bell', earned: 10, points: 30, status: 'failed' }],
    });
    expect([house.remarked, existsSync(join(house.root, '.front-desk/progress.json'))]).toEqual(['', false]);
  });

  it.each([
    ['a root laid out like exercises/', 'handed-in', 'handed-in/bell/bell.ts'],
    ['one folder that holds the exercise itself', 'handed-in', 'handed-in/bell.ts'],
  ])('grades %s, and keeps nothing of it', async (_, from, path) => {
    await house.put(path, STUB);
    expect(await gradeWith(runOf(bell), '--from', from)).toBe(0);
    expect(existsSync(join(house.root, '.front-desk/progress.json'))).toBe(false);
  });

  it('finds --from where the person stands, not where npm goes', async () => {
    await house.put('rooms/12/bell.ts', STUB);
    house.cwd = join(house.root, 'rooms');
    expect(await gradeWith(runOf(bell), '--from', '12')).toBe(0);
  });

  it('takes the default folder for the default, however it is named', async () => {
    await gradeWith(brokenRun, '--from', './exercises');
    expect((await progress()).exercises.bell.runs).toHaveLength(1);
  });

  it.each([
    [['bel'], 'There is no exercise "bel". Did you mean "bell"? There is: bell.'],
    [['--jso'], 'Did you mean --json?'],
    [['--json', '--watch'], '--json prints one verdict'],
    [['--from', 'nowhere'], 'There is no folder nowhere.'],
    [['--from', 'content'], 'content holds nothing to grade'],
  ])('%j is refused', async (args, message) => {
    await expect(gradeWith(brokenRun, ...args)).rejects.toThrow(message);
    await expect(gradeWith(brokenRun, ...args)).rejects.toThrow(WrongUse);
  });

  it('gives a submission that cannot be read a verdict of its own', async () => {
    await house.put('exercises/bell/bell.ts', 'export function createBell( {');
    expect(await gradeWith(runOf(bell), '--json')).toBe(1);
    expect(JSON.parse(house.written).exercises[0]).toMatchObject({
      earned: 0,
      status: 'failed',
      message: expect.stringContaining('bell.ts'),
    });
  });

  it('tells who lost the file how to get it back', async () => {
    await rm(join(house.root, 'exercises/bell/bell.ts'));
    expect(await gradeWith(runOf(bell))).toBe(1);
    expect(house.written).toContain('npm run reset bell');
  });
});

describe('hint', () => {
  it('walks up the ladder of the first broken concept, one hint at a time', async () => {
    await gradeWith(brokenRun);
    const hints: string[] = [];
    for (let time = 0; time < 4; time++) {
      house.clear();
      await hint([], house);
      hints.push(house.written.split('\n')[4]!.trim());
    }
    expect(hints).toEqual(['Listen.', 'Count.', 'Count like this.', 'Count like this.']);
  });

  it('says which concept and which step it is', async () => {
    await gradeWith(brokenRun);
    house.clear();
    await hint(['bell'], house);
    expect(house.written).toBe(`\
The bell   concept 2 of 3: It rings once for each press

  Hint 1 of 3

    Listen.

  npm run hint bell   the next hint
`);
  });

  it('gives all hints with --all', async () => {
    await hint(['bell', 'ringing', '--all'], house);
    expect(house.written).toMatch(/Listen\.[^]*Count\.[^]*Count like this\./);
  });

  it.each([['2'], ['ringing']])('takes concept %s by number or id', async (concept) => {
    await hint(['bell', concept], house);
    expect(house.written).toContain('Listen.');
  });

  it('has nothing to say about a passed exercise', async () => {
    await gradeWith(runOf(bell));
    house.clear();
    expect(await hint([], house)).toBe(0);
    expect(house.written).toBe('The bell is passed: all 3 concepts. There is nothing to hint at.\n');
  });

  it('knows the concepts there are', async () => {
    await expect(hint(['bell', 'rining'], house)).rejects.toThrow('Did you mean "ringing"? There are: silence, ringing, echo.');
    await expect(hint(['bell', '4'], house)).rejects.toThrow('There is no concept "4".');
  });
});

describe('reset', () => {
  const mine = 'export const createBell = () => ({ press() {} });\n';
  const file = () => readFile(join(house.root, 'exercises/bell/bell.ts'), 'utf8');

  it('puts the stub back and keeps what was there', async () => {
    await house.put('exercises/bell/bell.ts', mine);
    expect(await reset(['bell'], house)).toBe(0);
    expect(await file()).toBe(STUB);
    const backup = '.front-desk/backups/2026-11-21T12-00-00-bell';
    expect(await readFile(join(house.root, backup, 'bell.ts'), 'utf8')).toBe(mine);
    expect(house.written).toContain(join(backup, 'bell.ts'));
  });

  it('has nothing to do when nothing was changed, line endings aside', async () => {
    await house.put('exercises/bell/bell.ts', STUB.replaceAll('\n', '\r\n'));
    expect(await reset(['bell'], house)).toBe(0);
    expect(house.written).toContain('nothing to do');
    expect(existsSync(join(house.root, '.front-desk/backups'))).toBe(false);
  });

  it('never overwrites a backup, even within a second', async () => {
    for (const text of ['// one\n', '// two\n']) {
      await house.put('exercises/bell/bell.ts', text);
      await reset(['bell'], house);
    }
    const backups = join(house.root, '.front-desk/backups');
    const kept = await Promise.all((await readdir(backups)).sort().map((folder) => readFile(join(backups, folder, 'bell.ts'), 'utf8')));
    expect(kept).toEqual(['// one\n', '// two\n']);
  });

  it('leaves the learner’s other files where they are', async () => {
    await house.put('exercises/bell/bell.ts', mine);
    await house.put('exercises/bell/clapper.ts', mine);
    await reset(['bell'], house);
    expect(await readdir(join(house.root, 'exercises/bell'))).toEqual(['bell.ts', 'clapper.ts']);
  });

  it('brings a deleted file back', async () => {
    await rm(join(house.root, 'exercises/bell/bell.ts'));
    await reset(['bell'], house);
    expect(await file()).toBe(STUB);
  });

  it('refuses a name that there is not', async () => {
    await expect(reset(['bel'], house)).rejects.toThrow('Did you mean "bell"?');
  });
});
