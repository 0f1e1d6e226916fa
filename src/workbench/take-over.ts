/** What the reader has done in a plain field goes over to the editor that takes its place. Nothing moves on the screen. */
import { isolateHistory } from '@codemirror/commands';
import { type Annotation } from '@codemirror/state';
import { type EditorView } from '@codemirror/view';
import { replacementFor } from './replacement.ts';

export interface Left {
  text: string;
  selection: { anchor: number; head: number };
  scrollTop: number;
  scrollLeft: number;
  row: Row | undefined;
  focused: boolean;
}

/** A row that is seen. */
interface Row {
  /** The offset of its first character. */
  offset: number;
  /** Pixels from the top of the field to the middle of the row. */
  middle: number;
}

/** To be asked before the editor stands over the field. */
export function leftIn(field: HTMLTextAreaElement): Left {
  const { value, selectionStart, selectionEnd, selectionDirection, scrollTop, scrollLeft } = field;
  const [anchor, head] = selectionDirection === 'backward' ? [selectionEnd, selectionStart] : [selectionStart, selectionEnd];
  const focused = document.activeElement === field;
  return { text: value, selection: { anchor, head }, scrollTop, scrollLeft, row: rowIn(field), focused };
}

/** The row in the middle of what the window shows of a field; a browser may not tell. */
function rowIn(field: HTMLTextAreaElement): Row | undefined {
  const { top, bottom, left } = field.getBoundingClientRect();
  const style = getComputedStyle(field);
  const [above, before, height] = [style.paddingTop, style.paddingLeft, style.lineHeight].map(Number.parseFloat) as [
    number,
    number,
    number,
  ];
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const caret = document.caretPositionFromPoint?.(left + before + 1, y);
  if (caret?.offsetNode !== field) return undefined;
  const rowsAbove = Math.floor((y - top + field.scrollTop - above) / height);
  return { offset: caret.offset, middle: above + (rowsAbove + 0.5) * height - field.scrollTop };
}

/** What was typed is one step that can be undone. */
export function takeOver(
  view: EditorView,
  { text, selection, scrollTop, scrollLeft, row, focused }: Left,
  annotation: Annotation<true>,
): void {
  const changes = replacementFor(view.state.doc.toString(), text) ?? [];
  view.dispatch({ changes, selection, annotations: [annotation, isolateHistory.of('full')] });
  view.scrollDOM.scrollTop = scrollTop;
  view.scrollDOM.scrollLeft = scrollLeft;
  if (row) bringTo(view, row);
  if (focused) view.focus();
}

/** Where lines are wrapped, the heights of rows out of sight are guesses: each step nearer makes them better. */
function bringTo(view: EditorView, { offset, middle }: Row): void {
  for (let step = 0; step < 5; step++) {
    const place = view.scrollDOM.getBoundingClientRect().top + middle;
    // What is scrolled to is drawn before the next question, not in the next frame.
    view.requestMeasure();
    const at = view.coordsAtPos(offset, 1);
    const off = at ? (at.top + at.bottom) / 2 - place : view.lineBlockAt(offset).top - middle - view.scrollDOM.scrollTop;
    if (Math.abs(off) < 1) return;
    view.scrollDOM.scrollTop += off;
  }
}
