/** The real commands, as processes, with the real judge. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/grader/verdict.ts';

const COURSE = resolve(import.meta.dirname, '../..');

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

function run(verb: string, ...args: string[]): Promise<Ended> {
  const script = join(COURSE, 'src/cli', `${verb}.ts`);
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  return new Promise((done) => {
    const child = execFile(process.execPath, [script, ...args], { cwd: COURSE, env }, (_error, stdout, stderr) =>
      done({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

describe('npm run grade', { timeout: 60_000 }, () => {
  let handedIn: string;
  beforeAll(async () => {
    handedIn = await mkdtemp(join(tmpdir(), 'handed-in-'));
  });
  afterAll(() => rm(handedIn, { recursive: true }));

  it('gives the reference every point: JSON and nothing else, exit 0', async () => {
    const { code, stdout, stderr } = await run('grade', '--from', 'solutions', '--json');
    const { version, exercises } = JSON.parse(stdout) as Verdict;
    expect({ code, stderr, version }).toEqual({ code: 0, stderr: '', version: 1 });
    for (const { earned, points, status } of exercises) expect({ earned, status }).toEqual({ earned: points, status: 'passed' });
  });

  it('gives an untouched stub nothing, explains the first rule in plain text, exit 1', async () => {
    const { code, stdout, stderr } = await run('grade', 'token-bucket', '--from', 'tests/stubs');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^Token bucket\n\n {2}✘ 1 {2}A new bucket is full/);
    expect(stdout).toMatch(/\n {2}expected {2}\[true, true, true, true, true, false, false\]\n/);
    expect(stdout).toMatch(/\n0 of 100 points, 0 of 8 concepts\n$/);
    expect(stdout).not.toContain('\u001B');
  });

  it('gives a submission that throws a verdict, and shows no stack of ours', async () => {
    await writeFile(join(handedIn, 'token-bucket.ts'), "console.log('hello');\nthrow new RangeError('no buckets today');\n");
    const { code, stdout, stderr } = await run('grade', '--from', handedIn);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('RangeError: no buckets today');
    expect(stdout).toContain('hello');
    expect(stdout).not.toMatch(/^\s+at /m);
  });

  it('answers an unknown name with the list and the nearest, exit 2', async () => {
    expect(await run('grade', 'tokenbucket')).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^There is no exercise "tokenbucket"\. Did you mean "token-bucket"\? There (is|are): .*token-bucket/),
    });
  });
});

describe('the other verbs', { timeout: 60_000 }, () => {
  it.each(['hint', 'reset', 'examples', 'grade'])('%s explains itself', async (verb) => {
    const { code, stdout } = await run(verb, '--help');
    expect(code).toBe(0);
    expect(stdout).toContain(`npm run ${verb}`);
  });

  it.each(['hint', 'reset', 'examples'])('%s knows the exercises there are', async (verb) => {
    expect(await run(verb, 'tokenbucket')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('"token-bucket"') });
  });
});
