import { glob, readFile } from 'node:fs/promises';
import { createHighlighterCore, type LanguageInput } from 'shiki';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';
import { expect, it } from 'vitest';

const BLOCK = /^```ts\b[^\n]*\n(.*?)^```$/gms;

/** What a highlighter makes of each text: tokens, with the names of what they are. */
async function tokensOf(typescript: LanguageInput, texts: readonly string[]) {
  const highlighter = await createHighlighterCore({ langs: [typescript], engine: createJavaScriptRegexEngine({ forgiving: true }) });
  await highlighter.loadTheme({ name: 'bare', settings: [] });
  const tokens = texts.map((text) =>
    highlighter.codeToTokensBase(text, { lang: 'typescript', theme: 'bare', includeExplanation: 'scopeName', tokenizeTimeLimit: 0 }),
  );
  highlighter.dispose();
  return tokens;
}

/** The package with translated patterns may lag behind the grammars that all other languages come from. */
it('TypeScript reads the same with patterns that were translated beforehand', async () => {
  const texts: string[] = [];
  for await (const path of glob('content/lessons/*.mdx')) {
    for (const block of (await readFile(path, 'utf8')).matchAll(BLOCK)) texts.push(block[1]!);
  }
  expect(texts.length).toBeGreaterThan(50);
  const translated = await tokensOf(() => import('@shikijs/langs-precompiled/typescript'), texts);
  expect(translated).toEqual(await tokensOf(bundledLanguages.typescript, texts));
});
