/**
 * Many requests at two doors in a row: the account’s bucket at the gateway, then Lambda’s environments, which come in steps.
 * The bucket is handed in; time is virtual. Environments start in no time here, which flatters Lambda.
 */
import type { Bucket, Limit, Millis } from '../../exercises/token-bucket/contract.ts';

/** What AWS gives an account to begin with, from the ledger. */
export interface Doors {
  rate: number;
  burst: number;
  /** Environments of the whole account at one time. */
  places: number;
  /** Environments that one function gains in a step. */
  step: number;
  /** Milliseconds between two steps. */
  stepMs: Millis;
}

export interface Crowd {
  /** `once`: all in one instant. `evenly`: so many in each second. */
  arrival: 'once' | 'evenly';
  requests: number;
  /** Milliseconds that the function needs for one request. */
  duration: Millis;
  /** Environments that the account allows; nobody else uses any. */
  places: number;
}

/** What can be chosen. Every number of requests divides a million, so that microseconds stay whole. */
export const CHOICES = {
  once: [1000, 1500, 3000, 6000],
  evenly: [1000, 5000, 8000, 10_000, 12_500],
  duration: [50, 100, 200, 500, 1000],
} as const;

/** One second of the crowd. */
export interface Second {
  second: number;
  /** The environments that the function may have in it. */
  environments: number;
  sent: number;
  answered: number;
  /** 429 from the gateway. */
  refusedByDesk: number;
  /** 500, because Lambda throttles the gateway’s call. */
  refusedByLambda: number;
}

const MICROS = 1000;
/** The second in which it starts, and the first second after each of three steps. */
const STEPS_SHOWN = 3;

/** The seconds that tell the story: the only one of a crowd that comes once, else the first after each step. */
export function runThousand(createBucket: (limit: Limit, start: Millis) => Bucket, doors: Doors, crowd: Crowd): Second[] {
  const shown = crowd.arrival === 'once' ? [0] : Array.from({ length: STEPS_SHOWN + 1 }, (_, step) => (step * doors.stepMs) / 1000);
  const environmentsAt = (micros: number) => Math.min(crowd.places, doors.step * (1 + Math.floor(micros / (doors.stepMs * MICROS))));
  const seconds = new Map(
    shown.map((second) => [
      second,
      { second, environments: environmentsAt(second * 1e6), sent: 0, answered: 0, refusedByDesk: 0, refusedByLambda: 0 },
    ]),
  );
  const desk = createBucket({ rate: doors.rate, burst: doors.burst }, 0);
  /** When each call ends, in order, since all take the same time. Those before `running` have ended. */
  const ends: number[] = [];
  let running = 0;
  const gap = crowd.arrival === 'once' ? 0 : 1e6 / crowd.requests;
  const count = crowd.requests * (shown.at(-1)! + 1);
  for (let index = 0; index < count; index++) {
    const micros = index * gap;
    while (running < ends.length && ends[running]! <= micros) running++;
    const admitted = desk.take(micros / MICROS);
    const served = admitted && ends.length - running < environmentsAt(micros);
    if (served) ends.push(micros + crowd.duration * MICROS);
    const second = seconds.get(Math.floor(micros / 1e6));
    if (!second) continue;
    second.sent++;
    if (served) second.answered++;
    else if (admitted) second.refusedByLambda++;
    else second.refusedByDesk++;
  }
  return [...seconds.values()];
}

/** Answers to “how many are answered in the first second?” that people give, the right one among them, from few to many. */
export function guesses(doors: Doors, { requests, places, duration }: Crowd, right: number): number[] {
  const turns = (doors.step * 1000) / duration;
  const said = [right, requests / 2, doors.burst, places, doors.step, turns, requests].map((number) => Math.min(number, requests));
  return [...new Set(said)].toSorted((a, b) => a - b);
}
