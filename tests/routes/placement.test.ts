import { describe, expect, it } from 'vitest';
import { proposalFrom, type Outcome } from '../../src/routes/placement.ts';

/** Outcomes of lessons 1, 2, 3 …: r right, m missed, o open. */
const after = (letters: string) => {
  const outcomes: Record<string, Outcome> = { r: 'right', m: 'missed', o: 'open' };
  return proposalFrom([...letters].map((letter, index) => ({ lesson: index + 1, outcome: outcomes[letter]! })));
};

describe('where to begin', () => {
  it('proposes nothing before anything is answered', () => {
    expect(after('oooo')).toBeUndefined();
  });

  it('begins with the first lesson whose question was missed, and reads the later ones that were missed', () => {
    expect(after('rrmrmr')).toMatchObject({ begin: 3, read: [3, 5], enough: [1, 2, 4, 6] });
  });

  it('takes an open question for a missed one, and says so', () => {
    expect(after('rroooo')).toMatchObject({ begin: 3, read: [3, 4, 5, 6] });
    expect(after('rrormr')!.why).toContain('Lesson 3 is the first whose question you left open.');
    expect(after('rrormr')!.why).toContain('A question that is left open counts as missed.');
  });

  it('begins at the beginning when the first was missed', () => {
    expect(after('mrrr')!.why).toBe(
      'Lesson 1 is the first whose question you missed, so begin at the beginning. It is the only one to read whole.',
    );
  });

  it('says why the lessons before may be left out', () => {
    expect(after('rrrm')!.why).toContain('The 3 before it you answered right');
    expect(after('rmrr')!.why).toContain('The one before it you answered right');
  });

  it('advises the lessons in order once more than half are missed, and the gaps up to then', () => {
    expect(after('rmmmr')).toMatchObject({ read: [2, 3, 4, 5], enough: [1] });
    expect(after('rmmmr')!.why).toContain('3 of 5 are not right yet.');
    expect(after('rmmr')).toMatchObject({ read: [2, 3], enough: [1, 4] });
    expect(after('rmmr')!.why).toContain('Read the lessons that are listed, in order.');
  });

  it('sends whoever has all of them right to the exercises', () => {
    expect(after('rrrr')).toMatchObject({ begin: undefined, read: [], enough: [1, 2, 3, 4] });
    expect(after('rrrr')!.why).toMatch(/^All 4 answers are right\./);
  });
});
