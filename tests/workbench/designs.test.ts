import { expect, it } from 'vitest';
import { designsIn } from '../../src/workbench/designs.ts';

const other = `/**
 * A bell that counts
 * backwards.
 *
 * Why it is the same thing. It is not said here.
 */
import type { Bell } from '../../../exercises/bell/contract.ts';
/** Rings. */
export const createBell = 1;
`;

const texts = {
  'values/zero.ts': 'zero',
  'abacus/beads.ts': 'beads',
  'abacus/bell.ts': other,
  'bell.ts': 'entry',
  'a-clapper.ts': 'clapper',
};

it('the reference is what lies in no other design, and the file that is called comes first', () => {
  expect(Object.entries(designsIn(texts, 'bell').reference)).toEqual([
    ['bell.ts', 'entry'],
    ['a-clapper.ts', 'clapper'],
    ['values/zero.ts', 'zero'],
  ]);
});

it('another design has the files of its folder, and says at its head how it is another way', () => {
  expect(designsIn(texts, 'bell').others).toEqual([
    { name: 'abacus', about: 'A bell that counts backwards.', files: { 'beads.ts': 'beads', 'bell.ts': other } },
  ]);
});

it('a design without words at its head has none', () => {
  expect(designsIn({ 'bell.ts': '', 'x/bell.ts': 'export const a = 1; /** no */' }, 'bell').others[0]!.about).toBe('');
});
