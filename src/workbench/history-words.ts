/** What the history says of its entries. */
import { firstBroken, type ExerciseVerdict } from '../grader/verdict.ts';
import { isRun, type Kept, type Why } from './drafts.ts';

const SNAPSHOT: Record<Why, string> = {
  reset: 'text before you started over',
  'taken-back': 'text before another one was put in its place',
  uploaded: 'text before an upload',
  imported: 'text beside a file of your progress',
  'other-tab': 'written while another tab wrote too',
  renamed: 'written when the exercise had another name',
  disk: 'text that this page and the disk did not share',
  'file-renamed': 'text before a file got another name',
  'file-deleted': 'text before a file was deleted',
};

export interface EntryWords {
  /** A sign for the eye beside the words, which say the same. */
  status: 'passed' | 'failed' | 'none';
  words: string;
}

export function entryWords(kept: Kept): EntryWords {
  if (!isRun(kept)) return { status: 'none', words: SNAPSHOT[kept.why] };
  const { verdict } = kept;
  const points = `${verdict.earned} of ${verdict.points} points`;
  if (verdict.status === 'not-judged') return { status: 'none', words: 'not judged' };
  if (verdict.status === 'passed') return { status: 'passed', words: `passed, ${points}` };
  if (!anythingRan(verdict)) return { status: 'failed', words: 'could not be graded' };
  const broken = firstBroken(verdict);
  const number = verdict.concepts.findIndex((concept) => concept === broken) + 1;
  return { status: 'failed', words: broken ? `${points}, concept ${number} breaks: ${broken.title}` : points };
}

function anythingRan({ concepts }: ExerciseVerdict): boolean {
  return concepts.some(({ tests }) => tests.some(({ status }) => status !== 'not-run'));
}

/**
 * “today, 14:05:09”
 * @param timeZone that of the reader where none is given
 */
export function whenWords(at: number, now: number, timeZone?: string): string {
  const formats = formatsOf(timeZone);
  const time = formats.time.format(at);
  const days = dayOf(now, formats.day) - dayOf(at, formats.day);
  if (days === 0) return `today, ${time}`;
  if (days === 1) return `yesterday, ${time}`;
  const { year, date, dateOfYear } = formats;
  return `${(year.format(at) === year.format(now) ? date : dateOfYear).format(at)}, ${time}`;
}

interface Formats {
  time: Intl.DateTimeFormat;
  year: Intl.DateTimeFormat;
  date: Intl.DateTimeFormat;
  dateOfYear: Intl.DateTimeFormat;
  /** Sweden writes dates as `Date.parse` reads them. */
  day: Intl.DateTimeFormat;
}

/** To make one takes longer than to use it for a whole history. */
const made = new Map<string | undefined, Formats>();

function formatsOf(timeZone: string | undefined): Formats {
  const known = made.get(timeZone);
  if (known) return known;
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-US', { timeZone, ...options });
  const formats = {
    time: format({ timeStyle: 'medium', hourCycle: 'h23' }),
    year: format({ year: 'numeric' }),
    date: format({ month: 'short', day: 'numeric' }),
    dateOfYear: format({ month: 'short', day: 'numeric', year: 'numeric' }),
    day: new Intl.DateTimeFormat('sv-SE', { timeZone }),
  };
  made.set(timeZone, formats);
  return formats;
}

/** Days of the calendar, which are not all equally long. */
function dayOf(time: number, format: Intl.DateTimeFormat): number {
  return Date.parse(format.format(time)) / 86_400_000;
}
