import { describe, expect, it } from 'vitest';
import { factById } from '../../src/facts/ledger.ts';
import { complaintAbout, resultSentence, saidOf } from '../../src/explorables/which-limits-words.ts';
import { ANSWERS, FACTS, LIMITS, right, unsorted, withFacts, type Answer } from '../../src/explorables/which-limits.ts';
import { ledger } from '../calculators/support.ts';

const truth = LIMITS.map(({ answer }) => answer);

describe('the limits', () => {
  it.each(LIMITS)('have the answer that the ledger gives: $fact', ({ fact, answer }) => {
    const { statement } = factById(ledger, fact);
    const raised = statement.includes('AWS raises it on request');
    const fixed = /cannot be raised|can neither set it nor ask/.test(statement);
    // Lambda’s limit is stated without saying whether it bends, the timeout’s in a fact of its own.
    const unsaid = fact === 'lambda-payload' || fact === 'rest-timeout-default';
    expect({ raised, fixed }).toEqual({ raised: answer === 'yes', fixed: answer === 'no' && !unsaid });
  });

  it('depend on the type only where the ledger says which types may ask', () => {
    expect(LIMITS.filter(({ answer }) => answer === 'depends').map(({ fact }) => fact)).toEqual(['rest-timeout-default']);
    expect(factById(ledger, 'rest-timeout-raise').statement).toMatch(/Regional and private .* edge-optimized APIs stays/);
    for (const id of ['http-timeout-max', 'websocket-integration-timeout-max'])
      expect(factById(ledger, id).statement).toContain('It cannot be raised.');
  });

  it('name facts that exist, and end in sentences without holes', () => {
    const values = Object.fromEntries(FACTS.map((id) => [id, String(factById(ledger, id).value)]));
    for (const { why, instead } of LIMITS)
      for (const sentence of [why, instead]) expect(withFacts(sentence, values)).toMatch(/^[A-Z][^{}]*\.$/);
  });

  it('have each answer among them', () => {
    expect(new Set(truth)).toEqual(new Set(ANSWERS));
  });
});

describe('what was sorted', () => {
  const all = (answer: Answer | undefined) => LIMITS.map(() => answer);

  it('is counted by what AWS does', () => {
    expect(right(truth)).toBe(10);
    expect(right(all('no'))).toBe(5);
    expect(unsorted(all(undefined))).toBe(10);
    expect(resultSentence(truth)).toBe('All 10 as AWS has it. Of these 10, 4 can be raised.');
    expect(resultSentence(all('no'))).toBe('5 of 10 as AWS has it. Of these 10, 4 can be raised.');
    expect(resultSentence(undefined)).toBe('Of these 10, 4 can be raised.');
  });

  it('has to be complete', () => {
    expect(complaintAbout(truth)).toBeUndefined();
    expect(complaintAbout(truth.with(0, undefined as never))).toBe('One is not sorted yet. Sort it, or skip the guess.');
    expect(complaintAbout(all(undefined))).toBe('10 are not sorted yet. Sort them, or skip the guess.');
  });

  it('is repeated only where it was wrong', () => {
    expect(saidOf('yes', 'no')).toBe('You said: can be raised.');
    expect(saidOf('no', 'no')).toBe('');
    expect(saidOf(undefined, 'no')).toBe('');
  });
});
