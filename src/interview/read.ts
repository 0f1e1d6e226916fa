/** Reads interview files: YAML in, checked questions out. Pure: whoever calls it has read the files. */
import { formatFinding, type ContentFile, type Finding } from '../facts/finding.ts';
import type { Ledger } from '../facts/ledger.ts';
import { unknown } from '../facts/nearest.ts';
import { readYaml } from '../facts/yaml-source.ts';
import { parseMarkup, plainText } from '../quiz/markup.ts';
import { inWords } from '../quiz/people.ts';
import { questionsSchema, type InterviewQuestion } from './schema.ts';

/** The questions on one lesson. */
export interface Interview {
  /** The lesson's file without its ending: `08-throttling`. */
  lesson: string;
  questions: InterviewQuestion[];
}

/** What questions can refer to. */
export interface Course {
  ledger: Ledger;
  /** Files of lessons without their endings, whether they are written or planned. */
  lessons: readonly string[];
  /** Ids of topics. */
  topics: readonly string[];
}

/**
 * The questions of `files`, lesson by lesson.
 * @throws Error that lists every mistake in every file, as `file:line:column  question: field: reason`.
 */
export function loadInterviews(files: ContentFile[], course: Course): Interview[] {
  const { interviews, findings } = parseInterviews(files, course);
  if (findings.length > 0) throw new Error(`Interview questions have mistakes:\n${findings.map(formatFinding).join('\n')}`);
  return interviews;
}

/** Reads every file and collects everything that is wrong. Files with mistakes are left out of `interviews`. */
export function parseInterviews(files: ContentFile[], course: Course): { interviews: Interview[]; findings: Finding[] } {
  const homes = new Map<string, () => string>();
  const findings: Finding[] = [];
  const interviews = files.flatMap((file) => {
    const own = readInterview(file, course, homes);
    findings.push(...own.findings);
    return own.interview ?? [];
  });
  return { interviews, findings };
}

/** @param homes where each question's id was met first; ids are anchors of one page, so they are told apart over all files */
function readInterview(
  file: ContentFile,
  course: Course,
  homes: Map<string, () => string>,
): { interview?: Interview; findings: Finding[] } {
  const source = readYaml(file);
  const findings = [...source.findings];
  if (findings.length > 0) return { findings };

  const data: unknown = source.value;
  const report: Report = (path, message) => {
    findings.push({ file: file.path, ...source.placeOf(path), message: `${whereIn(data, path)}${message}` });
  };
  const lesson = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
  if (!course.lessons.includes(lesson)) report([], `the file’s name: ${unknown('lesson', lesson, course.lessons)}`);

  const { data: questions, error } = questionsSchema.safeParse(data, { error: inWords });
  for (const issue of error?.issues ?? []) report(issue.path, issue.message);
  checkTexts(data, [], course.ledger, report);
  questions?.forEach((question, index) => {
    const home = homes.get(question.id);
    if (home) report([index, 'id'], `already used at ${home()}; an id names one question of the whole room`);
    else homes.set(question.id, () => `${file.path}:${source.placeOf([index, 'id']).line}`);
    question.topics.forEach((topic, order) => {
      if (!course.topics.includes(topic)) report([index, 'topics', order], unknown('topic', topic, course.topics));
    });
    const lines = question.rubric.map(({ id }) => id);
    question.followUps.forEach(({ missed }, order) => {
      if (!lines.includes(missed)) report([index, 'followUps', order, 'missed'], unknown('rubric line', missed, lines));
    });
  });
  if (!questions || findings.length > 0) return { findings: findings.sort((one, other) => one.line - other.line) };
  return { interview: { lesson, questions }, findings };
}

type Report = (path: PropertyKey[], message: string) => void;

/** The fields that are no prose. */
const NAMES = new Set<PropertyKey | undefined>(['id', 'topics', 'level', 'missed']);

/** Checks every text below `node`, whether or not the rest of the file is right: who mends a file wants to know all of it. */
function checkTexts(node: unknown, path: PropertyKey[], ledger: Ledger, report: Report): void {
  if (typeof node === 'string' && !NAMES.has(path.findLast((key) => typeof key === 'string'))) {
    try {
      plainText(parseMarkup(node), ledger);
    } catch (error) {
      report(path, error instanceof Error ? error.message : String(error));
    }
  }
  if (Array.isArray(node)) node.forEach((child, index) => checkTexts(child, [...path, index], ledger, report));
  else if (node && typeof node === 'object')
    for (const [name, child] of Object.entries(node)) checkTexts(child, [...path, name], ledger, report);
}

/** `question "id": rubric 2, solid: ` for the place in the data that `path` leads to. */
function whereIn(data: unknown, path: PropertyKey[]): string {
  const [index, ...field] = path;
  if (typeof index !== 'number') return '';
  const id = (data as { id?: unknown }[])[index]?.id;
  const words = field.map((key, depth) => (typeof key === 'number' ? ` ${key + 1}` : `${depth > 0 ? ', ' : ''}${String(key)}`));
  return [`question ${typeof id === 'string' ? `"${id}"` : index + 1}: `, ...words, ...(words.length > 0 ? [': '] : [])].join('');
}
