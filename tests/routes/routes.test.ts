import { describe, expect, it } from 'vitest';
import { loadRoutes } from '../../src/routes/read.ts';
import { course, ledger, pages, routeFiles } from './course.ts';

const routes = loadRoutes(routeFiles, ledger, course);
const named = (id: string) => routes.find((route) => route.id === id)!;
const hrefsOf = (id: string) => named(id).blocks.flatMap(({ steps }) => steps.flatMap(({ links }) => links.map(({ href }) => href)));

it('has three doors: the candidate, the learner, the instructor', () => {
  expect(routes.map(({ id }) => id)).toEqual(['candidate', 'learner', 'instructor']);
});

describe('the learner', () => {
  it('reads every page in the order of the course, answers every quiz and opens every exercise', () => {
    const hrefs = hrefsOf('learner');
    const inOrder = pages.toSorted((one, other) => one.number - other.number || one.page - other.page).map(({ id }) => `/lessons/${id}/`);
    expect(hrefs.filter((href) => href.startsWith('/lessons/') && href.endsWith('/'))).toEqual(inOrder);
    expect(hrefs).toEqual(expect.arrayContaining(pages.flatMap(({ quiz }) => (quiz ? [`/quizzes/${quiz}/`] : []))));
    expect(hrefs).toEqual(expect.arrayContaining(course.exercises.map(({ id }) => `/exercises/${id}/`)));
  });

  it('has fourteen days, none of them longer than two hours and three quarters', () => {
    const { blocks } = named('learner');
    expect(blocks).toHaveLength(14);
    expect(Math.max(...blocks.map(({ minutes }) => minutes))).toBeLessThanOrEqual(165);
  });
});

describe('the candidate', () => {
  it('meets every page, whole or at its end', () => {
    const hrefs = hrefsOf('candidate').join(' ');
    expect(pages.filter(({ id }) => !hrefs.includes(`/lessons/${id}/`))).toEqual([]);
  });

  it('has three days with a morning, an afternoon and an evening, at most six hours each', () => {
    const { blocks } = named('candidate');
    const days = [0, 3, 6].map((first) => blocks.slice(first, first + 3));
    expect(blocks).toHaveLength(9);
    for (const day of days) expect(day.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(360);
  });
});

describe('the instructor', () => {
  it('has a plan of three hours, by the clock, with what to bring', () => {
    const { minutes, clock, bring } = named('instructor');
    expect({ minutes, clock }).toEqual({ minutes: 180, clock: true });
    expect(bring).not.toHaveLength(0);
  });

  it('knows what to do when it sticks, wherever people work on their own', () => {
    const steps = named('instructor').blocks.flatMap((block) => block.steps);
    const alone = steps.filter(({ kind }) => kind === 'build' || kind === 'design');
    expect(alone.map(({ stuck }) => stuck)).not.toContain(undefined);
  });

  it('names no minute that is not within its step', () => {
    let from = 0;
    for (const { note = '', minutes } of named('instructor').blocks.flatMap((block) => block.steps)) {
      for (const [, hours, rest] of note.matchAll(/\b(\d):(\d\d)\b/g)) {
        expect(Number(hours) * 60 + Number(rest)).toBeGreaterThan(from);
        expect(Number(hours) * 60 + Number(rest)).toBeLessThan(from + minutes);
      }
      from += minutes;
    }
  });
});
