/** The thread of `blank-types.ts`: answers each source text with its script, or with what is wrong with it. */
import { stripTypeScriptTypes } from 'node:module';
import { parentPort } from 'node:worker_threads';

export interface SourceText {
  source: string;
  path: string;
}

export type Blanked =
  | { script: string }
  /** The text is no TypeScript whose types can be blanked. `place`: the line, with file and caret. */
  | { mistake: string; place: string }
  /** The parser itself came to its end, and can be trusted with no other text. */
  | 'broken';

const MISTAKES = new Set(['ERR_INVALID_TYPESCRIPT_SYNTAX', 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX']);

parentPort!.on('message', (text: SourceText) => parentPort!.postMessage(blanked(text)));

function blanked({ source, path }: SourceText): Blanked {
  try {
    return { script: stripTypeScriptTypes(source, { sourceUrl: path }) };
  } catch (error) {
    const { code = '', message, stack } = error as NodeJS.ErrnoException;
    if (!MISTAKES.has(code)) return 'broken';
    // Node puts `file:line`, the source line and a caret in front of the stack.
    return { mistake: message, place: stack?.split(/\n\n\w*Error\b/)[0] ?? path };
  }
}
