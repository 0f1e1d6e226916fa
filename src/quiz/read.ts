/** Reads quiz files: YAML in, checked quizzes out. Pure: whoever calls it has read the files. */
import { formatFinding, type ContentFile, type Finding } from '../facts/finding.ts';
import type { Ledger } from '../facts/ledger.ts';
import { readYaml } from '../facts/yaml-source.ts';
import { parseMarkup, plainText, valueOf, type Figure } from './markup.ts';
import { inWords } from './people.ts';
import { quizSchema, type QuizData } from './schema.ts';

export interface Quiz extends QuizData {
  /** The file's name without `.yaml`. */
  id: string;
}

/**
 * The quizzes of `files`, by id.
 * @throws Error that lists every mistake in every file, as `file:line:column  question: field: reason`.
 */
export function loadQuizzes(files: ContentFile[], ledger: Ledger): Map<string, Quiz> {
  const read = files.map((file) => readQuiz(file, ledger));
  const findings = read.flatMap((result) => result.findings);
  if (findings.length > 0) throw new Error(`Quizzes have mistakes:\n${findings.map(formatFinding).join('\n')}`);
  return new Map(read.flatMap(({ quiz }) => (quiz ? [[quiz.id, quiz] as const] : [])));
}

/** Reads one file and collects everything that is wrong with it: its shape, its markup, its facts and its sums. */
export function readQuiz(file: ContentFile, ledger: Ledger): { quiz?: Quiz; findings: Finding[] } {
  const source = readYaml(file);
  const findings = [...source.findings];
  if (findings.length > 0) return { findings };

  const data: unknown = source.value;
  const report: Report = (path, message) => {
    findings.push({ file: file.path, ...source.placeOf(path), message: `${whereIn(data, path)}${message}` });
  };
  const { data: quiz, error } = quizSchema.safeParse(data, { error: inWords });
  for (const issue of error?.issues ?? []) report(issue.path, issue.message);
  checkTexts(data, [], ledger, report);
  if (quiz) checkNumbers(quiz, ledger, report);
  if (!quiz || findings.length > 0) return { findings: findings.sort((one, other) => one.line - other.line) };
  return { quiz: { id: file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, ''), ...quiz }, findings };
}

/**
 * The number that `markup` stands for.
 * @throws Error if it is anything but one figure.
 */
export function figureIn(markup: string): Figure {
  const [piece, ...rest] = parseMarkup(markup);
  if (!piece || rest.length > 0 || piece.type === 'text' || piece.type === 'code' || piece.type === 'emphasis') {
    throw new Error('must be one {fact …}, {given …} or {sum …} and nothing else');
  }
  return piece;
}

type Report = (path: PropertyKey[], message: string) => void;

/** What `read` gives; what it throws is reported at `path`. */
function attempt<T>(path: PropertyKey[], report: Report, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    report(path, error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** The fields that are written in markup. */
const MARKED_UP = new Set<PropertyKey | undefined>(['text', 'why', 'left', 'right']);

/** Checks every text below `node`, whether or not the rest of the quiz is right: who mends a file wants to know all of it. */
function checkTexts(node: unknown, path: PropertyKey[], ledger: Ledger, report: Report): void {
  if (typeof node === 'string' && MARKED_UP.has(path.at(-1))) attempt(path, report, () => plainText(parseMarkup(node), ledger));
  if (Array.isArray(node)) node.forEach((child, index) => checkTexts(child, [...path, index], ledger, report));
  else if (node && typeof node === 'object')
    for (const [name, child] of Object.entries(node)) checkTexts(child, [...path, name], ledger, report);
}

function checkNumbers(quiz: QuizData, ledger: Ledger, report: Report): void {
  quiz.questions.forEach((question, index) => {
    if (question.kind !== 'number') return;
    const path = ['questions', index];
    const read = (place: PropertyKey[], markup: string) => attempt(place, report, () => valueOf(figureIn(markup), ledger));
    const answer = read([...path, 'answer'], question.answer);
    question.mistakes.forEach((mistake, order) => {
      const place = [...path, 'mistakes', order, 'answer'];
      const wrong = read(place, mistake.answer);
      if (!answer || !wrong) return;
      if (wrong.unit !== answer.unit) report(place, `counts ${wrong.unit}, but the answer counts ${answer.unit}`);
      else if (Math.abs(wrong.value - answer.value) <= question.tolerance) {
        report(place, `${wrong.value} is within the tolerance of the answer, so it would count as right`);
      }
    });
  });
}

/** `question "id": field: ` for the place in the data that `path` leads to. */
function whereIn(data: unknown, path: PropertyKey[]): string {
  if (path[0] !== 'questions' || path.length < 2) return path.length > 0 ? `${path.join('.')}: ` : '';
  const question = (data as { questions?: { id?: unknown }[] }).questions?.[Number(path[1])];
  const name = typeof question?.id === 'string' ? `question "${question.id}"` : `question ${Number(path[1]) + 1}`;
  const field = path.slice(2).map((key, depth) => (typeof key === 'number' ? ` ${key + 1}` : `${depth > 0 ? ', ' : ''}${String(key)}`));
  return field.length > 0 ? `${name}: ${field.join('')}: ` : `${name}: `;
}
