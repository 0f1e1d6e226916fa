/** A solution beside what a learner wrote, declaration by declaration: their files need not be cut the same way. */
import { diffArrays } from 'diff';

type Texts = Readonly<Record<string, string>>;

export interface Line {
  /** `both`: the learner has this line too. `mine`: the learner has it, and the solution has not. */
  side: 'both' | 'mine' | 'solution';
  text: string;
}

export interface BesideFile {
  path: string;
  /** Names that both declare, in the solution’s order. */
  shared: string[];
  lines: Line[];
}

interface Piece {
  /** What it declares; undefined for what stands before the first declaration. */
  name: string | undefined;
  lines: string[];
}

/** Edits. Two pieces that are further apart are shown one after the other. */
const MOST_EDITS = 400;
/** Of the shorter side’s lines that say something. Where fewer agree, the two are different ways, and to weave them together shows neither. */
const ALIKE = 0.4;

/** One for each file of the solution, in its order. What a learner has under a name that the solution does not use is left out. */
export function besideSolution(mine: Texts, solution: Texts): BesideFile[] {
  const own = new Map(Object.values(mine).flatMap((text) => piecesOf(text).flatMap((piece) => (piece.name ? [[piece.name, piece]] : []))));
  return Object.entries(solution).map(([path, text]) => {
    const pieces = piecesOf(text);
    const shared = pieces.flatMap(({ name }) => (name !== undefined && own.has(name) ? [name] : []));
    const lines = pieces.flatMap(({ name, lines }) => {
      const counterpart = name === undefined ? undefined : own.get(name);
      if (!counterpart) return sideOf('solution', lines);
      const [declaration, blank] = withoutBlankEnd(lines);
      return [...woven(withoutBlankEnd(counterpart.lines)[0], declaration), ...sideOf('both', blank)];
    });
    // Where there is nothing to compare, no line is new.
    return { path, shared, lines: shared.length > 0 ? lines : lines.map(({ text }) => ({ side: 'both', text })) };
  });
}

/** A declaration that begins a line. */
const DECLARES =
  /^(?:export\s+)?(?:default\s+)?(?:declare\s+)?(?:async\s+)?(?:abstract\s+)?(?:function\*?|class|const|let|var|interface|type)\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/u;

/** The declarations of a file, each with the comment above it, and before them what is imported. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [{ name: undefined, lines: [] }];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const [, name] = DECLARES.exec(line) ?? [];
    const last = pieces.at(-1)!;
    if (name === undefined) last.lines.push(line);
    else pieces.push({ name, lines: [...takeComment(last.lines), line] });
  }
  return pieces.filter(({ lines }) => lines.length > 0);
}

/** Takes the comment at the end of a piece off it. */
function takeComment(lines: string[]): string[] {
  let from = lines.length;
  while (from > 0 && /^(?:\/\*\*?|\s\*|\/\/)/.test(lines[from - 1]!)) from--;
  return lines.splice(from);
}

/** What stands between two declarations is nobody’s. */
function withoutBlankEnd(lines: readonly string[]): [lines: readonly string[], blank: readonly string[]] {
  const end = lines.findLastIndex((line) => line.trim() !== '') + 1;
  return [lines.slice(0, end), lines.slice(end)];
}

function woven(mine: readonly string[], solution: readonly string[]): Line[] {
  const changes = diffArrays([...mine], [...solution], { maxEditLength: MOST_EDITS });
  const same = changes?.filter(({ added, removed }) => !added && !removed).flatMap(({ value }) => value) ?? [];
  const fewer = Math.min(...[mine, solution].map((lines) => lines.filter(says).length));
  if (!changes || same.filter(says).length < fewer * ALIKE) return [...sideOf('mine', mine), ...sideOf('solution', solution)];
  return changes.flatMap(({ added, removed, value }) => sideOf(added ? 'solution' : removed ? 'mine' : 'both', value));
}

/** Brackets alone agree by chance. */
function says(line: string): boolean {
  return /\w/.test(line);
}

function sideOf(side: Line['side'], lines: readonly string[]): Line[] {
  return lines.map((text) => ({ side, text }));
}
