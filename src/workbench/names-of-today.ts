/** Work that was done while an exercise, or a concept of it, had another name. */
import type { Renamed } from '../grader/progress/progress.ts';
import type { ExerciseVerdict } from '../grader/verdict.ts';
import { isRun, underName, type Draft, type Kept } from './drafts.ts';
import { addToHistory, readHistory } from './history-shelf.ts';
import { isDraft } from './records.ts';
import { setAside } from './set-aside.ts';
import type { Shelf } from './shelves.ts';

/**
 * Moves what lies under former names of an exercise under its present one. If there is a draft under that already, it stays, and the
 * former one goes to its history.
 */
export async function moveToNameOfToday(shelf: Shelf, { name, formerly }: Renamed, asides: string[]): Promise<void> {
  for (const former of formerly) {
    for (const kept of await readHistory(shelf, former, asides)) {
      await addToHistory(shelf, { ...kept, id: `${former}.${kept.id}`, exercise: name, files: underName(kept.files, former, name) });
      await shelf.remove('history', `${former}/${kept.id}`);
    }
    for (const key of await shelf.keys('texts', former)) await shelf.remove('texts', key);

    const draft = await shelf.get('drafts', former);
    if (draft === undefined) continue;
    if (isDraft(draft)) await moveDraft(shelf, draft, former, name);
    else asides.push(await setAside(shelf, 'drafts', former, draft));
    await shelf.remove('drafts', former);
  }
}

async function moveDraft(shelf: Shelf, draft: Draft, former: string, name: string): Promise<void> {
  const files = underName(draft.files, former, name);
  if ((await shelf.get('drafts', name)) === undefined) await shelf.put('drafts', name, { ...draft, exercise: name, files });
  else await addToHistory(shelf, { id: `${former}.draft`, exercise: name, files, at: draft.changedAt, why: 'renamed' });
}

/** A kept run as if its verdict had been given today. */
export function withNamesOfToday(kept: Kept, { name, concepts }: Renamed): Kept {
  if (!isRun(kept)) return kept;
  const idOfToday = new Map(concepts.flatMap(({ id, formerly }) => formerly.map((former) => [former, id] as const)));
  const verdict: ExerciseVerdict = {
    ...kept.verdict,
    exercise: name,
    concepts: kept.verdict.concepts.map((concept) => ({ ...concept, id: idOfToday.get(concept.id) ?? concept.id })),
  };
  return { ...kept, verdict };
}
