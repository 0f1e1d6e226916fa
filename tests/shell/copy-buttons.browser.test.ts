import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addCopyButtons } from '../../src/components/site/copy-buttons.ts';

function block(lines: string[], terminal = ''): void {
  const code = lines.map((line) => `<div class="ec-line"><div class="code">${line || '\n'}</div></div>`).join('');
  document.body.innerHTML = `<div class="expressive-code"><figure class="frame ${terminal}"><pre><code>${code}</code></pre></figure></div>`;
  addCopyButtons(document);
}

const button = page.getByRole('button', { name: 'Copy the code' });

afterEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

it('copies a block line by line, empty lines too', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  block(['<span>{</span>', '', '<span>  </span>a: 1', '}']);
  await button.click();
  expect(write).toHaveBeenCalledExactlyOnceWith('{\n\n  a: 1\n}');
  await expect.element(page.getByRole('status')).toHaveTextContent('Copied.');
});

it('copies what is typed into a terminal, without the comments', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  block(['# Once an hour', 'npm run grade'], 'is-terminal');
  await button.click();
  expect(write).toHaveBeenCalledExactlyOnceWith('npm run grade');
});

it('selects the code where the clipboard is closed to a page', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('NotAllowedError'));
  block(['a', 'b']);
  await button.click();
  await expect.element(page.getByRole('status')).toHaveTextContent('The code is selected. Copy it with the keyboard.');
  expect(getSelection()?.toString()).toContain('a\nb');
});

it('is reached by keyboard, and forgets what it said when it is left', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  block(['a']);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('status')).toHaveTextContent('Copied.');
  await userEvent.tab();
  await expect.element(page.getByRole('status')).toBeEmptyDOMElement();
});
