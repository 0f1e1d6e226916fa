/**
 * The lint over prose: a number with a unit stands on a fact, is given by the scenario, or is worked out from others.
 * What counts as a number with a unit is in `facts/measures.ts`.
 */
import { UNITS, type Fact } from '../facts/schema.ts';
import type { Finding } from '../facts/finding.ts';
import { formatFact } from '../facts/format.ts';
import type { Ledger } from '../facts/ledger.ts';
import { figureOf, findMeasures, isBareNumber, namesUnit, OPAQUE, type Measure } from '../facts/measures.ts';
import { unknown } from '../facts/nearest.ts';
import { evaluateSum, type SumNames } from '../facts/sum.ts';
import type { YamlSource } from '../facts/yaml-source.ts';
import { descendants, isElement, literalAttribute, type Element, type Page } from './mdx.ts';
import { cellsOf, passagesOf } from './passages.ts';
import { yamlStringsOf } from './yaml-strings.ts';

/** How a number is vouched for: by a component in MDX, by inline markup in YAML and frontmatter. */
type Dialect = 'component' | 'markup';

/** Keys whose texts are code, not prose. */
const CODE_KEYS = new Set(['code', 'language']);
const MARKUP = /`[^`]*`|\{[^{}]*\}/g;
const CODE_QUANTITY = /^`\$?\d[\d.,]*\s?(?:[a-z%]+(?:\/[a-z]+)?)?`$/i;

/** Findings in a page's prose, its frontmatter and its Fact and Sum components. */
export function lintPage(page: Page, ledger: Ledger): Finding[] {
  const file = page.file.path;
  const dialect = file.endsWith('.mdx') ? 'component' : 'markup';
  const report = (measure: Measure, place: { line: number; column: number }) => ({
    file,
    ...place,
    ...unproven(measure.text, dialect, ledger),
  });
  const findings: Finding[] = [];
  for (const passage of passagesOf(page)) {
    const text = dialect === 'markup' ? masked(passage.text) : passage.text;
    for (const measure of findMeasures(text)) findings.push(report(measure, passage.placeAt(measure.index)));
  }
  for (const cell of cellsOf(page)) {
    if (!isBareNumber(cell.text) || !namesUnit(cell.heading) || findMeasures(cell.text).length > 0) continue;
    const measure = { index: 0, text: `${cell.text.trim()} (${cell.heading.trim()})` };
    findings.push(report(measure, cell.placeAt(0)));
  }
  for (const node of descendants(page.tree)) {
    const message = isElement(node) ? elementProblem(node, ledger) : undefined;
    if (message) findings.push({ file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1, message });
  }
  if (page.frontmatter) findings.push(...lintYaml(page.frontmatter, ledger));
  return findings.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Findings in the texts of YAML: of a quiz, or of frontmatter. */
export function lintYaml(source: YamlSource, ledger: Ledger): Finding[] {
  return yamlStringsOf(source)
    .filter(({ key }) => !CODE_KEYS.has(key))
    .flatMap(({ text, placeOf }) =>
      findMeasures(masked(text)).map((measure) => ({
        file: source.file.path,
        ...placeOf(measure.text),
        ...unproven(measure.text, 'markup', ledger),
      })),
    );
}

/** `text` with code and inline markup made opaque. */
function masked(text: string): string {
  return text.replace(MARKUP, (piece) => (CODE_QUANTITY.test(piece) ? piece.slice(1, -1) : OPAQUE.repeat(piece.length)));
}

function unproven(text: string, dialect: Dialect, ledger: Ledger): Pick<Finding, 'message' | 'mend'> {
  const id = factLike(text, ledger)?.id ?? '…';
  const ways =
    dialect === 'component'
      ? [`<Fact id="${id}" />`, `<Given>${text}</Given>`, '<Sum of="…" with={{ … }} unit="…" />']
      : [`{fact ${id}}`, `{given ${text}}`, '{sum … | name=value | unit}'];
  return {
    message: `"${text.replace(/\s+/g, ' ')}" is a number with a unit that nothing vouches for`,
    mend: `a fact: ${ways[0]}   the scenario’s own: ${ways[1]}   it follows from others: ${ways[2]}`,
  };
}

/** The fact whose number stands in `text`, the one with the same unit first. */
function factLike(text: string, ledger: Ledger): Fact | undefined {
  const number = figureOf(text);
  const same = [...ledger.facts.values()].filter((fact) => fact.value === number);
  return same.find((fact) => formatFact(fact) === text) ?? same[0];
}

function elementProblem(element: Element, ledger: Ledger): string | undefined {
  if (element.name === 'Fact') {
    const id = literalAttribute(element, 'id');
    if (typeof id !== 'string') return '<Fact> needs id="…" as plain text';
    return ledger.facts.has(id) ? undefined : unknown('fact', id, ledger.facts.keys());
  }
  return element.name === 'Sum' ? sumProblem(element, ledger) : undefined;
}

function sumProblem(element: Element, ledger: Ledger): string | undefined {
  const expression = literalAttribute(element, 'of');
  const names = literalAttribute(element, 'with') ?? {};
  const unit = literalAttribute(element, 'unit') ?? 'count';
  if (typeof expression !== 'string') return '<Sum> needs of="…", an expression as plain text';
  if (!isNames(names)) return '<Sum> needs with={{ … }} whose values are plain numbers or ids of facts in quotes';
  if (!(UNITS as readonly unknown[]).includes(unit)) return unknown('unit', String(unit), UNITS);
  try {
    evaluateSum(expression, names, ledger);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return undefined;
}

function isNames(value: unknown): value is SumNames {
  return (
    typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'number' || typeof one === 'string')
  );
}
