import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/checks/mdx.ts';
import { lintPage, lintYaml } from '../../src/checks/prose.ts';
import { readYaml } from '../../src/facts/yaml-source.ts';
import { ledgerOf } from '../facts/support.ts';

const ledger = ledgerOf({ 'account-rate': [10_000, 'requests/s'], 'account-burst': [5_000, 'requests'] });

function lint(text: string, path = 'content/lessons/08-throttling.mdx') {
  const page = parsePage({ path, text });
  return 'tree' in page ? lintPage(page, ledger) : [page];
}

/** `line:column text` of each number that nothing vouches for. */
const numbers = (text: string, path?: string) =>
  lint(text, path).map(({ line, column, message }) => `${line}:${column} ${/^"(.*)" is a number/.exec(message)?.[1] ?? message}`);

describe('a number in a lesson is found where it stands', () => {
  it.each([
    ['in a paragraph', 'It allows 10,000 requests per second.', ['1:11 10,000 requests per second']],
    ['on the second line of a paragraph', 'It allows\nat most 29 seconds.', ['2:9 29 seconds']],
    ['broken over two lines', 'It allows 29\nseconds.', ['1:11 29 seconds']],
    ['in a heading', '## Wait 29 seconds', ['1:9 29 seconds']],
    ['half in bold', 'It allows **10,000** requests.', ['1:13 10,000 requests']],
    ['in a link', 'See [10 MB](/x/).', ['1:6 10 MB']],
    ['in a list, in a quote', '- one\n  > then 5 minutes', ['2:10 5 minutes']],
    ['in a table', '| a | b |\n| - | - |\n| x | 29 s |', ['3:7 29 s']],
    [
      'in a table whose heading has the unit',
      '| Level | Rate (requests per second) |\n| - | - |\n| account | 500 |',
      ['3:13 500 (Rate (requests per second))'],
    ],
    ['after an escape', 'Not \\*this\\* but 5 minutes.', ['1:18 5 minutes']],
    ['as code that is only a number', 'Wait `29` seconds.', ['1:7 29 seconds']],
    ['inside another component', '<Aside>\nWait 29 seconds.\n</Aside>', ['2:6 29 seconds']],
    ['in a caption', '<Figure caption="5,000 requests at once" />', ['1:9 5,000 requests']],
    ['as an image’s description', '![A bucket of 5,000 requests](a.svg)', ['1:1 5,000 requests']],
    [
      'in frontmatter',
      '---\ntitle: Throttling\nobjectives:\n  - Explain 10,000 requests per second\n---\n\nText.',
      ['4:13 10,000 requests per second'],
    ],
    ['twice', '5 seconds, then 6 seconds', ['1:1 5 seconds', '1:17 6 seconds']],
  ])('%s', (_, text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });
});

describe('what somebody vouches for, and what is no prose, is left alone', () => {
  it.each([
    ['a fact', 'It allows <Fact id="account-rate" />.'],
    ['a fact’s bare value', 'It allows <Fact id="account-rate" show="value" /> requests per second.'],
    ['a given', 'Now <Given>15,000 requests</Given> arrive.'],
    ['a given with emphasis inside', 'Now <Given>**15,000** requests</Given> arrive.'],
    ['a given on lines of its own', '<Given>\n15,000 requests\n</Given>'],
    ['a sum', 'Then <Sum of="d - b" with={{ d: 15000, b: \'account-burst\' }} unit="requests" /> fail.'],
    ['inline code', 'Set `ThrottlingRateLimit: 100 requests`.'],
    ['a code block', '```text\n10,000 requests per second\n```'],
    ['props of a component', '<Bucket rate={1000} unit="10 requests per second" />'],
    ['imports and expressions', 'import A from \'./10-seconds.ts\';\n\n{"10 seconds"}'],
    ['numbers in frontmatter', '---\nminutes: 30\n---\n'],
    ['a bare number under a heading without unit', '| Step | What |\n| - | - |\n| 1 | knock |'],
    ['a status code', 'The caller gets a 429.'],
  ])('%s', (_, text) => {
    expect(numbers(text)).toEqual([]);
  });
});

describe('a component that cannot work is found before the build', () => {
  it.each([
    ['<Fact id="acount-rate" />', 'unknown fact "acount-rate": did you mean "account-rate"?'],
    ['<Fact />', '<Fact> needs id="…" as plain text'],
    ['<Fact id={name} />', '<Fact> needs id="…" as plain text'],
    ['<Sum of="a + b" with={{ a: 1 }} />', 'sum "a + b": unknown name "b" (known: a)'],
    ['<Sum of="a" with={{ a: \'nothing\' }} />', 'sum "a": unknown fact "nothing" (known: account-rate, account-burst)'],
    ['<Sum of="1 / 0" />', 'sum "1 / 0": the result is Infinity, not a finite number'],
    ['<Sum of="a" with={names} />', 'sum "a": unknown name "a"'],
    ['<Sum of="a" with={{ a: b }} />', 'sum "a": unknown name "a"'],
    ['<Sum of="1" unit="request" />', 'unknown unit "request": did you mean "requests"?'],
    ['<Sum />', '<Sum> needs of="…", an expression as plain text'],
  ])('%s', (text, message) => {
    expect(lint(`Text ${text} text.`).map((finding) => finding.message)).toEqual([message]);
  });
});

describe('a finding says how to mend it', () => {
  it('with the fact that has this number, in MDX', () => {
    expect(lint('It allows 10,000 requests.')[0]?.mend).toBe(
      'a fact: <Fact id="account-rate" />   the scenario’s own: <Given>10,000 requests</Given>   it follows from others: <Sum of="…" with={{ … }} unit="…" />',
    );
  });

  it('in markup where components do not work', () => {
    expect(lint('Wait 29 seconds.', 'content/facilitator/08-throttling.md')[0]?.mend).toBe(
      'a fact: {fact …}   the scenario’s own: {given 29 seconds}   it follows from others: {sum … | name=value | unit}',
    );
  });
});

const yaml = (text: string) =>
  lintYaml(readYaml({ path: 'content/quizzes/q.yaml', text }), ledger).map(
    ({ line, column, message }) => `${line}:${column} ${/^"(.*)" is/.exec(message)?.[1]}`,
  );

describe('texts in YAML', () => {
  it('are linted, wherever they stand', () => {
    expect(yaml('questions:\n  - text: Wait 29 seconds?\n    options:\n      - why: >\n          It waits\n          5 minutes.')).toEqual([
      '2:16 29 seconds',
      '6:11 5 minutes',
    ]);
  });

  it('may use markup, code and numbers that are no text', () => {
    expect(
      yaml("text: '{given 15,000 requests} and {fact account-rate} and `rate: 10 rps`'\ntolerance: 10\ncode: |\n  wait 10 seconds\n"),
    ).toEqual([]);
  });

  it('do not hide a number in code marks', () => {
    expect(yaml("text: 'wait `29` seconds'")).toHaveLength(1);
  });
});

describe('a Markdown page', () => {
  it('may use markup, since components do not work there', () => {
    expect(numbers('Allow {given 5 minutes}. Braces {like this} are no error.', 'content/facilitator/08.md')).toEqual([]);
    expect(numbers('Allow 5 minutes.', 'content/facilitator/08.md')).toEqual(['1:7 5 minutes']);
  });
});

describe('a page that cannot be parsed', () => {
  it('says where', () => {
    expect(lint('Text\n\n<Fact id="x">\n')).toMatchObject([
      { file: 'content/lessons/08-throttling.mdx', line: 3, message: expect.stringContaining('Expected a closing tag') },
    ]);
    expect(lint('---\ntitle: "x\n---\n')).toMatchObject([{ line: 2, message: expect.stringContaining('closing "quote') }]);
  });
});
