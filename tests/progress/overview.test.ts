import { expect, it } from 'vitest';
import { courseOverview, exerciseInWords, exerciseOverview, lessonOverview, quizInWords } from '../../src/progress/overview.ts';
import type { CourseOutline } from '../../src/progress/outline.ts';
import type { Records } from '../../src/progress/records.ts';

const concept = (id: string, points: number, beyond = false) => ({ id, title: id, points, beyond, formerly: [] });
const OUTLINE: CourseOutline = {
  lessons: [
    {
      number: 8,
      title: 'Throttling',
      pages: [
        { path: 'lessons/08-throttling', title: 'The bucket' },
        { path: 'lessons/08-usage-plans', title: 'Usage plans' },
      ],
      quiz: { id: '08-throttling', questions: ['a', 'b', 'c'] },
      interview: [{ id: 'throttle', lines: ['bucket', 'levels'] }],
      exercises: ['bucket'],
    },
    { number: 9, title: 'Not written', pages: [], interview: [], exercises: [] },
  ],
  exercises: [
    { name: 'bucket', title: 'Bucket', formerly: [], concepts: [concept('take', 10), concept('refill', 20), concept('stars', 5, true)] },
  ],
};
const records: Records = Object.fromEntries(
  Object.entries({
    'read/lessons/08-throttling': true,
    'read/lessons/08-gone': true,
    'answer/08-throttling/a': { right: true, tries: 1, shown: false },
    'answer/08-throttling/b': { right: false, tries: 1, shown: true },
    'answer/08-throttling/gone': { right: true, tries: 1, shown: false },
    'rating/throttle/bucket': 'strong',
    'rating/throttle/levels': 'missing',
    'rating/throttle/gone': 'strong',
    'best/bucket': { earned: 40, points: 60, passed: ['take', 'gone', 'stars'] },
    'last/bucket': { earned: 0, points: 60, passed: [] },
  }).map(([key, value]) => [key, { at: '2026-11-21T20:00:00.000Z', value }]),
);

it('a lesson counts what it has today', () => {
  expect(lessonOverview(records, OUTLINE.lessons[0]!)).toEqual({
    pages: { done: 1, of: 2 },
    quiz: { total: 3, right: 1, firstTry: 1, done: 2 },
    interview: { done: 1, of: 1 },
  });
  expect(lessonOverview(records, OUTLINE.lessons[1]!)).toEqual({
    pages: { done: 0, of: 0 },
    quiz: undefined,
    interview: { done: 0, of: 0 },
  });
});

it('an exercise counts the concepts of its best run by what they are worth today, without stars', () => {
  expect(exerciseOverview(records, OUTLINE.exercises[0]!)).toEqual({
    passed: new Set(['take', 'stars']),
    concepts: { done: 1, of: 2 },
    points: { done: 10, of: 30 },
    last: { done: 0, of: 2 },
    givenUp: false,
  });
});

it('the course is the sum of its lessons and exercises', () => {
  expect(courseOverview(records, OUTLINE)).toEqual({
    pages: { done: 1, of: 2 },
    questions: { done: 1, of: 3 },
    concepts: { done: 1, of: 2 },
    interview: { done: 1, of: 1 },
  });
});

it('is said in words', () => {
  expect(quizInWords({ total: 14, right: 9, firstTry: 7, done: 11 })).toBe('9 of 14 right, 2 shown');
  expect(quizInWords({ total: 14, right: 0, firstTry: 0, done: 0 })).toBe('0 of 14 right');
  const [exercise] = OUTLINE.exercises;
  expect(exerciseInWords(exerciseOverview(records, exercise!))).toBe('1 of 2 concepts passed, 10 of 30 points. The last run passed 0.');
  expect(exerciseInWords({ ...exerciseOverview({}, exercise!), givenUp: true })).toBe(
    '0 of 2 concepts passed, 0 of 30 points. You have asked for the solution.',
  );
});
