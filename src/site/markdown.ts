/** What the site does to the HTML of lessons and briefs, beyond what Starlight does. */
import { underBase } from './base-path.ts';
import { breakableParts, staysWhole } from './code-breaks.ts';

/** The parts of a syntax tree that these plugins touch: HTML elements, and tags that were written as JSX in MDX. */
interface Node {
  type: string;
  tagName?: string;
  name?: string | null;
  value?: string;
  properties?: Record<string, unknown>;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: Node[];
}

/** Puts the base path in front of links and images that are written from the root. */
export function addBasePath({ base }: { base: string }) {
  return (tree: Node) => {
    for (const node of descendants(tree)) {
      const properties = node.properties ?? {};
      for (const name of ['href', 'src']) {
        if (typeof properties[name] === 'string') properties[name] = underBase(properties[name], base);
      }
      const isHtml = node.name !== null && /^[a-z]+$/.test(node.name ?? '');
      for (const attribute of isHtml ? (node.attributes ?? []) : []) {
        const isAddress = attribute.name === 'href' || attribute.name === 'src';
        if (isAddress && typeof attribute.value === 'string') attribute.value = underBase(attribute.value, base);
      }
    }
  };
}

/**
 * Lets a wide table scroll inside itself, by keyboard too: a table of its own width in a focusable region, which is named
 * after the table's headings. Two regions of a page never have the same name.
 */
export function letTablesScroll() {
  return (tree: Node) => {
    const named = new Map<string, number>();
    for (const node of descendants(tree)) {
      node.children = node.children?.map((child) => {
        if (child.tagName !== 'table' || node.properties?.role === 'region') return child;
        const name = headingsOf(child);
        const count = (named.get(name) ?? 0) + 1;
        named.set(name, count);
        return region(child, count === 1 ? name : `${name} (${count})`);
      });
    }
  };
}

/** Characters of code that fit a cell of a table, and those that fill a line of it by themselves. */
const LONG = 12;
const LINE = 40;

/**
 * Lets long names of code break over lines where they are read best: in a table, so that more tables fit a phone, and in text, where
 * they would break within a word. What fills a line of a table’s cell by itself is marked `long`, and may break wherever text may.
 */
export function letNamesBreak() {
  return (tree: Node) => {
    const tables = descendants(tree).filter(({ tagName }) => tagName === 'table');
    for (const code of tables.flatMap(descendants).filter(({ tagName }) => tagName === 'code')) {
      if (text(code).length > LINE) code.properties = { ...code.properties, className: ['long'] };
      code.children = code.children?.flatMap((child) => (child.type === 'text' ? breakable(child.value ?? '', LONG) : child));
    }
    for (const code of outside(tree, 'pre', 'table').filter(({ tagName }) => tagName === 'code')) {
      code.children = code.children?.flatMap((child) => (child.type === 'text' ? breakable(child.value ?? '') : child));
    }
  };
}

/** Words that are one though they have a hyphen: behind a single letter, and in the name of a Region. */
const ONE_WORD = /(\b[a-zA-Z]-[a-zA-Z]+|\b[a-z]{2}-[a-z]+-\d\b)/;

/**
 * Keeps on one line what is read as one word: short code in running text, “e-mail” and “us-east-1”, which are marked `whole`, and
 * “lesson 07”.
 */
export function keepWhole() {
  return (tree: Node) => {
    for (const node of outside(tree, 'pre', 'code', 'svg')) {
      if (node.type === 'text') node.value = node.value?.replace(/\b(lesson) (?=\d\d\b)/gi, '$1\u00a0');
      node.children = node.children?.flatMap((child) => (child.type === 'text' ? inWholeWords(child) : child));
    }
    for (const code of outside(tree, 'pre', 'table').filter(({ tagName }) => tagName === 'code')) {
      if (staysWhole(text(code))) code.properties = { ...code.properties, className: ['whole'] };
    }
  };
}

/** The node and what is in it, without tags of these names. */
function outside(node: Node, ...tagNames: readonly string[]): Node[] {
  if (tagNames.includes(node.tagName ?? node.name ?? '')) return [];
  return [node, ...(node.children ?? []).flatMap((child) => outside(child, ...tagNames))];
}

function inWholeWords(textNode: Node): Node[] {
  const pieces = textNode.value?.split(ONE_WORD) ?? [];
  if (pieces.length === 1) return [textNode];
  return pieces
    .map((value): Node => ({ type: 'text', value }))
    .map((piece, index) =>
      index % 2 === 1 ? { type: 'element', tagName: 'span', properties: { className: ['whole'] }, children: [piece] } : piece,
    );
}

function breakable(name: string, longest?: number): Node[] {
  return breakableParts(name, longest).flatMap((value, part) => [
    ...(part > 0 ? [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }] : []),
    { type: 'text', value },
  ]);
}

/** The name of a table, from its headings. An empty corner is no heading, and is made a cell like others. */
function headingsOf(table: Node): string {
  const headings = descendants(table).filter((node) => node.tagName === 'th');
  for (const corner of headings.filter(isEmpty)) corner.tagName = 'td';
  const names = headings.map((heading) => text(heading).trim()).filter(Boolean);
  return ['Table', names.join(', ')].filter(Boolean).join(': ');
}

/** Without text, and without a component that may bring some. */
function isEmpty(node: Node): boolean {
  return descendants(node).every((part) => part === node || (part.type === 'text' && !part.value?.trim()));
}

function region(table: Node, name: string): Node {
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['wide-table'], role: 'region', tabIndex: 0, ariaLabel: name },
    children: [table],
  };
}

function descendants(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(descendants)];
}

function text(node: Node): string {
  return descendants(node)
    .map((part) => (part.type === 'text' ? (part.value ?? '') : ''))
    .join('');
}
