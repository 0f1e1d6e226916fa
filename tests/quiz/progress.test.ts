import { describe, expect, it } from 'vitest';
import { afterCheck, afterShown, scoreOf } from '../../src/quiz/progress.ts';

const right = { right: true, tries: 1, shown: false };

describe('a result', () => {
  it('counts tries until it is right', () => {
    expect(afterCheck(afterCheck(undefined, false), true)).toEqual({ right: true, tries: 2, shown: false });
  });

  it('stays right: trying again is practice', () => {
    expect(afterCheck(right, false)).toEqual(right);
    expect(afterShown(right)).toEqual(right);
  });

  it('is not right once the answer was shown', () => {
    expect(afterCheck(afterShown(undefined), true)).toEqual({ right: false, tries: 1, shown: true });
  });
});

it('a score counts the questions that the quiz has, and only those', () => {
  const results = {
    a: right,
    b: { right: true, tries: 3, shown: false },
    c: { right: false, tries: 1, shown: true },
    d: { right: false, tries: 2, shown: false },
    gone: right,
  };
  expect(scoreOf(results, ['a', 'b', 'c', 'd', 'e'])).toEqual({ total: 5, right: 2, firstTry: 1, done: 3 });
});
