import { EditorView } from '@codemirror/view';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Editor from '../../src/components/workbench/Editor.svelte';
import * as codeEditor from '../../src/workbench/code-editor.ts';
import { NO_EDITOR } from '../../src/workbench/editor-words.ts';
import '../../src/styles/theme.css';
import '../../src/styles/tokens.css';

const TEXT = 'function take() {\n  return false;\n}\n';
const LONG = Array.from({ length: 120 }, (_, index) => `const line${index + 1} = ${index + 1};`).join('\n');

const onchange = vi.fn<(text: string) => void>();
const onrun = vi.fn<() => void>();

const given = { path: 'token-bucket.ts', text: TEXT, label: 'Your answer', onchange, onrun };
const box = () => page.getByRole('textbox', { name: 'Your answer' });
const element = () => box().element() as HTMLElement;
const view = () => EditorView.findFromDOM(document.querySelector<HTMLElement>('.cm-editor')!)!;
const written = () => view().state.doc.toString();
const text = () => document.querySelector('.editor')!.textContent.replaceAll(/\s+/g, ' ');
const key = (keys: string) => userEvent.keyboard(keys);
const focused = () => document.activeElement;

/** What a screen reader says of the text box besides its name. */
const description = () =>
  element()
    .getAttribute('aria-describedby')!
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')
    .trim();
const announced = () => document.querySelector('.cm-announced')!.textContent;

type Props = Parameters<typeof render<typeof Editor>>[1];

/** With the editor, focused by a click at the end of the text. */
async function open(props: Partial<typeof given> & Record<string, unknown> = {}) {
  const rendered = await render(Editor, { ...given, ...props } as Props);
  await expect.poll(() => document.querySelector('.cm-content')).not.toBeNull();
  await userEvent.click(document.querySelector('.cm-content')!);
  view().dispatch({ selection: { anchor: view().state.doc.length } });
  return rendered;
}

/** With the plain field, until `arrive` is called. */
async function openPlain(props: Record<string, unknown> = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<typeof codeEditor>();
  const rendered = await render(Editor, { ...given, load: () => promise, ...props } as Props);
  const field = element() as HTMLTextAreaElement;
  return {
    rendered,
    field,
    fail: () => reject(new Error('no network')),
    async arrive() {
      resolve(codeEditor);
      await expect.poll(() => document.querySelector('textarea')).toBeNull();
    },
  };
}

beforeEach(() => {
  document.documentElement.style.setProperty('--fd-font-mono', 'monospace');
  document.body.style.background = 'var(--fd-paper)';
  onchange.mockReset();
  onrun.mockReset();
});

describe('the editor', () => {
  it('gives out what is typed, and closes brackets', async () => {
    await open();
    await key('let a = (');
    expect(onchange).toHaveBeenLastCalledWith(`${TEXT}let a = ()`);
    expect(written()).toBe(`${TEXT}let a = ()`);
  });

  it('undoes and redoes, and gives that out', async () => {
    await open();
    await key('x');
    await key('{Control>}z{/Control}');
    expect([written(), onchange.mock.lastCall]).toEqual([TEXT, [TEXT]]);
    await key('{Control>}y{/Control}');
    expect(onchange).toHaveBeenLastCalledWith(`${TEXT}x`);
  });

  it('runs by key, and writes no line then', async () => {
    await open();
    await key('{Control>}{Enter}{/Control}');
    expect(onrun).toHaveBeenCalledOnce();
    expect(onchange).not.toHaveBeenCalled();
  });

  it('comments a line', async () => {
    await open();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{Control>}/{/Control}');
    expect(written()).toContain('  // return false;');
  });

  it('shows the words of the language in other hues than names', async () => {
    await open();
    const hue = (word: string) =>
      getComputedStyle([...document.querySelectorAll('.cm-line span')].find((span) => span.textContent === word)!).color;
    expect(hue('function')).not.toBe(getComputedStyle(element()).color);
    expect(hue('function')).not.toBe(hue('false'));
  });

  it.each([open, openPlain])('corrects nothing that is typed, nor does the plain field (%#)', async (show) => {
    await show();
    expect(['spellcheck', 'autocapitalize', 'autocorrect'].map((name) => element().getAttribute(name))).toEqual(['false', 'off', 'off']);
  });
});

describe('a text from outside', () => {
  it('replaces what stands there, is not given out again, and can be undone', async () => {
    const { rerender } = await open();
    await key('mine');
    onchange.mockReset();
    await rerender({ text: 'another draft' });
    await expect.poll(written).toBe('another draft');
    expect(onchange).not.toHaveBeenCalled();
    await userEvent.click(element());
    await key('{Control>}z{/Control}');
    expect(written()).toBe(`${TEXT}mine`);
    expect(onchange).toHaveBeenLastCalledWith(`${TEXT}mine`);
  });

  it('that is what just came out changes nothing', async () => {
    const { rerender } = await open();
    await key('ab');
    await rerender({ text: `${TEXT}ab` });
    await key('c');
    expect(written()).toBe(`${TEXT}abc`);
  });

  it('is left alone where only something else changes', async () => {
    const { rerender } = await open();
    await key('mine');
    await rerender({ marks: [{ line: 1, message: 'No.' }] });
    await expect.poll(text).toContain('1 place is marked.');
    expect(written()).toBe(`${TEXT}mine`);
  });

  it('has line ends of one kind', async () => {
    await open({ text: 'a\r\nb\r\n' });
    await key('c');
    expect(onchange).toHaveBeenLastCalledWith('a\nb\nc');
  });

  it('of another file has its own history, and the former file keeps its own', async () => {
    const { rerender } = await open();
    await key('mine');
    await rerender({ path: 'quota.ts', text: 'other' });
    await expect.poll(written).toBe('other');
    await userEvent.click(element());
    await key('{Control>}z{/Control}');
    expect(written()).toBe('other');
    await rerender({ path: 'token-bucket.ts', text: `${TEXT}mine` });
    await expect.poll(written).toBe(`${TEXT}mine`);
    await userEvent.click(element());
    await key('{Control>}z{/Control}');
    expect(written()).toBe(TEXT);
  });
});

describe('Tab', () => {
  it('passes by for whoever has not typed, indents afterwards, and leaves after Escape', async () => {
    await open();
    (focused() as HTMLElement).blur();
    (document.querySelector('.cm-content') as HTMLElement).focus();
    await expect.poll(description).toBe('Ctrl-Enter runs your code. Tab leaves the editor; once you have typed, it indents.');
    await userEvent.tab();
    expect(focused()).not.toBe(element());

    element().focus();
    await key('x{Tab}');
    expect(written()).toBe(`${TEXT}  x`);
    expect(focused()).toBe(element());
    await expect.poll(description).toBe('Ctrl-Enter runs your code. Tab indents; Escape, then Tab leaves the editor.');

    await key('{Escape}{Tab}');
    expect(focused()).not.toBe(element());
    expect(written()).toBe(`${TEXT}  x`);
  });

  it('leaves backward too', async () => {
    const before = document.createElement('button');
    document.body.prepend(before);
    await open();
    await key('x{Escape}');
    await userEvent.tab({ shift: true });
    expect(focused()).toBe(before);
    before.remove();
  });
});

describe('the search', () => {
  it('opens, finds, and is left without leaving the editor', async () => {
    await open({ text: LONG });
    await key('{Control>}f{/Control}line77{Enter}');
    await expect.poll(() => document.querySelector('.cm-searchMatch-selected')?.textContent).toBe('line77');
    await key('{Escape}');
    expect(focused()).toBe(element());
    expect(view().state.sliceDoc(view().state.selection.main.from, view().state.selection.main.to)).toBe('line77');
  });
});

describe('marks', () => {
  const marks = [
    { line: 2, column: 10, message: 'It gives a number.' },
    { line: 1, message: 'It takes the time.' },
  ];

  it('are a sign beside the line, a line under the words, and words that are read', async () => {
    await open({ marks });
    await expect
      .poll(() => [...document.querySelectorAll('.cm-marked')].map((piece) => piece.textContent))
      .toEqual(['function take() {', 'false']);
    expect([...document.querySelectorAll('.cm-signs .cm-gutterElement span')].map(({ textContent }) => textContent)).toEqual(['!', '!']);
    expect(element().getAttribute('aria-invalid')).toBe('true');
    expect(description()).toContain('2 places are marked. F8 goes to the next.');
    expect(
      page
        .getByRole('listitem')
        .elements()
        .map((item) => item.textContent.replaceAll(/\s+/g, ' ').trim()),
    ).toEqual(['Line 2, column 10 It gives a number.', 'Line 1 It takes the time.']);
  });

  it('are gone to from their list', async () => {
    await open({ marks });
    await userEvent.click(page.getByRole('button', { name: 'Line 2, column 10' }));
    expect([focused(), view().state.selection.main.head]).toEqual([element(), TEXT.indexOf('false')]);
  });

  it('are gone through by key, and said', async () => {
    await open({ marks });
    await key('{F8}');
    await expect.poll(announced).toBe('Line 1: It takes the time.');
    await key('{F8}');
    await expect.poll(announced).toBe('Line 2, column 10: It gives a number.');
    expect(view().state.selection.main.head).toBe(TEXT.indexOf('false'));
  });

  it('go along with their text, and with it go away', async () => {
    await open({ marks: [marks[0]!] });
    await key('{Control>}{Home}{/Control}{Enter}');
    await expect.poll(text).toContain('Line 3, column 10');
    await key('{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Delete}');
    await expect.poll(text).not.toContain('marked');
    expect(element().getAttribute('aria-invalid')).toBe('false');
  });

  it('of a line that is not there are at the last', async () => {
    await open({ text: 'a\nlast', marks: [{ line: 99, column: 99, message: 'Unexpected end.' }] });
    await expect.poll(() => document.querySelector('.cm-marked')?.textContent).toBe('t');
  });
});

describe('a file that is only read', () => {
  it('takes the focus, no change, and lets Tab go', async () => {
    await open({ readonly: true });
    await key('x{Backspace}');
    expect([written(), onchange.mock.calls]).toEqual([TEXT, []]);
    expect(element().getAttribute('aria-readonly')).toBe('true');
    expect(description()).toBe('Read only. Ctrl-Enter runs your code. Tab leaves the field.');
    await key('{Tab}');
    expect(focused()).not.toBe(element());
  });
});

describe('the plain field', () => {
  it('is all there is where the editor fails to load, and says so', async () => {
    const { field, fail, rendered } = await openPlain();
    fail();
    await expect.element(page.getByRole('status')).toHaveTextContent(NO_EDITOR);
    await userEvent.click(field);
    await key('{Control>}{End}{/Control}x');
    expect(onchange).toHaveBeenLastCalledWith(`${TEXT}x`);
    await key('{Control>}{Enter}{/Control}');
    expect(onrun).toHaveBeenCalledOnce();
    expect(field.value).toBe(`${TEXT}x`);
    expect(description()).toBe('Ctrl-Enter runs your code. Tab leaves the field.');
    await rendered.rerender({ text: 'another draft', marks: [{ line: 1, column: 9, message: 'No.' }] });
    await expect.poll(() => field.value).toBe('another draft');
    await userEvent.click(page.getByRole('button', { name: 'Line 1, column 9' }));
    expect([focused(), field.selectionStart]).toEqual([field, 8]);
    await userEvent.tab();
    expect(focused()).not.toBe(field);
  });

  it('stays where the editor cannot be started', async () => {
    const { field } = await openPlain({
      load: async () => ({
        createCodeEditor({ parent }: codeEditor.Setup) {
          parent.append('half an editor');
          throw new Error('too old');
        },
      }),
    });
    await expect.element(page.getByRole('status')).toHaveTextContent(NO_EDITOR);
    expect([element(), text().includes('half an editor')]).toEqual([field, false]);
  });

  it('goes to a line that has to be scrolled to', async () => {
    const { field, rendered } = await openPlain({ text: LONG });
    rendered.component.goTo(100);
    expect(field.value.slice(field.selectionStart)).toMatch(/^const line100 /);
    const top = 99 * Number.parseFloat(getComputedStyle(field).lineHeight) - field.scrollTop;
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(field.clientHeight);
  });
});

describe('when the editor comes', () => {
  it('it takes over text, cursor, scroll and focus', async () => {
    const { field, arrive } = await openPlain({ text: LONG });
    await userEvent.click(field);
    field.setSelectionRange(2000, 2010, 'backward');
    field.scrollTop = 1500;
    await arrive();
    expect(written()).toBe(LONG);
    expect(view().state.selection.main).toMatchObject({ anchor: 2010, head: 2000 });
    expect(focused()).toBe(element());
    expect(view().scrollDOM.scrollTop).toBe(1500);
    expect(onchange).not.toHaveBeenCalled();
  });

  it.each([1280, 360])('no character moves at %i px', async (width) => {
    await page.viewport(width, 800);
    const { field, arrive } = await openPlain();
    field.value = 'W';
    const { lineHeight, paddingLeft, paddingTop, fontSize } = getComputedStyle(field);
    const { left, top } = field.getBoundingClientRect();
    const expected = [left + Number.parseFloat(paddingLeft), top + Number.parseFloat(paddingTop)];
    await arrive();
    const line = document.querySelector('.cm-line')!;
    const range = document.createRange();
    range.selectNodeContents(line);
    const at = range.getBoundingClientRect();
    expect(Math.abs(at.left - expected[0]!)).toBeLessThan(1);
    const row = line.getBoundingClientRect();
    expect([row.top, row.height, getComputedStyle(line).fontSize]).toEqual([expected[1], Number.parseFloat(lineHeight), fontSize]);
    await page.viewport(1280, 800);
  });

  it('what was typed before can be undone', async () => {
    const { field, arrive } = await openPlain();
    await userEvent.click(field);
    await key('{Control>}{End}{/Control}early');
    await arrive();
    await key('!');
    await key('{Control>}z{/Control}');
    expect(written()).toBe(`${TEXT}early`);
    await key('{Control>}z{/Control}');
    expect(written()).toBe(TEXT);
  });

  it('what was typed before can be undone where it came back in the meantime', async () => {
    const { field, rendered, arrive } = await openPlain({ onchange: (text: string) => rendered.rerender({ text }) });
    await userEvent.click(field);
    await key('{Control>}{End}{/Control}early');
    await arrive();
    await key('{Control>}z{/Control}');
    await expect.poll(written).toBe(TEXT);
  });

  it('the same row is in sight where lines are wrapped', async () => {
    await page.viewport(360, 800);
    const { field, arrive } = await openPlain({ text: LONG.replaceAll(';', '; // an end of a line that a phone has no room for') });
    field.scrollTop = 1501;
    const { left, top } = field.getBoundingClientRect();
    const rowAt = () => document.caretPositionFromPoint(left + 70, top + 100)!;
    const { offset } = rowAt();
    await arrive();
    const { offsetNode, offset: within } = rowAt();
    expect(Math.abs(view().posAtDOM(offsetNode, within) - offset)).toBeLessThan(2);
    await page.viewport(1280, 800);
  });

  it('it waits for what is being composed', async () => {
    const { field, arrive } = await openPlain();
    field.dispatchEvent(new CompositionEvent('compositionstart'));
    const arrived = arrive();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(document.querySelector('textarea')).toBe(field);
    field.dispatchEvent(new CompositionEvent('compositionend'));
    await arrived;
  });

  it('it does not come any more where the page was left', async () => {
    const created = vi.fn<typeof codeEditor.createCodeEditor>();
    const { promise, resolve } = Promise.withResolvers<{ createCodeEditor: typeof codeEditor.createCodeEditor }>();
    const { unmount } = await render(Editor, { ...given, load: () => promise });
    await unmount();
    resolve({ createCodeEditor: created });
    await promise;
    expect(created).not.toHaveBeenCalled();
  });
});

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  it.each([
    ['the plain field', true],
    ['the editor with its search', false],
  ])('%s has no accessibility violation', async (_name, plain) => {
    document.documentElement.dataset.theme = theme;
    const marks = [{ line: 2, message: 'No.' }];
    if (plain) await openPlain({ text: LONG, marks });
    else {
      await open({ text: LONG, marks });
      await key('{Control>}f{/Control}line1');
    }
    const { violations } = await axe.run(document.querySelector('.editor')!);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});
