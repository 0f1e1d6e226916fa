import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import EditorHelp from '../../src/components/workbench/EditorHelp.svelte';
import type { TypesAre } from '../../src/workbench/editor-words.ts';

const lines = () =>
  [...document.querySelectorAll('dt')].map((keys) =>
    `${keys.textContent}: ${keys.nextElementSibling!.textContent}`.replaceAll(/\s+/g, ' ').trim(),
  );

afterEach(() => vi.restoreAllMocks());

it.each([
  ['MacIntel', ['Cmd+Enter: Run', 'Cmd+Shift+Z: Redo', 'Option+Up: Move the line up']],
  ['Win32', ['Ctrl+Enter: Run', 'Ctrl+Y: Redo', 'Alt+Up: Move the line up']],
])('names the keys of %s', async (platform, expected) => {
  vi.spyOn(navigator, 'platform', 'get').mockReturnValue(platform);
  await render(EditorHelp);
  await userEvent.click(page.getByText('Keys'));
  await expect.poll(lines).toEqual(expect.arrayContaining([...expected, 'Escape, then Tab: Leave the editor']));
});

it.each<[TypesAre | undefined, string]>([
  [undefined, ''],
  ['here', ''],
  ['saved', 'Your browser saves data, so the compiler was not loaded.'],
  ['failed', 'The compiler could not be loaded.'],
])('says of types that are %s: %s', async (types, said) => {
  await render(EditorHelp, { types });
  await userEvent.click(page.getByText('Keys'));
  expect(document.querySelector('details p')?.textContent.split(' There')[0] ?? '').toBe(said);
});
