import { describe, expect, it } from 'vitest';
import { createThrottle } from '../../solutions/token-bucket/token-bucket.ts';
import {
  BEN_PER_SECOND,
  runNeighbors,
  SECONDS,
  sharedLevels,
  shareRefused,
  START,
  type Settings,
} from '../../src/explorables/neighbors.ts';

const run = (change: Partial<Settings>) => runNeighbors(createThrottle, { ...START, ...change });
const benOf = (change: Partial<Settings>) => run(change).ben;
const ALL = BEN_PER_SECOND * SECONDS;

describe('what Ben feels of Ann', () => {
  it('is nothing while she keeps within her limits', () => {
    expect(run({ flood: 40 })).toEqual({
      ann: { sent: 400, passed: 400, refused: { plan: 0, method: 0, account: 0 } },
      ben: { sent: ALL, passed: ALL, refused: { plan: 0, method: 0, account: 0 } },
    });
  });

  it('on her method is the method’s bucket, though he has a key of his own', () => {
    const { sent, passed, refused } = benOf({ call: 'rooms' });
    expect(refused).toEqual({ plan: 0, method: sent - passed, account: 0 });
    expect(shareRefused({ sent, passed, refused })).toBe('most');
  });

  it('on another method is nothing: what the method refuses her never reaches the account', () => {
    expect(benOf({ call: 'menu', flood: 1000 }).passed).toBe(ALL);
  });

  it('with her key is her key’s bucket, on another API too', () => {
    for (const call of ['menu', 'other-api'] as const) {
      const { refused } = benOf({ call, sharesKey: true, perKey: 20 });
      expect(refused.plan).toBeGreaterThan(0);
      expect(refused.plan + refused.account + refused.method).toBe(refused.plan);
    }
  });

  it('on another API is the account’s bucket, once that is the tightest', () => {
    const { refused } = benOf({ call: 'other-api', account: 50, perMethod: 500, perKey: 500 });
    expect(refused.account).toBeGreaterThan(0);
  });

  it('in another Region is nothing, whatever she does', () => {
    expect(benOf({ call: 'other-region', sharesKey: true, flood: 1000, perKey: 20, perMethod: 20, account: 50 }).passed).toBe(ALL);
  });
});

it.each([
  ['rooms', false, ['method', 'account']],
  ['rooms', true, ['plan', 'method', 'account']],
  ['menu', false, ['account']],
  ['other-api', true, ['plan', 'account']],
  ['other-region', true, []],
] as const)('calling %s, with her key: %s, he shares %j with her', (call, sharesKey, levels) => {
  expect(sharedLevels({ call, sharesKey })).toEqual(levels);
});
