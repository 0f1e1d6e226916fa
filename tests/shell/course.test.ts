import { describe, expect, it } from 'vitest';
import { plannedExercises, plannedLessons } from '../../src/site/course-map.ts';
import { outlineOf, readingOrder, type Planned } from '../../src/site/course-outline.ts';

const planned: Planned = {
  lessons: [
    { number: 1, name: 'desk', title: 'The desk', line: 'Who stands there.' },
    { number: 2, name: 'keys', title: 'Keys', line: 'Who may go up.', exercises: ['rack'] },
  ],
  exercises: { rack: 'Key rack' },
};
const keys = { id: 'lessons/02-keys', title: 'Keys and tags', number: 2, minutes: 30 };
const rack = { id: 'rack', title: 'A rack of keys', lesson: '02-keys' };
const bell = { id: 'bell', title: 'The bell', lesson: '01-desk' };

describe('the plan of the course', () => {
  it('numbers sixteen lessons without a gap', () => {
    expect(plannedLessons.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
  });

  it('names every exercise that hangs beside a lesson, and no other', () => {
    expect(Object.keys(plannedExercises).sort()).toEqual(plannedLessons.flatMap(({ exercises = [] }) => exercises).sort());
  });
});

describe('the outline of the course', () => {
  it('links nothing while nothing is written', () => {
    expect(outlineOf(planned, { lessons: [], briefs: [] })).toEqual([
      { number: 1, title: 'The desk', line: 'Who stands there.', pages: [], exercises: [] },
      { number: 2, title: 'Keys', line: 'Who may go up.', pages: [], exercises: [{ id: 'rack', title: 'Key rack' }] },
    ]);
  });

  it('links a lesson and an exercise that are written, under their own titles', () => {
    const [, second] = outlineOf(planned, { lessons: [keys], briefs: [rack] });
    expect(second).toEqual({
      number: 2,
      title: 'Keys and tags',
      line: 'Who may go up.',
      pages: [{ title: 'Keys and tags', href: '/lessons/02-keys/', minutes: 30 }],
      exercises: [{ id: 'rack', title: 'A rack of keys', href: '/exercises/rack/' }],
    });
  });

  it('hangs an exercise that nobody planned beside the lesson that its brief names', () => {
    const [first] = outlineOf(planned, { lessons: [], briefs: [bell] });
    expect(first?.exercises).toEqual([{ id: 'bell', title: 'The bell', href: '/exercises/bell/' }]);
  });

  it('keeps the planned title over the pages of a lesson that has two', () => {
    const tags = { id: 'lessons/02-tags', title: 'Tags', number: 2, page: 2, minutes: 20 };
    const [, second] = outlineOf(planned, { lessons: [tags, keys], briefs: [] });
    expect(second).toMatchObject({
      title: 'Keys',
      pages: [
        { title: 'Keys and tags', href: '/lessons/02-keys/', minutes: 30 },
        { title: 'Tags', href: '/lessons/02-tags/', minutes: 20 },
      ],
    });
  });

  it('refuses two lessons in one place', () => {
    const twin = { ...keys, id: 'lessons/02-locks' };
    expect(() => outlineOf(planned, { lessons: [keys, twin], briefs: [] })).toThrow(
      'lessons/02-keys and lessons/02-locks both say that they are page 1 of lesson 2',
    );
  });

  it('refuses a brief of a lesson that is not planned', () => {
    expect(() => outlineOf(planned, { lessons: [], briefs: [{ ...bell, lesson: '03-lift' }] })).toThrow(
      'content/exercises/bell.mdx: lesson: there is no “03-lift” among 01-desk, 02-keys',
    );
  });
});

describe('the reading order', () => {
  it('puts an exercise after its lesson and leaves out what is not written', () => {
    const pages = readingOrder(outlineOf(planned, { lessons: [keys], briefs: [rack, bell] }));
    expect(pages.map(({ href }) => href)).toEqual(['/exercises/bell/', '/lessons/02-keys/', '/exercises/rack/']);
  });
});
