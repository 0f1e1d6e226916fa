/** The Worker of `blank-types.ts`: says that it has loaded, then answers each source text with its script, or with what is wrong with it. */
import { blankTypes, type Blanked } from './blank-types.ts';

/** `undefined`: the parser itself came to its end. */
export type FromBlanking = 'loaded' | Blanked | undefined;

addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(blanked(data) satisfies FromBlanking));
postMessage('loaded' satisfies FromBlanking);

function blanked(source: string): Blanked | undefined {
  try {
    return blankTypes(source);
  } catch {
    return undefined;
  }
}
