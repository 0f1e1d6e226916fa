import { describe, expect, it } from 'vitest';
import { contentProblems, type Course } from '../../src/checks/content.ts';
import { parsePage, type Page } from '../../src/checks/mdx.ts';
import { formatFinding } from '../../src/facts/finding.ts';

function lesson(path: string, changes: Record<string, unknown> = {}): Page {
  const data = {
    number: 8,
    title: 'Throttling',
    description: 'Limits.',
    objectives: ['Tell who waits'],
    minutes: 30,
    topics: ['token-bucket'],
    exercises: ['bucket'],
    quiz: 'limits',
    ...changes,
  };
  const yaml = Object.entries(data).flatMap(([key, value]) => (value === undefined ? [] : `${key}: ${JSON.stringify(value)}\n`));
  return parsePage({ path, text: `---\n${yaml.join('')}---\n` }) as Page;
}

const course: Course = {
  quizzes: [{ id: 'limits', questions: [{ id: 'q1', topics: ['token-bucket'] }] }],
  briefs: ['bucket'],
  exercises: ['bucket'],
};
const problems = (pages: Page[], changes: Partial<Course> = {}) => contentProblems(pages, { ...course, ...changes }).map(formatFinding);

describe('references between content files', () => {
  it('hold in a course that is right', () => {
    expect(problems([lesson('content/lessons/08-a.mdx')])).toEqual([]);
  });

  it('hold where a quiz asks what another page of its lesson teaches', () => {
    const first = lesson('content/lessons/08-a.mdx', { quiz: undefined });
    expect(problems([first, lesson('content/lessons/08-b.mdx', { page: 2, topics: ['quota'] })])).toEqual([]);
  });

  it.each<[string, Page[], Partial<Course>, string]>([
    [
      'a quiz that is not there',
      [lesson('content/lessons/08-a.mdx', { quiz: 'limit' })],
      {},
      'content/lessons/08-a.mdx:9:7  unknown quiz "limit": did you mean "limits"?',
    ],
    [
      'an exercise without a brief',
      [lesson('content/lessons/08-a.mdx', { exercises: ['buckt'] })],
      {},
      'content/lessons/08-a.mdx:8:13  unknown exercise "buckt": did you mean "bucket"?',
    ],
    [
      'a topic taught twice',
      [lesson('content/lessons/08-a.mdx'), lesson('content/lessons/09-b.mdx', { number: 9, quiz: undefined })],
      {},
      'content/lessons/09-b.mdx:7:10  topic "token-bucket" belongs to content/lessons/08-a.mdx already',
    ],
    [
      'a place given twice',
      [lesson('content/lessons/08-a.mdx'), lesson('content/lessons/08-b.mdx', { topics: ['x'], quiz: undefined })],
      {},
      'content/lessons/08-b.mdx:2:9  page 1 of lesson 8 belongs to content/lessons/08-a.mdx already',
    ],
    [
      'a second page without a first',
      [lesson('content/lessons/08-a.mdx', { page: 2 })],
      {},
      'content/lessons/08-a.mdx:10:7  is 2, but lesson 8 has no page 1',
    ],
    [
      'a question on a topic of another lesson',
      [lesson('content/lessons/08-a.mdx', { topics: ['quota'] })],
      {},
      'content/quizzes/limits.yaml:1:1  question "q1": unknown topic "token-bucket" (known: quota); lesson 8 does not teach it',
    ],
    [
      'a quiz that no lesson names',
      [lesson('content/lessons/08-a.mdx', { quiz: undefined })],
      {},
      'content/quizzes/limits.yaml:1:1  no lesson names this quiz',
    ],
    [
      'a brief without a folder',
      [lesson('content/lessons/08-a.mdx')],
      { exercises: [] },
      'content/exercises/bucket.mdx:1:1  there is no folder exercises/bucket for this brief',
    ],
    [
      'a folder without a brief',
      [lesson('content/lessons/08-a.mdx')],
      { exercises: ['bucket', 'cache'] },
      'exercises/cache:1:1  there is no brief content/exercises/cache.mdx for this exercise',
    ],
    [
      'frontmatter that does not fit',
      [lesson('content/lessons/08-a.mdx', { minutes: 'long' })],
      {},
      'content/lessons/08-a.mdx:6:10  minutes: Invalid input: expected number, received string',
    ],
  ])('%s', (_, pages, changes, expected) => {
    expect(problems(pages, changes)).toContain(expected);
  });
});
