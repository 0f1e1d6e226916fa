import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../src/explorables/two-desks-presets.ts';
import {
  EDITIONS,
  guessName,
  openSentence,
  pressName,
  pressSentence,
  servedText,
  verdictSentence,
  whySentences,
  type Refusals,
} from '../../src/explorables/two-desks-words.ts';
import {
  guessesOf,
  LAST_EDITION,
  MOST_DEPLOYMENTS,
  offered,
  pressOn,
  servedBy,
  targetsOf,
  type Desks,
  type Press,
} from '../../src/explorables/two-desks.ts';
import { factById } from '../../src/facts/ledger.ts';
import { ledger } from '../calculators/support.ts';

const text = (id: string) => String(factById(ledger, id).value);
const refusals: Refusals = { blocked: text('canary-blocks-deployment'), nothingToPromote: text('canary-nothing-to-promote') };

const OLD: Desks = { edition: 2, deployments: [1], stage: { deployment: 1, alias: 'live' } };
const CANARY: Desks = { ...OLD, deployments: [1, 2], canary: { deployment: 2, percent: 10, alias: 'next' } };

const after = (desks: Desks, ...presses: Press[]) => presses.reduce(pressOn, desks);
const gets = (desks: Desks, ...presses: Press[]) => servedText(servedBy(after(desks, ...presses)));
const why = (desks: Desks, press: Press) => whySentences(press, desks, refusals);

describe('guests get', () => {
  it('nothing of an edit, and all of them with the next deployment', () => {
    expect(gets(OLD, { kind: 'edit' }, { kind: 'edit' })).toBe('edition 1, bookings:live');
    expect(gets(OLD, { kind: 'edit' }, { kind: 'edit' }, { kind: 'deploy' })).toBe('edition 4, bookings:live');
  });

  it('a variable at once', () => {
    expect(gets(OLD, { kind: 'alias', alias: 'next' })).toBe('edition 1, bookings:next');
  });

  it('both sides of a canary, each with its deployment and its variable', () => {
    expect(gets(OLD, { kind: 'canary' })).toBe('edition 1, bookings:live; in 10 percent of the requests edition 2, bookings:next');
    expect(gets(CANARY, { kind: 'share', percent: 100 })).toBe('edition 2, bookings:next');
    expect(gets(CANARY, { kind: 'share', percent: 0 })).toBe('edition 1, bookings:live');
  });

  it('the canary for good once it is promoted and removed', () => {
    const promoted = after(CANARY, { kind: 'promote' });
    expect(promoted.stage).toEqual({ deployment: 2, alias: 'next' });
    expect(promoted.canary).toMatchObject({ deployment: 2, percent: 0 });
    expect(gets(promoted, { kind: 'remove' })).toBe('edition 2, bookings:next');
  });

  it('the old version when the settings are only removed, at 100 percent as well', () => {
    expect(gets(CANARY, { kind: 'share', percent: 100 }, { kind: 'remove' })).toBe('edition 1, bookings:live');
  });

  it('no change from a promotion without a canary, which leaves settings that block a deployment', () => {
    const promoted = after(OLD, { kind: 'promote' });
    expect(promoted.canary).toEqual({ deployment: 1, percent: 0 });
    expect(gets(promoted)).toBe('edition 1, bookings:live');
    expect(after(promoted, { kind: 'deploy' })).toEqual(promoted);
    expect(gets(promoted, { kind: 'remove' }, { kind: 'deploy' })).toBe('edition 2, bookings:live');
  });

  it('an old deployment with the variable of today', () => {
    const released = after(CANARY, { kind: 'promote' }, { kind: 'remove' });
    expect(gets(released, { kind: 'point', deployment: 1 })).toBe('edition 1, bookings:next');
  });

  it('what the canary overrides, whatever the stage’s variable is set to', () => {
    expect(gets(CANARY, { kind: 'share', percent: 100 }, { kind: 'alias', alias: 'next' })).toBe('edition 2, bookings:next');
  });
});

/** Desks that can be reached by pressing what is offered. */
const anyPlay = fc.record({ preset: fc.constantFrom(...PRESETS), dice: fc.array(fc.nat(), { maxLength: 14 }) }).map(({ preset, dice }) => {
  let { desks, press } = preset;
  for (const die of dice) {
    desks = pressOn(desks, press);
    const presses = [...offered(desks), ...targetsOf(desks).map((deployment): Press => ({ kind: 'point', deployment }))];
    press = presses[die % presses.length]!;
  }
  return { desks, press };
});

describe('in any play', () => {
  it('a copy never changes, and none is lost', () => {
    fc.assert(
      fc.property(anyPlay, ({ desks, press }) => {
        expect(pressOn(desks, press).deployments.slice(0, desks.deployments.length)).toEqual(desks.deployments);
      }),
    );
  });

  it('the shares are all of the requests', () => {
    fc.assert(
      fc.property(anyPlay, ({ desks, press }) => {
        expect(servedBy(pressOn(desks, press)).reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
      }),
    );
  });

  it('there are two to four answers that differ, the right one among them', () => {
    fc.assert(
      fc.property(anyPlay, ({ desks, press }) => {
        const names = guessesOf(desks, press).map(servedText);
        expect(names.length).toBeGreaterThanOrEqual(2);
        expect(names.length).toBeLessThanOrEqual(4);
        expect(new Set(names).size).toBe(names.length);
        expect(names).toContain(gets(desks, press));
      }),
    );
  });

  it('something is said about why, and about what is open', () => {
    fc.assert(
      fc.property(anyPlay, ({ desks, press }) => {
        expect(why(desks, press)).toMatch(/^[A-Zp].{40,}[.”]$/);
        expect(openSentence(desks)).toMatch(/^[A-Z0-9].{30,}\.$/);
        expect(pressSentence(press, desks)).not.toContain('undefined');
      }),
    );
  });
});

describe('offered is', () => {
  it('no second canary and no pointing beside one', () => {
    const names = offered(CANARY).map(pressName);
    expect(names).not.toContain('Deploy as a canary');
    expect(names).toContain('Deploy to prod');
    expect(targetsOf(CANARY)).toEqual([]);
    expect(openSentence(CANARY)).toContain('are left out: no recording that this course knows shows them.');
  });

  it('no edit after the last, and no deployment past the most', () => {
    const full: Desks = { edition: LAST_EDITION, deployments: Array.from({ length: MOST_DEPLOYMENTS }, () => 4), stage: OLD.stage };
    expect(offered(full).map(({ kind }) => kind)).toEqual(['promote', 'alias']);
    expect(EDITIONS).toHaveLength(LAST_EDITION);
    expect(openSentence(full)).toContain('Nobody has a further edit. 8 deployments are the most here.');
  });
});

describe('the situations', () => {
  it.each([
    ['An edit', 'edition 1, bookings:live'],
    ['A typo', 'edition 4, bookings:live'],
    ['Friday at six', 'edition 1, bookings:live'],
    ['Five past seven', 'edition 1, bookings:live'],
    ['Left at zero', 'edition 2, bookings:next'],
    ['The way back', 'edition 1, bookings:next'],
  ])('%s ends with %s', (name, served) => {
    const { desks, press } = PRESETS.find((preset) => preset.name === name)!;
    expect(gets(desks, press)).toBe(served);
  });
});

describe('what is said', () => {
  it('judges the guess, and says when nothing changes', () => {
    const edited = after(OLD, { kind: 'edit' });
    expect(verdictSentence('edition 1, bookings:live', OLD, edited)).toBe(
      'Guests get what they got: edition 1, bookings:live, as you said.',
    );
    expect(verdictSentence('edition 3, bookings:live', OLD, edited)).toBe(
      'Guests get what they got: edition 1, bookings:live. You said: edition 3, bookings:live.',
    );
    expect(verdictSentence(undefined, OLD, after(OLD, { kind: 'deploy' }))).toBe('Guests get edition 2, bookings:live.');
    expect(guessName(servedBy(OLD), OLD)).toBe('As before: edition 1, bookings:live');
  });

  it('quotes AWS where it refuses, or would', () => {
    expect(why(CANARY, { kind: 'deploy' })).toContain(refusals.blocked);
    expect(why(OLD, { kind: 'promote' })).toContain(refusals.nothingToPromote);
  });

  it('says whose experiment went out with a typo', () => {
    expect(why({ ...OLD, edition: 4 }, { kind: 'deploy' })).toContain('Tom’s experiment is out with it.');
    expect(why(OLD, { kind: 'deploy' })).not.toContain('Tom');
  });

  it('says what an old deployment does not bring back', () => {
    const released = after(CANARY, { kind: 'promote' }, { kind: 'remove' });
    expect(why(released, { kind: 'point', deployment: 1 })).toBe(
      'One call, and nothing is built: methods, templates and authorizers are those of edition 1. Variables do not go with it: alias stays next, and is set by hand. Your desk still holds edition 2; the next deployment publishes it.',
    );
  });

  it('says when a canary tests nothing', () => {
    const alike: Desks = { edition: 1, deployments: [1], stage: { deployment: 1, alias: 'next' } };
    expect(why(alike, { kind: 'canary' })).toContain('this canary tests nothing');
    expect(why({ ...alike, stage: OLD.stage }, { kind: 'canary' })).toContain('only the variable differs');
  });
});
