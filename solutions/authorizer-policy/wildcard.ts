/** Whether `pattern` covers all of `text`: `*` is any run of characters, `?` is one (B-AUT-16). */
export function covers(pattern: string, text: string): boolean {
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
