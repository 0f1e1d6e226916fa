import { describe, expect, it } from 'vitest';
import { contrast } from './support/contrast.ts';
import { paletteOf } from './support/palette.ts';

const surfaces = ['paper', 'raised', 'sunk'];

/** What is written on what, and the least contrast it needs: 7 for text that is read, 4.5 for labels, 3 for lines that must be seen. */
const pairs: [writing: string[], surfaces: string[], least: number][] = [
  [['ink', 'ink-soft', 'brass'], surfaces, 7],
  [['ink-faint', 'code-comment', 'pass', 'fail'], surfaces, 4.5],
  [['code-word', 'code-value'], ['raised'], 7],
  [['ink'], ['pass-surface', 'fail-surface'], 7],
  [['pass'], ['pass-surface'], 4.5],
  [['fail'], ['fail-surface'], 4.5],
  [['on-brass'], ['brass-fill'], 7],
  [['edge'], surfaces, 3],
];
const cases = pairs.flatMap(([writing, on, least]) => writing.flatMap((token) => on.map((surface) => ({ token, surface, least }))));

describe.each(['light', 'dark'] as const)('the %s palette', (theme) => {
  const palette = paletteOf(theme);

  it.each(cases)('shows $token on $surface with a contrast of at least $least', ({ token, surface, least }) => {
    expect(contrast(palette[token]!, palette[surface]!)).toBeGreaterThanOrEqual(least);
  });
});

describe('contrast', () => {
  it('is 21 between black and white, 1 between a color and itself, in either order', () => {
    expect([contrast('#000000', '#ffffff'), contrast('#ffffff', '#000000'), contrast('#63450a', '#63450a')]).toEqual([21, 21, 1]);
  });
});

describe('the palette file', () => {
  it('is refused where a token is no pair of colors, with the line', () => {
    const css = ':root {\n  --fd-ink: light-dark(#1b2236, #f0e8d8);\n  --fd-line: red;\n}';
    expect(() => paletteOf('light', css)).toThrow(
      'src/styles/tokens.css:3: write a token as “--fd-name: light-dark(#rrggbb, #rrggbb);”, not “--fd-line: red;”',
    );
  });
});
