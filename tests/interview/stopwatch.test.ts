import { expect, it } from 'vitest';
import { AT_REST, clock, elapsed, started, stopped, timeLeft } from '../../src/interview/stopwatch.ts';

it('runs while it is started, and goes on from where it was stopped', () => {
  const running = started(AT_REST, 1000);
  expect(elapsed(AT_REST, 5000)).toBe(0);
  expect(elapsed(running, 3500)).toBe(2500);
  const still = stopped(running, 4000);
  expect(elapsed(still, 90_000)).toBe(3000);
  expect(elapsed(started(still, 100_000), 101_000)).toBe(4000);
});

it('does not lose its start when it is started twice, nor time when it is stopped twice', () => {
  const running = started(AT_REST, 1000);
  expect(started(running, 9000)).toBe(running);
  const still = stopped(running, 4000);
  expect(stopped(still, 50_000)).toEqual(still);
});

it('stands still while the clock of the machine is set back', () => {
  expect(elapsed(started(AT_REST, 60_000), 0)).toBe(0);
});

it('shows the minutes that are left, and what goes beyond them', () => {
  expect(timeLeft(3, 0)).toEqual({ text: '3:00', over: false });
  expect(timeLeft(3, 1)).toEqual({ text: '3:00', over: false });
  expect(timeLeft(3, 1000)).toEqual({ text: '2:59', over: false });
  expect(timeLeft(3, 179_001)).toEqual({ text: '0:01', over: false });
  expect(timeLeft(3, 180_000)).toEqual({ text: '+0:00', over: true });
  expect(timeLeft(3, 252_500)).toEqual({ text: '+1:12', over: true });
});

it('writes seconds as minutes and seconds', () => {
  expect([0, 5, 65, 600].map(clock)).toEqual(['0:00', '0:05', '1:05', '10:00']);
});
