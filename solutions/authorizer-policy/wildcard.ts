/** Whether a text is covered by the pattern that this was made of. */
export type Cover = (text: string) => boolean;

/** `*` is any run of characters, `?` is one, everything else is itself (B-AUT-16). */
export function coverOf(pattern: string): Cover {
  if (pattern.includes('?')) return (text) => covers(pattern, text);
  const [first = '', ...middle] = pattern.split('*');
  const last = middle.pop();
  if (last === undefined) return (text) => text === pattern;
  return (text) => {
    let reached = first.length;
    // What tells the patterns of one policy apart stands in the middle; most begin alike, so their beginnings are compared last.
    for (let index = 0; index < middle.length; index++) {
      const part = middle[index]!;
      const found = text.indexOf(part, reached);
      if (found < 0) return false;
      reached = found + part.length;
    }
    return reached + last.length <= text.length && text.endsWith(last) && text.startsWith(first);
  };
}

function covers(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  /** The last star, and up to where of the text it reaches so far. A later star makes every earlier one settled: no other way back is needed. */
  let star = -1;
  let reached = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      reached = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++reached;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
