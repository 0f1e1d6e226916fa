/** The type service as the page asks it. */
import type { Answered, Asked, Language, Question } from './answers.ts';

type Named<Name extends keyof Language> = Extract<Question, { name: Name }>;

/** The same questions as of the compiler itself. Undefined: there is no answer, or a later question of the same kind came first. */
export type Types = {
  [Name in keyof Language]: (...given: Parameters<Language[Name]>) => Promise<ReturnType<Language[Name]> | undefined>;
} & { close(): void };

/** Whoever types waits for these, in this order. */
const URGENT: readonly (keyof Language)[] = ['propose', 'explain', 'describe', 'warnings'];

interface Waiting {
  question: Question;
  tell: (answer: unknown) => void;
}

export interface TypesTools {
  startWorker: () => Worker;
  /** Called once, if the Worker cannot be loaded or breaks; from then on there are no answers. */
  onfailed: () => void;
  /** Calls `act` after so many milliseconds. Returns what takes it back. */
  after: (ms: number, act: () => void) => () => void;
}

/** Milliseconds. A slow phone has loaded the compiler by then; whatever takes longer is a type that comes to no end. */
const PATIENCE = 20_000;

/**
 * One question is with the Worker at a time, and of each kind only the last one waits: nobody wants to know of a text that is gone. A Worker
 * that does not answer is given up, and its question with it; the next one is asked of another.
 */
export function typesOf({ startWorker, onfailed, after }: TypesTools): Types {
  const waiting = new Map<keyof Language, Waiting>();
  let worker: Worker | undefined = started();
  let asked: { id: number; tell: (answer: unknown) => void; stopClock: () => void } | undefined;
  let count = 0;
  let ended = false;

  function started(): Worker {
    const fresh = startWorker();
    fresh.onmessage = ({ data: { id, answer } }: MessageEvent<Answered>) => {
      if (asked?.id === id) settle(answer);
    };
    fresh.onerror = (event) => {
      event.preventDefault();
      if (ended) return;
      close();
      onfailed();
    };
    return fresh;
  }

  function settle(answer: unknown): void {
    asked?.stopClock();
    asked?.tell(answer);
    asked = undefined;
    askNext();
  }

  function giveUp(): void {
    worker?.terminate();
    worker = undefined;
    settle(undefined);
  }

  function ask<Name extends keyof Language>(
    name: Name,
    given: Parameters<Language[Name]>,
  ): Promise<ReturnType<Language[Name]> | undefined> {
    return new Promise((resolve) => {
      const tell = resolve as (answer: unknown) => void;
      if (ended) return tell(undefined);
      waiting.get(name)?.tell(undefined);
      waiting.set(name, { question: { name, given } as unknown as Named<Name>, tell });
      if (!asked) askNext();
    });
  }

  function askNext(): void {
    const name = URGENT.find((kind) => waiting.has(kind));
    if (!name) return;
    const { question, tell } = waiting.get(name)!;
    waiting.delete(name);
    asked = { id: ++count, tell, stopClock: after(PATIENCE, giveUp) };
    worker ??= started();
    worker.postMessage({ id: count, question } satisfies Asked);
  }

  function close(): void {
    ended = true;
    worker?.terminate();
    asked?.stopClock();
    for (const { tell } of [...waiting.values(), ...(asked ? [asked] : [])]) tell(undefined);
    waiting.clear();
    asked = undefined;
  }

  return {
    warnings: (...given) => ask('warnings', given),
    describe: (...given) => ask('describe', given),
    propose: (...given) => ask('propose', given),
    explain: (...given) => ask('explain', given),
    close,
  };
}
