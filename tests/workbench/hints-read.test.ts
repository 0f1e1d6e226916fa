import { describe, expect, it } from 'vitest';
import { openHints, type Storage } from '../../src/workbench/hints-read.ts';

function storage(items: Record<string, string> = {}): Storage & { items: Record<string, string> } {
  return { items, getItem: (name) => items[name] ?? null, setItem: (name, text) => void (items[name] = text) };
}

describe('the hints that were read', () => {
  it('are there again when the page is opened again', () => {
    const kept = storage();
    openHints(() => kept, 'vtl').keep('loops', 2);
    expect(openHints(() => kept, 'vtl').read()).toEqual({ loops: 2 });
    expect(openHints(() => kept, 'cache-keys').read()).toEqual({});
  });

  it('stay read', () => {
    const hints = openHints(() => storage(), 'vtl');
    hints.keep('loops', 3);
    expect(hints.keep('loops', 1)).toEqual({ loops: 3 });
  });

  it('are remembered while the page is open, where nothing can be kept', () => {
    const hints = openHints(() => {
      throw new Error('forbidden');
    }, 'vtl');
    expect(hints.keep('loops', 1)).toEqual({ loops: 1 });
    expect(hints.read()).toEqual({ loops: 1 });
  });

  it('of another tab count as well', () => {
    const kept = storage();
    const [here, there] = [openHints(() => kept, 'vtl'), openHints(() => kept, 'vtl')];
    here.keep('loops', 1);
    expect(there.keep('quotes', 1)).toEqual({ loops: 1, quotes: 1 });
  });

  it.each([
    ['text that is no JSON', '{'],
    ['a version that is not known', '{"version":2,"hints":{"loops":1}}'],
    ['steps that are none', '{"version":1,"hints":{"loops":9,"quotes":"1","rest":0}}'],
    ['something else', '[1]'],
  ])('are none where the storage holds %s', (_, text) => {
    expect(openHints(() => storage({ 'front-desk:hints:vtl': text }), 'vtl').read()).toEqual({});
  });
});
