import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExercise, type Exercise } from '../../src/grader/exercises.ts';
import { openJudge, type Judge } from '../../src/grader/hosts/terminal/judge.ts';
import type { SuiteRun } from '../../src/grader/outcome.ts';
import { readSubmission } from '../../src/grader/submission.ts';
import { verdictOf } from '../../src/grader/verdict.ts';
import { launchChromium } from '../site/support/chromium.ts';
import { serveFolder, type StaticServer } from '../site/support/static-server.ts';
import { bundleGrader } from './support/bundle.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const EXERCISE = 'token-bucket';

const SUBMISSIONS = [
  'solutions/token-bucket',
  'solutions/token-bucket/gcra',
  'tests/stubs/token-bucket',
  'tests/wrong/token-bucket/starts-empty',
  'tests/wrong/token-bucket/refills-past-the-burst',
  'tests/wrong/token-bucket/refusal-costs-a-token',
  'tests/wrong/token-bucket/keys-share-the-quota',
];

let exercise: Exercise;
let terminal: Judge;
let browser: Browser;
let server: StaticServer;
let page: Page;
let folder: string;

beforeAll(async () => {
  exercise = await loadExercise(ROOT, EXERCISE);
  terminal = await openJudge();
  folder = await mkdtemp(join(tmpdir(), 'front-desk-browser-'));
  const scripts = await bundleGrader(EXERCISE);
  await Promise.all([
    writeFile(join(folder, 'index.html'), '<!doctype html><title>Judge</title><script type="module" src="page.js"></script>'),
    writeFile(join(folder, 'page.js'), scripts.page),
    writeFile(join(folder, 'judge.js'), scripts.judge),
  ]);
  // What a page that hosts a subject must send: the subject's Worker inherits it.
  server = await serveFolder(folder, {
    headers: { 'content-security-policy': "default-src 'none'; script-src 'self' blob:; worker-src 'self' blob:" },
  });
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => 'judge' in globalThis);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await terminal.close();
  await rm(folder, { recursive: true });
});

async function verdicts(path: string) {
  const submission = await readSubmission(join(ROOT, path), EXERCISE);
  if ('refused' in submission) throw new Error(submission.refused);
  const { files, entry } = submission;
  const inBrowser = await page.evaluate((texts) => globalThis.judge.run(texts), { files, entry });
  return { inTerminal: inShort(await terminal.run(submission)), inBrowser: inShort(inBrowser) };
}

/** What two hosts must agree on: everything but times, and where an engine words an error its own way. */
function inShort(run: SuiteRun) {
  const { earned, status, concepts } = verdictOf(exercise, run);
  return {
    trouble: run.trouble,
    refused: run.refused !== undefined,
    earned,
    status,
    concepts: concepts.map(({ id, status, tests }) => ({ id, status, failed: tests.filter((test) => test.status !== 'passed').map(({ name }) => name) })),
  };
}

describe('the same suite in the terminal and in a browser', () => {
  it.each(SUBMISSIONS)('gives the same verdict on %s', async (path) => {
    const { inTerminal, inBrowser } = await verdicts(path);
    expect(inBrowser).toEqual(inTerminal);
  });
});
