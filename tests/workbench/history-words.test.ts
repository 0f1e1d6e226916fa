import { describe, expect, it } from 'vitest';
import { entryWords, whenWords } from '../../src/workbench/history-words.ts';
import { run, verdictWith } from './support/drafts.ts';

const at = (text: string) => Date.parse(text);
const NOW = at('2026-11-21T09:30:00Z');

describe('when it was', () => {
  it.each([
    ['2026-11-21T00:00:00Z', 'today, 00:00:00'],
    ['2026-11-20T23:59:59Z', 'yesterday, 23:59:59'],
    ['2026-11-20T00:00:00Z', 'yesterday, 00:00:00'],
    ['2026-11-19T14:05:09Z', 'Nov 19, 14:05:09'],
    ['2025-11-21T09:30:00Z', 'Nov 21, 2025, 09:30:00'],
  ])('%s: %s', (moment, words) => {
    expect(whenWords(at(moment), NOW, 'UTC')).toBe(words);
  });

  it('is told in the reader’s own time', () => {
    expect(whenWords(at('2026-11-20T23:30:00Z'), NOW, 'Asia/Tokyo')).toBe('today, 08:30:00');
    expect(whenWords(at('2026-11-21T05:30:00Z'), NOW, 'America/Los_Angeles')).toBe('yesterday, 21:30:00');
  });

  it('knows yesterday after the night in which the clocks go forward', () => {
    const morning = at('2026-03-29T22:30:00Z');
    expect(whenWords(at('2026-03-28T21:00:00Z'), morning - 3_600_000, 'Europe/Berlin')).toBe('yesterday, 22:00:00');
    expect(whenWords(at('2026-03-29T12:00:00Z'), morning, 'Europe/Berlin')).toBe('yesterday, 14:00:00');
  });
});

describe('what it was', () => {
  const words = (verdict: ReturnType<typeof verdictWith>) => entryWords(run(1, 'text', verdict));
  const failed = verdictWith('failed');

  it('says points, and the first concept that broke', () => {
    expect(words(verdictWith('passed'))).toEqual({ status: 'passed', words: 'passed, 30 of 30 points' });
    expect(words(failed)).toEqual({ status: 'failed', words: '10 of 30 points, concept 2 breaks: Refilling' });
  });

  it('blames nobody where nothing was judged, and tells a text that could not be loaded from a wrong one', () => {
    expect(words(verdictWith('not-judged'))).toEqual({ status: 'none', words: 'not judged' });
    const concepts = failed.concepts.map((concept) => ({
      ...concept,
      status: 'failed' as const,
      tests: concept.tests.map((test) => ({ ...test, status: 'not-run' as const })),
    }));
    expect(words({ ...failed, concepts, message: 'A syntax error.' })).toEqual({ status: 'failed', words: 'could not be graded' });
  });

  it('says of a text without a verdict why it is kept', () => {
    expect(entryWords({ id: '1', exercise: 'vtl', files: {}, at: 1, why: 'reset' })).toEqual({
      status: 'none',
      words: 'text before you started over',
    });
  });
});
