/** A suite that shows what a submission sees: `probe` fails with whatever it returned. */
import { describe, expect, it } from 'vitest';
import { submission } from '#judge';

const part = submission<{ probe(round: number): unknown }>();

describe('probe', () => {
  it('returns nothing', async () => {
    expect(await part.probe(1)).toBeUndefined();
  });

  it('returns nothing when it is asked again', async () => {
    expect(await part.probe(2)).toBeUndefined();
  });
});
