/** Where to begin: what the answers of a placement quiz propose. Runs in the page, so it knows nothing of files or schemas. */

/** How the question of a lesson went. `open`: not answered. */
export type Outcome = 'right' | 'missed' | 'open';

export interface Placed {
  /** The lesson’s number. */
  lesson: number;
  outcome: Outcome;
}

export interface Proposal {
  /** The lesson to begin with; undefined when every question was answered right. */
  begin: number | undefined;
  /** Lessons to read: those whose question was missed or left open; once they are the most of them, every lesson from the first one on. */
  read: number[];
  /** Lessons of which the end of their pages is enough. */
  enough: number[];
  /** Why, in a few sentences for the reader. */
  why: string;
}

/** From this share on the gaps are no gaps any more, and the lessons in order are the shorter way. */
const MOST = 0.5;

/**
 * The proposal that follows from `placed`, in the order of the lessons.
 * @returns undefined as long as nothing is answered
 */
export function proposalFrom(placed: readonly Placed[]): Proposal | undefined {
  const numbers = (...outcomes: Outcome[]) => placed.filter(({ outcome }) => outcomes.includes(outcome)).map(({ lesson }) => lesson);
  const gaps = numbers('missed', 'open');
  const open = numbers('open');
  if (open.length === placed.length) return undefined;
  const [begin] = gaps;
  const most = gaps.length > placed.length * MOST;
  const lessons = placed.map(({ lesson }) => lesson);
  const read = most ? lessons.slice(lessons.indexOf(begin!)) : gaps;
  const enough = lessons.filter((lesson) => !read.includes(lesson));
  return {
    begin,
    read,
    enough,
    why: [beginning(placed, begin), rest(placed.length, gaps.length, most), leftOpen(open)].filter(Boolean).join(' '),
  };
}

function beginning(placed: readonly Placed[], begin: number | undefined): string {
  if (begin === undefined)
    return `All ${placed.length} answers are right. Skip the pages and go where it is harder: the exercises, the architecture exercises, the interview room.`;
  const first = placed.findIndex(({ lesson }) => lesson === begin);
  const before = placed.slice(0, first).map(({ lesson }) => lesson);
  const how = placed[first]!.outcome === 'missed' ? 'missed' : 'left open';
  const reason = `Lesson ${begin} is the first whose question you ${how}`;
  if (before.length === 0) return `${reason}, so begin at the beginning.`;
  return `${reason}. The ${before.length === 1 ? 'one' : before.length} before it you answered right, and the later lessons count on those.`;
}

function rest(all: number, gaps: number, most: boolean): string {
  if (gaps === 0) return '';
  if (most) return `${gaps} of ${all} are not right yet. Those are more than a few gaps: read all lessons from there on, in order.`;
  return gaps === 1
    ? 'It is the only one to read whole.'
    : 'Read the lessons that are listed, in order. One right answer is no proof, so have a look at the end of the pages that you leave out.';
}

function leftOpen(open: readonly number[]): string {
  if (open.length === 0) return '';
  return open.length === 1
    ? 'A question that is left open counts as missed.'
    : `${open.length} questions that are left open count as missed.`;
}
