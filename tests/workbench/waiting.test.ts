import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { waiting } from '../../src/workbench/waiting.ts';

const act = vi.fn<() => void>();

beforeEach(() => {
  vi.useFakeTimers();
  act.mockReset();
});
afterEach(() => void vi.useRealTimers());

it('acts once, after a pause', () => {
  const { soon } = waiting(act, 300);
  soon();
  vi.advanceTimersByTime(299);
  soon();
  vi.advanceTimersByTime(299);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledOnce();
});

it('acts although nobody pauses, once so much time has gone', () => {
  const { soon } = waiting(act, 300, 2000);
  for (let ms = 0; ms < 4000; ms += 100) {
    soon();
    vi.advanceTimersByTime(100);
  }
  expect(act).toHaveBeenCalledTimes(2);
});

it('acts at once where it still waits, and not a second time', () => {
  const { soon, now } = waiting(act, 300, 2000);
  now();
  expect(act).not.toHaveBeenCalled();
  soon();
  now();
  vi.advanceTimersByTime(3000);
  expect(act).toHaveBeenCalledOnce();
});
