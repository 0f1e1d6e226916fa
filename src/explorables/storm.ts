/**
 * “The storm”: a crowd of clients whose connections all end at one moment, the door through which they come back, and what is sent to
 * them meanwhile. Seconds everywhere. Rests on B-WS-11 (new connections a second, the life of a connection), B-WS-13 (a post to a
 * connection that is gone gets 410), B-WS-10 (`$disconnect` may not come) and B-WS-14 (what got 410 is taken out of the table).
 *
 * How AWS counts within a second is documented nowhere. This door is an ideal one: in each whole second it lets in as many as the rate
 * says, whoever knocks first, and a knock that is turned away takes nobody’s place. A try takes a tenth of a second at least.
 */

/** No chance in the wait; from half the wait to all of it; from nothing to all of it. */
export const JITTERS = ['none', 'half', 'full'] as const;
export type Jitter = (typeof JITTERS)[number];

export const GROWTHS = [1, 1.5, 2, 3] as const;

export interface Storm {
  /** How many connections end at the moment 0. */
  windows: number;
  /** New connections a second. */
  rate: number;
  /** Before the first knock; before each further one it has grown. */
  wait: number;
  /** By how much a wait grows with each knock that was turned away. */
  growth: number;
  /** No wait is longer than this. */
  cap: number;
  jitter: Jitter;
  /** One message for everybody, as often as this. A whole number. */
  every: number;
  /** Whoever got 410 is taken out of the table. */
  forgets: boolean;
}

const isWhole = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
const isTime = (value: number) => value >= 0.1 && value <= 3600;

/** What each field takes. */
export const isAllowed = {
  windows: (value: number) => isWhole(value, 100_000),
  rate: (value: number) => isWhole(value, 100_000),
  wait: isTime,
  cap: isTime,
  every: (value: number) => isWhole(value, 3600),
} as const;

/** More waits at random than this are not played through. */
export const MOST_WAITS = 3_000_000;

/** Steps of time in a second. */
const TICKS = 10;

export interface Run {
  /** How many were let in and turned away in each second, from the second 0. */
  letIn: number[];
  turnedAway: number[];
  /** When the last one was let in, or when the run was stopped: whole seconds, rounded up. */
  end: number;
  /** Those who are not back at the end. */
  outside: number;
  /** Why the run ended before everybody was back: the first to return are cut again, or too much to play through. */
  stopped?: 'life' | 'waits';
}

/**
 * @param life how long a connection lasts at most
 * @param random numbers from 0 to 1, 1 not included
 */
export function runOf({ windows, rate, wait, growth, cap, jitter }: Storm, life: number, random: () => number): Run {
  const ceilings = ceilingsOf(wait, growth, cap);
  const last = life * TICKS;
  /** For each moment how many knock, by the number of their wait. */
  const knocks: (number[] | undefined)[] = [];
  const letIn: number[] = [];
  const turnedAway: number[] = [];
  let outside = windows;
  let waits = 0;

  function comeBack(from: number, count: number, number: number): void {
    const ceiling = ceilings[number]!;
    const floor = jitter === 'half' ? ceiling / 2 : 0;
    const alike = jitter === 'none' ? count : 1;
    for (let left = count; left > 0; left -= alike) {
      waits++;
      const delay = jitter === 'none' ? ceiling : floor + random() * (ceiling - floor);
      const moment = from + Math.max(1, Math.round(delay * TICKS));
      if (moment <= last) add((knocks[moment] ??= []), number, alike);
    }
  }

  comeBack(0, windows, 0);
  for (let moment = 1; moment <= last; moment++) {
    const second = Math.floor(moment / TICKS);
    knocks[moment]?.forEach((count, number) => {
      const entered = Math.min(count, rate - (letIn[second] ?? 0));
      const refused = count - entered;
      outside -= entered;
      add(letIn, second, entered);
      add(turnedAway, second, refused);
      comeBack(moment, refused, Math.min(number + 1, ceilings.length - 1));
    });
    delete knocks[moment];
    if (outside === 0) return ended(moment);
    if (waits > MOST_WAITS) return { ...ended(moment), stopped: 'waits' };
  }
  return { ...ended(last), stopped: 'life' };

  function ended(moment: number): Run {
    const seconds = Math.floor(moment / TICKS) + 1;
    const filled = (counts: readonly number[]) => Array.from({ length: seconds }, (_, second) => counts[second] ?? 0);
    return { letIn: filled(letIn), turnedAway: filled(turnedAway), end: Math.ceil(moment / TICKS), outside };
  }
}

function add(counts: number[], index: number, count: number): void {
  counts[index] = (counts[index] ?? 0) + count;
}

/** The longest wait before each knock, until it grows no more. */
export function ceilingsOf(wait: number, growth: number, cap: number): number[] {
  const ceilings = [Math.min(cap, wait)];
  while (growth > 1 && ceilings.at(-1)! < cap) ceilings.push(Math.min(cap, ceilings.at(-1)! * growth));
  return ceilings;
}

/** One message for everybody: the posts for it, and who is not there to hear it. */
export interface Call {
  at: number;
  /** Posts that get 410. */
  gone: number;
  delivered: number;
  outside: number;
}

/** The messages until the end of the run. No `$disconnect` has come: the table still has all the connections that ended. */
export function callsOf({ windows, every, forgets }: Storm, { letIn, end }: Run): Call[] {
  const calls: Call[] = [];
  let back = 0;
  for (let at = 1; at <= end; at++) {
    back += letIn[at - 1]!;
    if (at % every === 0) calls.push({ at, gone: forgets && calls.length > 0 ? 0 : windows, delivered: back, outside: windows - back });
  }
  return calls;
}

export const totalOf = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** The first second at whose end this share of all is back; undefined: it is never reached. */
export function backAt({ letIn }: Run, windows: number, share: number): number | undefined {
  let back = 0;
  const second = letIn.findIndex((count) => (back += count) >= share * windows);
  return second < 0 ? undefined : second + 1;
}

const MOST_COLUMNS = 60;

export interface Columns {
  /** How many seconds stand in one column. */
  width: number;
  letIn: number[];
  turnedAway: number[];
}

export function columnsOf({ letIn, turnedAway }: Run): Columns {
  const width = Math.ceil(letIn.length / MOST_COLUMNS);
  const summed = (counts: readonly number[]) =>
    Array.from({ length: Math.ceil(counts.length / width) }, (_, column) => totalOf(counts.slice(column * width, (column + 1) * width)));
  return { width, letIn: summed(letIn), turnedAway: summed(turnedAway) };
}
