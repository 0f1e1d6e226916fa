/** All checks of what stands in `content/`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { render } from '../../solutions/vtl/vtl.ts';
import { parseExercises } from '../architecture/read.ts';
import { staleEntries } from '../facts/age.ts';
import { parseFeatures } from '../facts/features.ts';
import type { Finding } from '../facts/finding.ts';
import { parseLedger } from '../facts/ledger.ts';
import { readYaml } from '../facts/yaml-source.ts';
import { parseTopics } from '../coverage/topics.ts';
import { briefSchema } from '../grader/brief-schema.ts';
import { readGlossary } from '../glossary/read.ts';
import { parseInterviews } from '../interview/read.ts';
import { readQuiz } from '../quiz/read.ts';
import { readOneSheet } from '../routes/one-sheet.ts';
import { readPlacement } from '../routes/placement-quiz.ts';
import { parseRoutes } from '../routes/read.ts';
import { plannedLessons } from '../site/course-map.ts';
import { fileName } from '../site/course-outline.ts';
import { checkedLesson, type LessonFrontmatter } from '../site/lesson-schema.ts';
import { checkCode } from './code/check-code.ts';
import { fencesOf } from './code/fences.ts';
import { contentFile, contentFiles } from './content-files.ts';
import { contentProblems } from './content.ts';
import { parsePage, type Page } from './mdx.ts';
import { outputProblems } from './outputs.ts';
import { pictureProblems } from './pictures.ts';
import { lintPage, lintYaml } from './prose.ts';
import { quoteProblems } from './quotes.ts';
import { spellCheckWith } from './spelling.ts';
import { topicProblems } from './topics.ts';

export interface CheckResult {
  name: string;
  /** What was looked at: `41 facts in 7 files`. */
  looked: string;
  findings: Finding[];
  /** Worth a look, and no reason to fail. */
  warnings?: Finding[];
}

/**
 * @param root - the project's folder
 * @param today - the day by which facts are too old, as 2026-11-20
 */
export async function checkCourse(root: string, today: string): Promise<CheckResult[]> {
  const factFiles = contentFiles(root, 'facts', ['.yaml']);
  const { ledger, findings: factFindings, entries: facts } = parseLedger(factFiles);
  const featureFiles = contentFiles(root, 'features', ['.yaml']);
  const { features, findings: featureFindings, entries: rows } = parseFeatures(featureFiles, ledger);

  const quizFiles = contentFiles(root, 'quizzes', ['.yaml']);
  const quizzes = quizFiles.map((file) => ({ id: nameOf(file.path), ...readQuiz(file, ledger) }));

  const unreadable: Finding[] = [];
  const pagesOf = (folder: string, endings: string[]): Page[] =>
    contentFiles(root, folder, endings).flatMap((file) => {
      const page = parsePage(file);
      if ('tree' in page) return [page];
      unreadable.push(page);
      return [];
    });
  const lessons = pagesOf('lessons', ['.mdx']);
  const briefs = pagesOf('exercises', ['.mdx']);
  const notes = pagesOf('facilitator', ['.md', '.mdx']);
  const pages = [...lessons, ...briefs, ...notes];

  const { topics, findings: topicFindings } = parseTopics(contentFile(root, 'topics.yaml'));
  const readable = lessons.flatMap((page) => {
    const data = lessonOf(page);
    return data ? [{ ...data, id: nameOf(page.file.path), file: page.file.path }] : [];
  });
  const glossaryFile = contentFile(root, 'glossary.yaml');
  const glossary = readGlossary(glossaryFile, ledger);
  const interviewFiles = contentFiles(root, 'interview', ['.yaml']);
  const { interviews, findings: interviewFindings } = parseInterviews(interviewFiles, {
    ledger,
    lessons: plannedLessons.map(fileName),
    topics: topics.map(({ id }) => id),
  });
  const architectureFiles = contentFiles(root, 'architecture', ['.yaml']);
  const architecture = parseExercises(architectureFiles, { ledger, features, topics: topics.map(({ id }) => id) });
  const written = {
    interviews,
    architecture: architecture.exercises.map(({ exercise }) => exercise),
    terms: glossary.terms,
    lessons: readable,
    quizzes: quizzes.map(({ id, quiz }) => ({ id, questions: quiz?.questions ?? [] })),
    briefs: briefs.flatMap(({ file, frontmatter }) => {
      const brief = briefSchema.safeParse(frontmatter?.value).data;
      return brief ? [{ id: nameOf(file.path), ...brief }] : [];
    }),
  };

  const routeFiles = contentFiles(root, 'routes', ['.yaml']);
  const routes = parseRoutes(routeFiles, ledger, {
    pages: written.lessons,
    exercises: written.briefs,
    designs: written.architecture,
    questions: interviews.flatMap(({ questions }) => questions.map(({ id, question, minutes }) => ({ id, text: question, minutes }))),
  });
  const placementFile = contentFile(root, 'placement.yaml');
  const placement = readPlacement(placementFile, {
    ledger,
    quizzes: written.quizzes,
    lessons: readable.flatMap(({ number, quiz }) => (quiz ? [{ number, quiz }] : [])).sort((one, other) => one.number - other.number),
  });
  const sheetFile = contentFile(root, 'one-sheet.yaml');
  const sheet = readOneSheet(sheetFile, ledger);

  const texts = [
    ...quizFiles,
    ...interviewFiles,
    ...architectureFiles,
    ...featureFiles,
    glossaryFile,
    ...routeFiles,
    placementFile,
    sheetFile,
  ].map((file) => readYaml(file));
  const prose = { pages, yaml: [...factFiles.map((file) => readYaml(file)), ...texts] };

  const code = await checkCode([...lessons, ...briefs].flatMap(fencesOf), root);
  const blocks = [...code.counts].map(([kind, count]) => `${count} ${kind}`).join(', ');

  return [
    {
      name: 'facts',
      looked: `${counted(ledger.facts.size, 'fact')} in ${counted(factFiles.length, 'file')}`,
      findings: factFindings,
      warnings: staleEntries(facts, today),
    },
    { name: 'features', looked: counted(features.size, 'feature'), findings: featureFindings, warnings: staleEntries(rows, today) },
    {
      name: 'prose',
      looked: [
        counted(lessons.length, 'lesson'),
        counted(briefs.length, 'brief'),
        counted(quizFiles.length, 'quiz', 'quizzes'),
        counted(interviewFiles.length, 'interview file'),
        counted(architectureFiles.length, 'architecture exercise'),
        counted(notes.length, 'facilitator note'),
        'the feature matrix',
        'the glossary',
        counted(routeFiles.length, 'route'),
      ].join(', '),
      findings: [
        ...unreadable,
        ...pages.flatMap((page) => lintPage(page, ledger)),
        ...texts.flatMap((source) => lintYaml(source, ledger)),
        ...quoteProblems(prose),
      ],
    },
    {
      name: 'spelling',
      looked: 'the prose, and the ledger',
      findings: spellCheckWith(contentFile(root, 'words.txt'))(prose),
    },
    { name: 'pictures', looked: counted(pages.length, 'page'), findings: pages.flatMap(pictureProblems) },
    {
      name: 'quizzes',
      looked: counted(
        quizzes.reduce((sum, { quiz }) => sum + (quiz?.questions.length ?? 0), 0),
        'question',
      ),
      findings: [
        ...quizzes.flatMap((quiz) => quiz.findings),
        ...outputProblems(
          quizzes.flatMap(({ quiz }) => quiz ?? []),
          render,
        ),
      ],
    },
    {
      name: 'interview',
      looked: counted(
        interviews.reduce((sum, { questions }) => sum + questions.length, 0),
        'question',
      ),
      findings: interviewFindings,
    },
    {
      name: 'architecture',
      looked: `${counted(architecture.exercises.length, 'exercise')}, ${counted(
        architecture.exercises.reduce((sum, { exercise }) => sum + exercise.needs.length, 0),
        'need',
      )}`,
      findings: architecture.findings,
    },
    {
      name: 'routes',
      looked: `${counted(routes.routes.length, 'route')}, ${counted(placement.questions.length, 'question')} of placement, ${counted(
        sheet.groups.reduce((sum, { facts }) => sum + facts.length, 0),
        'fact',
      )} on one sheet`,
      findings: [...routes.findings, ...placement.findings, ...sheet.findings],
    },
    {
      name: 'references',
      looked: counted(lessons.length, 'lesson'),
      findings: contentProblems(lessons, {
        quizzes: quizzes.map(({ id, quiz }) => ({ id, questions: quiz?.questions })),
        briefs: briefs.map(({ file }) => nameOf(file.path)),
        exercises: foldersIn(join(root, 'exercises')),
      }),
    },
    { name: 'glossary', looked: counted(glossary.terms.length, 'term'), findings: glossary.findings },
    {
      name: 'topics',
      looked: `${counted(topics.length, 'topic')}, ${counted(readable.length, 'written lesson')}`,
      findings: [...topicFindings, ...topicProblems(topics, written, readable)],
    },
    { name: 'code blocks', looked: blocks || 'none', findings: code.findings },
  ];
}

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');

/** Its frontmatter, if that is right; where it is not, the references say so. */
function lessonOf({ file, frontmatter }: Page): LessonFrontmatter | undefined {
  try {
    return frontmatter && checkedLesson(frontmatter.value, file.path);
  } catch {
    return undefined;
  }
}

function foldersIn(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}
