/** What the page of an exercise has to say after a run, loaded when it is wanted. */
import { link } from '../site/base-path.ts';
import type { WrongAnswer } from './wrong-answer.ts';

export interface AfterTexts {
  wrongAnswers(): Promise<readonly WrongAnswer[]>;
  /** Files of the reference, and of other accepted designs in folders of their own, by path. */
  solution(): Promise<Readonly<Record<string, string>>>;
}

export function afterTexts(exercise: string): AfterTexts {
  return {
    wrongAnswers: wanted(async () => {
      const response = await fetch(link(`/exercises/${exercise}/wrong-answers.json`));
      if (!response.ok) throw new Error(`The wrong answers could not be loaded: the server says ${response.status}.`);
      return (await response.json()) as WrongAnswer[];
    }),
    solution: wanted(async () => (await import('./solutions.ts')).solutionOf(exercise)),
  };
}

/** Loads once; what failed is tried again the next time: a network that was away may be back. */
function wanted<Text>(load: () => Promise<Text>): () => Promise<Text> {
  let loading: Promise<Text> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}
