/** Reads architecture exercises: YAML in, checked exercises with everything looked up out. Pure: whoever calls it has read the files. */
import { formatFinding, type ContentFile, type Finding } from '../facts/finding.ts';
import { readYaml } from '../facts/yaml-source.ts';
import { parseMarkup, plainText } from '../quiz/markup.ts';
import { inWords } from '../quiz/people.ts';
import { caseOf, LookUpError } from './case.ts';
import type { Case } from './judge.ts';
import { designProblems } from './problems.ts';
import { referenceProblems } from './references.ts';
import type { Course, Report } from './report.ts';
import { exerciseSchema, type ArchitectureExercise } from './schema.ts';

export interface ReadExercise {
  exercise: ArchitectureExercise;
  /** The same, for a page: every rule and charge looked up. */
  lookedUp: Case;
}

/**
 * The exercises of `files`, by their names.
 * @throws Error that lists every mistake in every file, as `file:line:column  field: reason`.
 */
export function loadExercises(files: ContentFile[], course: Course): ReadExercise[] {
  const { exercises, findings } = parseExercises(files, course);
  if (findings.length > 0) throw new Error(`Architecture exercises have mistakes:\n${findings.map(formatFinding).join('\n')}`);
  return exercises;
}

/** Reads every file and collects everything that is wrong. Files with mistakes are left out of `exercises`. */
export function parseExercises(files: ContentFile[], course: Course): { exercises: ReadExercise[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const exercises = files.flatMap((file) => {
    const own = readExercise(file, course);
    findings.push(...own.findings);
    return own.read ?? [];
  });
  return { exercises, findings };
}

function readExercise(file: ContentFile, course: Course): { read?: ReadExercise; findings: Finding[] } {
  const source = readYaml(file);
  const findings = [...source.findings];
  if (findings.length > 0) return { findings };

  const data: unknown = source.value;
  const report: Report = (path, message) => {
    findings.push({ file: file.path, ...source.placeOf(path), message: `${fieldIn(path)}${message}` });
  };
  const { data: shaped, error } = exerciseSchema.safeParse(data, { error: inWords });
  for (const issue of error?.issues ?? []) report(issue.path, issue.message);
  checkTexts(data, [], course, report);
  if (!shaped) return { findings: inOrder(findings) };

  const exercise: ArchitectureExercise = { ...shaped, id: file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '') };
  referenceProblems(exercise, course, report);
  if (findings.length > 0) return { findings: inOrder(findings) };
  try {
    const lookedUp = caseOf(exercise, course);
    designProblems(exercise, lookedUp, report);
    return findings.length > 0 ? { findings: inOrder(findings) } : { read: { exercise, lookedUp }, findings };
  } catch (mistake) {
    if (!(mistake instanceof LookUpError)) throw mistake;
    report([...mistake.path], mistake.message);
    return { findings };
  }
}

const inOrder = (findings: Finding[]) => findings.sort((one, other) => one.line - other.line);

/** The fields that are no prose. */
const NO_PROSE: ReadonlySet<PropertyKey> = new Set(
  'id topics products numbers with unit by row of along sum when atLeast atMost facts url price amount design choose fails'.split(' '),
);

/** Checks every text below `node`, whether or not the rest of the file is right: who mends a file wants to know all of it. */
function checkTexts(node: unknown, path: PropertyKey[], course: Course, report: Report): void {
  if (typeof node === 'string' && !path.some((key) => NO_PROSE.has(key))) {
    try {
      plainText(parseMarkup(node), course.ledger);
    } catch (error) {
      report(path, (error as Error).message);
    }
  }
  if (Array.isArray(node)) node.forEach((child, index) => checkTexts(child, [...path, index], course, report));
  else if (node && typeof node === 'object')
    for (const [name, child] of Object.entries(node)) checkTexts(child, [...path, name], course, report);
}

/** `needs 2, rules 1, row: ` for the place in the data that `path` leads to. */
function fieldIn(path: PropertyKey[]): string {
  const words = path.map((key, depth) => (typeof key === 'number' ? ` ${key + 1}` : `${depth > 0 ? ', ' : ''}${String(key)}`));
  return words.length > 0 ? `${words.join('')}: ` : '';
}
