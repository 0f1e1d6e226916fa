import { expect, it } from 'vitest';
import { highlightedLines } from '../../src/site/highlighted-lines.ts';

/** The words that stand in a color, with the name of it. */
const colored = (html: string) => [...html.matchAll(/--0:var\(--fd-([\w-]+)\)">([^<]+)</g)].map(([, color, text]) => `${text} ${color}`);

it('gives one piece of HTML for each line, blank ones too', async () => {
  expect(await highlightedLines('a;\n\nb;', 'ts')).toHaveLength(3);
});

it('has the colors of lessons', async () => {
  const [line] = await highlightedLines("const door = 'REST'; // a choice", 'ts');
  expect(colored(line!)).toEqual(['const code-word', '= ink-soft', "'REST' code-value", '; ink-soft', '// a choice code-comment']);
});

it('knows mapping templates', async () => {
  const [line] = await highlightedLines("#set($name = $input.path('$.name'))", 'vtl');
  expect(colored(line!)).toEqual(['#set code-word', '$name code-word', '$input.path code-word', "'$.name' code-value"]);
});

it('keeps what is markup in the page from being markup here', async () => {
  expect((await highlightedLines('<b>&amp;', 'text'))[0]).not.toContain('<b>');
});
