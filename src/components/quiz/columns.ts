/**
 * `line`, HTML of a line of text, with the gaps marked that stand its words in columns: `column` behind a name and before what a
 * sum comes to, `pad` where a gap only aligns what belongs together, as in `GET  /menu` and `=   3.50`.
 */
export function markColumns(line: string): string {
  let named = false;
  return line.replace(/(?<=[^ >]) {2,}/g, (gap, at: number) => {
    const before = line.slice(0, at);
    const ends = (!named && !/^[A-Z]+$/.test(before)) || line[at + gap.length] === '=';
    named ||= ends;
    return `<span class="${ends ? 'column' : 'pad'}">${gap}</span>`;
  });
}
