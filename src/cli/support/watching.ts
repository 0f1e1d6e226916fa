/** `npm run grade -- --watch`: grades after each save, with the judge kept warm. */
import { relative } from 'node:path';
import type { Exercise } from '../../grader/exercises.ts';
import { onFolderChange } from '../../grader/folder-changes.ts';
import { lookAtFolder } from '../../grader/folder-content.ts';
import type { ProgressStore } from '../../grader/progress/store.ts';
import { penFor } from '../../grader/report/look.ts';
import { watchLoop } from '../../grader/watch-loop.ts';
import { gradeAndReport, type TerminalJudge } from './grading.ts';
import type { House } from './house.ts';
import { EXIT, reportError } from './run-verb.ts';
import { whenToldToEnd } from './signals.ts';

/** Ends when the person says so. */
export async function watchAndGrade(
  house: House,
  judge: TerminalJudge,
  folders: readonly { exercise: Exercise; folder: string }[],
  store: ProgressStore | undefined,
): Promise<number> {
  const pen = penFor(house.look);
  /** One exercise at a time: there is one judge, and one screen. */
  let line: Promise<unknown> = Promise.resolve();
  let onScreen = folders[0]!.exercise;

  function writeFooter(): void {
    const where = folders.map(({ folder }) => relative(house.cwd, folder) || '.').join(', ');
    const keys = store ? { h: 'hint', r: 'run again', q: 'quit' } : { r: 'run again', q: 'quit' };
    const legend = Object.entries(keys).map(([key, what]) => `${pen.brass(key)} ${what}`);
    house.say(`\n${pen.faint(`watching ${where}`)}${process.stdin.isTTY ? `   ${legend.join('  ')}` : ''}\n`);
  }

  const watches = folders.map(({ exercise, folder }) => {
    const loop = watchLoop({
      look: () => lookAtFolder(folder, exercise.name),
      after(ms, then) {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
      gone() {
        house.say(`\n${exercise.name}.ts has been deleted. Grading goes on when it is back.\n`);
      },
      trouble: (error) => reportError(error, house),
      grade(signal) {
        const turn = line.then(async () => {
          if (signal.aborted) return;
          onScreen = exercise;
          startPage(house);
          const verdict = await gradeAndReport(house, judge, exercise, folder, { signal, ...(store && { store }) });
          if (verdict) writeFooter();
        });
        line = turn.catch(() => {});
        return turn;
      },
    });
    loop.again();
    return { loop, stop: onFolderChange(folder, loop.changed) };
  });

  const { promise: quit, resolve: leave } = Promise.withResolvers<void>();
  const stopKeys = onKeys({
    h() {
      if (!store) return;
      line = line.then(async () => {
        const { hint } = await import('../hint.ts');
        house.say('\n');
        await hint([onScreen.name], { ...house, env: {} });
      });
    },
    r: () => watches.find((_, index) => folders[index]!.exercise === onScreen)?.loop.again(),
    q: leave,
    '\u0003': leave,
  });
  whenToldToEnd(leave);

  await quit;
  stopKeys();
  await Promise.all(
    watches.map(({ loop, stop }) => {
      stop();
      return loop.close();
    }),
  );
  await judge.close();
  return EXIT.passed;
}

/** Below what stood there before, which stays in the terminal's memory. */
function startPage(house: House): void {
  if (!house.look.live) return house.say('\n');
  house.say(`${'\n'.repeat(process.stdout.rows ?? 0)}\u001B[H\u001B[J`);
}

/** Keys as they are pressed, where there is a keyboard. */
function onKeys(actions: Record<string, () => void>): () => void {
  const { stdin } = process;
  if (!stdin.isTTY) return () => {};
  const onData = (key: string) => actions[key]?.();
  stdin.setRawMode(true).setEncoding('utf8').on('data', onData).resume();
  return () => stdin.off('data', onData).setRawMode(false).pause();
}
