/** Keeps drafts, runs and the texts that others were put in the place of. The rules are in `drafts.ts`, the storage is handed in. */
import type { Renamed } from '../grader/progress/progress.ts';
import { changed, isRun, sameFiles, writing, type Draft, type Files, type Kept, type Run, type Why } from './drafts.ts';
import { addToHistory, readHistory } from './history-shelf.ts';
import { moveToNameOfToday, withNamesOfToday } from './names-of-today.ts';
import type { OtherTabs } from './other-tabs.ts';
import { isDraft } from './records.ts';
import { setAside } from './set-aside.ts';
import type { Shelf, Shelves } from './shelves.ts';

/** Another tab has written since: what stands there now. What was to be written is in the history. */
export interface Newer {
  newer: Draft;
}

export interface DraftStore {
  read(exercise: string): Promise<Draft | undefined>;
  /**
   * One transaction; to write the same once more changes nothing.
   * @param draft as `changed` gives it
   * @param basedOn the revision that it was made from
   */
  write(draft: Draft, basedOn: number): Promise<'written' | Newer>;
  /**
   * Puts other files in the place of a draft, which goes to the history. To undo it, put the files of `before` in the place of the draft
   * that comes back.
   * @param before the draft that was last written or read, with the files as the learner sees them now
   */
  replace(before: Draft, files: Files, why: Why): Promise<{ draft: Draft } | Newer>;
  /** Puts a run, or a text that is the draft no more, into the history: in the place of one with the same id. */
  keep(kept: Kept): Promise<void>;
  /** Newest first. */
  runs(exercise: string): Promise<Run[]>;
  /** Runs and snapshots, newest first. */
  history(exercise: string): Promise<Kept[]>;
  /** What could not be read, as it was found, by the name under which it was set aside. */
  aside(): Promise<[name: string, value: unknown][]>;
  /** @param heard called with what another tab has written. Returns what ends it. */
  watch(exercise: string, heard: (draft: Draft) => void): () => void;
  close(): void;
}

export interface Surroundings {
  shelves: Shelves;
  tabs: OtherTabs;
  /** Every exercise that has or had another name, or whose concepts have. */
  renamed: readonly Renamed[];
  /** Milliseconds since 1970. */
  now: () => number;
  /** Tells this tab’s snapshots from those of others. */
  tab: string;
  /** Called with the names of what had to be set aside. */
  onAside: (names: readonly string[]) => void;
}

export function createDraftStore({ shelves, tabs, renamed, now, tab, onAside }: Surroundings): DraftStore {
  /** The revision that this tab knows of, by exercise. */
  const known = new Map<string, number>();
  const watchers = new Map<string, Set<(draft: Draft) => void>>();

  async function transact<Result>(work: (shelf: Shelf, asides: string[]) => Promise<Result>): Promise<Result> {
    const { result, asides } = await shelves.transact(async (shelf) => {
      const asides: string[] = [];
      return { result: await work(shelf, asides), asides };
    });
    if (asides.length > 0) onAside(asides);
    return result;
  }

  async function draftOn(shelf: Shelf, exercise: string, asides: string[]): Promise<Draft | undefined> {
    const names = renamed.find(({ name }) => name === exercise);
    if (names) await moveToNameOfToday(shelf, names, asides);
    const draft = await shelf.get('drafts', exercise);
    if (draft === undefined || isDraft(draft)) return draft;
    asides.push(await setAside(shelf, 'drafts', exercise, draft));
    return undefined;
  }

  async function put(shelf: Shelf, { exercise, files, changedAt, revision, origin }: Draft): Promise<void> {
    // Copies: what a page watches can be a stand-in that no storage takes.
    await shelf.put('drafts', exercise, { exercise, files: { ...files }, changedAt, revision, origin: { ...origin } });
  }

  /** The text of a tab that came too late: one snapshot while it goes on without having seen what is newer. */
  async function keepLoser(shelf: Shelf, newer: Draft, { exercise, files, changedAt }: Draft): Promise<Newer> {
    if (!sameFiles(newer.files, files))
      await addToHistory(shelf, { id: `${tab}-lost-${newer.revision}`, exercise, files, at: changedAt, why: 'other-tab' });
    return { newer };
  }

  /** Writes a draft, unless `work` finds a newer one there. */
  async function commit<Result extends string | object>(
    { exercise, revision }: Draft,
    work: (shelf: Shelf, there: Draft | undefined) => Promise<Result | Newer>,
  ): Promise<Result | Newer> {
    // Before it is there: this tab is not to hear of its own writing.
    known.set(exercise, Math.max(revision, known.get(exercise) ?? 0));
    const result = await transact(async (shelf, asides) => work(shelf, await draftOn(shelf, exercise, asides)));
    if (typeof result === 'object' && 'newer' in result) known.set(exercise, result.newer.revision);
    else tabs.tell(exercise);
    return result;
  }

  async function look(exercise: string): Promise<void> {
    const before = known.get(exercise) ?? 0;
    const draft = await transact((shelf, asides) => draftOn(shelf, exercise, asides));
    if (!draft || draft.revision <= Math.max(before, known.get(exercise) ?? 0)) return;
    known.set(exercise, draft.revision);
    for (const heard of watchers.get(exercise) ?? []) heard(draft);
  }

  tabs.onNews((exercise) => {
    for (const watched of watchers.keys()) if (exercise === undefined || exercise === watched) void look(watched);
  });

  async function history(exercise: string): Promise<Kept[]> {
    const names = renamed.find(({ name }) => name === exercise);
    const kept = await transact(async (shelf, asides) => {
      if (names) await moveToNameOfToday(shelf, names, asides);
      return readHistory(shelf, exercise, asides);
    });
    return names ? kept.map((each) => withNamesOfToday(each, names)) : kept;
  }

  return {
    async read(exercise) {
      const draft = await transact((shelf, asides) => draftOn(shelf, exercise, asides));
      known.set(exercise, draft?.revision ?? 0);
      return draft;
    },
    write: (draft, basedOn) =>
      commit(draft, async (shelf, there) => {
        const what = writing(there, draft, basedOn);
        if (what === 'newer') return keepLoser(shelf, there!, draft);
        if (what === 'write') await put(shelf, draft);
        return 'written';
      }),
    replace(before, files, why) {
      const at = now();
      const draft = changed(before, files, at);
      return commit(draft, async (shelf, there) => {
        if (there && there.revision > before.revision) return keepLoser(shelf, there, before);
        const { exercise, files: former } = before;
        if (!sameFiles(former, files)) await addToHistory(shelf, { id: `${tab}-${draft.revision}`, exercise, files: former, at, why });
        await put(shelf, draft);
        return { draft };
      });
    },
    async keep(kept) {
      await transact((shelf) => addToHistory(shelf, kept));
    },
    runs: async (exercise) => (await history(exercise)).filter(isRun),
    history,
    aside: () => transact((shelf) => shelf.all('aside')),
    watch(exercise, heard) {
      const all = watchers.get(exercise) ?? new Set();
      watchers.set(exercise, all.add(heard));
      return () => all.delete(heard);
    },
    close() {
      tabs.close();
      shelves.close();
    },
  };
}
