import { describe, expect, it } from 'vitest';
import { nearest, unknown } from '../../src/facts/nearest.ts';

describe('the nearest name', () => {
  it.each([
    ['tokn-bucket', 'token-bucket'],
    ['token-buckets', 'token-bucket'],
    ['cache_keys', 'cache-keys'],
  ])('of %s is %s', (wanted, expected) => {
    expect(nearest(wanted, ['token-bucket', 'cache-keys'])).toBe(expected);
  });

  it('counts two swapped letters as one slip', () => {
    expect(nearest('vlt', ['vtl'])).toBe('vtl');
  });

  it('is none when nothing is near', () => {
    expect(nearest('websocket', ['token-bucket', 'cache-keys'])).toBeUndefined();
    expect(unknown('exercise', 'websocket', ['cache-keys'])).toBe('unknown exercise "websocket" (known: cache-keys)');
  });
});
