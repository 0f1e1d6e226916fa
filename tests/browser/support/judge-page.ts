import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SuiteRun } from '../../../src/grader/outcome.ts';
import type { Submission } from '../../../src/grader/submission.ts';
import { launchChromium } from '../../site/support/chromium.ts';
import { serveFolder } from '../../site/support/static-server.ts';
import { bundleGrader } from './bundle.ts';

export interface JudgePage {
  /** As a learner has it: TypeScript, by path. */
  judgeFiles(files: Record<string, string>, entry: string): Promise<SuiteRun>;
  judge(submission: Pick<Submission, 'files' | 'entry'>): Promise<SuiteRun>;
  close(): Promise<void>;
}

/** A page in Chromium that judges submissions by one suite. */
export async function openJudgePage(suite: string): Promise<JudgePage> {
  const { page: script, judge, blankTypes } = await bundleGrader(suite);
  const folder = await mkdtemp(join(tmpdir(), 'judge-page-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Judge</title><body><script type="module" src="page.js"></script>');
  await writeFile(join(folder, 'page.js'), script);
  await writeFile(join(folder, 'judge.js'), judge);
  await writeFile(join(folder, 'blank-types.js'), blankTypes);

  const server = await serveFolder(folder);
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => 'judge' in globalThis && 'reader' in globalThis);

  return {
    judgeFiles: (files, entry) =>
      page.evaluate(
        async ([texts, called]) => {
          const submission = await globalThis.reader.read(texts, called);
          return 'refused' in submission ? { outcomes: [], ...submission } : globalThis.judge.run(submission);
        },
        [files, entry] as const,
      ),
    judge: ({ files, entry }) => page.evaluate((texts) => globalThis.judge.run(texts), { files, entry }),
    async close() {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
