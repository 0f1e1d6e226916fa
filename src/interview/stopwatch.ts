/** A stopwatch that is told the time, in milliseconds since any fixed moment, and what it shows to somebody who has so many minutes. */

export interface Stopwatch {
  /** How long it ran before it was last started. */
  ran: number;
  /** When it was started; undefined while it stands still. */
  since?: number;
}

export const AT_REST: Stopwatch = { ran: 0 };

export function started(watch: Stopwatch, now: number): Stopwatch {
  return watch.since === undefined ? { ran: watch.ran, since: now } : watch;
}

export function stopped(watch: Stopwatch, now: number): Stopwatch {
  return { ran: elapsed(watch, now) };
}

/** Milliseconds that it has run. A clock that is set back does not make it run backwards. */
export function elapsed({ ran, since }: Stopwatch, now: number): number {
  return ran + (since === undefined ? 0 : Math.max(0, now - since));
}

/** What is left of `minutes`: `3:00` counting down to `0:00`, then `+0:01` and on. `over` from the moment the time is up. */
export function timeLeft(minutes: number, ran: number): { text: string; over: boolean } {
  const left = minutes * 60_000 - ran;
  return left > 0 ? { text: clock(Math.ceil(left / 1000)), over: false } : { text: `+${clock(Math.floor(-left / 1000))}`, over: true };
}

/** Whole seconds as minutes and seconds: `2:05`. */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
