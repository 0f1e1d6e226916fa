import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/checks/mdx.ts';
import { quoteProblems } from '../../src/checks/quotes.ts';
import { readYaml } from '../../src/facts/yaml-source.ts';

function inPage(text: string): string[] {
  const page = parsePage({ path: 'content/lessons/07-authorization.mdx', text });
  if (!('tree' in page)) throw new Error(page.message);
  return quoteProblems({ pages: [page], yaml: [] }).map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const inYaml = (text: string) =>
  quoteProblems({ pages: [], yaml: [readYaml({ path: 'content/quizzes/07.yaml', text })] }).map(
    ({ line, message }) => `${line} ${message}`,
  );

describe('a straight mark in prose is found where it stands', () => {
  it.each([
    ['an apostrophe in a paragraph', "Who passes\nthe guest's desk?", ["2:5 a straight quotation mark in prose: guest's"]],
    ['marks around words', '## A "key"', ['1:6 a straight quotation mark in prose: "key"']],
    ['in a caption', '<Figure caption="The desk\'s way" />', ["1:9 a straight quotation mark in prose: desk's"]],
    ['in frontmatter', "---\ntitle: The desk's keys\n---\n\nText.", ["2:12 a straight quotation mark in prose: desk's"]],
  ])('%s', (_, text, expected) => {
    expect(inPage(text)).toEqual(expected);
  });

  it('in a text of a quiz', () => {
    expect(inYaml("- id: key\n  prompt: Whose is the guest's key?\n")).toEqual(["2 a straight quotation mark in prose: guest's"]);
  });
});

describe('what is curly, and what is code, is left alone', () => {
  it.each([
    ['curly marks', 'The guest’s “key”, and the guests’ keys.'],
    ['code in a line and in a block', "Write `'name'` and\n\n```ts\nconst a = 'b';\n```"],
    ['code in frontmatter', "---\ntitle: The header `'*'` and its cost\n---\n\nText."],
    ['attributes that are no prose', '<Fact id="price-rest" />'],
  ])('%s', (_, text) => {
    expect(inPage(text)).toEqual([]);
  });

  it('code in a quiz', () => {
    expect(inYaml("- id: key\n  code: |\n    const key = 'a b';\n  prompt: What does `'a'` mean?\n")).toEqual([]);
  });
});
