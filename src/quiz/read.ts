/** Reads quiz files: YAML in, checked quizzes out. Pure: whoever calls it has read the files. */
import { formatFinding, type ContentFile, type Finding } from '../facts/finding.ts';
import type { Ledger } from '../facts/ledger.ts';
import { readYaml } from '../facts/yaml-source.ts';
import { parseMarkup, plainText, valueOf, type Figure } from './markup.ts';
import { inWords } from './people.ts';
import { quizSchema, type QuestionOf, type QuizData } from './schema.ts';

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

  const data: unknown = source.document.toJS();
  const report = (path: PropertyKey[], message: string) => {
    findings.push({ file: file.path, ...source.placeOf(path), message: `${whereIn(data, path)}${message}` });
  };
  const result = quizSchema.safeParse(data, { error: inWords });
  if (!result.success) {
    for (const issue of result.error.issues) report(issue.path, issue.message);
    return { findings };
  }
  checkMarkup(result.data, ledger, report);
  if (findings.length > 0) return { findings };
  return { quiz: { id: file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, ''), ...result.data }, findings };
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

function checkMarkup(quiz: QuizData, ledger: Ledger, report: Report): void {
  const attempt = <T>(path: PropertyKey[], check: () => T): T | undefined => {
    try {
      return check();
    } catch (error) {
      report(path, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const visit = (node: unknown, path: PropertyKey[]): void => {
    const key = path.at(-1);
    if (typeof node === 'string' && MARKED_UP.has(key as string)) attempt(path, () => plainText(parseMarkup(node), ledger));
    else if (node && typeof node === 'object')
      for (const [name, child] of Object.entries(node)) visit(child, [...path, Array.isArray(node) ? Number(name) : name]);
  };
  visit(quiz, []);
  quiz.questions.forEach((question, index) => {
    if (question.kind === 'number') checkNumbers(question, ['questions', index], attempt, report, ledger);
  });
}

const MARKED_UP = new Set(['text', 'why', 'left', 'right']);

function checkNumbers(
  question: QuestionOf<'number'>,
  path: PropertyKey[],
  attempt: <T>(path: PropertyKey[], check: () => T) => T | undefined,
  report: Report,
  ledger: Ledger,
): void {
  const answer = attempt([...path, 'answer'], () => valueOf(figureIn(question.answer), ledger));
  question.mistakes.forEach((mistake, index) => {
    const place = [...path, 'mistakes', index, 'answer'];
    const wrong = attempt(place, () => valueOf(figureIn(mistake.answer), ledger));
    if (!answer || !wrong) return;
    if (wrong.unit !== answer.unit) report(place, `counts ${wrong.unit}, but the answer counts ${answer.unit}`);
    else if (Math.abs(wrong.value - answer.value) <= question.tolerance)
      report(place, `${wrong.value} is within the tolerance of the answer, so it would count as right`);
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
