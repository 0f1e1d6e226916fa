/** Whether a text is covered by the pattern that this was made of. */
export type Cover = (text: string) => boolean;

/** `*` is any run of characters, `?` is one, everything else is itself (B-AUT-16). */
export function coverOf(pattern: string): Cover {
  if (pattern.includes('?')) return (text) => covers(pattern, text);
  const [first, ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return (text) => text === pattern;
  const least = pattern.length - rest.length - 1;
  return (text) => {
    if (text.length < least || !text.startsWith(first!) || !text.endsWith(last)) return false;
    let reached = first!.length;
    for (const part of rest) {
      const found = text.indexOf(part, reached);
      if (found < 0) return false;
      reached = found + part.length;
    }
    return reached + last.length <= text.length;
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
