/** Marks in a CodeMirror editor: a sign beside the line and a line under the words, both where the text has moved to since. */
import { RangeSet, RangeSetBuilder, RangeValue, StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, gutter, GutterMarker, type Command, type DecorationSet } from '@codemirror/view';
import { pieceOf, placeName, type Mark } from './marks.ts';

/** Those of a verdict, in the place of the former ones. */
export const setMarks = StateEffect.define<readonly Mark[]>();
/** Those of the compiler. */
export const setWarnings = StateEffect.define<readonly Mark[]>();

/** What is deleted takes its mark along; what is typed beside it is not marked. */
class Place extends RangeValue {
  readonly mark: Mark;

  constructor(mark: Mark) {
    super();
    this.mark = mark;
    this.startSide = 1;
    this.endSide = -1;
  }
}

class Sign extends GutterMarker {
  readonly message: string;
  /** Whether nothing worse than a warning is meant. */
  readonly warns: boolean;

  constructor(marks: readonly Mark[]) {
    super();
    this.message = marks.map(({ message }) => message).join('\n');
    this.warns = marks.every(isWarning);
  }

  override eq(other: GutterMarker): boolean {
    return other instanceof Sign && other.message === this.message && other.warns === this.warns;
  }

  override toDOM(): HTMLElement {
    const sign = document.createElement('span');
    sign.textContent = this.warns ? '~' : '!';
    sign.className = this.warns ? 'cm-sign-warned' : '';
    sign.title = this.message;
    return sign;
  }
}

const places = StateField.define<RangeSet<Place>>({
  create: () => RangeSet.empty,
  update(former, { changes, effects, state }) {
    let set = former.map(changes);
    for (const effect of effects) {
      if (effect.is(setMarks)) set = replaced(set, state, effect.value, (mark) => !isWarning(mark));
      if (effect.is(setWarnings)) set = replaced(set, state, effect.value, isWarning);
    }
    return set;
  },
  provide: (field) => EditorView.decorations.from(field, underlined),
});

function isWarning({ kind }: Mark): boolean {
  return kind === 'warning';
}

function replaced(set: RangeSet<Place>, { doc }: EditorState, marks: readonly Mark[], gone: (mark: Mark) => boolean): RangeSet<Place> {
  const add = marks.map((mark) => {
    const line = doc.line(Math.max(1, Math.min(mark.line, doc.lines)));
    const { from, to } = pieceOf(line.text, mark.column, mark.length);
    return new Place(mark).range(line.from + from, line.from + to);
  });
  return set.update({ filter: (_from, _to, { mark }) => !gone(mark), add, sort: true });
}

function underlined(set: RangeSet<Place>): DecorationSet {
  const decorations = new RangeSetBuilder<Decoration>();
  for (const { from, to, value } of rangesOf(set)) {
    if (to > from) decorations.add(from, to, isWarning(value.mark) ? WARNED : markedAs(value.mark.message));
  }
  return decorations.finish();
}

/** Its words come with what is known of the name, when somebody points at it. */
const WARNED = Decoration.mark({ class: 'cm-warned' });

function markedAs(title: string): Decoration {
  return Decoration.mark({ class: 'cm-marked', attributes: { title } });
}

function signs({ state }: EditorView): RangeSet<GutterMarker> {
  const lines = new Map<number, Mark[]>();
  for (const { from, value } of rangesOf(state.field(places))) {
    const start = state.doc.lineAt(from).from;
    lines.set(start, [...(lines.get(start) ?? []), value.mark]);
  }
  return RangeSet.of([...lines].map(([start, marks]) => new Sign(marks).range(start)));
}

function* rangesOf(set: RangeSet<Place>): Generator<{ from: number; to: number; value: Place }> {
  for (const at = set.iter(); at.value; at.next()) yield { from: at.from, to: at.to, value: at.value };
}

/** The marks that are left of a verdict, with the lines and columns that they have now. */
export function marksIn(state: EditorState): Mark[] {
  return placed(state).filter((mark) => !isWarning(mark));
}

/** Those that are left of the compiler. */
export function warningsIn(state: EditorState): Mark[] {
  return placed(state).filter(isWarning);
}

/** Those of the compiler at an offset. */
export function warningsAt(state: EditorState, offset: number): { from: number; to: number; messages: string[] } | undefined {
  const here = [...rangesOf(state.field(places))].filter(({ from, to, value }) => from <= offset && offset <= to && isWarning(value.mark));
  if (here.length === 0) return undefined;
  const from = Math.min(...here.map((range) => range.from));
  const to = Math.max(...here.map((range) => range.to));
  return { from, to, messages: here.map(({ value }) => value.mark.message) };
}

function placed(state: EditorState): Mark[] {
  return [...rangesOf(state.field(places))].map(({ from, value: { mark } }) => {
    const line = state.doc.lineAt(from);
    const moved = { ...mark, line: line.number };
    return mark.column === undefined ? moved : { ...moved, column: from - line.from + 1 };
  });
}

/** Scrolls to a place, with some lines and words around it, and free of what sticks to the top of the window. */
export function seen(position: number): StateEffect<unknown> {
  return EditorView.scrollIntoView(position, { y: 'nearest', yMargin: 120, xMargin: 160 });
}

/** Goes to the next mark behind the cursor, from the last to the first, and says it. */
export const goToNextMark: Command = (view) => {
  const ranges = [...rangesOf(view.state.field(places))];
  const index = Math.max(
    0,
    ranges.findIndex(({ from }) => from > view.state.selection.main.head),
  );
  const next = ranges[index];
  if (!next) return false;
  const { message, ...place } = placed(view.state)[index]!;
  view.dispatch({
    selection: { anchor: next.from },
    effects: [seen(next.from), EditorView.announce.of(`${placeName(place)}: ${message}`)],
  });
  return true;
};

export const shownMarks: Extension = [places, gutter({ class: 'cm-signs', markers: signs })];
