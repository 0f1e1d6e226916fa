import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { keepTicks } from '../../src/components/routes/ticks.ts';

const STORED_AS = 'front-desk:route:learner';
const tick = (id: string, title: string) => `
  <section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
    <label class="needs-script" hidden><input type="checkbox" value="${id}" aria-describedby="${id}" data-tick> Done</label>
  </section>`;
const html = `
  <div data-route="learner">
    <p class="needs-script" hidden><span data-standing></span></p>
    <p role="status" data-trouble></p>
    ${tick('day-1', 'Day 1. The desk')}${tick('day-2', 'Day 2. A type')}
  </div>`;

type Kept = Pick<Storage, 'getItem' | 'setItem'>;
function visit(storage: () => Kept): void {
  document.body.innerHTML = html;
  keepTicks(document.querySelector<HTMLElement>('[data-route]')!, storage);
}
function storageWith(...entries: [string, string][]): Kept & { read(): unknown } {
  const kept = new Map(entries);
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    read: () => JSON.parse(kept.get(STORED_AS) ?? 'null') as unknown,
  };
}
const box = (part: string) => page.getByRole('region', { name: part }).getByRole('checkbox', { name: 'Done' });
const standing = () => document.querySelector('[data-standing]')!.textContent;
const trouble = page.getByRole('status');

let storage: ReturnType<typeof storageWith>;
beforeEach(() => {
  storage = storageWith();
  visit(() => storage);
});

it('appear with the script, none of them set', async () => {
  await expect.element(box('Day 1. The desk')).toBeVisible();
  await expect.element(box('Day 1. The desk')).not.toBeChecked();
  await expect.element(box('Day 2. A type')).toHaveAccessibleDescription('Day 2. A type');
  expect(standing()).toBe('0 of 2 parts done.');
});

describe('a tick', () => {
  it('is set by keyboard and kept', async () => {
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await expect.element(box('Day 1. The desk')).toBeChecked();
    expect(standing()).toBe('1 of 2 parts done.');
    expect(storage.read()).toEqual({ version: 1, done: ['day-1'] });
  });

  it('is there on the next visit', async () => {
    await box('Day 2. A type').click();
    visit(() => storage);
    await expect.element(box('Day 2. A type')).toBeChecked();
    await expect.element(box('Day 1. The desk')).not.toBeChecked();
    expect(standing()).toBe('1 of 2 parts done.');
  });

  it('can be undone', async () => {
    storage = storageWith([STORED_AS, '{"version":1,"done":["day-1","day-2"]}']);
    visit(() => storage);
    await box('Day 1. The desk').click();
    expect(storage.read()).toEqual({ version: 1, done: ['day-2'] });
    expect(standing()).toBe('1 of 2 parts done.');
  });

  it('of another route is not touched', async () => {
    storage = storageWith(['front-desk:route:candidate', '{"version":1,"done":["day-1"]}']);
    visit(() => storage);
    await expect.element(box('Day 1. The desk')).not.toBeChecked();
    await box('Day 2. A type').click();
    expect(storage.getItem('front-desk:route:candidate')).toBe('{"version":1,"done":["day-1"]}');
  });
});

describe('where nothing can be kept', () => {
  const said = 'This browser keeps nothing for this site, so your ticks last until you leave the page.';

  it('a browser that forbids it is named at once, and ticks work', async () => {
    visit(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    await expect.element(trouble).toHaveTextContent(said);
    await box('Day 1. The desk').click();
    await expect.element(box('Day 1. The desk')).toBeChecked();
    expect(standing()).toBe('1 of 2 parts done.');
  });

  it('a storage that is full is named at the first tick', async () => {
    visit(() => ({
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    }));
    await expect.element(trouble).toBeEmptyDOMElement();
    await box('Day 1. The desk').click();
    await expect.element(trouble).toHaveTextContent(said);
    expect(standing()).toBe('1 of 2 parts done.');
  });
});
