import { beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import OnPause from '../../src/components/workbench/OnPause.svelte';
import '../../src/styles/tokens.css';

const given = { 'a.ts': 'given' };
const onrun = vi.fn<() => void>();
const stop = vi.fn<() => void>();
let pause: (() => void) | undefined;
let closed: number;

const later = (act: () => void) => ({ soon: () => void (pause = act) });
const reading = () => ({ readable: async () => true, close: () => void closed++ });
const bench = (files: Record<string, string>, running = false) => ({
  files,
  running: running ? { outcomes: [] } : undefined,
  current: false,
  stop,
});
const box = () => page.getByRole('checkbox', { name: 'Grade it whenever I pause' });
const show = () => render(OnPause, { bench: bench(given), entry: 'a.ts', onrun, later, reading });

async function pauses(): Promise<void> {
  pause?.();
  pause = undefined;
  await new Promise((resolve) => setTimeout(resolve, 0));
}

beforeEach(() => {
  localStorage.clear();
  onrun.mockReset();
  stop.mockReset();
  pause = undefined;
  closed = 0;
});

it('nothing runs by itself until somebody chooses it', async () => {
  const { rerender } = await show();
  await expect.element(box()).not.toBeChecked();
  await rerender({ bench: bench({ 'a.ts': 'changed' }) });
  await pauses();
  expect(onrun).not.toHaveBeenCalled();
});

it('once chosen, a pause after a change runs, and the browser remembers the choice', async () => {
  const { rerender, unmount } = await show();
  await userEvent.click(box());
  await pauses();
  expect(onrun).not.toHaveBeenCalled();
  await rerender({ bench: bench({ 'a.ts': 'changed' }) });
  await pauses();
  expect(onrun).toHaveBeenCalledOnce();
  await unmount();
  await show();
  await expect.element(box()).toBeChecked();
});

it('typing on stops a run that began in a pause', async () => {
  const { rerender } = await show();
  await userEvent.click(box());
  await rerender({ bench: bench({ 'a.ts': 'changed' }) });
  await pauses();
  const changed = { 'a.ts': 'changed' };
  await rerender({ bench: bench(changed, true) });
  await rerender({ bench: bench({ 'a.ts': 'changed again' }, true) });
  expect(stop).toHaveBeenCalled();
});

it('a choice that is taken back ends it', async () => {
  const { rerender } = await show();
  await userEvent.click(box());
  await userEvent.click(box());
  expect(closed).toBe(1);
  await rerender({ bench: bench({ 'a.ts': 'changed' }) });
  await pauses();
  expect(onrun).not.toHaveBeenCalled();
});

it('is large enough for a finger', async () => {
  await show();
  expect(document.querySelector('label')!.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
});
