/** What was noted while an exercise, or a concept of it, had another name. */
import type { Renamed } from '../grader/progress/progress.ts';
import { BEST, GIVEN_UP, HINT, LAST, type Standing } from './exercise-standing.ts';
import { merged } from './merge.ts';
import type { ProgressStore } from './progress-store.ts';
import type { Entry, Records } from './records.ts';

/**
 * Notes under former names, noted under those of today too; where both are there, the two are made one.
 *
 * An exercise or a concept that was split has several of today’s names: each part takes over what its whole had. What belongs to one
 * that the course has dropped stays where it is, unread. Former records stay as well: a page may know only one of the parts.
 */
export function withNamesOfToday(records: Records, exercises: readonly Renamed[]): Records {
  return exercises.reduce((all, exercise) => {
    const own = { ...all, ...underToday(all, exercise.name, exercise) };
    return exercise.formerly.reduce((known, former) => merged(known, underToday(known, former, exercise)), own);
  }, records);
}

/** A store whose records have the names of today, and keep them with the next change. */
export function underNamesOfToday(store: ProgressStore, exercises: readonly Renamed[]): ProgressStore {
  return {
    ...store,
    records: () => withNamesOfToday(store.records(), exercises),
    change: (apply) =>
      store.change((records, at) => {
        const today = withNamesOfToday(records, exercises);
        const next = apply(today, at);
        return next === today ? records : next;
      }),
  };
}

/** What was noted of the exercise that was called `former`, as far as it belongs to the one of today. */
function underToday(records: Records, former: string, { name, concepts }: Renamed): Records {
  const idsOfToday = (old: string) => {
    const ids = concepts.filter(({ id, formerly }) => id === old || formerly.includes(old)).map(({ id }) => id);
    // A concept that was dropped may come back under its name.
    return ids.length === 0 && former === name ? [old] : ids;
  };
  const ours: Record<string, Entry> = {};
  for (const [key, entry] of Object.entries(records)) {
    const [kind, exercise, concept] = key.split('/');
    if (exercise !== former) continue;
    if (kind === HINT.name && concept !== undefined) for (const id of idsOfToday(concept)) ours[`${kind}/${name}/${id}`] = entry;
    if (kind === GIVEN_UP.name) ours[`${kind}/${name}`] = entry;
    if ((kind === BEST.name || kind === LAST.name) && BEST.is(entry.value)) {
      const passed = [...new Set(entry.value.passed.flatMap(idsOfToday))];
      ours[`${kind}/${name}`] = { ...entry, value: { ...entry.value, passed } satisfies Standing };
    }
  }
  return ours;
}
