import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { warningLines } from '../../src/grader/report/warning-lines.ts';
import { startTypeCheck } from '../../src/grader/type-check/type-warnings.ts';
import { plain } from './support/sample.ts';

const COURSE = resolve(import.meta.dirname, '../..');

describe('the types of a submission', { timeout: 60_000 }, () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'types-'));
    for (const path of ['tsconfig.json', 'globals.d.ts', 'token-bucket/contract.ts']) {
      await cp(join(COURSE, 'exercises', path), join(folder, path));
    }
    await cp(join(COURSE, 'tests/stubs/token-bucket'), join(folder, 'token-bucket'), { recursive: true });
    file = join(folder, 'token-bucket/token-bucket.ts');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const warnings = () => startTypeCheck(folder, 'token-bucket', join(folder, 'cache')).warnings;

  it('are right in the stub', async () => {
    expect(await warnings()).toEqual([]);
  });

  it('know nothing of Node, and say so without sending anybody to install it', async () => {
    await writeFile(file, "console.log('ready');\nexport const createBucket = () => process.exit(0);\n");
    expect(await warnings()).toEqual([
      { file, line: 2, column: 35, message: "Cannot find name 'process'. A submission has ECMAScript, a console and timers." },
    ]);
  });

  it('are left alone in a file that does not parse: the verdict says where', async () => {
    await writeFile(file, 'export function createBucket( {');
    expect(await warnings()).toEqual([]);
  });

  it('are checked once for the same files', async () => {
    await warnings();
    const cache = join(folder, 'cache/token-bucket.json');
    const { key } = JSON.parse(await readFile(cache, 'utf8'));
    const kept = [{ file, line: 1, column: 1, message: 'from the cache' }];
    await writeFile(cache, JSON.stringify({ key, warnings: kept }));
    expect(await warnings()).toEqual(kept);
    await writeFile(file, 'export {};\n');
    expect(await warnings()).toEqual([]);
  });

  it('are nobody’s concern once the check is given up', async () => {
    const check = startTypeCheck(folder, 'token-bucket', join(folder, 'cache'));
    check.giveUp();
    expect(await check.warnings).toBeUndefined();
  });
});

describe('the report of type warnings', () => {
  it('names each place, and says that they cost nothing', () => {
    expect(warningLines([{ file: 'exercises/bell/bell.ts', line: 3, column: 7, message: "Cannot find name 'ring'." }], plain)).toEqual([
      'types: 1 warning, which costs no points',
      '  exercises/bell/bell.ts:3:7',
      "    Cannot find name 'ring'.",
    ]);
  });

  it('stops after five', () => {
    const warnings = Array.from({ length: 8 }, (_, line) => ({ file: 'bell.ts', line, column: 1, message: 'No.' }));
    const lines = warningLines(warnings, plain);
    expect([lines[0], lines.length, lines.at(-1)]).toEqual(['types: 8 warnings, which cost no points', 12, '  and 3 more']);
  });
});
