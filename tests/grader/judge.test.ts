/** The judge of the terminal: a submission in a process of its own, a suite that shows what `probe` returned. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJudge, type Judge } from '../../src/grader/hosts/terminal/judge.ts';
import type { SuiteRun } from '../../src/grader/outcome.ts';
import type { Submission } from '../../src/grader/submission.ts';
import { isAlive, subjectProcesses, until } from './support/subject-processes.ts';

const SUITES = fileURLToPath(new URL('../browser/suites/', import.meta.url));

let judge: Judge;

beforeAll(async () => {
  judge = await openJudge({ suites: SUITES });
});
afterAll(() => judge.close());

function submission(files: string | Record<string, string>): Submission {
  const texts = typeof files === 'string' ? { 'probe.ts': files } : files;
  return { exercise: 'probe', entry: 'probe.ts', files: texts, root: 'file:///desk/' };
}

/** What the tests of the suite got, each from one call of `probe`. */
async function shown(files: string | Record<string, string>): Promise<string[]> {
  const { outcomes } = await judge.run(submission(files));
  return outcomes.map(({ actual, message }) => actual ?? message);
}

describe('a run', { timeout: 30_000 }, () => {
  it('reports each test as it ends, and all of them in order', async () => {
    const reported: string[] = [];
    const { outcomes } = await judge.run(submission('export const probe = (round) => (round === 1 ? undefined : round);'), {
      onOutcome: ({ status }) => reported.push(status),
    });
    expect(reported).toEqual(['passed', 'failed']);
    expect(outcomes).toEqual([
      { concept: 'probe', name: 'returns nothing', status: 'passed', message: '', ms: expect.any(Number) as number },
      {
        concept: 'probe',
        name: 'returns nothing when it is asked again',
        status: 'failed',
        message: 'Your code answers differently.',
        input: 'probe(2)  // → 2',
        expected: 'undefined',
        actual: '2',
        ms: expect.any(Number) as number,
      },
    ]);
  });

  it('keeps the state of modules between tests', async () => {
    expect(await shown('let calls = 0;\nexport const probe = () => ++calls;')).toEqual(['1', '2']);
  });

  it('starts with a fresh state', async () => {
    const counting = 'globalThis.runs ??= 0;\nexport const probe = () => ++globalThis.runs;';
    expect([await shown(counting), await shown(counting)]).toEqual([
      ['1', '2'],
      ['1', '2'],
    ]);
  });

  it('links modules of several files, in circles too', async () => {
    const files = {
      'probe.ts': "import { name } from './lib/name.ts';\nexport const probe = () => name();\nexport const word = 'bell';",
      'lib/name.ts': "import { word } from '../probe.ts';\nexport const name = () => word;",
    };
    expect(await shown(files)).toEqual(["'bell'", "'bell'"]);
  });

  it('replaces a subject that hangs or ends, and goes on', async () => {
    expect(await shown('export function probe(round) { while (round === 1); return round; }')).toEqual([
      'Your code did not return within 2 s.',
      '2',
    ]);
  });

  it('leaves a submission the memory that it is told it may use', async () => {
    const holding =
      'const held = [];\nexport const probe = (round) => { while (held.length < 960) held.push(new Array(16_384).fill(0.5)); return round; };';
    expect(await shown(holding)).toEqual(['1', '2']);
  });

  it('of an exercise without a suite fails', async () => {
    await expect(judge.run({ ...submission(''), exercise: 'nowhere' })).rejects.toThrow('ENOENT');
  });

  it('that is given up ends its hanging test at once, and leaves a judge that judges', async () => {
    const giveUp = new AbortController();
    const running = judge.run(submission('export const probe = (round) => round === 1 ? 1 : new Promise(() => {});'), {
      signal: giveUp.signal,
      onOutcome: () => giveUp.abort(),
    });
    expect((await running).trouble).toBe('the run was given up');
    expect(await shown('export const probe = () => 5;')).toEqual(['5', '5']);
  });
});

describe('a submission that cannot be loaded', { timeout: 30_000 }, () => {
  async function refusalOf(files: string | Record<string, string>): Promise<SuiteRun> {
    const run = await judge.run(submission(files));
    return { ...run, outcomes: [] };
  }

  it.each<[string, string, string]>([
    ['throws', '\nnull.bell;', "It threw TypeError: Cannot read properties of null (reading 'bell') (probe.ts, line 2)."],
    ['throws no error', "throw 'a fit';", "It threw 'a fit', which is no Error."],
    [
      'declares a name twice',
      'let bell;\n\nlet bell;',
      "It threw SyntaxError: Identifier 'bell' has already been declared (probe.ts, line 3).",
    ],
    [
      'is new to the engine',
      'export const a = 1;\n@loud class Bell {}',
      'It threw SyntaxError: Invalid or unexpected token (probe.ts, line 2).',
    ],
    ['waits for ever', 'await new Promise(() => {});', 'It did not finish loading within 2 s.'],
  ])('is refused with file and line: it %s', async (_, text, refused) => {
    expect(await refusalOf(text)).toMatchObject({ refused });
  });

  it('is refused by the name that another file does not export', async () => {
    const files = { 'probe.ts': "import { bell } from './door.ts';\nbell();", 'door.ts': 'export const door = 1;' };
    expect((await refusalOf(files)).refused).toContain("'./door.ts' does not provide an export named 'bell'");
  });

  it('still shows what it printed', async () => {
    expect(await refusalOf("console.log('so far', { good: true });\nthrow new Error('and no further');")).toEqual({
      outcomes: [],
      printed: 'so far { good: true }',
      refused: 'It threw Error: and no further (probe.ts, line 2).',
    });
  });
});

describe('the world of a submission', { timeout: 30_000 }, () => {
  it('ends every stack where the submission does', async () => {
    const [stack] = await shown(
      "export const probe = async () => { await 1; return [new Error('a').stack, ...(await later())]; };\nconst later = () => new Promise((settle) => setTimeout(() => settle([new Error('b').stack]), 1));",
    );
    expect(stack).toContain('file:///desk/probe.ts:2:');
    expect(stack).not.toMatch(/boundary|node:|eval|src\/grader/);
  });

  it.each([
    ['a submission that patches what the grader reads arrays with', 'Array.prototype[Symbol.iterator] = () => { throw 1; };'],
    ['one that gives every property descriptor a getter', 'Object.prototype.get = () => 7;'],
    ['one that breaks promises', 'Promise.prototype.then = Promise.prototype.constructor = undefined;'],
    ['one that breaks JSON and texts', 'JSON.parse = JSON.stringify = String.prototype.slice = Array.isArray = undefined;'],
  ])('may be changed without any change to an answer: %s', async (_, patch) => {
    const answer = "export const probe = (n) => ({ n, list: [n, 'a'], map: new Map() });";
    expect(await shown(`${answer}\n${patch}`)).toEqual(["{ n: 1, list: [1, 'a'], map: Map {} }", "{ n: 2, list: [2, 'a'], map: Map {} }"]);
  });

  it('shows what is printed under the call that printed it', async () => {
    const { outcomes } = await judge.run(submission("export function probe(n) { console.log('n is', n); console.warn({ n }); return n; }"));
    expect(outcomes[0]!.input).toBe('probe(1)  // → 1\n  │ n is 1\n  │ { n: 1 }');
  });

  it('keeps the process awake and unharmed when something fails later', async () => {
    const late =
      "setTimeout(() => { throw new Error('late'); }, 0); void Promise.reject(1); queueMicrotask(() => { throw new Error('soon'); });";
    const { outcomes } = await judge.run(
      submission(`${late}\nexport const probe = () => new Promise((settle) => setTimeout(() => settle(7), 5));`),
    );
    expect(outcomes.map(({ actual }) => actual)).toEqual(['7', '7']);
    expect(outcomes[0]!.input).toContain('Error: late');
  });
});

describe('a judge that is killed', { timeout: 30_000 }, () => {
  /** On Linux the system ends the subject, whatever it is doing. Elsewhere the subject sees that its line is cut, once it has a moment. */
  const text =
    process.platform === 'linux' ? 'export function probe() { while (true); }' : 'export const probe = () => new Promise(() => {});';

  it('takes its subject with it', async () => {
    const script = `
      import { openJudge } from ${JSON.stringify(new URL('../../src/grader/hosts/terminal/judge.ts', import.meta.url).href)};
      const judge = await openJudge({ suites: ${JSON.stringify(SUITES)} });
      await judge.run(${JSON.stringify(submission(`console.log('loaded');\n${text}`))});`;
    const killed = spawn(process.execPath, ['--no-warnings', '--input-type=module-typescript', '--eval', script], { stdio: 'ignore' });
    let subjects: number[] = [];
    await until(
      async () =>
        (subjects = (await subjectProcesses(killed.pid!)).filter((pid) => pid !== killed.pid)).length > 0 || process.platform === 'win32',
    );
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await until(async () => !subjects.some(isAlive));
    expect(subjects.some(isAlive)).toBe(false);
  });
});

describe('a judge that watches', { timeout: 30_000 }, () => {
  it('has the next subject ready, gives it the next submission, and leaves none behind', async () => {
    const watching = await openJudge({ suites: SUITES, watch: true });
    const before = new Set(await subjectProcesses(process.pid));
    const standby = async () => (await subjectProcesses(process.pid)).filter((pid) => !before.has(pid));
    const answers = async (answer: string) =>
      (await watching.run(submission(`export const probe = () => '${answer}';`))).outcomes.map(({ actual }) => actual);

    expect(await answers('bell')).toEqual(["'bell'", "'bell'"]);
    const first = await standby();
    expect(first.length > 0).toBe(process.platform !== 'win32');
    expect(await answers('door')).toEqual(["'door'", "'door'"]);
    await until(async () => !first.some(isAlive));

    await watching.close();
    await until(async () => (await standby()).length === 0);
  });
});
