import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Options of one bundle that goes into the pages as a file or as text, whatever else is being built. */
export interface Bundle {
  /** From the root of the repository. */
  input: string;
  format: 'es' | 'iife';
  define?: Record<string, string>;
}

/** The text of one script that holds everything it imports. */
export async function bundledText({ input, format, define = {} }: Bundle): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    define,
    build: {
      write: false,
      target: 'es2024',
      rolldownOptions: {
        input: `${root}${input}`,
        output: { format, codeSplitting: false },
        // Remarks on how long the bundler took are for whoever works on the bundler.
        checks: { bundlerTimings: false },
      },
    },
  });
  const { output } = [result].flat()[0] as { output: { code?: string }[] };
  return output[0]!.code!;
}

/**
 * Begins the bundle of a Worker when the build begins. One that holds a compiler takes the bundler’s own threads seconds, which
 * they have while lessons and components are compiled, one after the other, on another; found on the way through the pages,
 * it would come last, and the build would wait for it alone.
 * @param input - the Worker’s file, imported with `?worker&url`
 */
export function bundledAhead(input: string): Plugin {
  let text: Promise<string> | undefined;
  return {
    name: 'front-desk:bundled-ahead',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      text ??= bundledText({ input, format: 'es' });
      // Said where it is waited for.
      text.catch(() => {});
    },
    load: {
      filter: { id: `**/${input}?worker&url` },
      async handler() {
        const file = this.emitFile({ type: 'asset', name: basename(input).replace(/\.ts$/, '.js'), source: await text! });
        return `export default import.meta.ROLLUP_FILE_URL_${file}`;
      },
    },
  };
}
