/** How a pattern covers a text, for people: what each of its wildcards took, or where it stops fitting. The verdict is the reference’s. */

/** A run of the text: taken by a wildcard, or the same in the pattern. */
export interface Piece {
  text: string;
  by?: '*' | '?';
}

export type Trace =
  | { fits: true; pieces: Piece[] }
  | {
      fits: false;
      /** The text up to where the pattern still fits. */
      fitted: string;
      rest: string;
      /** What the pattern has next. Empty: it ends. */
      wanted: string;
      /** Right at `rest`; anywhere in `rest`, for it stands behind a star; or at its very end, for it is the pattern’s last. */
      where: 'next' | 'anywhere' | 'at the end';
    };

/** Takes time in proportion to pattern length times text length, at most. */
export function traceWildcard(pattern: string, text: string): Trace {
  const [first = '', ...more] = pattern.split('*');
  const last = more.pop();
  const common = commonLength(first, text);
  const stop = (fitted: number, wanted: string, where: 'next' | 'anywhere' | 'at the end'): Trace => ({
    fits: false,
    fitted: text.slice(0, fitted),
    rest: text.slice(fitted),
    wanted,
    where,
  });
  if (common < first.length || (last === undefined && common < text.length)) return stop(common, first.slice(common), 'next');
  const pieces = piecesOf(first, text.slice(0, common));
  if (last === undefined) return { fits: true, pieces };

  let reached = common;
  for (const part of more) {
    const found = find(part, text, reached);
    if (found === undefined) return stop(reached, part, 'anywhere');
    pieces.push({ text: text.slice(reached, found), by: '*' });
    reached = found + part.length;
    pieces.push(...piecesOf(part, text.slice(found, reached)));
  }
  const end = text.length - last.length;
  if (end < reached || commonLength(last, text.slice(end)) < last.length) return stop(reached, last, 'at the end');
  pieces.push({ text: text.slice(reached, end), by: '*' }, ...piecesOf(last, text.slice(end)));
  return { fits: true, pieces };
}

/** How many characters of a part without stars fit the beginning of a text. */
function commonLength(part: string, text: string): number {
  let index = 0;
  while (index < part.length && index < text.length && (part[index] === '?' || part[index] === text[index])) index++;
  return index;
}

function find(part: string, text: string, from: number): number | undefined {
  for (let at = from; at + part.length <= text.length; at++) {
    if (commonLength(part, text.slice(at, at + part.length)) === part.length) return at;
  }
  return undefined;
}

/** A text that a part without stars fits: its characters, with those that a `?` took apart. */
function piecesOf(part: string, text: string): Piece[] {
  const pieces: Piece[] = [];
  part.split('?').forEach((literal, index) => {
    const at = pieces.reduce((length, piece) => length + piece.text.length, 0);
    if (index > 0) pieces.push({ text: text[at]!, by: '?' });
    const start = at + (index > 0 ? 1 : 0);
    if (literal !== '') pieces.push({ text: text.slice(start, start + literal.length) });
  });
  return pieces;
}
