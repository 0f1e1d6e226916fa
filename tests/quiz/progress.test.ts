import { describe, expect, it } from 'vitest';
import { afterCheck, afterShown, readResults, scoreOf, writeResults, type Step } from '../../src/quiz/progress.ts';

const right = { right: true, tries: 1, shown: false };

describe('what was kept is read back', () => {
  it('as it was written', () => {
    expect(readResults(writeResults({ a: right }))).toEqual({ status: 'read', results: { a: right } });
  });

  it('as nothing, when there is nothing', () => {
    expect(readResults(null)).toEqual({ status: 'read', results: {} });
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '"text"',
    '{}',
    '{"version":"1"}',
    '{"version":0,"results":{}}',
    '{"version":1}',
    '{"version":1,"results":[]}',
  ])('as unreadable, when it is %s', (text) => {
    expect(readResults(text)).toEqual({ status: 'unreadable' });
  });

  it('without results that are none', () => {
    const text = JSON.stringify({ version: 1, results: { a: right, b: { right: 'yes' }, c: null, d: { ...right, tries: -1 } } });
    expect(readResults(text)).toEqual({ status: 'read', results: { a: right } });
  });

  it('as newer, when a later version of the course wrote it', () => {
    expect(readResults('{"version":2,"answers":{}}')).toEqual({ status: 'newer' });
  });

  it('step by step, when an earlier version wrote it', () => {
    const steps: Step[] = [({ passed }) => ({ correct: passed }), ({ correct }) => ({ results: { [correct as string]: right } })];
    expect(readResults('{"version":1,"passed":"a"}', steps)).toEqual({ status: 'read', results: { a: right } });
    expect(readResults('{"version":2,"correct":"b"}', steps)).toEqual({ status: 'read', results: { b: right } });
  });
});

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
