import { describe, expect, it } from 'vitest';
import { conceptsOf, runSuite } from './support/suite-run.ts';

const CONCEPTS = ['capacity', 'refill', 'cap', 'refusal', 'levels', 'overrides', 'clients', 'quota'];

describe('token bucket', { timeout: 30_000 }, () => {
  it('has eight concepts in rising order, and the reference passes all of them', async () => {
    expect(conceptsOf(await runSuite('token-bucket', 'solutions/token-bucket/token-bucket.ts'))).toEqual({ passed: CONCEPTS, broken: [] });
  });

  it('accepts a bucket that remembers a moment instead of a level', async () => {
    expect(conceptsOf(await runSuite('token-bucket', 'solutions/token-bucket/gcra/token-bucket.ts'))).toEqual({
      passed: CONCEPTS,
      broken: [],
    });
  });

  it('gives the untouched stub no concept', async () => {
    expect(conceptsOf(await runSuite('token-bucket', 'tests/stubs/token-bucket/token-bucket.ts'))).toEqual({
      passed: [],
      broken: CONCEPTS,
    });
  });
});
