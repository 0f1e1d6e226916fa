import { h } from '@astrojs/starlight/expressive-code/hast';
import { expect, it } from 'vitest';
import { keepFlagsWhole } from '../../src/site/whole-flags.ts';

/** The words of a command that stay whole. */
function wholeIn(command: string): string[] {
  const line = h('div', h('span', command));
  keepFlagsWhole(line);
  const [token] = line.children;
  if (token?.type !== 'element') throw new Error('The token is gone.');
  return token.children.flatMap((child) =>
    child.type === 'element' && child.children[0]?.type === 'text' ? [child.children[0].value] : [],
  );
}

it('keeps flags and names with hyphens on one line', () => {
  expect(wholeIn('npm run grade token-bucket -- --watch')).toEqual(['token-bucket', '--watch']);
});

it('lets what is longer than half a line break', () => {
  expect(wholeIn('aws apigateway get-rest-apis --a-flag-that-goes-on-and-on-and-on')).toEqual(['get-rest-apis']);
});
