/** TypeScript in the colors of the house, for code that is only read. */
import { parser } from '@lezer/javascript';
import { highlightCode, tagHighlighter, tags } from '@lezer/highlight';

export interface CodeToken {
  text: string;
  /** One of `word`, `value`, `comment` and `sign`; empty for plain text. */
  kind: string;
}

const typescript = parser.configure({ dialect: 'ts' });

/** As `editor-look.ts` has it. */
const kinds = tagHighlighter([
  { tag: [tags.keyword, tags.modifier, tags.self, tags.operatorKeyword], class: 'word' },
  { tag: [tags.string, tags.number, tags.regexp, tags.bool, tags.null, tags.escape], class: 'value' },
  { tag: tags.comment, class: 'comment' },
  { tag: [tags.operator, tags.punctuation], class: 'sign' },
]);

/** The lines of a text, each in its tokens. A text that is not whole is colored as far as it can be read. */
export function tokensByLine(text: string): CodeToken[][] {
  const lines: CodeToken[][] = [[]];
  highlightCode(
    text,
    typescript.parse(text),
    kinds,
    (text, classes) => lines.at(-1)!.push({ text, kind: classes.split(' ').at(-1)! }),
    () => lines.push([]),
  );
  return lines;
}
