import { describe, expect, it } from 'vitest';
import { overweight, placeOnDevice } from '../../src/offline/weight.ts';

const BUDGET = { pages: 1000, scripts: 300_000, styles: 1000, fonts: 1000, search: 1000, pictures: 1000 };
const file = (name: string, transfer: number, size = transfer) => ({ file: name, transfer, size });

describe('the weight of what a device keeps', () => {
  it('is no problem up to the budget', () => {
    expect(overweight([file('_astro/a.js', 300_000), file('index.html', 1000)], BUDGET, 301_000)).toBeUndefined();
  });

  it('stops the build above it, and says what grew, by how much, and what to do', () => {
    const files = [file('_astro/b.js', 10_000), file('_astro/a.js', 300_001), file('index.html', 1000)];
    expect(overweight(files, BUDGET, 400_000)).toBe(
      [
        'The course has outgrown what a device keeps of it for reading without a network.',
        'scripts: 311 kB after gzip, 11 kB over its budget of 300 kB. Heaviest: _astro/a.js (301 kB), _astro/b.js (10 kB).',
        'Make it lighter; or, where the course works without it, name it among the EXTRAS in src/offline/weight.ts; or raise the BUDGET there.',
      ].join('\n'),
    );
  });

  it('counts the room on the device by itself: text is larger there', () => {
    expect(overweight([file('index.html', 1000, 90_000)], BUDGET, 50_000)).toContain(
      'together: 90 kB on the device, 40 kB over its budget of 50 kB.',
    );
  });
});

it.each([
  ['lessons/08-throttling/index.html', 'kept'],
  ['404.html', 'kept'],
  ['_astro/judge.worker-CzxwKqfF.js', 'kept'],
  ['pagefind/wasm.en.pagefind', 'kept'],
  ['pagefind/pagefind-worker.js', 'kept'],
  ['pagefind/pagefind-ui.js', 'left'],
  ['pagefind/wasm.unknown.pagefind', 'left'],
  ['card.png', 'left'],
])('%s is %s', (name, place) => {
  expect(placeOnDevice(name)).toBe(place);
});
