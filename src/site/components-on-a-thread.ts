import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CompileOptions } from 'svelte/compiler';
import type { Plugin } from 'vite';

/** What the thread is asked for, and what it answers. */
export interface Asked {
  id: number;
  code: string;
  options: CompileOptions;
}
export interface Compiled {
  id: number;
  compiled: { js: string; css: string | undefined; hasGlobal: boolean | undefined; warnings: number } | undefined;
}

type Side = 'server' | 'client';

/** What the plugin of Svelte shares with its own parts: https://github.com/sveltejs/vite-plugin-svelte, types/plugin-api.d.ts */
interface SvelteApi {
  options: { compilerOptions: CompileOptions };
  compileSvelte(
    request: { filename: string; normalizedFilename: string; cssId: string; ssr: boolean; raw: boolean },
    code: string,
    ...rest: unknown[]
  ): Promise<unknown>;
}

/**
 * Compiles components on a thread of their own, beside lessons and scripts, and begins with all of them when the build begins: each is
 * compiled twice, for the site and for the browser, and together they would keep the first thread busy for seconds.
 * What has warnings or does not compile is left to the plugin of Svelte, which reports it as ever.
 */
export function componentsOnAThread(): Plugin {
  const begun = new Map<string, { code: string; compiled: Promise<Compiled['compiled']> }>();
  let root: string;
  let compilerOptions: CompileOptions;

  function compiledFor(side: Side, filename: string, code: string): Promise<Compiled['compiled']> {
    const key = `${side} ${filename}`;
    const known = begun.get(key);
    if (known?.code === code) return known.compiled;
    const compiled = compiledOnThread(code, { ...compilerOptions, filename, generate: side });
    begun.set(key, { code, compiled });
    return compiled;
  }

  return {
    name: 'front-desk:components-on-a-thread',
    apply: 'build',
    configResolved: {
      // After the plugin of Svelte has made its own, and before it is used.
      order: 'pre',
      handler(config) {
        const api = config.plugins.find(({ name }) => name === 'vite-plugin-svelte:config')!.api as SvelteApi;
        root = config.root;
        compilerOptions = api.options.compilerOptions;
        const here = api.compileSvelte;
        api.compileSvelte = async (request, code, ...rest) => {
          const { filename, normalizedFilename, cssId, ssr } = request;
          const compiled = await compiledFor(ssr ? 'server' : 'client', filename, code);
          if (!compiled || compiled.warnings > 0) return here(request, code, ...rest);
          const { js, css, hasGlobal } = compiled;
          const withStyles = css?.trim() ? `${js}\nimport ${JSON.stringify(cssId)};\n` : js;
          return {
            filename,
            normalizedFilename,
            cssId,
            lang: 'ts',
            ssr,
            compiled: {
              js: { code: withStyles, map: null },
              css: css === undefined ? null : { code: css, map: null, hasGlobal },
              warnings: [],
            },
          };
        };
      },
    },
    async buildStart() {
      if (begun.size > 0) return;
      const texts = new Map<string, string>();
      for await (const name of glob('src/components/**/*.svelte', { cwd: root })) {
        const file = join(root, name);
        texts.set(file.replaceAll('\\', '/'), await readFile(file, 'utf8'));
      }
      for (const side of ['server', 'client'] as const) for (const [file, code] of texts) void compiledFor(side, file, code);
    },
    closeBundle() {
      if (waiting.size > 0) return;
      void thread?.terminate();
      thread = undefined;
    },
  };
}

let thread: Worker | undefined;
let asked = 0;
const waiting = new Map<number, (compiled: Compiled['compiled']) => void>();

function compiledOnThread(code: string, options: CompileOptions): Promise<Compiled['compiled']> {
  thread ??= startThread();
  const id = asked++;
  const { promise, resolve } = Promise.withResolvers<Compiled['compiled']>();
  waiting.set(id, resolve);
  thread.ref();
  thread.postMessage({ id, code, options } satisfies Asked);
  return promise;
}

/** It keeps the build from ending only while something is asked of it. */
function startThread(): Worker {
  const started = new Worker(new URL('./component.thread.ts', import.meta.url));
  started.on('message', ({ id, compiled }: Compiled) => {
    waiting.get(id)?.(compiled);
    waiting.delete(id);
    if (waiting.size === 0) started.unref();
  });
  return started;
}
