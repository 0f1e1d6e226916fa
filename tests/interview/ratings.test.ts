import { describe, expect, it } from 'vitest';
import { drawnFollowUps, linesInWords, standingInWords, standingOf } from '../../src/interview/ratings.ts';

const followUps = [
  { missed: 'bucket', ask: 'How large is it?' },
  { missed: 'levels', ask: 'Who shares it?' },
  { missed: 'bucket', ask: 'How does it fill?' },
];
const asked = (lines: Parameters<typeof drawnFollowUps>[1]) => drawnFollowUps(followUps, lines).map(({ ask }) => ask);

describe('an interviewer asks next', () => {
  it('about every line that was missing, in the order of the question', () => {
    expect(asked({ bucket: 'missing', levels: 'missing' })).toEqual(['How large is it?', 'Who shares it?', 'How does it fill?']);
    expect(asked({ bucket: 'missing', levels: 'solid' })).toEqual(['How large is it?', 'How does it fill?']);
  });

  it('nothing about lines that were solid or strong, or that are not rated', () => {
    expect(asked({ bucket: 'strong', levels: 'solid' })).toEqual([]);
    expect(asked({})).toEqual([]);
    expect(asked(undefined)).toEqual([]);
  });
});

const questions = [
  { id: 'throttle', lines: ['bucket', 'levels'] },
  { id: 'tiers', lines: ['plans'] },
];

describe('a reader’s standing', () => {
  it('counts a question once every line of it is rated, and lines at once', () => {
    expect(standingOf({ throttle: { bucket: 'strong' } }, questions)).toEqual({ questions: 2, rated: 0, missing: 0, solid: 0, strong: 1 });
    expect(standingOf({ throttle: { bucket: 'strong', levels: 'missing' } }, questions)).toEqual({
      questions: 2,
      rated: 1,
      missing: 1,
      solid: 0,
      strong: 1,
    });
  });

  it('leaves out questions and lines that the room no longer has', () => {
    expect(standingOf({ gone: { bucket: 'missing' }, tiers: { gone: 'missing', plans: 'solid' } }, questions)).toEqual({
      questions: 2,
      rated: 1,
      missing: 0,
      solid: 1,
      strong: 0,
    });
  });

  it('is said in words', () => {
    expect(standingInWords(standingOf({}, questions))).toBe('2 questions, none rated yet');
    expect(standingInWords(standingOf({}, questions.slice(1)))).toBe('1 question, none rated yet');
    expect(standingInWords(standingOf({ throttle: { bucket: 'strong', levels: 'missing' } }, questions))).toBe(
      '1 of 2 questions rated: 1 line missing, 1 strong',
    );
    expect(linesInWords({ missing: 0, solid: 2, strong: 3 })).toBe('2 lines solid, 3 strong');
    expect(linesInWords({ missing: 0, solid: 0, strong: 0 })).toBe('');
  });
});
