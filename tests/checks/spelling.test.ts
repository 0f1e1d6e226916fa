import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/checks/mdx.ts';
import { spellCheckWith } from '../../src/checks/spelling.ts';
import { readYaml } from '../../src/facts/yaml-source.ts';

const check = spellCheckWith({ path: 'content/words.txt', text: '# Ours.\nauthorizer\nCognito\n' });

function inPage(text: string): string[] {
  const page = parsePage({ path: 'content/lessons/07-authorization.mdx', text });
  if (!('tree' in page)) throw new Error(page.message);
  return check({ pages: [page], yaml: [] }).map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const inYaml = (text: string) =>
  check({ pages: [], yaml: [readYaml({ path: 'content/quizzes/07.yaml', text })] }).map(({ line, message }) => `${line} ${message}`);

describe('a word that is in no dictionary is found where it stands', () => {
  it.each([
    ['in a paragraph', 'Who may pass\nteh desk?', ['2:1 "teh" is in no dictionary']],
    ['in a heading', '## The polcy', ['1:8 "polcy" is in no dictionary']],
    ['in a cell', '| a | b |\n| - | - |\n| x | bukcet |', ['3:7 "bukcet" is in no dictionary']],
    ['in British spelling', 'It is modelled so.', ['1:7 "modelled" is in no dictionary']],
    ['in frontmatter', '---\ntitle: The frnot desk\n---\n\nText.', ['2:12 "frnot" is in no dictionary']],
  ])('%s', (_, text, expected) => {
    expect(inPage(text)).toEqual(expected);
  });

  it('in a text of a quiz', () => {
    expect(inYaml('- id: teh-policy\n  prompt: Who is alowed to pass?\n')).toEqual(['2 "alowed" is in no dictionary']);
  });
});

describe('what is no word, and what the course knows, is left alone', () => {
  it.each([
    ['code', 'Set `teh` and\n\n```ts\nteh();\n```'],
    ['names in capitals and with humps', 'VTL, GetItem and WebACLs.'],
    ['addresses, paths and files', 'See https://teh.example/x, /teh/desk, teh.yaml and teh_desk.'],
    ['the course’s own words, with an ending for possession', 'The authorizer’s Cognito pool, Cognito’s pool.'],
    ['a component that vouches for a number', '<Given>3 tehs</Given> passed.'],
    ['short forms', 'It isn’t and they’re not.'],
  ])('%s', (_, text) => {
    expect(inPage(text)).toEqual([]);
  });
});
