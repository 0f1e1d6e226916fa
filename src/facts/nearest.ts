/** Edits (insert, drop, replace, swap two neighbors) that turn one word into the other. */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const edits = [row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)];
      next.push(Math.min(...edits, swapped ? before[j - 2]! + 1 : Infinity));
    }
    [before, row] = [row, next];
  }
  return row[to.length]!;
}

/** The name most like `wanted`, or undefined when none is close enough to be a slip of the pen. */
export function nearest(wanted: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  // A third of the letters may be wrong, but never all of them.
  let least = Math.min(Math.max(1, Math.floor(wanted.length / 3)), wanted.length - 1) + 1;
  for (const name of names) {
    const edits = distance(wanted, name);
    if (edits < least) [best, least] = [name, edits];
  }
  return best;
}

/** `unknown fact "x": did you mean "y"?`, without the question when nothing is near. */
export function unknown(kind: string, wanted: string, names: Iterable<string>): string {
  const known = [...names];
  const guess = nearest(wanted, known);
  const list = known.length > 0 && known.length <= 24 ? ` (known: ${known.join(', ')})` : '';
  return `unknown ${kind} "${wanted}"${guess ? `: did you mean "${guess}"?` : list}`;
}
