/** From what a progress file holds, whatever version wrote it, to the progress of today. */
import type { ExerciseProgress, Progress, RunRecord } from './progress.ts';

/** The data of one version, turned into the data of the next. Kept for good: somebody still has that file. */
export type Migration = (data: Record<string, unknown>) => Record<string, unknown>;

/** `MIGRATIONS[0]` leads from version 1 to version 2, and so on. The length says which version is today's. */
const MIGRATIONS: readonly Migration[] = [];

/** The file was written by a later version of the course. Nothing is wrong with it, and it must not be touched. */
export class FromTheFuture extends Error {
  constructor(version: number, today: number) {
    super(`it has version ${version}, this course knows versions up to ${today}`);
  }
}

/** What a chain of migrations makes of `data`, which says its own version. */
export function migrated(data: unknown, migrations: readonly Migration[] = MIGRATIONS): Record<string, unknown> {
  if (!isRecord(data)) throw new Error('it holds no object');
  const today = migrations.length + 1;
  const { version } = data;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) throw new Error('it does not say its version');
  if (version > today) throw new FromTheFuture(version, today);
  return migrations.slice(version - 1).reduce((older, migrate, index) => ({ ...migrate(older), version: version + index + 1 }), data);
}

/**
 * The progress in a file's text. Checked by hand: the schema library would take longer to load than the tests to run.
 * @throws FromTheFuture if a later version of the course wrote it
 * @throws Error with what is wrong with it
 */
export function parseProgress(text: string): Progress {
  const data = migrated(JSON.parse(text));
  if (!isRecord(data.exercises)) throw new Error('exercises: must be an object');
  for (const [name, exercise] of Object.entries(data.exercises)) {
    if (!isExerciseProgress(exercise)) throw new Error(`exercises.${name}: must hold runs and hints`);
  }
  return data as unknown as Progress;
}

function isExerciseProgress(value: unknown): value is ExerciseProgress {
  return (
    isRecord(value) &&
    Array.isArray(value.runs) &&
    value.runs.every(isRun) &&
    isRecord(value.hints) &&
    Object.values(value.hints).every((step) => Number.isInteger(step))
  );
}

function isRun(value: unknown): value is RunRecord {
  return (
    isRecord(value) &&
    typeof value.at === 'string' &&
    typeof value.earned === 'number' &&
    typeof value.points === 'number' &&
    Array.isArray(value.passed) &&
    value.passed.every((id) => typeof id === 'string') &&
    (value.broken === undefined || typeof value.broken === 'string')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
