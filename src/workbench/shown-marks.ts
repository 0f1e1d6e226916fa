/** Marks in a CodeMirror editor: a sign beside the line and a line under the words, both where the text has moved to since. */
import { RangeSet, RangeSetBuilder, RangeValue, StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, gutter, GutterMarker, type Command, type DecorationSet } from '@codemirror/view';
import { pieceOf, placeName, type Mark } from './marks.ts';

export const setMarks = StateEffect.define<readonly Mark[]>();

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

  constructor(message: string) {
    super();
    this.message = message;
  }

  override eq(other: GutterMarker): boolean {
    return other instanceof Sign && other.message === this.message;
  }

  override toDOM(): HTMLElement {
    const sign = document.createElement('span');
    sign.textContent = '!';
    sign.title = this.message;
    return sign;
  }
}

const places = StateField.define<RangeSet<Place>>({
  create: () => RangeSet.empty,
  update(former, { changes, effects, state }) {
    const given = effects.findLast((effect) => effect.is(setMarks));
    return given ? placesIn(state, given.value) : former.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field, underlined),
});

function placesIn({ doc }: EditorState, marks: readonly Mark[]): RangeSet<Place> {
  const ranges = marks.map((mark) => {
    const line = doc.line(Math.max(1, Math.min(mark.line, doc.lines)));
    const { from, to } = pieceOf(line.text, mark.column);
    return new Place(mark).range(line.from + from, line.from + to);
  });
  return RangeSet.of(ranges, true);
}

function underlined(set: RangeSet<Place>): DecorationSet {
  const decorations = new RangeSetBuilder<Decoration>();
  for (const { from, to, value } of rangesOf(set)) {
    if (to > from) decorations.add(from, to, Decoration.mark({ class: 'cm-marked', attributes: { title: value.mark.message } }));
  }
  return decorations.finish();
}

function signs({ state }: EditorView): RangeSet<GutterMarker> {
  const messages = new Map<number, string[]>();
  for (const { from, value } of rangesOf(state.field(places))) {
    const start = state.doc.lineAt(from).from;
    messages.set(start, [...(messages.get(start) ?? []), value.mark.message]);
  }
  return RangeSet.of([...messages].map(([start, said]) => new Sign(said.join('\n')).range(start)));
}

function* rangesOf(set: RangeSet<Place>): Generator<{ from: number; to: number; value: Place }> {
  for (const at = set.iter(); at.value; at.next()) yield { from: at.from, to: at.to, value: at.value };
}

/** The marks that are left, with the lines and columns that they have now. */
export function marksIn(state: EditorState): Mark[] {
  return [...rangesOf(state.field(places))].map(({ from, value: { mark } }) => {
    const line = state.doc.lineAt(from);
    const moved = { ...mark, line: line.number };
    return mark.column === undefined ? moved : { ...moved, column: from - line.from + 1 };
  });
}

/** Scrolls to a place, with some lines around it, and free of what sticks to the top of the window. */
export function seen(position: number): StateEffect<unknown> {
  return EditorView.scrollIntoView(position, { y: 'nearest', yMargin: 120 });
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
  const { message, ...place } = marksIn(view.state)[index]!;
  view.dispatch({
    selection: { anchor: next.from },
    effects: [seen(next.from), EditorView.announce.of(`${placeName(place)}: ${message}`)],
  });
  return true;
};

export const shownMarks: Extension = [places, gutter({ class: 'cm-signs', markers: signs })];
