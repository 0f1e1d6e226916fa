/** What a verdict says about places in a file. */
import { firstBroken, type ExerciseVerdict } from '../grader/verdict.ts';
import type { Mark } from './marks.ts';
import { readMessage } from './places.ts';

/** Marks for the file at `path`: where it cannot be read, or where the first broken concept threw. */
export function marksIn(verdict: ExerciseVerdict, path: string): Mark[] {
  const texts = [verdict.message ?? '', ...(firstBroken(verdict)?.tests ?? []).map(({ message }) => message)];
  const marks = texts.map(readMessage).flatMap(({ sentence, place }): Mark[] => {
    if (place?.path !== path) return [];
    const { line, column } = place;
    return [{ line, ...(column !== undefined && { column }), message: sentence }];
  });
  return marks.filter((mark, index) => marks.findIndex((other) => other.line === mark.line && other.message === mark.message) === index);
}
