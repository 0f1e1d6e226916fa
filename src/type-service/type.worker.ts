/** The type service: the compiler is as large as the rest of the course, and thinks longer than a key may wait. */
import globals from '../../exercises/globals.d.ts?raw';
import { compilerOptions } from '../../exercises/tsconfig.json';
import type { Answered, Asked, Language, Question } from './answers.ts';
import { createLanguage } from './language.ts';
import { library } from './library.ts';

const language = createLanguage({ library, globals, compilerOptions });

self.onmessage = ({ data: { id, question } }: MessageEvent<Asked>) => {
  self.postMessage({ id, answer: answerTo(question) } satisfies Answered);
};

/** A half-written file may be too much for the compiler. The next one will not be. */
function answerTo({ name, given }: Question): unknown {
  const ask = language[name] as (...values: Question['given']) => ReturnType<Language[typeof name]>;
  try {
    return ask(...given);
  } catch {
    return undefined;
  }
}
