import { h } from '@astrojs/starlight/expressive-code/hast';
import { expect, it } from 'vitest';
import { joinTokens } from '../../src/site/code-tokens.ts';

const INK = '--0:ink';
const token = (text: string, color: string) => h('span', { style: `--0:${color}` }, text);

/** A line after its tokens were joined: `color(text)` where it has one. */
function joined(...children: Parameters<typeof h>[2][]): string {
  const line = h('div', { className: 'code' }, ...children);
  joinTokens(h('pre', line), INK);
  return line.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (child.type !== 'element') return child.type;
      const [inner] = child.children;
      return `${String(child.properties.style ?? child.properties.className).replace('--0:', '')}(${inner?.type === 'text' ? inner.value : ''})`;
    })
    .join('|');
}

it('joins neighbors of one color', () => {
  expect(joined(token('"', 'soft'), token(':', 'soft'), token('1', 'value'))).toBe('soft(":)|value(1)');
});

it('takes the color of the block for granted', () => {
  expect(joined(token('a', 'ink'), token(' ', 'ink'), token('b', 'word'), token('c', 'ink'))).toBe('a |word(b)|c');
});

it('leaves what is more than a color', () => {
  const marked = h('span', { style: '--0:soft', className: 'mark' }, 'x');
  expect(joined(token('a', 'soft'), marked, token('b', 'soft'))).toBe('soft(a)|soft(x)|soft(b)');
  expect(joined(h('span', { className: 'indent' }, '  '), token('a', 'ink'))).toBe('indent(  )|a');
});
