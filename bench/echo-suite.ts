/** Calls across the boundary as a hidden suite makes them. Each test is one way to call; how long it takes is what is measured. */
import { describe, expect, it } from 'vitest';
import { submission } from '#judge';
import { ALONE, oneByOne, sideBySide, TOGETHER, type Echo } from './echo.ts';

const subject = submission<Echo>();

// Groups of their own: the next test of a group begins before the one before has ended.
describe('one by one', () => {
  it('waits for each', async () => {
    expect(await oneByOne(ALONE, (value) => subject.echo(value))).toBe(ALONE);
  });
});

describe('side by side', () => {
  it('waits for all', async () => {
    expect(await sideBySide(TOGETHER, (value) => subject.echo(value))).toHaveLength(TOGETHER);
  });
});
