import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import EditorHelp from '../../src/components/workbench/EditorHelp.svelte';

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
