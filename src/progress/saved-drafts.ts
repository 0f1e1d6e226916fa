/** The files of the exercises, out of the browser and into it: the newer text becomes the draft, the other one lies in the history. */
import type { DraftStore } from '../workbench/draft-store.ts';
import { sameFiles, underName, type Draft, type Files } from '../workbench/drafts.ts';
import type { SavedDraft } from './saved-file.ts';

/** Those that somebody has written, of the exercises with these names. */
export async function draftsOf(store: DraftStore, exercises: readonly string[]): Promise<Draft[]> {
  const drafts = await Promise.all(exercises.map((name) => store.read(name)));
  return drafts.filter((draft) => draft !== undefined);
}

/** `taken`: there is none here, or an older one. `kept`: the one here is newer. `same`: they are alike. */
export type Fate = 'taken' | 'kept' | 'same';

export function fateOf(there: Draft | undefined, saved: SavedDraft): Fate {
  if (there && sameFiles(there.files, saved.files)) return 'same';
  return there && there.changedAt > saved.changedAt ? 'kept' : 'taken';
}

/** A draft that was put in the place of another one, to take that back. */
export interface Replaced {
  exercise: string;
  former: Files;
  files: Files;
}

/** @returns what takes it back; drafts that came where there was none stay */
export async function takeInDrafts(store: DraftStore, drafts: readonly SavedDraft[]): Promise<Replaced[]> {
  const replaced: Replaced[] = [];
  for (const { exercise, files, changedAt, origin } of drafts) {
    const there = await store.read(exercise);
    const fate = fateOf(there, { exercise, files, changedAt, origin });
    if (fate === 'kept') await store.keep({ id: `imported-${changedAt}`, exercise, files, at: changedAt, why: 'imported' });
    if (fate !== 'taken') continue;
    if (!there) {
      await store.write({ exercise, files, changedAt, origin, revision: 1 }, 0);
      continue;
    }
    const result = await store.replace({ ...there, origin }, files, 'imported');
    if ('draft' in result) replaced.push({ exercise, former: there.files, files });
  }
  return replaced;
}

/** Puts the former texts back where nothing was written since. */
export async function takeBackDrafts(store: DraftStore, replaced: readonly Replaced[]): Promise<void> {
  for (const { exercise, former, files } of replaced) {
    const there = await store.read(exercise);
    if (there && sameFiles(there.files, files)) await store.replace(there, former, 'taken-back');
  }
}

/** Drafts under the names that their exercises have today, and the names of those that the course does not have. */
export function draftsOfToday(
  drafts: readonly SavedDraft[],
  exercises: readonly { name: string; formerly: readonly string[] }[],
): { known: SavedDraft[]; unknown: string[] } {
  const known: SavedDraft[] = [];
  const unknown: string[] = [];
  for (const draft of drafts) {
    const today = exercises.find(({ name, formerly }) => name === draft.exercise || formerly.includes(draft.exercise));
    if (today) known.push({ ...draft, exercise: today.name, files: underName(draft.files, draft.exercise, today.name) });
    else unknown.push(draft.exercise);
  }
  return { known, unknown };
}
