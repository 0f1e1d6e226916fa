/** Lines of text for a terminal: pure, and blind to color. */

/**
 * Text from a submission as a terminal may show it: a control character could move the cursor, rewrite a line or set the
 * window's title, so it is shown by its code instead.
 */
export function harmless(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', '  ')
    .replace(CONTROL, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

// Newlines stay. Besides the two blocks of controls: marks that turn the direction of writing around.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** For a console whose font has little more than ASCII. */
export function inAscii(text: string): string {
  return text.replace(/[│→…×’‘“”✔✘━─]/g, (character) => ASCII[character]!);
}

const ASCII: Record<string, string> = {
  '│': '|',
  '→': '->',
  '…': '...',
  '×': 'x',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '✔': '+',
  '✘': 'x',
  '━': '#',
  '─': '.',
};

/** Breaks prose between words; a word longer than a line stays whole. Line breaks in the text stay. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => filled(paragraph.split(' '), width));
}

/** Breaks code where it may be broken, later lines set in: not within a string, and what is in a comment stays in one. */
export function wrapCode(code: string, width: number): string[] {
  return code.split('\n').flatMap((line) => {
    if (lengthOf(line) <= width) return [line];
    const indent = /^ */.exec(line)![0];
    const inner = `${indent}  `;
    const comment = line.lastIndexOf(' // ');
    const statement = comment < 0 ? line : line.slice(0, comment);
    const remark = comment < 0 ? '' : line.slice(comment + ' // '.length);
    const [first = '', ...rest] = filled(wordsOfCode(statement), width - inner.length);
    const remarks = filled(wordsOfCode(remark), width - inner.length - '// '.length).filter((piece) => piece !== '');
    return [indent + first, ...rest.map((piece) => inner + piece), ...remarks.map((piece) => `${inner}// ${piece}`)];
  });
}

/** Code between its spaces; a string in single quotes is one word. */
function wordsOfCode(code: string): string[] {
  return code.match(/(?:'(?:[^'\\]|\\.)*'|\S)+/g) ?? [];
}

/** As many words on each line as fit. */
function filled(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Lines that are shown although there should be fewer: a note instead of them would save nothing. */
const SLACK = 4;

/** Keeps the beginning and the end of what is too long, and says how much is left out. */
export function shortened(lines: readonly string[], most: number, leftOut: (count: number) => string): string[] {
  if (lines.length <= most + SLACK) return [...lines];
  const head = Math.floor(most / 3);
  const tail = most - head - 1;
  return [...lines.slice(0, head), leftOut(lines.length - head - tail), ...lines.slice(-tail)];
}

export function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));
}

export function cut(text: string, width: number): string {
  return lengthOf(text) <= width ? text : `${[...text].slice(0, width - 1).join('')}…`;
}

export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - lengthOf(text)));
}

/** Columns that a text takes, as far as code points tell. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** `1 rule`, `2 rules`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
