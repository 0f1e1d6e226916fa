/**
 * As much of Vitest as hidden suites use, for a Worker: the bundler puts this module in the place of `vitest`. A suite
 * runs here unchanged, one test after the other, each exactly once.
 */
export { expect } from './expect.ts';

type Body = () => unknown;

export interface SuiteTest {
  /** Names of the enclosing `describe`s, outermost first. */
  groups: string[];
  name: string;
  /** Runs the hooks and the test; rejects with what failed. */
  run(): Promise<void>;
}

interface Group {
  name: string;
  before: Body[];
  after: Body[];
}

let open: Group[] = [];
let collected: SuiteTest[] = [];

/** The tests that a suite declares while it is imported. */
export async function collectTests(loadSuite: () => Promise<unknown>): Promise<SuiteTest[]> {
  open = [{ name: '', before: [], after: [] }];
  collected = [];
  await loadSuite();
  return collected;
}

export function describe(name: string, declare: () => void): void {
  open.push({ name, before: [], after: [] });
  declare();
  open.pop();
}

export function it(name: string, body: Body): void {
  const groups = [...open];
  collected.push({ groups: groups.slice(1).map((group) => group.name), name, run: () => runTest(groups, body) });
}
export { it as test };

export function beforeEach(hook: Body): void {
  open.at(-1)!.before.push(hook);
}

export function afterEach(hook: Body): void {
  open.at(-1)!.after.push(hook);
}

/** Hooks run from the outermost group inwards before a test and the other way round after it, as Vitest runs them. */
async function runTest(groups: readonly Group[], body: Body): Promise<void> {
  try {
    for (const hook of groups.flatMap((group) => group.before)) await hook();
    await body();
  } finally {
    for (const hook of groups.toReversed().flatMap((group) => group.after.toReversed())) await hook();
  }
}
