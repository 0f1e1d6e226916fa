import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJudge, type Judge } from '../../src/grader/hosts/terminal/judge.ts';
import type { SuiteRun } from '../../src/grader/outcome.ts';
import { openJudgePage, type JudgePage } from './support/judge-page.ts';

let page: JudgePage;
let terminal: Judge;

beforeAll(async () => {
  page = await openJudgePage('tests/browser/suites/probe/suite.test.ts');
  terminal = await openJudge({ suites: fileURLToPath(new URL('./suites/', import.meta.url)) });
});

afterAll(async () => {
  await page.close();
  await terminal.close();
});

function submission(files: string | Record<string, string>) {
  return { exercise: 'probe', entry: 'probe.ts', files: typeof files === 'string' ? { 'probe.ts': files } : files, root: 'file:///' };
}

/** What the first test of the suite got from `probe`, as a learner would see it. */
function shown({ outcomes: [first], ...run }: SuiteRun): string {
  return first?.actual ?? first?.message ?? JSON.stringify(run);
}

async function shownInBrowser(files: string | Record<string, string>): Promise<string> {
  return shown(await page.judge(submission(files)));
}

describe('a subject in a Worker', () => {
  it('finds the same names in its world as one in the terminal', async () => {
    const names = submission(`
      const names = [];
      for (let holder = globalThis; holder !== Object.prototype; holder = Object.getPrototypeOf(holder)) names.push(...Object.getOwnPropertyNames(holder));
      export const probe = () => names.filter((name) => name !== 'TEMPORARY' && name !== 'PERSISTENT' && name !== 'constructor').sort().join(' ');
    `);
    const inBrowser = shown(await page.judge(names));
    expect(inBrowser).toContain(' Promise ');
    expect(inBrowser).toBe(shown(await terminal.run(names)));
  });

  it.each([
    ['eval', 'eval("1")'],
    ['Function', 'new Function("return 1")()'],
    ['the constructor of a function', '(async () => {}).constructor("return 1")()'],
  ])('makes no code from text: %s', async (_, code) => {
    expect(await shownInBrowser(`export const probe = () => ${code};`)).toContain('EvalError');
  });

  it('imports nothing at run time', async () => {
    expect(await shownInBrowser('export const probe = () => import("./probe.ts");')).toContain('probe.ts:1 imports at run time');
  });

  it.each(['http://127.0.0.1:1/', 'data:text/javascript,export default 1'])(
    'imports nothing at run time, even where the lexer is led to take it for a regular expression: %s',
    async (address) => {
      const code = `const address = ${JSON.stringify(address)};
        let found;
        const hidden = function () {} / import(address).then(() => (found = 'loaded'), (error) => (found = error)) / 1;
        export const probe = async () => { while (!found) await new Promise((resolve) => setTimeout(resolve, 1)); throw found; };`;
      expect(await shownInBrowser(code)).toContain('Failed to fetch dynamically imported module');
    },
  );

  it('loads modules that import each other’s names, in order', async () => {
    const files = {
      'probe.ts': "import { two } from './lib/two.ts';\nexport const probe = () => two;",
      'lib/two.ts': "export { one as two } from '../one.ts';",
      'one.ts': "export const one = 'from one';",
    };
    expect(await shownInBrowser(files)).toBe("'from one'");
  });

  it('is refused if its files import each other, because an address made from a text cannot stand in that text', async () => {
    const files = { 'probe.ts': "import './one.ts';\nexport const probe = () => {};", 'one.ts': "import './probe.ts';" };
    const { refused } = await page.judge(submission(files));
    expect(refused).toContain('probe.ts → one.ts → probe.ts');
  });

  it('is named with file and line where it throws', async () => {
    expect(await shownInBrowser('export function probe() {\n  throw new TypeError("no desk");\n}')).toContain('no desk (probe.ts, line 2)');
  });

  it('does not become what an export named `then` says it is', async () => {
    const text = "export function then(resolve) { resolve({ probe: () => 'forged' }); }\nexport const probe = () => 'real';";
    expect(await shownInBrowser(text)).toBe("'real'");
  });

  it('is replaced when it hangs, and the suite goes on', async () => {
    const { outcomes } = await page.judge(submission('export function probe(round) { while (round === 1); }'));
    expect(outcomes.map(({ status, message }) => [status, message])).toEqual([
      ['failed', 'Your code did not return within 2 s.'],
      ['passed', ''],
    ]);
  });

  it('is refused if it never ends loading', async () => {
    expect((await page.judge(submission('while (true);'))).refused).toContain('2 s');
  });
});
