import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOf } from '../../src/explorables/chores-answers.ts';
import { CHORES, GROUPS, RULES, WORKS, workOf, type Chore, type ChoreId, type WorkId } from '../../src/explorables/chores-list.ts';
import {
  copiesSentence,
  guessName,
  guessSentence,
  mistakeSentence,
  placesSentence,
  question,
  setupSentence,
  SITUATIONS,
  typesSentence,
  whySentence,
} from '../../src/explorables/chores-words.ts';
import { canDo, copiesOf, DOORS, guesses, placesOf, rightGuess, SERVICES, type Setup } from '../../src/explorables/chores.ts';
import { loadFeatures } from '../../src/facts/features.ts';
import { plannedLessons } from '../../src/site/course-map.ts';
import { ledger } from '../calculators/support.ts';

const FEATURES = 'content/features/features.yaml';
const text = readFileSync(new URL(`../../${FEATURES}`, import.meta.url), 'utf8');
const answers = answersOf(loadFeatures([{ path: FEATURES, text }], ledger));

const FIVE: Setup = { services: 5, door: 'rest', sideDoors: 0, kept: [] };
const places = (id: WorkId, setup: Partial<Setup> = {}) => placesOf(workOf(id), { ...FIVE, ...setup }, answers);
const chore = (id: ChoreId) => workOf(id) as Chore;

describe('a change', () => {
  it('of a chore at the desk is made once, and five times without a desk', () => {
    expect(places('token')).toEqual({ reason: 'moved', before: 5, desk: 1, services: 0 });
  });

  it('is made again in each service that has a second door', () => {
    expect(places('token', { sideDoors: 2 })).toEqual({ reason: 'side-door', before: 5, desk: 1, services: 2 });
    expect(places('keep', { sideDoors: 2 })).toMatchObject({ reason: 'moved', services: 0 });
  });

  it('of what a REST API says to browsers of another origin is made at the desk and in every service, and at an HTTP API once', () => {
    expect(places('origin')).toEqual({ reason: 'shared', before: 5, desk: 1, services: 5 });
    expect(places('origin', { door: 'http' })).toMatchObject({ reason: 'moved', desk: 1, services: 0 });
  });

  it('of what this type of API cannot do is made in every service', () => {
    const missing = CHORES.filter(({ id }) => places(id, { door: 'http' }).reason === 'missing').map(({ id }) => id);
    expect(missing).toEqual(['body', 'translation', 'attack', 'customer', 'keep', 'trace', 'trial']);
    expect(places('customer', { door: 'http' })).toEqual({ reason: 'missing', before: 5, desk: 0, services: 5 });
  });

  it('of a chore that was left in the services is made in all of them', () => {
    expect(places('log', { kept: ['log'] })).toEqual({ reason: 'kept', before: 5, desk: 0, services: 5 });
    expect(places('body', { kept: ['body'], door: 'http' }).reason).toBe('missing');
  });

  it('of a rule is made where it always was', () => {
    expect(places('cancel')).toEqual({ reason: 'rule', before: 1, desk: 0, services: 1 });
    expect(places('data')).toEqual({ reason: 'rule', before: 5, desk: 0, services: 5 });
  });
});

const anySetup: fc.Arbitrary<Setup> = fc
  .record({
    services: fc.constantFrom(...SERVICES),
    door: fc.constantFrom(...DOORS),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    kept: fc.uniqueArray(fc.constantFrom(...CHORES.map(({ id }) => id))),
  })
  .map(({ services, door, share, kept }) => ({ services, door, kept, sideDoors: Math.round(services * share) }));

describe('in any setup', () => {
  const anyWork = fc.constantFrom(...WORKS);

  it('a chore changes at the desk, or else in every service', () => {
    fc.assert(
      fc.property(anySetup, fc.constantFrom(...CHORES), (setup, each) => {
        const { desk, services, before } = placesOf(each, setup, answers);
        expect(before).toBe(setup.services);
        expect(desk === 1 || services === setup.services).toBe(true);
        expect(services).toBeLessThanOrEqual(setup.services);
      }),
    );
  });

  it('the answers to choose from differ, and hold the right one', () => {
    fc.assert(
      fc.property(anySetup, anyWork, (setup, work) => {
        const right = placesOf(work, setup, answers);
        const all = guesses(setup, right);
        expect(new Set(all.map(guessName)).size).toBe(all.length);
        expect(all).toContain(rightGuess(right));
      }),
    );
  });

  it('something is said about why', () => {
    fc.assert(
      fc.property(anySetup, anyWork, (setup, work) => {
        expect(whySentence(work, placesOf(work, setup, answers), setup, answers)).toMatch(/^[A-Z].{30,}\.$/);
      }),
    );
  });
});

it('the lesson’s sums are these: 76 places, and 29 or 52 of them with a desk', () => {
  expect(copiesOf(WORKS, FIVE, answers)).toEqual({ before: 76, now: 29 });
  expect(copiesOf(WORKS, { ...FIVE, door: 'http' }, answers)).toEqual({ before: 76, now: 52 });
  expect(copiesOf(RULES, FIVE, answers)).toEqual({ before: 11, now: 11 });
});

describe('the chores', () => {
  it('are each in a group of the map, and each group has some', () => {
    expect(new Set(CHORES.map(({ group }) => group))).toEqual(new Set(Object.keys(GROUPS)));
    expect(new Set(WORKS.map(({ id }) => id)).size).toBe(WORKS.length);
  });

  it.each(CHORES)('name a lesson of the course, and say what is left where a type does a part: $id', (each) => {
    expect(plannedLessons.map(({ number }) => number)).toContain(each.lesson);
    const isShared = DOORS.some((door) => canDo(each, answers)[door].has === 'partly');
    expect(each.part !== undefined).toBe(isShared);
  });

  it('say which types have them, as the matrix does', () => {
    expect(typesSentence(chore('keep'), answers)).toBe('REST APIs have it.');
    expect(typesSentence(chore('body'), answers)).toBe('REST and WebSocket APIs have it.');
    expect(typesSentence(chore('origin'), answers)).toBe('REST (in part) and HTTP APIs have it.');
    expect(typesSentence(chore('token'), answers)).toBe('REST (medium confidence) and HTTP APIs have it.');
    expect(typesSentence(chore('rate'), answers)).toBe('REST, HTTP and WebSocket APIs have it.');
  });
});

describe('the situations', () => {
  it.each([
    ['Another issuer', '5 1'],
    ['Another origin', '5 6'],
    ['A second door', '5 2'],
    ['A customer who pays', '5 5'],
    ['Until six', '1 1'],
  ])('%s has the answer %s', (name, guess) => {
    const { work, setup } = SITUATIONS.find((situation) => situation.name === name)!;
    expect(rightGuess(placesOf(workOf(work), setup, answers))).toBe(guess);
  });
});

describe('what is said', () => {
  it('asks for both numbers and judges the guess', () => {
    expect(question(workOf('origin'))).toBe('The web app moves to another origin. In how many places must somebody change something?');
    expect(guessSentence('5 6', places('origin'))).toBe('5 before, 6 with the desk, as you said.');
    expect(guessSentence('5 1', places('origin'))).toBe('5 before, 6 with the desk. You said 5 before, 1 with the desk.');
  });

  it.each<[WorkId, Partial<Setup>, string]>([
    ['token', {}, '5 places before, 1 with the desk (the desk alone).'],
    ['token', { sideDoors: 1 }, '5 places before, 2 with the desk (the desk and 1 of the 5 services).'],
    ['origin', {}, '5 places before, 6 with the desk (the desk and all 5 services).'],
    ['cancel', {}, '1 place before, 1 with the desk (1 of the 5 services).'],
    ['cancel', { services: 1 }, '1 place before, 1 with the desk (the one service).'],
  ])('counts and names the places: %s %j', (id, setup, sentence) => {
    const all = { ...FIVE, ...setup };
    expect(placesSentence(workOf(id), placesOf(workOf(id), all, answers), all)).toBe(`${workOf(id).event}: ${sentence}`);
  });

  it('says why a type cannot, and which can', () => {
    const http: Setup = { ...FIVE, door: 'http' };
    expect(whySentence(chore('customer'), places('customer', http), http, answers)).toBe(
      'An HTTP API has nothing for it. REST and WebSocket (medium confidence) APIs have it. So every service goes on by itself.',
    );
  });

  it('says who feels a mistake', () => {
    expect(mistakeSentence(places('token'), FIVE)).toBe('A mistake at the desk is felt by all 5 services.');
    expect(mistakeSentence(places('cancel'), FIVE)).toBe('A mistake in one service is felt by that one.');
  });

  it('sums up, also where nothing is saved', () => {
    expect(copiesSentence({ before: 76, now: 29 })).toBe(
      'All of it together is looked after in 76 places before and 29 with the desk, 47 fewer to forget.',
    );
    expect(copiesSentence({ before: 16, now: 17 })).toBe(
      'All of it together is looked after in 16 places before and 17 with the desk: the desk saves none.',
    );
  });

  it('describes a setup of the reader’s own', () => {
    expect(setupSentence({ services: 12, door: 'http', sideDoors: 3, kept: ['log', 'token'] })).toBe(
      '12 services behind an HTTP API, 3 with a second door. 2 chores that could move have stayed.',
    );
    expect(setupSentence({ ...FIVE, services: 1 })).toBe('One service behind a REST API.');
  });
});
