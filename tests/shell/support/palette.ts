/** The color tokens of `src/styles/tokens.css` as data. */
import { readFileSync } from 'node:fs';

export type Theme = 'light' | 'dark';

/** Token name without `--fd-`, to its color as `#rrggbb`. */
export type Palette = Record<string, string>;

const TOKEN = /^\s*--fd-([a-z-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\);$/;

/** One theme's palette. Throws if a custom property of the file is not a `light-dark()` pair of six-digit colors. */
export function paletteOf(theme: Theme, css: string = tokensCss()): Palette {
  const palette: Palette = {};
  for (const [index, line] of css.split('\n').entries()) {
    if (!line.trimStart().startsWith('--')) continue;
    const [, name, light, dark] = TOKEN.exec(line) ?? [];
    if (!name || !light || !dark) {
      throw new Error(
        `src/styles/tokens.css:${index + 1}: write a token as “--fd-name: light-dark(#rrggbb, #rrggbb);”, not “${line.trim()}”`,
      );
    }
    palette[name] = theme === 'light' ? light : dark;
  }
  return palette;
}

function tokensCss(): string {
  return readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');
}
