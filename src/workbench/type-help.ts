/** What the compiler knows, in the editor: warnings after a pause, completions, and what a name is, to whoever asks for it. */
import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { Prec, type Extension } from '@codemirror/state';
import {
  activateHover,
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  hoverTooltip,
  keymap,
  ViewPlugin,
  type Command,
  type Tooltip,
  type ViewUpdate,
} from '@codemirror/view';
import type { Declared, Described, Texts } from '../type-service/answers.ts';
import type { Types } from '../type-service/types.ts';
import { keyboardOf } from './keys.ts';
import type { Mark } from './marks.ts';
import { setWarnings, warningsAt, warningsIn } from './shown-marks.ts';
import { typeHelpLook } from './type-help-look.ts';

export interface TypeHelpSetup {
  types: Types;
  /** What stands in the editor now. */
  file: () => { path: string; readonly: boolean };
  /** All files, of which the one in the editor may be older than what stands there. */
  files: () => Texts;
  /** What is left of the warnings, where it stands now. */
  onwarnings: (warnings: readonly Mark[]) => void;
  ongo: (declared: Declared) => void;
  /** A sentence where there is nothing to show, or nowhere to go. */
  onnothing: (sentence: string) => void;
  later: (act: () => void) => { soon: () => void; now: () => void };
}

export interface TypeHelp {
  extension: Extension;
  /** Shows what is known of the name at the cursor, and says it. */
  ask: Command;
}

/** What begins a name behind which something can be proposed without being asked for. */
const BEFORE = /[\p{ID_Continue}$.'"`]$/u;
const NAME = /^[\p{ID_Continue}$]*$/u;
const NAME_BEGINS = /^[\p{ID_Continue}$]/u;

interface Known {
  from: number;
  to: number;
  described: Described | undefined;
  warnings: readonly string[];
}

export function typeHelp({ types, file, files, onwarnings, ongo, onnothing, later }: TypeHelpSetup): TypeHelp {
  const textsIn = (view: Pick<EditorView, 'state'>): Texts => ({ ...files(), [file().path]: view.state.doc.toString() });

  /** What was found for somebody who asked by key: to wait for it while it is to be shown, CodeMirror only does for a pointer. */
  let found: Tooltip | null = null;
  const hover = hoverTooltip(
    (view, position, side) => found ?? knownAt(view, position, side).then((known) => known && tooltipOf(view, known)),
    { hideOnChange: true },
  );

  /** Null where nothing is known, and where the text has changed since. */
  async function knownAt(view: EditorView, position: number, side: number): Promise<Known | null> {
    const { state } = view;
    // Between two characters, the one that is pointed at.
    const offset = side < 0 ? Math.max(0, position - 1) : position;
    const described = await types.describe(textsIn(view), file().path, offset);
    if (view.state.doc !== state.doc) return null;
    const warned = warningsAt(state, position);
    if (!described && !warned) return null;
    const { from, to } = described ?? warned!;
    return { from, to, described, warnings: warned?.messages ?? [] };
  }

  function tooltipOf(view: EditorView, { from, to, described, warnings }: Known): Tooltip {
    return { pos: from, end: to, above: true, create: () => ({ dom: shown(view, described, warnings) }) };
  }

  function shown(view: EditorView, described: Described | undefined, warnings: readonly string[]): HTMLElement {
    const box = element('div', 'cm-described');
    for (const warning of warnings) box.append(element('p', 'cm-described-warning', `~ ${warning}`));
    if (!described) return box;
    const { signature, documentation, declared } = described;
    box.append(element('code', 'cm-described-signature', signature));
    if (declared) {
      const go = element('button', 'cm-described-go', `Go to ${placeIn(declared)}`);
      go.type = 'button';
      go.onclick = () => leave(view, declared);
      box.append(go);
    }
    if (documentation) box.append(element('p', 'cm-described-documentation', documentation));
    return box;
  }

  function leave(view: EditorView, declared: Declared): void {
    view.dispatch({ effects: closeHoverTooltips });
    ongo(declared);
  }

  const ask: Command = (view) => {
    const { head } = view.state.selection.main;
    const side = NAME_BEGINS.test(view.state.sliceDoc(head, head + 1)) ? 1 : -1;
    void knownAt(view, head, side).then((known) => {
      if (!known) return onnothing(NOTHING_KNOWN);
      found = tooltipOf(view, known);
      activateHover(view, head, side, { tooltip: hover });
      found = null;
      const sentences = [...known.warnings, ...(known.described ? spoken(known.described) : [])];
      view.dispatch({ effects: EditorView.announce.of(sentences.join(' ')) });
    });
    return true;
  };

  const goToDeclaration = (view: EditorView, offset: number): void => {
    void types.describe(textsIn(view), file().path, offset).then((described) => {
      if (described?.declared) leave(view, described.declared);
      else onnothing(described ? NOT_YOURS : NOTHING_KNOWN);
    });
  };

  async function propose(context: CompletionContext): Promise<CompletionResult | null> {
    const { state, pos, explicit, view } = context;
    if (!view || (!explicit && !BEFORE.test(state.sliceDoc(Math.max(0, pos - 2), pos)))) return null;
    const texts = textsIn({ state });
    const { path } = file();
    const answer = await types.propose(texts, path, pos);
    if (!answer) return null;
    const info = (name: string) => async () => {
      const explained = await types.explain(texts, path, pos, name);
      return explained ? { dom: explanation(explained) } : null;
    };
    return {
      from: answer.from,
      options: answer.proposals.map(({ name, kind, order }): Completion => ({
        label: name,
        type: kind,
        sortText: `${order} ${name}`,
        info: info(name),
      })),
      validFor: NAME,
    };
  }

  /** Asks for the warnings of what stands there after a pause, and of a file as soon as it is opened. */
  const warnings = ViewPlugin.define((view) => {
    let gone = false;
    const pause = later(() => void check());

    async function check(): Promise<void> {
      const { doc } = view.state;
      const { path, readonly } = file();
      const warned = readonly ? [] : await types.warnings(textsIn(view), path);
      if (!gone && warned && view.state.doc === doc) view.dispatch({ effects: setWarnings.of(warned) });
    }

    pause.soon();
    return {
      update({ docChanged }: ViewUpdate) {
        if (docChanged) pause.soon();
      },
      destroy() {
        gone = true;
      },
    };
  });

  return {
    ask,
    extension: [
      hover,
      warnings,
      autocompletion({ override: [propose], icons: false }),
      EditorView.updateListener.of(({ docChanged, transactions, state, startState }) => {
        const told = transactions.some(({ effects }) => effects.some((effect) => effect.is(setWarnings)));
        const moved = docChanged && warningsIn(startState).length > 0;
        if (told || moved) onwarnings(warningsIn(state));
      }),
      Prec.high(
        keymap.of([
          { key: 'Shift-F1', run: ask, preventDefault: true },
          {
            key: 'Alt-F12',
            run: (view) => {
              goToDeclaration(view, view.state.selection.main.head);
              return true;
            },
          },
          {
            key: 'Escape',
            run: (view) => {
              if (!hasHoverTooltips(view.state)) return false;
              view.dispatch({ effects: closeHoverTooltips });
              return true;
            },
          },
        ]),
      ),
      EditorView.domEventHandlers({
        mousedown(event, view) {
          const held = keyboardOf(navigator) === 'mac' ? event.metaKey : event.ctrlKey;
          const at = held && event.button === 0 ? view.posAtCoords(event) : null;
          if (at === null) return false;
          goToDeclaration(view, at);
          return true;
        },
      }),
      typeHelpLook,
    ],
  };
}

const NOTHING_KNOWN = 'There is no name at the cursor that the compiler knows.';
const NOT_YOURS = 'It belongs to the language, and is declared in none of these files.';

function spoken({ signature, documentation, declared }: Described): string[] {
  return [signature, documentation, declared ? `Declared in ${placeIn(declared)}.` : ''].filter(Boolean);
}

function placeIn({ path, line }: Declared): string {
  return `${path}, line ${line}`;
}

function explanation({ signature, documentation }: Pick<Described, 'signature' | 'documentation'>): HTMLElement {
  const box = element('div', 'cm-described');
  box.append(element('code', 'cm-described-signature', signature));
  if (documentation) box.append(element('p', 'cm-described-documentation', documentation));
  return box;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, text = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
