/** The Worker of `blank-types.ts`: answers each source text with its script, or with what is wrong with it. */
import { blankTypes, type Blanked } from './blank-types.ts';

addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(blanked(data)));

/** `undefined`: the parser itself came to its end. */
function blanked(source: string): Blanked | undefined {
  try {
    return blankTypes(source);
  } catch {
    return undefined;
  }
}
