import { describe, expect, it } from 'vitest';
import { formatFinding } from '../../src/facts/finding.ts';
import { loadInterviews, parseInterviews } from '../../src/interview/read.ts';
import { course, PATH, text } from './sample.ts';

/** What is reported when `from` is replaced by `to` in the sample. */
function reports(from: string, to: string): string[] {
  expect(text).toContain(from);
  const { interviews, findings } = parseInterviews([{ path: PATH, text: text.replace(from, to) }], course);
  expect(interviews).toEqual([]);
  return findings.map(formatFinding);
}

it('reads the questions of a lesson and names them after its file', () => {
  const [interview, ...others] = loadInterviews([{ path: PATH, text }], course);
  expect(others).toEqual([]);
  expect(interview).toMatchObject({ lesson: '08-throttling', questions: [{ id: 'how-throttling-works', level: 'mid', minutes: 3 }] });
});

describe('a mistake is reported with file, line, question and field:', () => {
  it.each([
    [
      'a field that is missing',
      '  tests: Whether the mechanism is known.\n',
      '',
      `${PATH}:1:3  question "how-throttling-works": tests: is missing`,
    ],
    [
      'a field that nobody knows',
      '      missing: One limit.',
      '      mising: One limit.',
      `${PATH}:13:7  question "how-throttling-works": rubric 2, missing: is missing`,
    ],
    [
      'a level that does not exist',
      'level: mid',
      'level: middle',
      `${PATH}:4:10  question "how-throttling-works": level: must be \`screening\`, \`mid\` or \`senior\`, not "middle"`,
    ],
    [
      'minutes in words',
      'minutes: 3',
      'minutes: three',
      `${PATH}:5:12  question "how-throttling-works": minutes: must be a number, not "three"`,
    ],
    ['an empty text', 'about: The reply', "about: ''", `${PATH}:19:14  question "how-throttling-works": rubric 3, about: is empty`],
    [
      'a rubric line that no follow-up asks about',
      '    - missed: reply\n      ask: What does the body say?\n',
      '',
      `${PATH}:18:11  question "how-throttling-works": rubric 3, id: no follow-up is asked when "reply" is missed`,
    ],
    [
      'a rubric line twice',
      '- id: reply',
      '- id: levels',
      `${PATH}:18:11  question "how-throttling-works": rubric 3, id: an earlier line has this id`,
    ],
    [
      'a follow-up to no line of the rubric',
      '    - missed: reply\n',
      '    - missed: reply\n      ask: And?\n    - missed: repli\n',
      `${PATH}:30:15  question "how-throttling-works": followUps 4, missed: unknown rubric line "repli": did you mean "reply"?`,
    ],
    [
      'a topic that the course does not have',
      'throttle-order',
      'throttle-orders',
      `${PATH}:3:27  question "how-throttling-works": topics 2: unknown topic "throttle-orders": did you mean "throttle-order"?`,
    ],
    [
      'a fact that the ledger does not have',
      'is {fact throttle-account-burst}',
      'is {fact throttle-acount-burst}',
      `${PATH}:35:12  question "how-throttling-works": wrong 1, why: unknown fact "throttle-acount-burst": did you mean "throttle-account-burst"?`,
    ],
    [
      'a sum that cannot be worked out, in a paragraph of the model answer',
      'sum sent - burst',
      'sum sent - brust',
      `${PATH}:31:7  question "how-throttling-works": model 1: sum "sent - brust": unknown name "brust": did you mean "burst"?`,
    ],
    ['a question without a name', '- id: how-throttling-works\n  question', '- question', `${PATH}:1:3  question 1: id: is missing`],
    ['what YAML cannot read', 'level: mid', 'level: mid: 3', expect.stringMatching(/:4:10 {2}Nested mappings are not allowed/)],
  ])('%s', (_, from, to, report) => {
    expect(reports(from, to)).toContainEqual(report);
  });

  it('a file that is no list', () => {
    const { findings } = parseInterviews([{ path: PATH, text: 'questions: []' }], course);
    expect(findings.map(formatFinding)).toEqual([`${PATH}:1:1  must be a list, not a mapping of fields`]);
  });

  it('a file that is named after no lesson', () => {
    const { findings } = parseInterviews([{ path: 'content/interview/08-throtling.yaml', text }], course);
    expect(findings.map(({ message }) => message)).toEqual([
      'the file’s name: unknown lesson "08-throtling": did you mean "08-throttling"?',
    ]);
  });
});

it('an id names one question of the whole room: two files cannot have it', () => {
  const other = 'content/interview/07-authorization.yaml';
  const { findings } = parseInterviews(
    [
      { path: other, text },
      { path: PATH, text },
    ],
    course,
  );
  expect(findings.map(formatFinding)).toEqual([
    `${PATH}:1:7  question "how-throttling-works": id: already used at ${other}:1; an id names one question of the whole room`,
  ]);
});

it('a build fails with every mistake of every file', () => {
  const files = [
    { path: PATH, text: text.replace('level: mid', 'level: middle').replace('minutes: 3', 'minutes: 0') },
    { path: 'content/interview/07-authorization.yaml', text: text.replace('solid: Status 429.', "solid: ''") },
  ];
  expect(() => loadInterviews(files, course)).toThrow(
    [
      'Interview questions have mistakes:',
      `${PATH}:4:10  question "how-throttling-works": level: must be \`screening\`, \`mid\` or \`senior\`, not "middle"`,
      `${PATH}:5:12  question "how-throttling-works": minutes: must be at least 1`,
      'content/interview/07-authorization.yaml:21:14  question "how-throttling-works": rubric 3, solid: is empty',
    ].join('\n'),
  );
});
