import { keymap } from '@codemirror/view';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import EditorTools from '../../src/components/workbench/EditorTools.svelte';
import type { Formatted, Unreadable } from '../../src/formatter/format.ts';
import type { Declared, Described, Texts } from '../../src/type-service/answers.ts';
import type { Types } from '../../src/type-service/types.ts';
import { createCodeEditor, type CodeEditor } from '../../src/workbench/code-editor.ts';
import type { EditorServices } from '../../src/workbench/editor-services.ts';
import { ALREADY_FORMATTED, NO_FORMATTER, READING_TYPES, type TypesAre } from '../../src/workbench/editor-words.ts';
import { KEY_USES } from '../../src/workbench/keys.ts';
import type { Mark } from '../../src/workbench/marks.ts';
import '../../src/styles/theme.css';
import '../../src/styles/tokens.css';

const TEXT = 'const level = bucket.take(1);\nconst rate = 2;\n';
const WARNING: Mark = { line: 2, column: 7, length: 4, message: 'It is never read.', kind: 'warning' };
const LEVEL: Described = { from: 6, to: 11, signature: 'const level: boolean', documentation: 'Whether it fits.', declared: undefined };
const TAKE: Described = {
  from: 21,
  to: 25,
  signature: '(method) take(now: number): boolean',
  documentation: '',
  declared: { path: 'contract.ts', line: 4, column: 3 },
};

let editor: CodeEditor;
let place: HTMLElement;
/** What the compiler finds, and what it was asked. */
let found: Mark[];
let asked: Texts[];
/** When the compiler answers. */
let arrives: Promise<void>;
let starts: number;
let fail: () => void;
let idle: (() => void)[];
let pauses: Set<() => void>;
let formatted: (text: string) => Promise<Formatted | Unreadable>;
const ongo = vi.fn<(declared: Declared) => void>();
const ontypes = vi.fn<(are: TypesAre) => void>();
const onchange = vi.fn<(text: string) => void>();

const services = (savesData = false): EditorServices => ({
  savesData,
  startTypes(onfailed) {
    starts++;
    fail = onfailed;
    return {
      warnings: async (files: Texts) => {
        asked.push(files);
        await arrives;
        return found;
      },
      describe: async (_files: Texts, _path: string, offset: number) => [LEVEL, TAKE].find(({ from, to }) => from <= offset && offset < to),
      propose: async (files: Texts, path: string, offset: number) => {
        const written = /\w*$/.exec(files[path]!.slice(0, offset))![0];
        return {
          from: offset - written.length,
          proposals: [
            { name: 'take', kind: 'method', order: '11' },
            { name: 'tokens', kind: 'method', order: '11' },
          ],
        };
      },
      explain: async () => ({ signature: 'take(now: number): boolean', documentation: 'Takes one.' }),
      close() {},
    } satisfies Types;
  },
  createFormatter: () => ({ format: (text) => formatted(text), close() {} }),
  whenIdle: (act) => void idle.push(act),
  later: (act) => ({ soon: () => void pauses.add(act), now() {} }),
});

const box = () => page.getByRole('textbox').element() as HTMLElement;
const view = () => editor.view;
const written = () => view().state.doc.toString();
const announced = () => document.querySelector('.cm-announced')!.textContent;
const key = (keys: string) => userEvent.keyboard(keys);
const tooltip = () => document.querySelector('.cm-tooltip-hover')?.textContent ?? '';
const cursorTo = (anchor: number) => view().dispatch({ selection: { anchor } });

function create(): void {
  place = document.createElement('div');
  place.className = 'sheet';
  place.style.cssText =
    'height: 20rem; --editor-font: 14px/1.5 monospace; --editor-above: 0; --editor-beside: 0; --editor-signs: 2ch; --editor-numbers: 3ch;';
  const label = document.createElement('p');
  label.id = 'label';
  label.textContent = 'Your code';
  document.body.append(label, place);
  const field = document.createElement('textarea');
  field.value = TEXT;
  place.append(field);
  editor = createCodeEditor({
    parent: place,
    field,
    content: { path: 'a.ts', text: TEXT, marks: [], readonly: false },
    labelledby: 'label',
    describedby: 'warned',
    onchange,
    onrun() {},
    onmarks() {},
    ontab() {},
  });
  field.remove();
}

const props = { path: 'a.ts', readonly: false, files: { 'a.ts': TEXT, 'contract.ts': 'the contract' }, warnedId: 'warned', ongo, ontypes };

async function open(given: Record<string, unknown> = {}) {
  return render(EditorTools, { ...props, editor, services: services(), ...given });
}

/** With the types on. */
async function openTyped(given: Record<string, unknown> = {}) {
  const rendered = await open(given);
  await userEvent.click(box());
  idle.splice(0).forEach((act) => act());
  return rendered;
}

async function pause(): Promise<void> {
  const acts = [...pauses];
  pauses.clear();
  acts.forEach((act) => act());
  await new Promise((resolve) => setTimeout(resolve, 0));
}

beforeEach(() => {
  for (const mock of [ongo, ontypes, onchange]) mock.mockReset();
  found = [WARNING];
  asked = [];
  arrives = Promise.resolve();
  starts = 0;
  idle = [];
  pauses = new Set();
  formatted = async () => ({ changes: [], cursor: 0 });
  document.body.style.background = 'var(--fd-paper)';
  create();
});

afterEach(() => {
  editor.destroy();
  document.querySelector('#label')!.remove();
  place.remove();
});

describe('the compiler', () => {
  it('comes when somebody is in the editor and the browser is idle, and once', async () => {
    await open();
    expect([starts, idle.length]).toEqual([0, 0]);
    await userEvent.click(box());
    expect(starts).toBe(0);
    idle.splice(0).forEach((act) => act());
    expect([starts, ontypes.mock.lastCall]).toEqual([1, ['here']]);
    box().blur();
    box().focus();
    expect(idle).toEqual([]);
  });

  it('comes where the reader is in the editor already', async () => {
    box().focus();
    await open();
    expect(idle).toHaveLength(1);
  });

  it('stays away where the browser saves data', async () => {
    await open({ services: services(true) });
    await userEvent.click(box());
    expect([idle, ontypes.mock.lastCall]).toEqual([[], ['saved']]);
  });

  it('that fails takes its warnings along, and the editor goes on', async () => {
    await openTyped();
    await pause();
    await expect.element(page.getByText('1 type warning')).toBeVisible();
    fail();
    await expect.poll(() => ontypes.mock.lastCall).toEqual(['failed']);
    await expect.poll(() => document.body.textContent).not.toContain('type warning');
    await userEvent.click(box());
    await key('x');
    expect(written()).toContain('x');
  });
});

describe('a warning', () => {
  it('stands at its words after a pause, is counted, and is no mistake', async () => {
    await openTyped();
    expect([document.querySelector('.cm-warned'), document.querySelector('#warned')?.textContent]).toEqual([null, READING_TYPES]);
    await pause();
    await expect.poll(() => document.querySelector('.cm-warned')?.textContent).toBe('rate');
    expect(document.querySelector('.cm-sign-warned')?.textContent).toBe('~');
    await expect.poll(() => document.querySelector('#warned')?.textContent).toBe('1 type warning');
    expect(box().getAttribute('aria-invalid')).toBe('false');
  });

  it('that is gone is counted no more', async () => {
    await openTyped();
    await pause();
    found = [];
    await key('x');
    await pause();
    await expect.poll(() => document.querySelector('#warned')?.textContent).toBe('No type warnings');
  });

  it('is of the text as it stands, not of the one that the page knows', async () => {
    await openTyped();
    await key('{Control>}{End}{/Control}x');
    await pause();
    expect(asked.at(-1)).toEqual({ 'a.ts': `${TEXT}x`, 'contract.ts': 'the contract' });
  });

  it('that comes too late is not shown', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    arrives = promise;
    await openTyped();
    await pause();
    await key('x');
    resolve();
    await new Promise((settled) => setTimeout(settled, 0));
    expect(document.querySelector('.cm-warned')).toBeNull();
  });

  it('is gone to from the list, and by key, which says it', async () => {
    await openTyped();
    await pause();
    await userEvent.click(page.getByRole('button', { name: '1 type warning' }));
    await userEvent.click(page.getByRole('button', { name: 'Line 2, column 7' }));
    expect(view().state.selection.main.head).toBe(TEXT.indexOf('rate'));
    cursorTo(0);
    await key('{F8}');
    await expect.poll(announced).toBe('Line 2, column 7: It is never read.');
  });

  it('stays beside what a verdict marks', async () => {
    await openTyped();
    await pause();
    editor.show({ path: 'a.ts', text: TEXT, marks: [{ line: 1, message: 'It threw.' }], readonly: false });
    await expect.poll(() => [...document.querySelectorAll('.cm-signs span')].map(({ textContent }) => textContent)).toEqual(['!', '~']);
    editor.show({ path: 'a.ts', text: TEXT, marks: [], readonly: false });
    await expect.poll(() => [...document.querySelectorAll('.cm-signs span')].map(({ textContent }) => textContent)).toEqual(['~']);
  });
});

describe('what a name is', () => {
  it('is shown to whoever points at it', async () => {
    await openTyped();
    const { left, top } = view().coordsAtPos(8)!;
    await userEvent.hover(page.elementLocator(document.querySelector('.cm-line')!), { position: positionIn(left + 2, top + 5) });
    await expect.poll(tooltip).toContain('const level: boolean');
  });

  it('is shown and said to whoever asks by key, and Escape puts it away', async () => {
    await openTyped();
    cursorTo(8);
    await key('{Shift>}{F1}{/Shift}');
    await expect.poll(tooltip).toBe('const level: booleanWhether it fits.');
    expect(announced()).toBe('const level: boolean Whether it fits.');
    await key('{Escape}');
    await expect.poll(tooltip).toBe('');
  });

  it('is shown by touch, with the warning there, and the cursor stays', async () => {
    await openTyped();
    await pause();
    cursorTo(TEXT.indexOf('rate'));
    await userEvent.click(page.getByRole('button', { name: 'What is this?' }));
    await expect.poll(tooltip).toContain('It is never read.');
    expect(document.activeElement).toBe(box());
  });

  it('leads to where it is declared', async () => {
    await openTyped();
    cursorTo(23);
    await key('{Shift>}{F1}{/Shift}');
    await userEvent.click(page.getByRole('button', { name: 'Go to contract.ts, line 4' }));
    expect(ongo).toHaveBeenCalledWith({ path: 'contract.ts', line: 4, column: 3 });
    ongo.mockReset();
    await userEvent.click(box());
    cursorTo(23);
    await key('{Alt>}{F12}{/Alt}');
    await expect.poll(() => ongo.mock.lastCall).toEqual([{ path: 'contract.ts', line: 4, column: 3 }]);
  });

  it('is unknown where nothing is, and that is said', async () => {
    await openTyped();
    cursorTo(13);
    await key('{Shift>}{F1}{/Shift}');
    await expect.element(page.getByRole('status')).toHaveTextContent('There is no name at the cursor that the compiler knows.');
  });

  it('of the language leads nowhere, and that is said', async () => {
    await openTyped();
    cursorTo(8);
    await key('{Alt>}{F12}{/Alt}');
    await expect.element(page.getByRole('status')).toHaveTextContent('It belongs to the language, and is declared in none of these files.');
    expect(ongo).not.toHaveBeenCalled();
  });
});

describe('proposals', () => {
  it('come behind a dot, and one is taken', async () => {
    await openTyped();
    cursorTo(TEXT.length);
    await key('bucket.t');
    await expect
      .poll(() => [...document.querySelectorAll('.cm-completionLabel')].map(({ textContent }) => textContent))
      .toEqual(['take', 'tokens']);
    await expect.poll(() => document.querySelector('.cm-completionInfo')?.textContent).toContain('Takes one.');
    await userEvent.click(page.getByText('tokens', { exact: true }));
    await expect.poll(written).toBe(`${TEXT}bucket.tokens`);
  });

  it('are put away by Escape, and Tab still indents', async () => {
    await openTyped();
    cursorTo(TEXT.length);
    await key('bucket.t');
    await expect.poll(() => document.querySelector('.cm-tooltip-autocomplete')).not.toBeNull();
    await key('{Escape}');
    await expect.poll(() => document.querySelector('.cm-tooltip-autocomplete')).toBeNull();
    await key('{Tab}');
    expect(document.activeElement).toBe(box());
  });
});

describe('the formatter', () => {
  const spaces = { changes: [{ from: 5, to: 6, insert: '   ' }], cursor: 12 };

  it('works by button and by key, keeps the cursor in its word, and one step takes it back', async () => {
    formatted = async () => spaces;
    await open();
    await userEvent.click(box());
    cursorTo(10);
    await userEvent.click(page.getByRole('button', { name: 'Format' }));
    await expect.poll(written).toBe(TEXT.replace('const level', 'const   level'));
    expect([view().state.selection.main.head, document.activeElement]).toEqual([12, box()]);
    expect(onchange).toHaveBeenLastCalledWith(written());
    await key('{Control>}z{/Control}');
    expect([written(), view().state.selection.main.head]).toEqual([TEXT, 10]);
    await key('{Shift>}{Alt>}F{/Alt}{/Shift}');
    await expect.poll(written).toContain('const   level');
  });

  it('says where a text cannot be read, and leads there', async () => {
    formatted = async () => ({ line: 2, column: 7, reason: 'Unexpected token' });
    await open();
    await userEvent.click(page.getByRole('button', { name: 'Format' }));
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Nothing was formatted, because line 2 cannot be read: Unexpected token. Go there');
    await userEvent.click(page.getByRole('button', { name: 'Go there' }));
    expect(view().state.selection.main.head).toBe(TEXT.indexOf('rate'));
  });

  it.each([
    ['that has nothing to do says so', async () => ({ changes: [], cursor: 0 }), ALREADY_FORMATTED],
    ['that cannot be loaded says so', () => Promise.reject(new Error('no network')), NO_FORMATTER],
  ])('%s', async (_rule, answer, said) => {
    formatted = answer;
    await open();
    await userEvent.click(page.getByRole('button', { name: 'Format' }));
    await expect.element(page.getByRole('status')).toHaveTextContent(said);
  });

  it('formats what was typed meanwhile too', async () => {
    const texts: string[] = [];
    formatted = async (text) => {
      texts.push(text);
      if (texts.length === 1) view().dispatch({ changes: { from: 0, insert: '// new\n' } });
      return { changes: [{ from: 0, to: 0, insert: ' ' }], cursor: 0 };
    };
    await open();
    await userEvent.click(page.getByRole('button', { name: 'Format' }));
    await expect.poll(written).toBe(` // new\n${TEXT}`);
    expect(texts).toEqual([TEXT, `// new\n${TEXT}`]);
  });
});

it('a file that is only read is not formatted, and has no warnings', async () => {
  await openTyped({ readonly: true });
  await pause();
  expect([page.getByRole('button', { name: 'Format' }).query(), asked]).toEqual([null, []]);
  await expect.element(page.getByRole('button', { name: 'What is this?' })).toBeVisible();
});

it('has every key that the help names', async () => {
  await openTyped();
  const bound = new Set(
    view()
      .state.facet(keymap)
      .flat()
      .flatMap(({ key, shift }) => (shift ? [key, `Shift-${key}`] : [key])),
  );
  const named = KEY_USES.other.flatMap(({ keys }) => keys);
  expect(named.filter((key) => !bound.has(key))).toEqual([]);
});

it.each(['light', 'dark'])('there is no accessibility violation in the %s theme', async (theme) => {
  document.documentElement.dataset.theme = theme;
  await openTyped();
  await pause();
  await userEvent.click(page.getByRole('button', { name: '1 type warning' }));
  await userEvent.click(box());
  cursorTo(23);
  await key('{Shift>}{F1}{/Shift}');
  await expect.poll(tooltip).toContain('take');
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});

it('targets are large enough for a finger', async () => {
  await openTyped();
  await pause();
  await expect.poll(() => page.getByRole('button').elements().length).toBe(3);
  const heights = page
    .getByRole('button')
    .elements()
    .map((button) => button.getBoundingClientRect().height);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
});

/** In the first line. */
function positionIn(x: number, y: number): { x: number; y: number } {
  const { left, top } = document.querySelector('.cm-line')!.getBoundingClientRect();
  return { x: x - left, y: y - top };
}
