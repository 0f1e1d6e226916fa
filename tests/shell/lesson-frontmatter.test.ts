import { describe, expect, it } from 'vitest';
import { checkedLesson } from '../../src/site/lesson-schema.ts';

const file = 'content/lessons/08-throttling.mdx';
const lesson = {
  number: 8,
  title: 'Throttling',
  description: 'How fast.',
  objectives: ['Compute a bucket'],
  minutes: 40,
  topics: ['token-bucket'],
};

describe('the frontmatter of a lesson', () => {
  it('may leave out what a lesson need not have', () => {
    expect(checkedLesson(lesson, file)).toEqual({ ...lesson, page: 1, tools: [], prerequisites: [], exercises: [] });
  });

  it.each([
    ['a missing field', { ...lesson, minutes: undefined }, `${file}: minutes: Invalid input: expected number, received undefined`],
    ['an id in another case', { ...lesson, topics: ['Token Bucket'] }, `${file}: topics.0: is not in kebab case, like usage-plans`],
    ['a misspelt field', { ...lesson, exercise: [] }, `${file}: frontmatter: Unrecognized key: "exercise"`],
    ['another number than the file’s', { ...lesson, number: 9 }, `${file}: number: is 9, but the file’s name does not start with it`],
  ])('is refused for %s, with file and field', (_, data, reason) => {
    expect(() => checkedLesson(data, file)).toThrow(reason);
  });
});
