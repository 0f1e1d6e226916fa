/** An MDX or Markdown file as the checks see it: frontmatter, passages of prose, fenced blocks, components. */
import type { MdxJsxAttributeValueExpression, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { ContentFile, Finding } from '../facts/finding.ts';
import { readYaml, type YamlSource } from '../facts/yaml-source.ts';

const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);
const markdown = unified().use(remarkParse).use(remarkGfm);

export type Root = ReturnType<typeof mdx.parse>;
export type Node = Root | Root['children'][number];
export type Element = MdxJsxFlowElement | MdxJsxTextElement;

type Program = NonNullable<NonNullable<MdxJsxAttributeValueExpression['data']>['estree']>;
type Expression = Extract<Program['body'][number], { type: 'ExpressionStatement' }>['expression'];

export interface Page {
  file: ContentFile;
  frontmatter?: YamlSource;
  tree: Root;
}

const FRONTMATTER = /^---\r?\n([\s\S]*?)\r?\n---(?=\r?\n|$)/;

/** Parses a page; a page that cannot be parsed comes back as what is wrong with it. */
export function parsePage(file: ContentFile): Page | Finding {
  const match = FRONTMATTER.exec(file.text);
  const frontmatter = match ? readYaml({ path: file.path, text: match[1]! }, 2) : undefined;
  if (frontmatter?.findings[0]) return frontmatter.findings[0];
  // Blanked, not cut: positions in the tree stay positions in the file.
  const body = match ? match[0].replace(/[^\r\n]/g, ' ') + file.text.slice(match[0].length) : file.text;
  try {
    const tree = (file.path.endsWith('.mdx') ? mdx : markdown).parse(body);
    return { file, tree, ...(frontmatter && { frontmatter }) };
  } catch (error) {
    const reason = error instanceof Error && 'reason' in error ? String(error.reason) : String(error);
    const [, line = 1, column = 1] = /\((\d+):(\d+)/.exec(reason) ?? /^(\d+):(\d+)/.exec(String(error)) ?? [];
    return { file: file.path, line: Number(line), column: Number(column), message: reason };
  }
}

export function isElement(node: Node): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Every node below `node`, parents before children. */
export function* descendants(node: Node): Generator<Node> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* descendants(child);
}

/** A component's attribute as text, number or plain object of these; undefined when it is missing or has to be run to be known. */
export function literalAttribute(element: Element, name: string): unknown {
  const attribute = element.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  if (!attribute || attribute.type !== 'mdxJsxAttribute') return undefined;
  if (typeof attribute.value !== 'object' || attribute.value === null) return attribute.value ?? true;
  const statement = attribute.value.data?.estree?.body[0];
  return statement?.type === 'ExpressionStatement' ? literalOf(statement.expression) : undefined;
}

function literalOf(node: Expression): unknown {
  if (node.type === 'Literal') return node.value;
  if (node.type === 'UnaryExpression' && node.operator === '-') {
    const value = literalOf(node.argument);
    return typeof value === 'number' ? -value : undefined;
  }
  if (node.type !== 'ObjectExpression') return undefined;
  const entries: [string, unknown][] = [];
  for (const property of node.properties) {
    if (property.type !== 'Property' || property.computed) return undefined;
    const key =
      property.key.type === 'Identifier' ? property.key.name : property.key.type === 'Literal' ? String(property.key.value) : undefined;
    const value = literalOf(property.value as Expression);
    if (key === undefined || value === undefined) return undefined;
    entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}
