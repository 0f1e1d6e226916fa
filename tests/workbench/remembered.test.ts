import { expect, it } from 'vitest';
import { remembered } from '../../src/workbench/remembered.ts';

it('a choice is remembered until it is taken back', () => {
  const items = new Map<string, string>();
  const storage = {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, text: string) => void items.set(name, text),
    removeItem: (name: string) => void items.delete(name),
  };
  const choice = remembered(() => storage, 'bell');
  expect(choice.read()).toBe(false);
  choice.keep(true);
  expect(remembered(() => storage, 'bell').read()).toBe(true);
  choice.keep(false);
  expect([choice.read(), items.size]).toEqual([false, 0]);
});

it('a browser that forbids it is as one that was never asked', () => {
  const choice = remembered(() => {
    throw new Error('denied');
  }, 'bell');
  choice.keep(true);
  expect(choice.read()).toBe(false);
});
