/**
 * The editor of the workbench: CodeMirror, set up for one TypeScript file at a time. To be loaded by `import()`, since it weighs
 * more than a page. It takes the place of a plain field with all that the reader has done there.
 *
 * The caret and the selection are the browser’s own: they blink as the reader’s system does, and have handles on a phone.
 */
import { closeBrackets, closeBracketsKeymap, completionStatus } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory, toggleTabFocusMode } from '@codemirror/commands';
import { typescriptLanguage } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { closeSearchPanel, findNext, findPrevious, openSearchPanel, search } from '@codemirror/search';
import { Annotation, Compartment, EditorState, type Extension, type StateEffect } from '@codemirror/state';
import {
  EditorView,
  hasHoverTooltips,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  type KeyBinding,
} from '@codemirror/view';
import { replacementFor } from './replacement.ts';
import { look } from './editor-look.ts';
import { startOf, type Mark } from './marks.ts';
import { goToNextMark, marksIn, seen, setMarks, shownMarks } from './shown-marks.ts';
import { leftIn, takeOver } from './take-over.ts';

/** What the page wants to be seen. Lines are divided by `\n`. */
export interface Content {
  path: string;
  text: string;
  marks: readonly Mark[];
  readonly: boolean;
}

export interface Setup {
  /** Where it stands: an element with a size of its own. */
  parent: Element;
  /** The field whose place it takes: its text, cursor, scroll and focus go over. What was typed there can be undone. */
  field: HTMLTextAreaElement;
  /** `text`: what the field was given, without what was typed. */
  content: Content;
  /** Ids of what names it and of what describes it. */
  labelledby: string;
  describedby: string;
  /** Of the reader’s own changes, undone ones too. */
  onchange: (text: string) => void;
  onrun: () => void;
  /** The marks that are left after a change, where they stand now. */
  onmarks: (marks: readonly Mark[]) => void;
  /** Whether Tab indents from now on, or leaves. */
  ontab: (indents: boolean) => void;
}

export interface CodeEditor {
  /** A text that differs from the one shown last replaces what stands there, which can be undone. Each path has a history of its own. */
  show(content: Content): void;
  /** Both from 1; takes the focus. */
  goTo(line: number, column?: number): void;
  /** Adds to every file what comes later than the editor; a further call puts something else in its place. */
  extend(extension: Extension): void;
  readonly view: EditorView;
  destroy(): void;
}

/** Where lines are wrapped: on a phone, and in a window that is enlarged to the width of one. */
const NARROW = '(max-width: 40rem)';

const fromOutside = Annotation.define<true>();

export function createCodeEditor({ parent, field, content, labelledby, describedby, ...tell }: Setup): CodeEditor {
  const wrapping = new Compartment();
  const access = new Compartment();
  const later = new Compartment();
  const narrow = matchMedia(NARROW);
  /** The files that are not shown now. */
  const closed = new Map<string, { state: EditorState; scroll: StateEffect<unknown> }>();
  let shown = content;
  let tabIndents = false;
  let extra: Extension = [];

  // A text to be read is read to the end of its lines.
  const wrapped = (): Extension => (narrow.matches || shown.readonly ? EditorView.lineWrapping : []);
  const accessible = (): Extension => EditorState.readOnly.of(shown.readonly);

  const extensions: Extension = [
    keymap.of(keys(tell.onrun)),
    history(),
    shownMarks,
    lineNumbers(),
    typescriptLanguage,
    EditorState.tabSize.of(2),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    search({ top: true }),
    look,
    wrapping.of(wrapped()),
    access.of(accessible()),
    later.of(extra),
    EditorView.contentAttributes.of(({ state }) => ({
      // It takes the focus without; axe wants to read it.
      tabindex: '0',
      'aria-labelledby': labelledby,
      'aria-describedby': describedby,
      'aria-invalid': String(marksIn(state).length > 0),
      ...(state.readOnly && { 'aria-readonly': 'true', inputmode: 'none' }),
    })),
    EditorView.updateListener.of(({ docChanged, transactions, state }) => {
      if (!docChanged) return;
      if (shown.marks.length > 0) tell.onmarks(marksIn(state));
      if (transactions.every((transaction) => transaction.annotation(fromOutside))) return;
      letTabIndent(true);
      tell.onchange(state.doc.toString());
    }),
    EditorView.domEventObservers({
      keydown: ({ key, isComposing }, { state }) => {
        // Whatever lies over the text goes away first.
        const covered = completionStatus(state) !== null || hasHoverTooltips(state);
        if (key === 'Escape' && !isComposing && !covered) letTabIndent(false);
      },
      pointerdown: () => letTabIndent(true),
      // Whoever comes back by Tab passes through. The search panel and another window are no leaving.
      blur: ({ relatedTarget }, view) => {
        const stays = document.activeElement === view.contentDOM || (relatedTarget instanceof Node && view.dom.contains(relatedTarget));
        if (!stays) letTabIndent(false);
      },
    }),
  ];

  /** Tab indents where the reader works on the text, and leaves after Escape and for whoever only comes by. */
  function letTabIndent(indents: boolean): void {
    if (indents === tabIndents || (indents && shown.readonly)) return;
    tabIndents = indents;
    view.setTabFocusMode(!indents);
    tell.ontab(indents);
  }

  function newState(text: string): EditorState {
    return EditorState.create({ doc: text, extensions });
  }

  /** Each file keeps its history, its cursor and its place. */
  function open({ path, text }: Content, former: string): void {
    closed.set(former, { state: view.state, scroll: view.scrollSnapshot() });
    const { state, scroll } = closed.get(path) ?? {};
    view.setState(state ?? newState(text));
    view.dispatch({ effects: scroll ?? EditorView.scrollIntoView(0, { y: 'start' }) });
    replace(text);
  }

  function replace(text: string): void {
    const changes = replacementFor(view.state.doc.toString(), text);
    if (changes) view.dispatch({ changes, annotations: [fromOutside.of(true), isolateHistory.of('full')] });
  }

  const left = leftIn(field);
  const view = new EditorView({ parent, state: newState(content.text) });
  view.setTabFocusMode(true);
  takeOver(view, left, fromOutside.of(true));
  const rewrap = () => view.dispatch({ effects: wrapping.reconfigure(wrapped()) });
  narrow.addEventListener('change', rewrap);
  view.dispatch({ effects: setMarks.of(content.marks) });

  return {
    show(next) {
      const former = shown;
      shown = next;
      const opened = next.path !== former.path;
      if (opened) open(next, former.path);
      else if (next.text !== former.text) replace(next.text);
      const effects: StateEffect<unknown>[] = [];
      if (opened) effects.push(later.reconfigure(extra));
      if (opened || next.readonly !== former.readonly) effects.push(access.reconfigure(accessible()), wrapping.reconfigure(wrapped()));
      if (opened || next.marks !== former.marks) effects.push(setMarks.of(next.marks));
      if (effects.length > 0) view.dispatch({ effects });
      if (next.readonly) letTabIndent(false);
    },
    goTo(number, column) {
      const line = view.state.doc.line(Math.max(1, Math.min(number, view.state.doc.lines)));
      const anchor = line.from + startOf(line.text, column);
      view.dispatch({ selection: { anchor }, effects: seen(anchor) });
      view.focus();
    },
    extend(extension) {
      extra = extension;
      view.dispatch({ effects: later.reconfigure(extra) });
    },
    view,
    destroy() {
      narrow.removeEventListener('change', rewrap);
      view.destroy();
    },
  };
}

function keys(onrun: () => void): KeyBinding[] {
  const run = () => {
    onrun();
    return true;
  };
  const scope = 'editor search-panel';
  return [
    { key: 'Mod-Enter', run },
    { key: 'Ctrl-Enter', run },
    { key: 'F8', run: goToNextMark },
    { key: 'Mod-f', run: openSearchPanel, scope },
    { key: 'Mod-g', run: findNext, shift: findPrevious, scope, preventDefault: true },
    { key: 'F3', run: findNext, shift: findPrevious, scope, preventDefault: true },
    { key: 'Escape', run: closeSearchPanel, scope },
    ...closeBracketsKeymap,
    // Escape, then Tab does this here, and what is said below the editor stays true.
    ...defaultKeymap.filter(({ run }) => run !== toggleTabFocusMode),
    ...historyKeymap,
    indentWithTab,
  ];
}
