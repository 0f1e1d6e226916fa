import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { bundledSubject } from '../../../src/site/judge-in-the-page.ts';

const file = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Scripts of a page that judges by one suite. */
export interface BrowserGrader {
  /** Holds the subject's Worker as a text. */
  page: string;
  /** Holds the hidden suite. */
  judge: string;
  /** Takes types out. */
  blankTypes: string;
}

/** @param suite - its file, from the project's root */
export async function bundleGrader(suite: string): Promise<BrowserGrader> {
  return {
    page: await bundle('tests/browser/support/page.ts', {
      'virtual:subject-worker': `export default ${JSON.stringify(await bundledSubject())}`,
    }),
    judge: await bundle('tests/browser/support/judge.worker.ts', {
      vitest: `export * from ${JSON.stringify(file('src/grader/hosts/browser/runner.ts'))}`,
      'virtual:hidden-suite': `import ${JSON.stringify(file(suite))}`,
    }),
    blankTypes: await bundle('src/grader/hosts/browser/blank-types.worker.ts', {}),
  };
}

/** One script with everything it imports. `modules` are written here, in the place of what goes by that name. */
async function bundle(entry: string, modules: Record<string, string>): Promise<string> {
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
    build: { write: false, target: 'es2024', rollupOptions: { input: file(entry), output: { format: 'es', codeSplitting: false } } },
  });
  const { output } = [result].flat()[0] as { output: { code?: string }[] };
  return output[0]!.code!;
}
