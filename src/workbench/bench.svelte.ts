/** One exercise on the bench: the files, the run, the verdict, and what is kept of them. */
import type { TestOutcome } from '../grader/outcome.ts';
import type { ExerciseVerdict } from '../grader/verdict.ts';
import { changed, fingerprintOf, isRun, opened, sameFiles, type Draft, type Files, type Given, type Kept, type Why } from './drafts.ts';
import type { LeavableStore } from './last-words.ts';
import type { Runs } from './runs.ts';
import { UNDO_WORDS } from './undo-words.ts';

export interface BenchTools {
  given: Given;
  store: LeavableStore;
  runs: Runs;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Calls `act` once it was not called again for a while; what comes back calls it at once where it still waits. */
  later: (act: () => void) => { soon: () => void; now: () => void };
}

/** What can be taken back: the files as they were, and the words for it; none where the history itself has them. */
interface Undo {
  files: Files;
  said: string;
}

/** Milliseconds. To draw what is found takes time from the run that finds it: they share the cores. */
const BETWEEN_DRAWINGS = 150;

export class Bench {
  readonly #tools: BenchTools;
  readonly #saving: { soon: () => void; now: () => void };
  /** As it was last written or read: what the next write is based on. */
  #written: Draft;
  /** One write at a time: each is based on the one before. */
  #writing: Promise<unknown> = Promise.resolve();
  #stop: (() => void) | undefined;
  readonly #followers = new Set<() => void>();
  #givenUp: AbortController | undefined;
  #underWay: { files: Files; ended: Promise<void> } | undefined;

  /** Whether something was kept when this was opened. Else nobody knows here what was written before, if anything was. */
  foundKept = false;
  files: Files = $state.raw({});
  /** The outcomes of the run that is under way. */
  running: { outcomes: TestOutcome[] } | undefined = $state.raw();
  verdict: ExerciseVerdict | undefined = $state.raw();
  /** Who gave it. */
  judgedIn: 'page' | 'terminal' = $state('page');
  /** The verdict of the run before. */
  former: ExerciseVerdict | undefined = $state.raw();
  history: readonly Kept[] = $state.raw([]);
  undo: Undo | undefined = $state.raw();
  /** What the learner is to know: about the course, another tab, or the storage. */
  said = $state('');
  /** Whether the verdict is about the files as they stand. */
  readonly current = $derived.by(() => this.#judged !== undefined && sameFiles(this.#judged, this.files));
  #judged: Files | undefined = $state.raw();

  constructor(tools: BenchTools) {
    this.#tools = tools;
    this.#written = opened(undefined, tools.given).draft;
    this.files = this.#written.files;
    this.#saving = tools.later(() => void this.#save());
  }

  /** Reads what is kept, and hears from now on of what other tabs write. */
  async open(): Promise<void> {
    const { given, store } = this.#tools;
    const kept = await store.read(given.exercise);
    this.foundKept = kept !== undefined;
    const { draft, said = '' } = opened(kept, given);
    this.#written = draft;
    this.files = draft.files;
    this.said = said;
    await this.#readHistory();
    const [last, before] = this.history.filter(isRun);
    this.verdict = last?.verdict;
    this.former = before?.verdict;
    this.#judged = last?.files;
    this.#stop = store.watch(given.exercise, (theirs) => void this.#hear(theirs));
  }

  close(): void {
    this.#saving.now();
    this.#givenUp?.abort();
    this.#stop?.();
  }

  change = (path: string, text: string): void => {
    this.files = { ...this.files, [path]: text };
    this.undo = undefined;
    this.#saving.soon();
  };

  /** For the moment in which the page may go away: what is not yet written is said in a way that needs no time. */
  leave = (): void => {
    const { files } = this;
    const { store, now } = this.#tools;
    const isKept = store.lasts() || this.#written.revision === 0;
    if (!isKept || !sameFiles(files, this.#written.files)) store.leave(changed(this.#written, files, now()), this.#written.revision);
    this.#saving.now();
  };

  /** Judges the files as they stand. A run that is under way goes on if it is about the same, and makes way if it is not. */
  run = async (): Promise<void> => {
    const former = this.#underWay;
    if (former) {
      if (sameFiles(former.files, this.files)) return;
      this.stop();
      await former.ended;
      if (this.#underWay) return;
    }
    const { files } = this;
    const ended = this.#judge(files);
    this.#underWay = { files, ended };
    try {
      await ended;
    } finally {
      this.#underWay = undefined;
    }
  };

  async #judge(files: Files): Promise<void> {
    const { given, runs, now, store } = this.#tools;
    this.#givenUp = new AbortController();
    const { signal } = this.#givenUp;
    this.running = { outcomes: [] };
    const outcomes: TestOutcome[] = [];
    let drawing: ReturnType<typeof setTimeout> | undefined;
    await this.#save();
    const verdict = await runs
      .run(files, {
        signal,
        onOutcome: (outcome) => {
          outcomes.push(outcome);
          drawing ??= setTimeout(() => {
            drawing = undefined;
            if (this.running) this.running = { outcomes: [...outcomes] };
          }, BETWEEN_DRAWINGS);
        },
      })
      .catch((error: unknown) => this.#notJudged(error));
    clearTimeout(drawing);
    // Kept before it is shown: whoever has seen it finds it again.
    const at = now();
    const keeps = !signal.aborted && verdict.status !== 'not-judged';
    if (keeps) await store.keep({ id: `run-${at}`, exercise: given.exercise, files, at, verdict });
    this.running = undefined;
    if (signal.aborted) return;
    this.#show(verdict, files, 'page');
    if (keeps) await this.#readHistory();
  }

  /** A verdict that was given on this machine, outside of the page. Every tab hears it, and it is kept once. */
  judgedInTerminal = async ({ verdict, files, at }: { verdict: ExerciseVerdict; files: Files; at: number }): Promise<void> => {
    const { exercise } = this.#tools.given;
    if (verdict.status !== 'not-judged') await this.#tools.store.keep({ id: `terminal-${at}`, exercise, files, at, verdict });
    this.#show(verdict, files, 'terminal');
    await this.#readHistory();
  };

  #show(verdict: ExerciseVerdict, files: Files, judgedIn: 'page' | 'terminal'): void {
    // A run that said nothing about the concepts is nothing to compare with.
    if (this.verdict && this.verdict.status !== 'not-judged' && this.verdict.message === undefined) this.former = this.verdict;
    this.verdict = verdict;
    this.judgedIn = judgedIn;
    this.#judged = files;
  }

  /** Without a network, the grader may not be there. */
  #notJudged(error: unknown): ExerciseVerdict {
    const message = `The grader could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
    return { exercise: this.#tools.given.exercise, earned: 0, points: 0, status: 'not-judged', message, concepts: [] };
  }

  stop = (): void => this.#givenUp?.abort();

  reset = (): Promise<void> => this.#replace(() => this.#tools.given.stub, 'reset');

  takeBack = (files: Files): Promise<void> => this.#replace(() => files, 'taken-back');

  /** Puts files over those that are there: whoever brings one of several keeps the others. */
  upload = (files: Files): Promise<void> => this.#replace((now) => ({ ...now, ...files }), 'uploaded');

  rename = (from: string, to: string): Promise<void> =>
    this.#replace(
      (now) => Object.fromEntries(Object.entries(now).map(([path, text]) => [path === from ? to : path, text])),
      'file-renamed',
    );

  remove = (gone: string): Promise<void> =>
    this.#replace((now) => Object.fromEntries(Object.entries(now).filter(([path]) => path !== gone)), 'file-deleted');

  takeUndo = async (): Promise<void> => {
    if (!this.undo) return;
    const { files } = this.undo;
    await this.#replace(() => files, 'taken-back');
    this.undo = undefined;
  };

  /** @param heard called when what is kept has changed, here or in another tab. Returns what ends it. */
  follow(heard: () => void): () => void {
    this.#followers.add(heard);
    return () => this.#followers.delete(heard);
  }

  /** What is kept: the newest of this tab, which is written first, and of all others. */
  kept = (): Promise<Files> =>
    this.#inTurn(async () => {
      await this.#write();
      const there = await this.#tools.store.read(this.#tools.given.exercise);
      if (there && there.revision > this.#written.revision) await this.#giveWay(there, this.#written.files);
      return this.#written.files;
    });

  /**
   * Puts what lies on the disk in the place of what stands here.
   * @param keep whether what stands here is to be found in the history, and can be taken back
   */
  takeFromDisk = (files: Files, keep: boolean): Promise<void> =>
    this.#inTurn(async () => {
      await this.#write();
      const former = this.files;
      if (keep) await this.#putAside(former);
      const draft = changed(this.#written, files, this.#tools.now());
      const result = await this.#tools.store.write(draft, this.#written.revision);
      if (result !== 'written') return this.#giveWay(result.newer, former);
      await this.#putAsideSince(former);
      this.#take(draft, 'disk');
      if (!keep) this.undo = undefined;
    });

  /** Puts files into the history that were on the disk, and will not be. */
  keepAside = (files: Files): Promise<void> => this.#inTurn(() => this.#putAside(files));

  async #putAside(files: Files): Promise<void> {
    const { store, given, now } = this.#tools;
    await store.keep({ id: `disk-${fingerprintOf(files)}`, exercise: given.exercise, files, at: now(), why: 'disk' });
    await this.#readHistory();
  }

  /** What was typed while a write was under way, and has no place in what is written. */
  async #putAsideSince(former: Files): Promise<void> {
    for (let { files } = this; !sameFiles(files, former); { files } = this) {
      former = files;
      await this.#putAside(files);
    }
  }

  #save(): Promise<void> {
    return this.#inTurn(() => this.#write());
  }

  async #write(): Promise<void> {
    const { files } = this;
    if (sameFiles(files, this.#written.files)) return;
    const draft = changed(this.#written, files, this.#tools.now());
    const result = await this.#tools.store.write(draft, this.#written.revision);
    if (result !== 'written') return this.#giveWay(result.newer, files);
    this.#written = draft;
    this.#tellFollowers();
  }

  /** @param change gives the files that are to be there, from those that are */
  #replace(change: (files: Files) => Files, why: Why): Promise<void> {
    return this.#inTurn(() => this.#put(change, why));
  }

  async #put(change: (files: Files) => Files, why: Why): Promise<void> {
    const former = this.files;
    const wanted = change(former);
    // Else the way back would lead to what stands there.
    if (sameFiles(wanted, former)) return;
    const result = await this.#tools.store.replace({ ...this.#written, files: former }, wanted, why);
    if ('newer' in result) return this.#giveWay(result.newer, former);
    await this.#putAsideSince(former);
    this.#written = result.draft;
    this.files = result.draft.files;
    this.undo = { files: former, said: UNDO_WORDS[why] };
    this.#tellFollowers();
    await this.#readHistory();
  }

  #tellFollowers(): void {
    for (const heard of this.#followers) heard();
  }

  /** What was not yet written here is written first: the store finds that it comes too late, and puts it into the history. */
  #hear(theirs: Draft): Promise<void> {
    return this.#inTurn(async () => {
      if (sameFiles(this.files, this.#written.files)) this.#take(theirs);
      else await this.#write();
    });
  }

  /** @param lost what is in the history already. What was typed meanwhile comes too late as well, and goes there too. */
  async #giveWay(newer: Draft, lost: Files): Promise<void> {
    for (let { files } = this; !sameFiles(files, lost); { files } = this) {
      lost = files;
      await this.#tools.store.write(changed(this.#written, files, this.#tools.now()), this.#written.revision);
    }
    this.#take(newer);
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#writing.then(work);
    this.#writing = done.catch(() => {});
    return done;
  }

  /** What another tab, or the disk, has written is newer: it comes into the editor. What stood here is in the history, and can be taken back. */
  #take(theirs: Draft, why: Why = 'other-tab'): void {
    const former = this.files;
    this.#written = theirs;
    this.#tellFollowers();
    if (sameFiles(former, theirs.files)) return;
    this.files = theirs.files;
    this.undo = { files: former, said: UNDO_WORDS[why] };
    void this.#readHistory();
  }

  async #readHistory(): Promise<void> {
    this.history = await this.#tools.store.history(this.#tools.given.exercise);
  }
}
