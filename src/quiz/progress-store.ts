/** The results of one quiz, among all that a reader has done. */
import type { ProgressStore } from '../progress/progress-store.ts';
import { valuesBelow, withValue, type Kind } from '../progress/records.ts';
import { isResult, type Result, type Results } from './progress.ts';

export const ANSWER: Kind<Result> = { name: 'answer', is: isResult };

export interface QuizProgress {
  results(): Results;
  keep(questionId: string, result: Result): void;
  forget(): void;
}

export function quizProgress(store: ProgressStore, quizId: string): QuizProgress {
  const results = () => valuesBelow(store.records(), ANSWER, quizId);
  return {
    results,
    keep: (questionId, result) => store.change((records, at) => withValue(records, at, ANSWER, [quizId, questionId], result)),
    forget: () =>
      store.change((records, at) =>
        Object.keys(valuesBelow(records, ANSWER, quizId)).reduce(
          (all, question) => withValue(all, at, ANSWER, [quizId, question]),
          records,
        ),
      ),
  };
}
