import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkitten';
import { expect, it } from 'vitest';
import { fonts } from '../../src/site/fonts.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SHOWN = ['content/**/*.{mdx,yaml}', 'exercises/**/*.ts', 'solutions/**/*.ts', 'src/**/*.{astro,svelte,ts}'];
/** A terminal has its own fonts. */
const TERMINAL = /^src\/(?:cli|grader\/report)\//;

async function faceOf(file: string): Promise<{ hasGlyphForCodePoint(codePoint: number): boolean }> {
  const face = create(await readFile(file));
  if (face.isCollection) throw new Error(`${file} holds several faces.`);
  return face;
}

const signs = await faceOf(`${ROOT}src/styles/signs/front-desk-signs.woff2`);
const faces = await Promise.all(
  fonts.flatMap(({ options }) => options.variants).map(({ src }) => faceOf(`${ROOT}node_modules/${String(src[0])}`)),
);

/** What pages may show and no face of the house has. */
async function signsInUse(): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const file of glob(SHOWN, { cwd: ROOT })) {
    if (TERMINAL.test(file.replaceAll('\\', '/'))) continue;
    for (const character of await readFile(ROOT + file, 'utf8')) {
      const codePoint = character.codePointAt(0)!;
      // Emoji come from the system, everywhere.
      if (codePoint >= 0x20 && !/\p{Emoji_Presentation}/u.test(character) && !faces.every((face) => face.hasGlyphForCodePoint(codePoint)))
        found.add(character);
    }
  }
  return found;
}

it('has every sign that the faces of the house lack, and says so to the browser', async () => {
  const declared = await readFile(`${ROOT}src/styles/signs/signs.css`, 'utf8');
  const range = declared.slice(declared.indexOf('unicode-range'));
  const missing = [...(await signsInUse())].filter((sign) => {
    const codePoint = sign.codePointAt(0)!;
    return !signs.hasGlyphForCodePoint(codePoint) || !new RegExp(`U\\+${codePoint.toString(16)}\\b`, 'i').test(range);
  });
  expect(missing).toEqual([]);
});
