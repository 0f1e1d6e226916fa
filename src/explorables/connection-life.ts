/**
 * “The life of a connection”: one WebSocket connection on its two clocks, from the upgrade (minute 0) to its end. Minutes everywhere. A tie
 * goes to the clock. Rests on B-WS-11 (the clocks; frames of ping and pong do not count), B-WS-09 (close codes) and B-WS-10
 * (`$disconnect` is best effort). With which code the clock of life closes is documented nowhere, nor when the gateway notices that a
 * client’s network is gone: here both stay open.
 */

/** What moves on the connection again and again: nothing, ping frames, messages of the client, posts of the backend. */
export const BEATS = ['none', 'frames', 'client', 'backend'] as const;
export type Beat = (typeof BEATS)[number];

/** What happens to it once. `close`: the client calls `close()`; `lid`: the laptop is shut, and its network is gone. */
export const INCIDENTS = ['none', 'close', 'delete', 'large', 'binary', 'lid'] as const;
export type Incident = (typeof INCIDENTS)[number];

export interface Life {
  beat: Beat;
  /** The time from one beat to the next; the first comes that long after the upgrade. */
  every: number;
  incident: Incident;
  /** When the incident happens. */
  at: number;
}

export interface Clocks {
  /** The longest time without a message. */
  silence: number;
  /** The longest life, busy or not. */
  life: number;
}

export const LEAST = 0.5;
export const MOST = 180;
export const isMinutes = (value: number): boolean => value >= LEAST && value <= MOST;

export type Cause = 'silence' | 'life' | Exclude<Incident, 'none'>;

export interface End {
  cause: Cause;
  at: number;
  /** The beats before the end. */
  beats: number[];
  /** When a message last went through: what the clock of silence counts from. */
  lastMessage: number;
}

/** Whether it begins the clock of silence anew. */
export const counts = (beat: Beat): boolean => beat === 'client' || beat === 'backend';

export function endOf({ beat, every, incident, at }: Life, clocks: Clocks): End {
  const isKept = counts(beat) && every < clocks.silence;
  const clock = isKept ? clocks.life : Math.min(clocks.silence, clocks.life);
  const isFirst = incident !== 'none' && at < clock;
  const end = isFirst ? at : clock;
  const beats = beat === 'none' ? [] : Array.from({ length: Math.ceil(end / every) - 1 }, (_, index) => (index + 1) * every);
  const cause = isFirst ? incident : isKept ? 'life' : 'silence';
  return { cause, at: end, beats, lastMessage: counts(beat) ? (beats.at(-1) ?? 0) : 0 };
}

/** When at the latest the gateway knows that the client is gone, by its clocks. Whether a post to it counts is not documented. */
export function noticedBy({ beat }: Life, { lastMessage }: End, { silence, life }: Clocks): number {
  return beat === 'backend' ? life : Math.min(life, lastMessage + silence);
}

/** What can be guessed: the clocks, what happens, and that nothing ends it. */
export type Guess = Cause | 'never';

export function guessesFor({ incident }: Life): Guess[] {
  return ['silence', 'life', ...(incident === 'none' ? [] : [incident]), 'never'];
}

/** The clock of silence as a line: [minute, part of the clock that has passed], from 0 to 1. */
export function silenceLine({ beat }: Life, { at, beats }: End, { silence }: Clocks): [number, number][] {
  const starts = [0, ...(counts(beat) ? beats : [])];
  return starts.flatMap((start, index): [number, number][] => {
    const until = starts[index + 1] ?? at;
    return [
      [start, 0],
      [until, (until - start) / silence],
    ];
  });
}
