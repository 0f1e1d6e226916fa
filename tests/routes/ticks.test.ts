import { expect, it } from 'vitest';
import { readTicks, writeTicks } from '../../src/routes/ticks.ts';

it('reads what it has written', () => {
  expect(readTicks(writeTicks(new Set(['day-1', 'day-2'])))).toEqual(new Set(['day-1', 'day-2']));
});

it.each([
  ['nothing', null],
  ['no JSON', 'day-1'],
  ['another version', '{"version":2,"done":["day-1"]}'],
  ['no list', '{"version":1,"done":"day-1"}'],
])('begins without ticks where %s is kept', (_, text) => {
  expect(readTicks(text)).toEqual(new Set());
});

it('leaves out what is no id', () => {
  expect(readTicks('{"version":1,"done":["day-1",7]}')).toEqual(new Set(['day-1']));
});
