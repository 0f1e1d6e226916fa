import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const file = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const BROWSER_HOST = 'src/grader/hosts/browser';

/** Scripts of a page that judges by one suite. */
export interface BrowserGrader {
  /** Holds the subject's Worker as a text. */
  page: string;
  /** Holds the hidden suite. */
  judge: string;
}

/** @param suite - its file, from the project's root */
export async function bundleGrader(suite: string): Promise<BrowserGrader> {
  const subject = await bundle(`${BROWSER_HOST}/subject.worker.ts`, 'iife');
  return {
    page: await bundle('tests/browser/support/page.ts', 'es', { 'virtual:subject-worker': `export default ${JSON.stringify(subject)}` }),
    judge: await bundle('tests/browser/support/judge.worker.ts', 'es', {
      vitest: `export * from ${JSON.stringify(file(`${BROWSER_HOST}/runner.ts`))}`,
      'virtual:hidden-suite': `import ${JSON.stringify(file(suite))}`,
    }),
  };
}

/** One script with everything it imports. `modules` are written here, in the place of what goes by that name. */
async function bundle(entry: string, format: 'es' | 'iife', modules: Record<string, string> = {}): Promise<string> {
  const inline: Plugin = {
    name: 'inline-modules',
    enforce: 'pre',
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => modules[id.slice(1)],
  };
  const result = await build({
    configFile: false,
    root: file('.'),
    logLevel: 'warn',
    plugins: [inline],
    build: { write: false, target: 'es2024', rollupOptions: { input: file(entry), output: { format, codeSplitting: false } } },
  });
  const { output } = [result].flat()[0] as { output: { code?: string }[] };
  return output[0]!.code!;
}
