import { describe, expect, it } from 'vitest';
import type { Answer, Sides } from '../../../exercises/authorizer-policy/contract.ts';
import { part } from './subject.ts';

const [yes, no, silent] = ['allow', 'explicit deny', 'implicit deny'] as const;

/** The answer for each pair of identity and resource policy, row by row. A side that is undefined has no policy. */
function decided(sameAccount: boolean, pairs: readonly (readonly [Answer | undefined, Answer | undefined])[]): Promise<Answer[]> {
  return Promise.all(
    pairs.map(([identity, resource]) => {
      const sides: Sides = { ...(identity && { identity }), ...(resource && { resource }), sameAccount };
      return part.decide(sides);
    }),
  );
}

describe('both-sides', () => {
  it('within the account, an Allow on either side is enough', async () => {
    expect(
      await decided(true, [
        [yes, silent],
        [silent, yes],
        [yes, yes],
      ]),
    ).toEqual([yes, yes, yes]);
  });

  it('within the account, a side without a policy asks for nothing', async () => {
    expect(
      await decided(true, [
        [yes, undefined],
        [undefined, yes],
      ]),
    ).toEqual([yes, yes]);
  });

  it('from another account, both sides must allow', async () => {
    expect(
      await decided(false, [
        [yes, yes],
        [yes, silent],
        [silent, yes],
      ]),
    ).toEqual([yes, silent, silent]);
  });

  it('from another account, a side without a policy does not allow', async () => {
    expect(
      await decided(false, [
        [yes, undefined],
        [undefined, yes],
      ]),
    ).toEqual([silent, silent]);
  });

  it('a Deny on either side decides, whatever the other says and whoever asks', async () => {
    const pairs = [
      [no, yes],
      [yes, no],
      [no, undefined],
      [silent, no],
      [no, no],
    ] as const;
    expect(await decided(true, pairs)).toEqual(pairs.map(() => no));
    expect(await decided(false, pairs)).toEqual(pairs.map(() => no));
  });

  it('where nobody allows and nobody denies, the answer is an implicit deny', async () => {
    const pairs = [
      [silent, silent],
      [undefined, silent],
      [undefined, undefined],
    ] as const;
    expect(await decided(true, pairs)).toEqual(pairs.map(() => silent));
    expect(await decided(false, pairs)).toEqual(pairs.map(() => silent));
  });
});
