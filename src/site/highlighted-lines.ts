/** Code line by line, in the colors of code blocks: for what puts something of its own beside each line. */
import { ExpressiveCode } from '@astrojs/starlight/expressive-code';
import { selectAll, toHtml } from '@astrojs/starlight/expressive-code/hast';
import { codeBlocks } from './code-blocks.ts';

// With the settings of the blocks in lessons it finds their grammars read already.
const engine = new ExpressiveCode(codeBlocks as ConstructorParameters<typeof ExpressiveCode>[0]);

/** @returns for each line its HTML; what a span's `--0` names is its color */
export async function highlightedLines(code: string, language: string): Promise<string[]> {
  const { renderedGroupAst } = await engine.render({ code, language });
  return selectAll('.ec-line .code', renderedGroupAst).map(({ children }) => toHtml(children));
}
