/** What lies on the shelves, and whether it is what it should be. */
import type { ConceptVerdict, ExerciseVerdict, TestVerdict } from '../grader/verdict.ts';
import { WHYS, type Draft, type Run, type Snapshot } from './drafts.ts';

/** A run or a snapshot whose files are names of texts. */
export type HistoryRecord = Run | Snapshot;

type Guard<Value> = (value: unknown) => value is Value;
/** A guard for each field, so that none is forgotten when a type grows. */
type Fields<Shape> = { [Field in keyof Required<Shape>]: Guard<Shape[Field]> };

const isText: Guard<string> = (value) => typeof value === 'string';
const isNumber = (value: unknown): value is number => Number.isFinite(value);
const isCount = (value: unknown): value is number => isNumber(value) && Number.isSafeInteger(value) && value >= 0;

const isFiles = recordOf(isText);

export const isDraft = shape<Draft>({
  exercise: isText,
  files: isFiles,
  changedAt: isNumber,
  revision: isCount,
  origin: shape({ stub: isText, contract: isText }),
});

/** What `last-words.ts` leaves. */
export const isLeft = shape<{ draft: Draft; basedOn: number }>({ draft: isDraft, basedOn: isCount });

const isTestVerdict = shape<TestVerdict>({
  name: isText,
  status: oneOf('passed', 'failed', 'not-run'),
  message: isText,
  input: optional(isText),
  expected: optional(isText),
  actual: optional(isText),
  ms: isNumber,
});

const isConceptVerdict = shape<ConceptVerdict>({
  id: isText,
  title: isText,
  points: isNumber,
  beyond: optional(oneOf(true)),
  status: oneOf('passed', 'failed'),
  tests: listOf(isTestVerdict),
});

const isVerdict = shape<ExerciseVerdict>({
  exercise: isText,
  earned: isNumber,
  points: isNumber,
  status: oneOf('passed', 'failed', 'not-judged'),
  message: optional(isText),
  printed: optional(isText),
  concepts: listOf(isConceptVerdict),
});

const isRunRecord = shape<Run>({ id: isText, exercise: isText, files: isFiles, at: isNumber, verdict: isVerdict });
const isSnapshotRecord = shape<Snapshot>({ id: isText, exercise: isText, files: isFiles, at: isNumber, why: oneOf(...WHYS) });

export const isHistoryRecord: Guard<HistoryRecord> = (value) => isRunRecord(value) || isSnapshotRecord(value);

/** Fields that nobody knows may be there: a later version has added them. */
function shape<Shape>(fields: Fields<Shape>): Guard<Shape> {
  return (value): value is Shape =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries<Guard<unknown>>(fields).every(([field, guard]) => guard((value as Record<string, unknown>)[field]));
}

function recordOf<Value>(guard: Guard<Value>): Guard<Record<string, Value>> {
  return (value): value is Record<string, Value> =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(guard);
}

function listOf<Value>(guard: Guard<Value>): Guard<Value[]> {
  return (value): value is Value[] => Array.isArray(value) && value.every(guard);
}

function optional<Value>(guard: Guard<Value>): Guard<Value | undefined> {
  return (value): value is Value | undefined => value === undefined || guard(value);
}

function oneOf<const Value>(...values: Value[]): Guard<Value> {
  return (value): value is Value => values.includes(value as Value);
}
