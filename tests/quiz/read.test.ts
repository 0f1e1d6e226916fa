import { describe, expect, it } from 'vitest';
import { loadQuizzes, readQuiz } from '../../src/quiz/read.ts';
import { ledger, quizText } from './sample.ts';

const path = 'content/quizzes/08-throttling.yaml';

/** What is reported when `from` is replaced by `to` in the sample, as `line:column message`. */
function reports(...changes: [from: string, to: string][]): string[] {
  const text = changes.reduce((changed, [from, to]) => {
    expect(changed).toContain(from);
    return changed.replace(from, to);
  }, quizText);
  return readQuiz({ path, text }, ledger).findings.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

it('reads a quiz and names it after its file', () => {
  const { quiz, findings } = readQuiz({ path, text: quizText }, ledger);
  expect(findings).toEqual([]);
  expect(quiz).toMatchObject({ id: '08-throttling', title: 'Throttling, quotas and usage plans' });
  expect(quiz!.questions).toHaveLength(12);
});

it('fails a build with every mistake of every file, each with file, line, question and reason', () => {
  const files = [
    {
      path: 'content/quizzes/a.yaml',
      text: quizText.replace('difficulty: easy', 'difficulty: simple').replace('text: Is 1 a', 'text: Is {1} a'),
    },
    { path: 'content/quizzes/b.yaml', text: quizText.replace('{fact throttle-account-burst value}', '{fact throttle-acount-burst value}') },
  ];
  expect(() => loadQuizzes(files, ledger)).toThrow(
    [
      'Quizzes have mistakes:',
      'content/quizzes/a.yaml:16:17  question "burst-is-a-size": difficulty: must be `easy`, `medium` or `hard`, not "simple"',
      'content/quizzes/a.yaml:124:11  question "filler-1": text: unknown markup "1" (known: fact, given, sum); braces that mean themselves stand in `code`',
      'content/quizzes/b.yaml:60:10  question "instant-15k": why: unknown fact "throttle-acount-burst": did you mean "throttle-account-burst"?',
    ].join('\n'),
  );
});

describe('says in words for people', () => {
  it.each([
    ['what is missing', ['    difficulty: easy', ''], 'question "burst-is-a-size": difficulty: is missing'],
    [
      'which field is not known',
      ['        why: Limits count per key.', '        wy: Limits count per key.'],
      'question "needs-a-key": options 2: unknown field "wy": did you mean "why"?',
    ],
    [
      'which kind is not known',
      ['kind: several', 'kind: multiple'],
      'question "needs-a-key": kind: unknown kind "multiple" (known: one, several, order, number, match, bug, output)',
    ],
    ['that a number must be a number', ['tolerance: 0', "tolerance: '0'"], 'question "instant-15k": tolerance: must be a number, not "0"'],
    ['that a text is empty', ['text: Match each refusal to its body.', "text: ''"], 'question "who-says-429": text: is empty'],
    ['that an id is used twice', ['id: filler-2', 'id: filler-1'], 'question "filler-1": id: an earlier question has this id'],
    [
      'that an id is not in kebab case',
      ['id: filler-2', 'id: Filler 2'],
      'question "Filler 2": id: must be in kebab case: small letters, digits and single hyphens',
    ],
    ['that a question that has no id is nameless', ['- id: filler-2', '- name: filler-2'], 'question 9: id: is missing'],
    [
      'that `correct` is never false',
      ['        why: That would be', '        correct: false\n        why: That would be'],
      'question "burst-is-a-size": options 2, correct: is only ever `true`; leave it out where it does not hold',
    ],
  ] as const)('%s', (_, change, message) => {
    expect(reports([change[0], change[1]]).map((report) => report.replace(/^\d+:\d+ /, ''))).toContain(message);
  });

  it('what YAML cannot read', () => {
    expect(reports(['kind: one #', 'kind: one: #'])).toEqual([expect.stringMatching(/^14:\d+ Nested mappings are not allowed/)]);
  });

  it('that a quiz is short', () => {
    const short = quizText.slice(0, quizText.indexOf('- id: filler-5'));
    const { findings } = readQuiz({ path, text: short }, ledger);
    expect(findings.map(({ message }) => message)).toEqual(['questions: a quiz has at least 12 questions, this one has 11']);
  });

  it('that a file is no quiz', () => {
    expect(readQuiz({ path, text: '- a list' }, ledger).findings).toEqual([
      { file: path, line: 1, column: 1, message: 'must be a mapping of fields, not a list' },
    ]);
  });
});

describe('demands that a question can be decided', () => {
  it.each([
    [
      'one: two right options',
      ['      - text: No.', '      - text: No.\n        correct: true'],
      'question "filler-1": options: exactly one must be `correct: true`, not 2',
    ],
    [
      'several: one right option',
      ['        correct: true\n        why: Limits count', '        why: Limits count'],
      'question "needs-a-key": options: at least two must be `correct: true`, not 1; for a single right answer use `kind: one`',
    ],
    [
      'several: every option right',
      ['      - text: A cache cluster.', '      - text: A cache cluster.\n        correct: true'],
      'question "needs-a-key": options: at least one must be wrong, or there is nothing to decide',
    ],
    [
      'options that say the same',
      ['      - text: No.', '      - text: Yes.'],
      'question "filler-1": options 2, text: says the same as an earlier option',
    ],
    [
      'order: items that say the same',
      ['text: Method of the stage', 'text: Usage plan'],
      'question "order-of-levels": items 2, text: says the same as an earlier item, so the order cannot be judged',
    ],
    [
      'match: a left side twice',
      ['left: The bucket of the account', 'left: The bucket of the method'],
      'question "who-says-429": pairs 3, left: says the same as an earlier pair',
    ],
    [
      'match: an extra choice that is taken',
      ['Rate exceeded', 'Limit Exceeded'],
      'question "who-says-429": extra 1, right: is already a choice',
    ],
    [
      'bug: no line is the bug',
      ["        correct: true\n        why: '`fetch`", "        why: '`fetch`"],
      'question "fetch-does-not-throw": lines: one entry must be `correct: true`: the bug',
    ],
    [
      'bug: a line without explanation',
      ['      - at: 3-5', '      - at: 3-4'],
      'question "fetch-does-not-throw": lines: no explanation for line 5: `}`',
    ],
    [
      'bug: a line explained twice',
      ['      - at: 3-5', '      - at: 2-5'],
      'question "fetch-does-not-throw": lines 3, at: line 2 is explained already',
    ],
    [
      'bug: a line beyond the code',
      ['      - at: 3-5', '      - at: 3-6'],
      'question "fetch-does-not-throw": lines 3, at: the code ends at line 5',
    ],
    [
      'bug: a range that runs backwards',
      ['      - at: 3-5', '      - at: 5-3'],
      'question "fetch-does-not-throw": lines 3, at: 5-3 runs backwards',
    ],
    [
      'bug: not a line',
      ['      - at: 3-5', '      - at: last'],
      'question "fetch-does-not-throw": lines 3, at: must be a line such as 3, or lines such as 3-5',
    ],
  ] as const)('%s', (_, change, message) => {
    expect(reports([change[0], change[1]]).map((report) => report.replace(/^\d+:\d+ /, ''))).toContain(message);
  });

  it('match: all pairs go to one choice', () => {
    const extra = quizText.slice(quizText.indexOf('    extra:'), quizText.indexOf('  - id: fetch-does-not-throw'));
    expect(reports(['Limit Exceeded', 'Too Many Requests'], [extra, ''])).toEqual([
      expect.stringContaining('question "who-says-429": pairs: all go to the same choice, so there is nothing to decide'),
    ]);
  });
});

describe('checks what markup stands for', () => {
  it.each([
    [
      'a sum with an unknown name',
      ['sent - burst |', 'sent - brust |'],
      'question "instant-15k": answer: sum "sent - brust": unknown name "brust": did you mean "burst"?',
    ],
    [
      'an answer in words',
      ["answer: '{sum sent - burst | sent=15000 burst=throttle-account-burst | requests}'", 'answer: ten thousand'],
      'question "instant-15k": answer: must be one {fact …}, {given …} or {sum …} and nothing else',
    ],
    [
      'a mistake in another unit',
      ['{given 0 requests}', '{given 0 tokens}'],
      'question "instant-15k": mistakes 1, answer: counts tokens, but the answer counts requests',
    ],
    [
      'a mistake that would count as right',
      ['{given 0 requests}', '{given 10,000 requests}'],
      'question "instant-15k": mistakes 1, answer: 10000 is within the tolerance of the answer, so it would count as right',
    ],
    [
      'a fact that is no number',
      ["answer: '{sum sent - burst | sent=15000 burst=throttle-account-burst | requests}'", "answer: '{fact reply-throttled}'"],
      'question "instant-15k": answer: fact "reply-throttled" is no number but "Too Many Requests"',
    ],
  ] as const)('%s', (_, change, message) => {
    expect(reports([change[0], change[1]]).map((report) => report.replace(/^\d+:\d+ /, ''))).toEqual([message]);
  });
});
