/** From version 0, when each part of the course had a key of its own in the browser’s storage, to version 1. */
import { isRecord, type Entry, type Records } from './records.ts';

/** Nobody noted when: whatever was noted with its time is newer. */
const AT = '1970-01-01T00:00:00.000Z';

/** For each of the former keys: where it began, the field that held its data, and the records that these become. */
const FORMER: readonly [start: string, field: string, records: (name: string, data: unknown) => [key: string, value: unknown][]][] = [
  ['front-desk:quiz:', 'results', (quiz, results) => entries(results).map(([question, result]) => [`answer/${quiz}/${question}`, result])],
  ['front-desk:hints:', 'hints', (exercise, hints) => entries(hints).map(([concept, step]) => [`hint/${exercise}/${concept}`, step])],
  [
    'front-desk:interview',
    'ratings',
    (_, ratings) =>
      entries(ratings).flatMap(([question, lines]) =>
        entries(lines).map(([line, rating]) => [`rating/${question}/${line}`, rating] as [string, unknown]),
      ),
  ],
  ['front-desk:route:', 'done', (route, done) => (Array.isArray(done) ? done : []).map((part) => [`tick/${route}/${part}`, true])],
];

export function isFormerKey(key: string): boolean {
  return FORMER.some(([start]) => key.startsWith(start));
}

/** The records in the text under a former key; undefined if it cannot be read. */
export function recordsOfFormer(key: string, text: string): Records | undefined {
  const [start, field, recordsOf] = FORMER.find(([start]) => key.startsWith(start))!;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(data) || data.version !== 1 || typeof data[field] !== 'object') return undefined;
  return Object.fromEntries(
    recordsOf(key.slice(start.length), data[field]).map(([name, value]): [string, Entry] => [name, { at: AT, value }]),
  );
}

function entries(data: unknown): [string, unknown][] {
  return isRecord(data) ? Object.entries(data) : [];
}
