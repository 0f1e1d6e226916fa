import { expect, it } from 'vitest';
import { keptTogether } from '../../src/site/kept-together.ts';

it('keeps a figure on the line of its unit, and leaves other words alone', () => {
  expect(keptTogether('At 40 s it has 512 MB, 2 seconds later 3 sockets.')).toBe(
    'At 40\u00A0s it has 512\u00A0MB, 2\u00A0seconds later 3 sockets.',
  );
  expect(keptTogether('Since June 4, 2024 it may wait.')).toBe('Since June\u00A04,\u00A02024 it may wait.');
  expect(keptTogether('In June, 2,000 lessons; see lesson 07.')).toBe('In June, 2,000 lessons; see lesson\u00A007.');
});
