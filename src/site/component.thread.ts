/** Compiles Svelte components, one message each, for `components-on-a-thread.ts`. */
import { parentPort } from 'node:worker_threads';
import { compile } from 'svelte/compiler';
import type { Asked, Compiled } from './components-on-a-thread.ts';

parentPort!.on('message', ({ id, code, options }: Asked) => {
  parentPort!.postMessage({ id, compiled: compiledOf(code, options) } satisfies Compiled);
});

/** Undefined where it cannot be compiled: whoever asked tries it again, and says why. */
function compiledOf(code: string, options: Asked['options']): Compiled['compiled'] {
  try {
    const { js, css, warnings } = compile(code, options);
    // What is not plain stays behind: a map that knows functions, a syntax tree.
    return { js: js.code, css: css?.code, hasGlobal: css?.hasGlobal, warnings: warnings.length };
  } catch {
    return undefined;
  }
}
