/** The prose of a page, passage by passage: what a reader reads as running text, without code and without numbers that a component vouches for. */
import { OPAQUE } from '../facts/measures.ts';
import type { Place } from '../facts/yaml-source.ts';
import { isElement, type Node, type Page } from './mdx.ts';

/** One run of text (a paragraph, a heading, a cell, a caption) and where each part of it stands in the file. */
export interface Passage {
  text: string;
  /** Where the character at `index` of `text` stands in the file. */
  placeAt(index: number): Place;
}

/** A cell of a table, with the heading of its column. */
export interface Cell extends Passage {
  heading: string;
}

const PROVEN = new Set(['Fact', 'Given', 'Sum']);
const CONTAINERS = new Set(['paragraph', 'heading', 'tableCell']);
const PROSE_ATTRIBUTES = new Set(['title', 'label', 'caption', 'alt', 'description', 'summary', 'heading', 'aria-label']);
/** Code that is nothing but a quantity is a quantity in disguise: `29 s`. */
const QUANTITY_AS_CODE = /^\$?\d[\d.,]*\s?(?:[a-z%]+(?:\/[a-z]+)?)?$/i;

function isProven(node: Node): boolean {
  return isElement(node) && PROVEN.has(node.name ?? '');
}

export function passagesOf(page: Page): Passage[] {
  const passages: Passage[] = [];
  const visit = (node: Node): void => {
    if (isProven(node)) return;
    if (CONTAINERS.has(node.type)) passages.push(passageOf(node, page));
    if (isElement(node)) passages.push(...captionsOf(node));
    if ((node.type === 'image' || node.type === 'imageReference') && node.alt) passages.push(fixed(node.alt, startOf(node)));
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(page.tree);
  return passages;
}

export function cellsOf(page: Page): Cell[] {
  const cells: Cell[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'table') {
      const [head, ...rows] = node.children;
      const headings = head?.children.map((cell) => passageOf(cell, page).text) ?? [];
      for (const row of rows)
        row.children.forEach((cell, column) => cells.push({ ...passageOf(cell, page), heading: headings[column] ?? '' }));
    } else if ('children' in node) node.children.forEach(visit);
  };
  visit(page.tree);
  return cells;
}

function captionsOf(node: Node): Passage[] {
  if (!isElement(node)) return [];
  return node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && PROSE_ATTRIBUTES.has(attribute.name) && typeof attribute.value === 'string'
      ? [fixed(attribute.value, startOf(attribute))]
      : [],
  );
}

function passageOf(container: Node, page: Page): Passage {
  const lines = page.file.text.split('\n');
  const pieces: { from: number; text: string; start: Place }[] = [];
  let text = '';
  const add = (piece: string, start: Place): void => {
    pieces.push({ from: text.length, text: piece, start });
    text += piece;
  };
  const visit = (node: Node): void => {
    if (node.type === 'text') add(node.value, startOf(node));
    else if (node.type === 'inlineCode') add(QUANTITY_AS_CODE.test(node.value) ? node.value : OPAQUE, startOf(node));
    else if (node.type === 'break') add('\n', startOf(node));
    else if (node.type === 'mdxTextExpression' || isProven(node)) add(OPAQUE, startOf(node));
    else if ('children' in node) node.children.forEach(visit);
  };
  visit(container);
  return {
    text,
    placeAt(index) {
      const piece = pieces.findLast(({ from }) => from <= index);
      return piece ? placeIn(piece.text, index - piece.from, piece.start, lines) : startOf(container);
    },
  };
}

/** Escapes, entities and indentation make the source differ from the text: the line is counted, the column is looked up in it. */
function placeIn(text: string, index: number, start: Place, lines: string[]): Place {
  const above = text.slice(0, index).split('\n');
  const line = start.line + above.length - 1;
  const word = /^\S+/.exec(text.slice(index))?.[0] ?? '';
  const from = above.length > 1 ? 0 : start.column - 1;
  const found = lines[line - 1]?.indexOf(word, from + (above.length > 1 ? 0 : index)) ?? -1;
  return { line, column: (found < 0 ? from : found) + 1 };
}

function fixed(text: string, place: Place): Passage {
  return { text, placeAt: () => place };
}

function startOf(node: { position?: { start: Place } | undefined }): Place {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
