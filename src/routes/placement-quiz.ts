/** Reads the placement quiz, `content/placement.yaml`: which question stands for which lesson. Pure: whoever calls it has read the files. */
import { z } from 'astro/zod';
import type { ContentFile, Finding } from '../facts/finding.ts';
import type { Ledger } from '../facts/ledger.ts';
import { unknown } from '../facts/nearest.ts';
import { readYaml } from '../facts/yaml-source.ts';
import { checkMarkup } from '../quiz/check-markup.ts';
import { inWords } from '../quiz/people.ts';
import type { Quiz } from '../quiz/read.ts';
import type { Question } from '../quiz/schema.ts';

const entrySchema = z.strictObject({
  quiz: z.string().min(1).describe('The lesson’s quiz: a file of content/quizzes, without its ending.'),
  question: z.string().min(1).describe('The id of a question of that quiz, of a kind that is right or wrong as a whole.'),
  on: z.string().min(1).describe('What the question is about. Completes “the question on …”.'),
});

export interface PlacementQuestion {
  /** The number of the lesson that it stands for. */
  lesson: number;
  on: string;
  question: Question;
}

export interface PlacementCourse {
  ledger: Ledger;
  quizzes: readonly Pick<Quiz, 'id' | 'questions'>[];
  /** The lessons in order, each with its quiz. */
  lessons: readonly { number: number; quiz: string }[];
}

/** Half-right answers would place nobody. */
const KINDS: readonly Question['kind'][] = ['one', 'number', 'bug'];

/** The questions in the order of the lessons, and everything that is wrong with the file. */
export function readPlacement(file: ContentFile, course: PlacementCourse): { questions: PlacementQuestion[]; findings: Finding[] } {
  const source = readYaml(file);
  if (source.findings.length > 0) return { questions: [], findings: source.findings };
  const findings: Finding[] = [];
  const data: unknown = source.value;
  const report = (path: PropertyKey[], message: string) => {
    const where = path.map((key) => (typeof key === 'number' ? `question ${key + 1}` : String(key))).join(', ');
    findings.push({ file: file.path, ...source.placeOf(path), message: where ? `${where}: ${message}` : message });
  };
  const { data: entries, error } = z.array(entrySchema).safeParse(data, { error: inWords });
  for (const { path, message } of error?.issues ?? []) report(path, message);
  checkMarkup(data, course.ledger, report);
  if (!entries) return { questions: [], findings };

  const ids = entries.map(({ question }) => question);
  const questions = entries.flatMap((entry, index): PlacementQuestion[] => {
    const lesson = course.lessons[index];
    if (lesson?.quiz !== entry.quiz) {
      report(
        [index, 'quiz'],
        lesson ? `lesson ${lesson.number} comes here, whose quiz is ${lesson.quiz}` : 'there is no lesson left to ask about',
      );
      return [];
    }
    const asked = course.quizzes.find(({ id }) => id === entry.quiz)?.questions ?? [];
    const question = asked.find(({ id }) => id === entry.question);
    if (!question)
      report(
        [index, 'question'],
        unknown(
          'question',
          entry.question,
          asked.map(({ id }) => id),
        ),
      );
    else if (!KINDS.includes(question.kind))
      report([index, 'question'], `is of kind ${question.kind}; a placement needs ${KINDS.join(', ')}`);
    if (ids.indexOf(entry.question) < index) report([index, 'question'], 'an earlier question has this id, and both stand on one page');
    return question ? [{ lesson: lesson.number, on: entry.on, question }] : [];
  });
  if (entries.length < course.lessons.length) report([], `lesson ${course.lessons[entries.length]!.number} has no question`);
  return { questions, findings };
}
