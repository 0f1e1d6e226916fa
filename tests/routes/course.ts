/** The course’s own routes, read as the site reads them, without a site. */
import { join } from 'node:path';
import { loadExercises } from '../../src/architecture/read.ts';
import { contentFile, contentFiles } from '../../src/checks/content-files.ts';
import { parseTopics } from '../../src/coverage/topics.ts';
import { loadFeatures } from '../../src/facts/features.ts';
import { loadLedger } from '../../src/facts/ledger.ts';
import { readYaml } from '../../src/facts/yaml-source.ts';
import { briefSchema } from '../../src/grader/brief-schema.ts';
import { loadInterviews } from '../../src/interview/read.ts';
import { loadQuizzes } from '../../src/quiz/read.ts';
import type { RouteCourse } from '../../src/routes/look-up.ts';
import { plannedLessons } from '../../src/site/course-map.ts';
import { fileName } from '../../src/site/course-outline.ts';
import { checkedLesson } from '../../src/site/lesson-schema.ts';

const root = join(import.meta.dirname, '../..');
const topics = parseTopics(contentFile(root, 'topics.yaml')).topics.map(({ id }) => id);

export const ledger = loadLedger(contentFiles(root, 'facts', ['.yaml']));
export const quizzes = [...loadQuizzes(contentFiles(root, 'quizzes', ['.yaml']), ledger).values()];
export const routeFiles = contentFiles(root, 'routes', ['.yaml']);
export const placementFile = contentFile(root, 'placement.yaml');
export const sheetFile = contentFile(root, 'one-sheet.yaml');

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
const frontmattersIn = (folder: string) =>
  contentFiles(root, folder, ['.mdx']).map(({ path, text }) => {
    const [, frontmatter] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)!;
    return { path, id: nameOf(path), data: readYaml({ path, text: frontmatter! }, 2).document.toJS() as unknown };
  });

export const pages = frontmattersIn('lessons').map(({ path, id, data }) => ({ ...checkedLesson(data, path), id }));

export const course: RouteCourse = {
  pages,
  exercises: frontmattersIn('exercises').map(({ id, data }) => ({ ...briefSchema.parse(data), id })),
  designs: loadExercises(contentFiles(root, 'architecture', ['.yaml']), {
    ledger,
    features: loadFeatures(contentFiles(root, 'features', ['.yaml']), ledger),
    topics,
  }).map(({ exercise }) => exercise),
  questions: loadInterviews(contentFiles(root, 'interview', ['.yaml']), { ledger, topics, lessons: plannedLessons.map(fileName) }).flatMap(
    ({ questions }) => questions.map(({ id, question, minutes }) => ({ id, text: question, minutes })),
  ),
};
