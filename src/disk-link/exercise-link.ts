/** The folder of one exercise, and the pages that are kept in step with it. */
import { onFolderChange } from '../grader/folder-changes.ts';
import type { ExerciseVerdict } from '../grader/verdict.ts';
import { watchLoop, type Look } from '../grader/watch-loop.ts';
import { fingerprintOf, sameFiles } from '../workbench/drafts.ts';
import { filesComplaint } from '../workbench/file-names.ts';
import { readFolder, writeFolder } from './exercise-folder.ts';
import type { FromHost, FromPage, Lying, Writer } from './messages.ts';

export interface ExerciseLinkTools {
  exercise: string;
  /** Where its files lie. */
  folder: string;
  /** The folder as sentences name it. */
  shown: string;
  /** Judges what lies in the folder; called for one text at a time. */
  judge(signal: AbortSignal): Promise<ExerciseVerdict>;
  /** Milliseconds since 1970. */
  now(): number;
  /** The watch or the judge has failed for reasons that have nothing to do with the submission. */
  trouble(error: unknown): void;
}

/** A page, as the link sees it. */
export interface LinkedPage {
  send(message: FromHost): void;
}

export interface ExerciseLink {
  join(page: LinkedPage): void;
  hear(page: LinkedPage, message: FromPage): void;
  /** @returns whether nobody is left */
  leave(page: LinkedPage): boolean;
  close(): Promise<void>;
}

/** Watches the folder from now on, and judges what is saved there; not what a page writes, since that is judged in the page. */
export function openExerciseLink({ exercise, folder, shown, judge, now, trouble }: ExerciseLinkTools): ExerciseLink {
  const pages = new Set<LinkedPage>();
  /** Those that have looked, and hear of what changes. */
  const looking = new Set<LinkedPage>();
  /** What they know. */
  let known: string | undefined;
  let revision = 0;
  /** What is on the disk without having been saved there by the learner, so that nobody waits for its verdict. */
  let quiet: string | undefined;
  /** One look or write at a time: each is about what the one before has left. */
  let turn: Promise<unknown> = Promise.resolve();

  const main = `${exercise}.ts`;
  const read = () => readFolder(folder, shown);
  const isGone = (lying: Lying) => 'files' in lying && !Object.hasOwn(lying.files, main);
  const tell = (message: FromHost, but?: LinkedPage) => looking.forEach((page) => page !== but && page.send(message));

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  }

  function tellOf(lying: Lying, by: Writer, but?: LinkedPage): void {
    const mark = markOf(lying);
    if (mark === known) return;
    known = mark;
    revision += 1;
    tell({ type: 'disk', disk: { ...lying, revision }, by }, but);
  }

  async function look(page: LinkedPage): Promise<void> {
    const lying = await read();
    if (known === undefined) quiet = known = markOf(lying);
    tellOf(lying, 'save', page);
    if (pages.has(page)) looking.add(page);
    page.send({ type: 'disk', disk: { ...lying, revision } });
    loop.changed();
  }

  async function write(page: LinkedPage, { id, files, basedOn }: FromPage & { type: 'write' }): Promise<void> {
    const refuse = (reason: string) => page.send({ type: 'refused', id, reason });
    const complaint = filesComplaint(files);
    if (complaint !== undefined) return refuse(complaint);
    const lying = await read();
    if ('trouble' in lying) return refuse(lying.trouble);
    tellOf(lying, 'save', page);
    if (!sameFiles(lying.files, files)) {
      if (revision !== basedOn) return page.send({ type: 'newer', id, disk: { ...lying, revision } });
      quiet = markOf({ files });
      const failed = await writeFolder(folder, lying.files, files, shown);
      if (failed !== undefined) return refuse(failed);
      tellOf({ files }, 'page', page);
    }
    page.send({ type: 'written', id, revision });
  }

  const loop = watchLoop({
    async look(): Promise<Look> {
      return inTurn(async () => {
        const lying = await read();
        const content = markOf(lying);
        if (isGone(lying)) return { state: 'gone' };
        if ('files' in lying && lying.files[main] === '') return { state: 'empty', content };
        // Before a run in progress has ended, which is to make way for this one.
        tellOf(lying, 'save');
        return { state: 'there', content };
      });
    },
    after(ms, then) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    gone: () => void inTurn(async () => tellOf(await read(), 'save')),
    trouble,
    async grade(signal) {
      const lying = await inTurn(async () => {
        const lying = await read();
        if (!isGone(lying)) tellOf(lying, 'save');
        return lying;
      });
      // If it has just gone, the watch finds that out, and whether it stays away.
      if ('trouble' in lying || isGone(lying) || markOf(lying) === quiet) return;
      quiet = undefined;
      tell({ type: 'judging' });
      try {
        const verdict = await judge(signal);
        tell({ type: 'judged', ...(!signal.aborted && { judged: { verdict, files: lying.files, at: now() } }) });
      } catch (error) {
        tell({ type: 'judged' });
        throw error;
      }
    },
  });
  const stop = onFolderChange(folder, loop.changed);

  return {
    join: (page) => void pages.add(page),
    hear(page, message) {
      inTurn(() => (message.type === 'look' ? look(page) : write(page, message))).catch(trouble);
    },
    leave(page) {
      pages.delete(page);
      looking.delete(page);
      return pages.size === 0;
    },
    async close() {
      stop();
      await loop.close();
      // What a page has said before it went is still done.
      await turn;
    },
  };
}

function markOf(lying: Lying): string {
  return 'trouble' in lying ? `! ${lying.trouble}` : fingerprintOf(lying.files);
}
