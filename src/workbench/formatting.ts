/** The text in an editor, formatted. */
import { isolateHistory } from '@codemirror/commands';
import { EditorView } from '@codemirror/view';
import type { Unreadable } from '../formatter/format.ts';
import type { Formatter } from '../formatter/formatter.ts';

/** `none`: it was formatted already. `gone`: another file stands there now. */
export type Outcome = 'formatted' | 'none' | 'gone' | Unreadable;

/** The cursor stays at its place in the code, and one step back takes it back. What is typed meanwhile is formatted too. */
export async function formatIn(view: EditorView, formatter: Formatter, path: () => string): Promise<Outcome> {
  const asked = path();
  for (;;) {
    const { doc, selection } = view.state;
    const answer = await formatter.format(doc.toString(), selection.main.head);
    if (path() !== asked) return 'gone';
    if (view.state.doc !== doc) continue;
    if ('reason' in answer) return answer;
    if (answer.changes.length === 0) return 'none';
    const moved = view.state.selection.main.head !== selection.main.head;
    view.dispatch({
      changes: answer.changes,
      ...(!moved && { selection: { anchor: answer.cursor } }),
      annotations: isolateHistory.of('full'),
      effects: EditorView.announce.of(FORMATTED),
      userEvent: 'input.format',
      scrollIntoView: true,
    });
    return 'formatted';
  }
}

export const FORMATTED = 'Formatted.';
