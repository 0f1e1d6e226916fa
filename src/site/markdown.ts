/** What the site does to the HTML of lessons and briefs, beyond what Starlight does. */
import { defineHastPlugin, type HastNode, type HastPluginEntry, type HastVisitorContext } from 'satteri';
import { keptTogether, ONE_WORD } from './kept-together.ts';
import { underBase } from './base-path.ts';
import { breakableParts, staysWhole } from './code-breaks.ts';

type Element = Extract<HastNode, { type: 'element' }>;
type JsxElement = Extract<HastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** Puts the base path in front of links and images that are written from the root. A component decides for itself. */
export function addBasePath({ base }: { base: string }): HastPluginEntry {
  const filter = ['a', 'img'];
  const inJsx = {
    filter,
    visit: (node: Readonly<JsxElement>): JsxElement => ({
      ...node,
      attributes: node.attributes.map((attribute) =>
        attribute.type === 'mdxJsxAttribute' && isAddress(attribute.name) && typeof attribute.value === 'string'
          ? { ...attribute, value: underBase(attribute.value, base) }
          : attribute,
      ),
    }),
  };
  return defineHastPlugin({
    name: 'base-path',
    element: {
      filter,
      visit(node, context) {
        for (const [name, value] of Object.entries(node.properties)) {
          if (isAddress(name) && typeof value === 'string') context.setProperty(node, name, underBase(value, base));
        }
      },
    },
    mdxJsxFlowElement: inJsx,
    mdxJsxTextElement: inJsx,
  });
}

const isAddress = (name: string) => name === 'href' || name === 'src';

/**
 * Lets a wide table scroll inside itself, by keyboard too: a table of its own width in a focusable region, which is named
 * after the table's headings. Two regions of a page never have the same name. An empty corner is no heading, and is made a
 * cell like others.
 */
export function letTablesScroll(): HastPluginEntry {
  return () => {
    const named = new Map<string, number>();
    return defineHastPlugin({
      name: 'tables-scroll',
      element: [
        {
          filter: ['th'],
          visit: (node) => (isEmpty(node) ? { ...node, tagName: 'td' } : undefined),
        },
        {
          filter: ['table'],
          visit(node, context) {
            const name = nameOf(node, context);
            const count = (named.get(name) ?? 0) + 1;
            named.set(name, count);
            context.wrapNode(node, region(count === 1 ? name : `${name} (${count})`));
          },
        },
      ],
    });
  };
}

/** The name of a table, from its headings. */
function nameOf(table: Readonly<Element>, context: HastVisitorContext): string {
  const names = headingsIn(table).map((heading) => context.textContent(heading).trim());
  return ['Table', names.filter(Boolean).join(', ')].filter(Boolean).join(': ');
}

function headingsIn(node: Readonly<HastNode>): Element[] {
  if (node.type === 'element' && node.tagName === 'th') return [node];
  return 'children' in node ? node.children.flatMap(headingsIn) : [];
}

/** Without text, and without a component that may bring some. */
const isEmpty = (node: Readonly<Element>) => node.children.every((child) => child.type === 'text' && !child.value.trim());

const region = (name: string): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { className: ['wide-table'], role: 'region', tabIndex: 0, ariaLabel: name },
  children: [],
});

/** Characters of code that fit a cell of a table, and those that fill a line of it by themselves. */
const LONG = 12;
const LINE = 40;

/**
 * Lets long names of code break over lines where they are read best: in a table, so that more tables fit a phone, and in text, where
 * they would break within a word. What fills a line of a table’s cell by itself is marked `long`, and may break wherever text may.
 * In running text, short code that is read as one word is marked `whole` and stays on one line.
 */
export function letNamesBreak(): HastPluginEntry {
  return defineHastPlugin({
    name: 'names-break',
    element: {
      filter: ['code'],
      visit(node, context) {
        if (isWithin(node, context, ['pre'])) return undefined;
        const inTable = isWithin(node, context, ['table']);
        const code = context.textContent(node);
        const className = inTable ? code.length > LINE && 'long' : staysWhole(code) && 'whole';
        return {
          ...node,
          properties: { ...node.properties, ...(className && { className: [className] }) },
          children: node.children.flatMap((child) => (child.type === 'text' ? breakable(child.value, inTable ? LONG : undefined) : child)),
        };
      },
    },
  });
}

function breakable(name: string, longest?: number): Element['children'] {
  return breakableParts(name, longest).flatMap((value, part) => [
    ...(part > 0 ? [{ type: 'element' as const, tagName: 'wbr', properties: {}, children: [] }] : []),
    { type: 'text' as const, value },
  ]);
}

/** Keeps on one line what is read as one word in running text: “e-mail” and “us-east-1”, which are marked `whole`, “lesson 07” and “128 KB”. */
export function keepWhole(): HastPluginEntry {
  return defineHastPlugin({
    name: 'whole-words',
    text(node, context) {
      const value = keptTogether(node.value);
      const pieces = value.split(ONE_WORD);
      if ((pieces.length === 1 && value === node.value) || isWithin(node, context, ['pre', 'code', 'svg'])) return;
      context.replaceNode(
        node,
        pieces.map((piece, index) => (index % 2 === 1 ? whole(piece) : { type: 'text', value: piece })),
      );
    },
  });
}

const whole = (word: string): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['whole'] },
  children: [{ type: 'text', value: word }],
});

function isWithin(node: Readonly<HastNode>, context: HastVisitorContext, names: readonly string[]): boolean {
  for (let parent = context.parent(node); parent; parent = context.parent(parent)) {
    const name = 'tagName' in parent ? parent.tagName : 'name' in parent ? parent.name : undefined;
    if (names.includes(name ?? '')) return true;
  }
  return false;
}
