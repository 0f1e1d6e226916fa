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

/**
 * One question is with the Worker at a time, and of each kind only the last one waits: nobody wants to know of a text that is gone.
 *
 * @param onfailed called once, if the Worker cannot be loaded or breaks; from then on there are no answers
 */
export function typesOf(worker: Worker, onfailed: () => void): Types {
  const waiting = new Map<keyof Language, Waiting>();
  let asked: { id: number; tell: (answer: unknown) => void } | undefined;
  let count = 0;
  let ended = false;

  worker.onmessage = ({ data: { id, answer } }: MessageEvent<Answered>) => {
    if (asked?.id !== id) return;
    asked.tell(answer);
    asked = undefined;
    askNext();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    if (ended) return;
    close();
    onfailed();
  };

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
    asked = { id: ++count, tell };
    worker.postMessage({ id: count, question } satisfies Asked);
  }

  function close(): void {
    ended = true;
    worker.terminate();
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
