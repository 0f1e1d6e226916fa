/** What the bundler does so that hidden suites and submissions run in a page. */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { bundledText } from './bundled-ahead.ts';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const SUBJECT = 'virtual:subject-worker';

/** Hidden suites import `vitest`; in a page that is the small runner of the browser host. Wanted among the plugins of Workers, too. */
export function runnerForSuites(): Plugin {
  const suites = file('tests/hidden/').replaceAll('\\', '/');
  return {
    name: 'front-desk:runner-for-suites',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^vitest$/ },
      handler: (_id, importer) =>
        importer?.replaceAll('\\', '/').startsWith(suites) ? file('src/grader/hosts/browser/runner.ts') : undefined,
    },
  };
}

/** `virtual:subject-worker` is the text of the Worker in which a submission runs: one classic script, since a frame without an origin loads no module. */
export function subjectWorkerText(): Plugin {
  return {
    name: 'front-desk:subject-worker-text',
    resolveId: { filter: { id: new RegExp(`^${SUBJECT}$`) }, handler: (id) => `\0${id}` },
    load: { filter: { id: new RegExp(`^\0${SUBJECT}$`) }, handler: async () => `export default ${JSON.stringify(await bundledSubject())}` },
  };
}

/** The bundled text of `subject.worker.ts`. */
export const bundledSubject = () => bundledText({ input: 'src/grader/hosts/browser/subject.worker.ts', format: 'iife' });
