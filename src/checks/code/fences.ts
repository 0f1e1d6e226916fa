/** The fenced code blocks of a page. */
import { descendants, type Page } from '../mdx.ts';

export interface Fence {
  /** Path of the page, and a number for the block: 1 is the page's first. */
  file: string;
  number: number;
  language: string;
  /** What follows the language on the fence: flags (`cloudformation`) and settings (`wrong="no slash"`). */
  flags: ReadonlySet<string>;
  settings: ReadonlyMap<string, string>;
  code: string;
  /** Where the fence opens. */
  line: number;
  column: number;
}

export function fencesOf(page: Page): Fence[] {
  const fences: Fence[] = [];
  for (const node of descendants(page.tree)) {
    if (node.type !== 'code') continue;
    const { line, column } = node.position!.start;
    fences.push({
      file: page.file.path,
      number: fences.length + 1,
      language: node.lang ?? '',
      ...parseMeta(node.meta ?? ''),
      code: node.value,
      line,
      column,
    });
  }
  return fences;
}

/** Where line `line` and column `column` of the block's code stand in the page. */
export function placeInPage(fence: Fence, line: number, column = 1): { line: number; column: number } {
  return { line: fence.line + line, column: fence.column - 1 + column };
}

function parseMeta(meta: string): Pick<Fence, 'flags' | 'settings'> {
  const settings = new Map(
    [...meta.matchAll(/([\w-]+)=(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [name!, double ?? single ?? '']),
  );
  const rest = meta.replace(/[\w-]+=(?:"[^"]*"|'[^']*'|\{[^}]*\}|\S+)|"[^"]*"|\{[^}]*\}|\/(?:\\.|[^/])+\//g, ' ');
  return { settings, flags: new Set(rest.split(/\s+/).filter(Boolean)) };
}
