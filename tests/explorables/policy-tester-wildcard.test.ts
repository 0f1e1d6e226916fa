import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preparePolicy } from '../../solutions/authorizer-policy/authorizer-policy.ts';
import { traceWildcard, type Piece } from '../../src/explorables/policy-tester-wildcard.ts';

const pieces = (pattern: string, text: string): Piece[] | undefined => {
  const trace = traceWildcard(pattern, text);
  return trace.fits ? trace.pieces : undefined;
};

describe('a pattern that fits says what each wildcard took', () => {
  it.each<[string, string, Piece[]]>([
    ['prod/*/rooms', 'prod/DELETE/admin/rooms', [{ text: 'prod/' }, { text: 'DELETE/admin', by: '*' }, { text: '/rooms' }]],
    ['GET/rooms', 'GET/rooms', [{ text: 'GET/rooms' }]],
    ['rooms/?', 'rooms/7', [{ text: 'rooms/' }, { text: '7', by: '?' }]],
    ['a*', 'a', [{ text: 'a' }, { text: '', by: '*' }]],
    ['*b*', 'aabb', [{ text: 'aa', by: '*' }, { text: 'b' }, { text: 'b', by: '*' }]],
  ])('%s over %s', (pattern, text, expected) => {
    expect(pieces(pattern, text)).toEqual(expected);
  });
});

describe('a pattern that does not fit says where it stops', () => {
  it.each([
    ['prod/GET/profile', 'prod/GET/orders', { fitted: 'prod/GET/', rest: 'orders', wanted: 'profile', where: 'next' }],
    ['prod', 'prod/GET/rooms', { fitted: 'prod', rest: '/GET/rooms', wanted: '', where: 'next' }],
    ['prod/GET', 'prod', { fitted: 'prod', rest: '', wanted: '/GET', where: 'next' }],
    ['prod/*/admin/*', 'prod/GET/rooms', { fitted: 'prod/', rest: 'GET/rooms', wanted: '/admin/', where: 'anywhere' }],
    ['prod/*/rooms', 'prod/GET/rooms/7', { fitted: 'prod/', rest: 'GET/rooms/7', wanted: '/rooms', where: 'at the end' }],
    ['aba*ba', 'aba', { fitted: 'aba', rest: '', wanted: 'ba', where: 'at the end' }],
  ])('%s over %s', (pattern, text, expected) => {
    expect(traceWildcard(pattern, text)).toEqual({ fits: false, ...expected });
  });
});

it('fits where the reference says so, and its pieces are the text', () => {
  const few = (...characters: string[]) => fc.string({ unit: fc.constantFrom(...characters), maxLength: 12 });
  fc.assert(
    fc.property(
      few('a', 'b', '*', '?').filter((pattern) => pattern !== ''),
      few('a', 'b'),
      (pattern, text) => {
        const policy = preparePolicy({ Statement: { Effect: 'Allow', Action: '*', Resource: pattern } });
        const trace = traceWildcard(pattern, text);
        expect(trace.fits).toBe(policy.evaluate({ action: 'x', resource: text }) === 'allow');
        expect(trace.fits ? trace.pieces.map((piece) => piece.text).join('') : trace.fitted + trace.rest).toBe(text);
      },
    ),
    { numRuns: 2000 },
  );
});
