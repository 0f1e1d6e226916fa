import { describe, expect, it } from 'vitest';
import type { RouteCourse } from '../../src/routes/look-up.ts';
import { loadRoutes, parseRoutes } from '../../src/routes/read.ts';
import { clockOf, roughSpanOf, spanOf } from '../../src/routes/words.ts';

const ledger = { groups: [], facts: new Map() };
const course: RouteCourse = {
  pages: [
    { id: '01-door', number: 1, title: 'The door', minutes: 30, tools: [{ id: 'knock', title: 'Knock' }], quiz: '01-door' },
    { id: '02-bell', number: 2, title: 'The bell', minutes: 40, tools: [] },
  ],
  exercises: [{ id: 'lock', title: 'A lock', concepts: [{ id: 'key', title: 'The key' }] }],
  designs: [{ id: 'house', title: 'A house', minutes: 20 }],
  questions: [
    { id: 'who', text: 'Who is it?', minutes: 3 },
    { id: 'why', text: 'Why now?', minutes: 4 },
  ],
};

/** A route with `steps` in its first block; the first step stands on line 12. */
const route = (...steps: string[]) => ({
  path: 'content/routes/guest.yaml',
  text: `order: 1
title: A guest
span: a day
description: A route.
who: Somebody.
how: [Slowly.]
blocks:
  - id: morning
    title: Morning
    why: Because.
    steps:
${steps.map((step) => `      - { ${step} }\n`).join('')}  - { id: evening, title: Evening, why: Because., steps: [{ kind: room, what: Rest., minutes: 5 }] }
`,
});

const morningOf = (...steps: string[]) => loadRoutes([route(...steps)], ledger, course)[0]!.blocks[0]!;
const findingsIn = (...steps: string[]) =>
  parseRoutes([route(...steps)], ledger, course).findings.map(({ file, line, message }) => `${file}:${line} ${message}`);

describe('a step', () => {
  it('takes the minutes of a page from its frontmatter, with its quiz', () => {
    expect(morningOf('kind: read, page: 01-door').steps).toEqual([
      {
        kind: 'read',
        note: undefined,
        minutes: 30,
        links: [
          { text: '1. The door', href: '/lessons/01-door/' },
          { text: 'Quiz of lesson 1', href: '/quizzes/01-door/' },
        ],
      },
    ]);
  });

  it('takes no minutes of its own for a tool of a page that the route reads', () => {
    const { steps, minutes } = morningOf('kind: read, page: 01-door', 'kind: play, page: 01-door, tool: knock');
    expect(steps[1]!.links).toEqual([{ text: 'Knock', href: '/lessons/01-door/#knock' }]);
    expect(minutes).toBe(30);
  });

  it('takes the minutes of questions twice, and those of a design once', () => {
    expect(morningOf('kind: aloud, questions: [who, why]').minutes).toBe(14);
    expect(morningOf('kind: design, exercise: house').minutes).toBe(20);
  });

  it('names the concepts to come to', () => {
    expect(morningOf('kind: build, exercise: lock, concepts: [key], minutes: 10').steps[0]).toMatchObject({ what: 'The key', minutes: 10 });
  });

  it('carries what the instructor says, and what to do when it sticks', () => {
    const [step] = morningOf('kind: room, what: Cards are laid., minutes: 5, say: Which first?, stuck: Take two of them.').steps;
    expect(step).toMatchObject({ what: 'Cards are laid.', say: 'Which first?', stuck: 'Take two of them.' });
  });

  it('can have other minutes than those that are looked up', () => {
    expect(morningOf('kind: read, page: 02-bell, minutes: 12').minutes).toBe(12);
  });
});

it('adds up the minutes of a route', () => {
  expect(loadRoutes([route('kind: read, page: 02-bell')], ledger, course)[0]!.minutes).toBe(45);
});

describe('a mistake is named with file and line', () => {
  it.each([
    ['an unknown lesson', 'kind: read, page: 01-dor', 'page: unknown lesson "01-dor": did you mean "01-door"?'],
    ['an unknown tool', 'kind: play, page: 01-door, tool: knok', 'tool: unknown tool of 01-door "knok": did you mean "knock"?'],
    ['an unknown exercise', 'kind: build, exercise: look, minutes: 5', 'exercise: unknown exercise "look": did you mean "lock"?'],
    [
      'an unknown concept',
      'kind: build, exercise: lock, concepts: [kay], minutes: 5',
      'concepts 1: unknown concept of lock "kay": did you mean "key"?',
    ],
    ['an unknown design', 'kind: design, exercise: hause', 'exercise: unknown architecture exercise "hause": did you mean "house"?'],
    ['an unknown quiz', 'kind: quiz, quiz: 01-doors', 'quiz: unknown quiz "01-doors": did you mean "01-door"?'],
    ['an unknown question', 'kind: aloud, questions: [who, wy]', 'questions 2: unknown interview question "wy"'],
    ['a tool without its page or minutes', 'kind: play, page: 01-door, tool: knock', 'needs `minutes`'],
    ['a quiz without its page or minutes', 'kind: quiz, quiz: 01-door', 'needs `minutes`'],
    ['an unknown kind', 'kind: sing, minutes: 5', 'kind: unknown kind "sing"'],
    ['an unknown fact', "kind: room, what: 'It costs {fact nothing}.', minutes: 5", 'what: unknown fact "nothing"'],
  ])('%s', (_, step, message) => {
    const [finding, ...more] = findingsIn(step);
    expect(finding).toContain('content/routes/guest.yaml:12 blocks 1, steps 1');
    expect(finding).toContain(message);
    expect(more).toEqual([]);
  });

  it('an id of a block that is there twice', () => {
    const twice = { ...route('kind: read, page: 02-bell') };
    twice.text = twice.text.replace('id: evening', 'id: morning');
    expect(parseRoutes([twice], ledger, course).findings.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '13 blocks 2, id: an earlier block is called "morning"',
    ]);
  });

  it('and fails the build', () => {
    expect(() => loadRoutes([route('kind: read, page: 03-roof')], ledger, course)).toThrow(
      /Routes have mistakes:\ncontent\/routes\/guest\.yaml:12:/,
    );
  });
});

it.each([
  [1, '1 minute'],
  [45, '45 minutes'],
  [60, '1 hour'],
  [125, '2 hours 5 minutes'],
])('says %i minutes as %s', (minutes, words) => {
  expect(spanOf(minutes)).toBe(words);
});

it.each([
  [118, '1 hour 58 minutes'],
  [180, 'about 3 hours'],
  [811, 'about 13 and a half hours'],
])('plans with %i minutes as %s', (minutes, words) => {
  expect(roughSpanOf(minutes)).toBe(words);
});

it.each([
  [0, '0:00'],
  [8, '0:08'],
  [85, '1:25'],
])('shows %i minutes on the clock as %s', (minutes, shown) => {
  expect(clockOf(minutes)).toBe(shown);
});
