/** One exercise on the bench: the files, the run, the verdict, and what is kept of them. */
import type { TestOutcome } from '../grader/outcome.ts';
import type { ExerciseVerdict } from '../grader/verdict.ts';
import { changed, isRun, opened, sameFiles, type Draft, type Files, type Given, type Kept, type Why } from './drafts.ts';
import type { LeavableStore } from './last-words.ts';
import type { Runs } from './runs.ts';

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

const UNDO: Record<Why, string> = {
  reset: 'The files are as they were given to you.',
  'taken-back': '',
  uploaded: 'Your files are in the place of what stood here.',
  'other-tab': 'Here is what another tab has written.',
  renamed: '',
};

export class Bench {
  readonly #tools: BenchTools;
  readonly #saving: { soon: () => void; now: () => void };
  /** As it was last written or read: what the next write is based on. */
  #written: Draft;
  /** One write at a time: each is based on the one before. */
  #writing: Promise<unknown> = Promise.resolve();
  #stop: (() => void) | undefined;
  #givenUp: AbortController | undefined;

  files: Files = $state.raw({});
  /** The outcomes of the run that is under way. */
  running: { outcomes: TestOutcome[] } | undefined = $state.raw();
  verdict: ExerciseVerdict | undefined = $state.raw();
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
    const { draft, said = '' } = opened(await store.read(given.exercise), given);
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
    if (!sameFiles(files, this.#written.files))
      this.#tools.store.leave(changed(this.#written, files, this.#tools.now()), this.#written.revision);
    this.#saving.now();
  };

  run = async (): Promise<void> => {
    if (this.running) return;
    const { files } = this;
    const { given, runs, now, store } = this.#tools;
    this.#givenUp = new AbortController();
    const { signal } = this.#givenUp;
    this.running = { outcomes: [] };
    const outcomes: TestOutcome[] = [];
    let frame: number | undefined;
    await this.#save();
    const verdict = await runs
      .run(files, {
        signal,
        onOutcome: (outcome) => {
          outcomes.push(outcome);
          // Many come between two pictures of the screen.
          frame ??= requestAnimationFrame(() => {
            frame = undefined;
            if (this.running) this.running = { outcomes: [...outcomes] };
          });
        },
      })
      .catch((error: unknown) => this.#notJudged(error));
    if (frame !== undefined) cancelAnimationFrame(frame);
    // Kept before it is shown: whoever has seen it finds it again.
    const at = now();
    const keeps = !signal.aborted && verdict.status !== 'not-judged';
    if (keeps) await store.keep({ id: `run-${at}`, exercise: given.exercise, files, at, verdict });
    this.running = undefined;
    if (signal.aborted) return;
    // A run that said nothing about the concepts is nothing to compare with.
    if (this.verdict && this.verdict.status !== 'not-judged' && this.verdict.message === undefined) this.former = this.verdict;
    this.verdict = verdict;
    this.#judged = files;
    if (keeps) await this.#readHistory();
  };

  /** Without a network, the grader may not be there. */
  #notJudged(error: unknown): ExerciseVerdict {
    const message = `The grader could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
    return { exercise: this.#tools.given.exercise, earned: 0, points: 0, status: 'not-judged', message, concepts: [] };
  }

  stop = (): void => this.#givenUp?.abort();

  reset = (): Promise<void> => this.#replace(this.#tools.given.stub, 'reset');

  takeBack = (files: Files): Promise<void> => this.#replace(files, 'taken-back');

  /** Puts files over those that are there: whoever brings one of several keeps the others. */
  upload = (files: Files): Promise<void> => this.#replace({ ...this.files, ...files }, 'uploaded');

  takeUndo = async (): Promise<void> => {
    if (!this.undo) return;
    await this.#replace(this.undo.files, 'taken-back');
    this.undo = undefined;
  };

  #save(): Promise<void> {
    return this.#inTurn(() => this.#write());
  }

  async #write(): Promise<void> {
    const { files } = this;
    if (sameFiles(files, this.#written.files)) return;
    const draft = changed(this.#written, files, this.#tools.now());
    const result = await this.#tools.store.write(draft, this.#written.revision);
    if (result === 'written') this.#written = draft;
    else await this.#giveWay(result.newer, files);
  }

  #replace(files: Files, why: Why): Promise<void> {
    return this.#inTurn(() => this.#put(files, why));
  }

  async #put(files: Files, why: Why): Promise<void> {
    const former = this.files;
    const result = await this.#tools.store.replace({ ...this.#written, files: former }, files, why);
    if ('newer' in result) return this.#giveWay(result.newer, former);
    this.#written = result.draft;
    this.files = result.draft.files;
    this.undo = { files: former, said: UNDO[why] };
    await this.#readHistory();
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

  /** What another tab has written is newer: it comes into the editor. What stood here is in the history, and can be taken back. */
  #take(theirs: Draft): void {
    const former = this.files;
    this.#written = theirs;
    if (sameFiles(former, theirs.files)) return;
    this.files = theirs.files;
    this.undo = { files: former, said: UNDO['other-tab'] };
    void this.#readHistory();
  }

  async #readHistory(): Promise<void> {
    this.history = await this.#tools.store.history(this.#tools.given.exercise);
  }
}
