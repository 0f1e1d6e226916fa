import { describe, expect, it } from 'vitest';
import { stopsOf, type CourseOutline } from '../../src/progress/outline.ts';
import type { Records } from '../../src/progress/records.ts';
import { stopWords, whereYouWere } from '../../src/progress/where-you-were.ts';

const OUTLINE: CourseOutline = {
  lessons: [
    {
      number: 7,
      title: 'Policies',
      pages: [
        { path: 'lessons/07-a', title: 'Guards' },
        { path: 'lessons/07-b', title: 'Tokens' },
      ],
      quiz: { id: '07-a', questions: ['one', 'two'] },
      interview: [],
      exercises: [],
    },
    {
      number: 8,
      title: 'Throttling',
      pages: [{ path: 'lessons/08-throttling', title: 'Throttling' }],
      interview: [],
      exercises: ['bucket'],
    },
    { number: 9, title: 'Not written', pages: [], interview: [], exercises: [] },
  ],
  exercises: [
    {
      name: 'bucket',
      title: 'Token bucket',
      formerly: [],
      concepts: [
        { id: 'take', title: 'Take', points: 10, beyond: false, formerly: [] },
        { id: 'stars', title: 'Stars', points: 10, beyond: true, formerly: [] },
      ],
    },
  ],
};
const stops = stopsOf(OUTLINE);
const at = '2026-11-21T20:00:00.000Z';
const records = (values: Record<string, unknown>): Records =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { at, value }]));
const read = (...pages: string[]) => Object.fromEntries(pages.map((page) => [`read/${page}`, true]));
const answered = (...questions: string[]) =>
  Object.fromEntries(questions.map((id) => [`answer/07-a/${id}`, { right: true, tries: 1, shown: false }]));
const words = (values: Record<string, unknown>) => {
  const where = whereYouWere(records(values), stops);
  return where && [where.goOn, where.next].map((stop) => stop && `${stopWords(stop)}: ${stop.title}`);
};

it('the way leads through the pages of a lesson, its quiz, its exercises', () => {
  expect(stops.map(({ path }) => path)).toEqual([
    'lessons/07-a',
    'lessons/07-b',
    'quizzes/07-a',
    'lessons/08-throttling',
    'exercises/bucket',
  ]);
});

describe('a reader', () => {
  it('who was nowhere is told nothing', () => {
    expect(words({})).toBeUndefined();
    expect(words(read('lessons/07-a'))).toBeUndefined();
    expect(words({ place: 'lessons/99-gone' })).toBeUndefined();
  });

  it('goes on where he was, and hears what is next', () => {
    expect(words({ place: 'lessons/07-b' })).toEqual(['lesson 07, page 2 of 2: Tokens', 'the quiz of lesson 07: Policies']);
  });

  it('goes on behind what is done', () => {
    expect(words({ place: 'lessons/07-b', ...read('lessons/07-b'), ...answered('one', 'two') })).toEqual([
      'lesson 08: Throttling',
      'the exercise of lesson 08: Token bucket',
    ]);
  });

  it('stays at a quiz of which something is open', () => {
    expect(words({ place: 'quizzes/07-a', ...answered('one') })?.[0]).toBe('the quiz of lesson 07: Policies');
  });

  it('comes back to what was left out, once the end is reached', () => {
    const end = { place: 'exercises/bucket', 'best/bucket': { earned: 10, points: 10, passed: ['take'] }, ...read('lessons/07-b') };
    expect(words(end)).toEqual(['lesson 07, page 1 of 2: Guards', 'the quiz of lesson 07: Policies']);
  });

  it('who has given up an exercise is not sent there again', () => {
    expect(words({ place: 'exercises/bucket', 'given-up/bucket': true })?.[0]).toBe('lesson 07, page 1 of 2: Guards');
  });

  it('who has done everything is told nothing', () => {
    const all = { place: 'exercises/bucket', 'given-up/bucket': true, ...answered('one', 'two') };
    expect(words({ ...all, ...read('lessons/07-a', 'lessons/07-b', 'lessons/08-throttling') })).toBeUndefined();
  });
});
