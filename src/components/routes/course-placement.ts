/** The course’s own placement quiz, for its page: read and checked when the site is built. */
import { getCollection } from 'astro:content';
import text from '../../../content/placement.yaml?raw';
import { courseLedger } from '../../facts/course-ledger.ts';
import { formatFinding } from '../../facts/finding.ts';
import { readPlacement, type PlacementQuestion } from '../../routes/placement-quiz.ts';
import { allQuizzes } from '../quiz/quizzes.ts';

/** @throws Error that lists what is wrong with the file */
export async function placementQuestions(): Promise<PlacementQuestion[]> {
  const pages = await getCollection('docs');
  const { questions, findings } = readPlacement(
    { path: 'content/placement.yaml', text },
    {
      ledger: courseLedger,
      quizzes: allQuizzes,
      lessons: pages
        .flatMap(({ data: { number, quiz } }) => (number !== undefined && quiz ? [{ number, quiz }] : []))
        .sort((one, other) => one.number - other.number),
    },
  );
  if (findings.length > 0) throw new Error(`The placement quiz has mistakes:\n${findings.map(formatFinding).join('\n')}`);
  return questions;
}
