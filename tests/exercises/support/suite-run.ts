/** A hidden suite against a trusted submission, in a Vitest process of its own and nothing between the two: quick, and never a way to grade. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const root = resolve(import.meta.dirname, '../../..');
const vitest = resolve(fileURLToPath(import.meta.resolve('vitest/package.json')), '../vitest.mjs');

export interface SuiteTest {
  concept: string;
  name: string;
  passed: boolean;
}

interface Report {
  testResults: { assertionResults: { ancestorTitles: string[]; title: string; status: string }[] }[];
}

/** Every test of the exercise's suite in the order in which it ran. `submission` is a path from the project's root. */
export async function runSuite(exercise: string, submission: string): Promise<SuiteTest[]> {
  const folder = await mkdtemp(join(tmpdir(), 'front-desk-suite-'));
  try {
    const report = join(folder, 'report.json');
    const config = ['--config', 'bench/in-process.vitest.config.ts', '--reporter=json', `--outputFile=${report}`];
    const run = spawn(process.execPath, [vitest, 'run', ...config, `tests/hidden/${exercise}/`], {
      cwd: root,
      env: { ...process.env, SUBJECT: submission },
    });
    const [, errors] = await Promise.all([text(run.stdout), text(run.stderr)]);
    const { testResults } = JSON.parse(
      await readFile(report, 'utf8').catch((cause) => {
        throw new Error(`The suite of ${exercise} did not run on ${submission}: ${errors}`, { cause });
      }),
    ) as Report;
    return testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ ancestorTitles, title, status }) => ({
        concept: ancestorTitles[0]!,
        name: title,
        passed: status === 'passed',
      })),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The concepts of which every test passed, and the others, each in the suite's order. */
export function conceptsOf(tests: readonly SuiteTest[]): { passed: string[]; broken: string[] } {
  const concepts = [...new Set(tests.map(({ concept }) => concept))];
  const isBroken = (concept: string) => tests.some((test) => test.concept === concept && !test.passed);
  return { passed: concepts.filter((concept) => !isBroken(concept)), broken: concepts.filter(isBroken) };
}
