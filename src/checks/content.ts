/** Names that content files use for one another: quizzes and exercises that a lesson names exist, and a topic is taught in one place. */
import type { Finding } from '../facts/finding.ts';
import { unknown } from '../facts/nearest.ts';
import type { YamlSource } from '../facts/yaml-source.ts';
import { checkedLesson, type LessonFrontmatter } from '../site/lesson-schema.ts';
import type { Page } from './mdx.ts';

/** What lessons can name. */
export interface Course {
  /** `questions` is missing when the quiz's file has mistakes of its own. */
  quizzes: { id: string; questions?: { id: string; topics: string[] }[] | undefined }[];
  /** Names of the briefs, and of the folders in `exercises/`: there is one of each for every exercise. */
  briefs: string[];
  exercises: string[];
}

interface Lesson {
  file: string;
  data: LessonFrontmatter;
  source: YamlSource;
}

export function contentProblems(pages: Page[], { quizzes, briefs, exercises }: Course): Finding[] {
  const findings: Finding[] = [];
  const lessons = pages.flatMap((page) => readLesson(page, findings) ?? []);
  const pagesOf = (number: number) => lessons.map(({ data }) => data).filter((data) => data.number === number);
  const homes = new Map<string, string>();
  for (const { file, data, source } of lessons) {
    const report = (keys: PropertyKey[], message: string) => findings.push({ file, ...source.placeOf(keys), message });
    const claim = (thing: string, keys: PropertyKey[]) => {
      const home = homes.get(thing);
      if (home) report(keys, `${thing} belongs to ${home} already`);
      else homes.set(thing, file);
    };
    claim(`page ${data.page} of lesson ${data.number}`, ['number']);
    if (data.page > 1 && !pagesOf(data.number).some(({ page }) => page === data.page - 1))
      report(['page'], `is ${data.page}, but lesson ${data.number} has no page ${data.page - 1}`);
    data.topics.forEach((topic, index) => claim(`topic "${topic}"`, ['topics', index]));
    data.exercises.forEach((exercise, index) => {
      if (!briefs.includes(exercise)) report(['exercises', index], unknown('exercise', exercise, briefs));
    });
    if (data.quiz === undefined) continue;
    claim(`quiz "${data.quiz}"`, ['quiz']);
    const quiz = quizzes.find(({ id }) => id === data.quiz);
    if (!quiz)
      report(
        ['quiz'],
        unknown(
          'quiz',
          data.quiz,
          quizzes.map(({ id }) => id),
        ),
      );
    const taught = pagesOf(data.number).flatMap(({ topics }) => topics);
    for (const question of quiz?.questions ?? []) {
      for (const topic of question.topics) {
        if (!taught.includes(topic))
          atStart(
            findings,
            quizFile(data.quiz),
            `question "${question.id}": ${unknown('topic', topic, taught)}; lesson ${data.number} does not teach it`,
          );
      }
    }
  }
  for (const { id } of quizzes) if (!homes.has(`quiz "${id}"`)) atStart(findings, quizFile(id), 'no lesson names this quiz');
  for (const brief of briefs)
    if (!exercises.includes(brief))
      atStart(findings, `content/exercises/${brief}.mdx`, `there is no folder exercises/${brief} for this brief`);
  for (const exercise of exercises)
    if (!briefs.includes(exercise))
      atStart(findings, `exercises/${exercise}`, `there is no brief content/exercises/${exercise}.mdx for this exercise`);
  return findings;
}

const quizFile = (id: string) => `content/quizzes/${id}.yaml`;

function atStart(findings: Finding[], file: string, message: string): void {
  findings.push({ file, line: 1, column: 1, message });
}

function readLesson({ file, frontmatter }: Page, findings: Finding[]): Lesson | undefined {
  if (!frontmatter) {
    atStart(findings, file.path, 'a lesson starts with frontmatter between two lines of ---');
    return undefined;
  }
  try {
    return { file: file.path, data: checkedLesson(frontmatter.value, file.path), source: frontmatter };
  } catch (error) {
    for (const line of (error as Error).message.split('\n')) {
      const message = line.slice(file.path.length + 2);
      findings.push({ file: file.path, ...frontmatter.placeOf([message.slice(0, message.search(/[.:]/))]), message });
    }
    return undefined;
  }
}
