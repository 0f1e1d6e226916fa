/** What a subject owes: its answers, in the order in which it was asked. It works on one question at a time, and only that one's time runs. */
import type { FromSubject } from '../boundary/messages.ts';
import { SubjectLost } from './failures.ts';
import type { Clock } from './clock.ts';

/** The subject was lost before it came to this question. Another may be asked. */
export class NotBegun extends Error {
  override name = 'NotBegun';
}

export interface Question {
  /** Milliseconds. */
  limit: number;
  /** What is to be said of a subject that takes longer, up to the time: `did not return within`. */
  complaint: string;
  /** Called when it takes longer, before the question fails. */
  onLate: () => void;
}

export interface OwedAnswers {
  /** The next answer that nobody else waits for. Fails with `NotBegun`, or with what `lose` was given. */
  next(question: Question): Promise<FromSubject>;
  /** Takes an answer; what nobody has asked for is not heard. */
  take(message: FromSubject): void;
  /** The subject is lost: what it was working on fails with this. */
  lose(error: Error): void;
}

interface Asked extends Question {
  resolve(message: FromSubject): void;
  reject(error: Error): void;
}

/**
 * @param timeLeft milliseconds that the submission has left for everything
 * @param onLate what to do with a subject that does not answer in time: it ends in `lose`
 */
export function createOwedAnswers(clock: Clock, timeLeft: () => number, onLate: (error: SubjectLost) => void): OwedAnswers {
  let asked: Asked[] = [];
  let stopClock = () => {};

  function watchFirst(): void {
    stopClock();
    const first = asked[0];
    if (!first) return;
    const { limit, complaint } = first;
    const left = Math.min(limit, timeLeft());
    stopClock = clock.after(Math.max(0, left), () => {
      first.onLate();
      onLate(new SubjectLost(`${complaint} ${left < limit ? 'the time that was left' : `${limit / 1000} s`}`));
    });
  }

  return {
    next: (question) =>
      new Promise((resolve, reject) => {
        asked.push({ ...question, resolve, reject });
        if (asked.length === 1) watchFirst();
      }),
    take(message) {
      asked.shift()?.resolve(message);
      watchFirst();
    },
    lose(error) {
      const [first, ...behind] = asked;
      asked = [];
      stopClock();
      first?.reject(error);
      for (const { reject } of behind) reject(new NotBegun('the subject was lost before it came to this'));
    },
  };
}
