/** Pictures say what they show: an image has an alt text, a drawing a title and a description, or it is hidden from who cannot see it. */
import type { Finding } from '../facts/finding.ts';
import { descendants, isElement, literalAttribute, type Element, type Page } from './mdx.ts';

type Problem = Pick<Finding, 'message' | 'mend'>;

export function pictureProblems({ file, tree }: Page): Finding[] {
  const findings: Finding[] = [];
  for (const node of descendants(tree)) {
    const problem =
      node.type === 'image' || node.type === 'imageReference' ? altProblem(node.alt) : isElement(node) ? elementProblem(node) : undefined;
    const { line = 1, column = 1 } = node.position?.start ?? {};
    if (problem) findings.push({ file: file.path, line, column, ...problem });
  }
  return findings;
}

function elementProblem(element: Element): Problem | undefined {
  if (element.name === 'img') return altProblem(textOf(element, 'alt'));
  return element.name === 'svg' ? drawingProblem(element) : undefined;
}

function altProblem(alt: string | null | undefined): Problem | undefined {
  if (alt?.trim()) return undefined;
  return { message: 'this image has no alt text', mend: 'say in a sentence what a reader learns from it' };
}

function drawingProblem(svg: Element): Problem | undefined {
  if (textOf(svg, 'aria-hidden') === 'true') return undefined;
  const named = `${textOf(svg, 'aria-labelledby')} ${textOf(svg, 'aria-describedby')}`.split(' ');
  const says = (name: string) =>
    [...descendants(svg)].some((node) => isElement(node) && node.name === name && named.includes(textOf(node, 'id')));
  if (textOf(svg, 'role') === 'img' && says('title') && says('desc')) return undefined;
  return {
    message: 'this drawing does not say what it shows',
    mend: 'role="img", a <title id="…"> and a <desc id="…">, and both ids in aria-labelledby; or aria-hidden="true" if it only decorates',
  };
}

function textOf(element: Element, attribute: string): string {
  return String(literalAttribute(element, attribute) ?? '');
}
