/** Reads routes: YAML in, routes with titles, addresses and minutes looked up out. Pure: whoever calls it has read the files. */
import { formatFinding, type ContentFile, type Finding } from '../facts/finding.ts';
import type { Ledger } from '../facts/ledger.ts';
import { readYaml } from '../facts/yaml-source.ts';
import { checkMarkup } from '../quiz/check-markup.ts';
import { inWords } from '../quiz/people.ts';
import { lookUp, type LookedUpStep, type RouteCourse } from './look-up.ts';
import { routeSchema, type RouteData } from './schema.ts';

/** A route, for its page. */
export interface Route extends Omit<RouteData, 'blocks'> {
  /** The file’s name without its ending: `candidate`. */
  id: string;
  blocks: RouteBlock[];
  /** Of all blocks. */
  minutes: number;
}

export interface RouteBlock extends Omit<RouteData['blocks'][number], 'steps'> {
  steps: LookedUpStep[];
  minutes: number;
}

/**
 * The routes of `files`, in the order of their doors.
 * @throws Error that lists every mistake in every file, as `file:line:column  field: reason`.
 */
export function loadRoutes(files: ContentFile[], ledger: Ledger, course: RouteCourse): Route[] {
  const { routes, findings } = parseRoutes(files, ledger, course);
  if (findings.length > 0) throw new Error(`Routes have mistakes:\n${findings.map(formatFinding).join('\n')}`);
  return routes;
}

/** Reads every file and collects everything that is wrong. Files with mistakes are left out of `routes`. */
export function parseRoutes(files: ContentFile[], ledger: Ledger, course: RouteCourse): { routes: Route[]; findings: Finding[] } {
  const read = files.map((file) => readRoute(file, ledger, course));
  return {
    routes: read.flatMap(({ route }) => route ?? []).sort((one, other) => one.order - other.order),
    findings: read.flatMap(({ findings }) => findings),
  };
}

function readRoute(file: ContentFile, ledger: Ledger, course: RouteCourse): { route?: Route; findings: Finding[] } {
  const source = readYaml(file);
  const findings = [...source.findings];
  if (findings.length > 0) return { findings };

  const data: unknown = source.value;
  const report = (path: PropertyKey[], message: string) => {
    findings.push({ file: file.path, ...source.placeOf(path), message: `${fieldIn(path)}${message}` });
  };
  const { data: shaped, error } = routeSchema.safeParse(data, { error: inWords });
  for (const issue of error?.issues ?? []) report(issue.path, issue.message);
  checkMarkup(data, ledger, report);
  if (!shaped) return { findings };

  const pagesRead = new Set(shaped.blocks.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'read' ? [step.page] : []))));
  const ids = shaped.blocks.map(({ id }) => id);
  const blocks = shaped.blocks.map((block, place): RouteBlock => {
    if (ids.indexOf(block.id) < place) report(['blocks', place, 'id'], `an earlier block is called "${block.id}"`);
    const steps = block.steps.flatMap((step, index) => {
      const found = lookUp(step, course, pagesRead);
      for (const { path, message } of found.problems) report(['blocks', place, 'steps', index, ...path], message);
      return found.step ?? [];
    });
    return { ...block, steps, minutes: steps.reduce((sum, { minutes }) => sum + minutes, 0) };
  });
  if (findings.length > 0) return { findings: findings.sort((one, other) => one.line - other.line) };
  const id = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
  return { route: { ...shaped, id, blocks, minutes: blocks.reduce((sum, { minutes }) => sum + minutes, 0) }, findings };
}

/** `blocks 2, steps 1, page: ` for the place in the data that `path` leads to. */
function fieldIn(path: PropertyKey[]): string {
  const words = path.map((key, depth) => (typeof key === 'number' ? ` ${key + 1}` : `${depth > 0 ? ', ' : ''}${String(key)}`));
  return words.length > 0 ? `${words.join('')}: ` : '';
}
