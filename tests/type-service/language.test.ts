import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import globals from '../../exercises/globals.d.ts?raw';
import { compilerOptions } from '../../exercises/tsconfig.json';
import { createLanguage } from '../../src/type-service/language.ts';
import { library } from '../../src/type-service/library.ts';

const language = createLanguage({ library, globals, compilerOptions });

const CONTRACT = `/** A bucket. */
export interface Bucket {
  /** Takes a token at \`now\`, in seconds. */
  take(now: number): boolean;
  tokens(now: number): number;
}
`;
const FILE = 'token-bucket.ts';
const IMPORT = `import type { Bucket } from './contract.ts';\n`;

const files = (text: string) => ({ [FILE]: text, 'contract.ts': CONTRACT });
const warnings = (text: string) => language.warnings(files(text), FILE);
/** The offset of `¦`, and the files without it. */
function at(marked: string) {
  const offset = marked.indexOf('¦');
  return [files(marked.replace('¦', '')), FILE, offset] as const;
}
const proposed = (marked: string) => language.propose(...at(marked))!.proposals.map(({ name }) => name);

// The compiler reads its library at the first question, which takes a while.
beforeAll(() => void warnings(''));

describe('warnings', () => {
  it('stand at the words that are meant', () => {
    expect(warnings('const level: number =\n  "full";\n')).toEqual([
      { line: 1, column: 7, length: 5, message: `Type 'string' is not assignable to type 'number'.`, kind: 'warning' },
    ]);
  });

  it('know the contract, and say the reason behind a mismatch', () => {
    const [first] = warnings(`${IMPORT}export const bucket: Bucket = { take: (now: string) => true, tokens: () => 1 };\n`);
    expect(first).toMatchObject({ line: 2, column: 33 });
    expect(first!.message).toMatch(/^Type '\(now: string\) => true'.+ Type 'number' is not assignable to type 'string'\.$/);
  });

  it('are those of the file as it stands, whatever stood there before', () => {
    expect(warnings('const a: number = "";\n')).toHaveLength(1);
    expect(warnings('const a: string = "";\n')).toEqual([]);
  });

  it('of a file that does not parse say that alone', () => {
    expect(warnings('const level: number = "full";\nconst b = ;\n')).toEqual([
      { line: 2, column: 11, length: 1, message: 'Expression expected.', kind: 'warning' },
    ]);
  });

  it.each(['console.log(1, "a");', 'setTimeout(() => {}, 5);', 'queueMicrotask(() => {});', 'Promise.withResolvers<number>();'])(
    'there are none for what a submission has: %s',
    (text) => {
      expect(warnings(text)).toEqual([]);
    },
  );

  it.each(['fetch("/");', 'process.exit();', 'document.title;', 'Buffer.from("");', 'structuredClone({});'])(
    'there are some for what it has not: %s',
    (text) => {
      expect(warnings(text)).toHaveLength(1);
    },
  );

  it('advise nobody to install what would not help', () => {
    expect(warnings('process.exit();')[0]!.message).toBe(`Cannot find name 'process'. A submission has ECMAScript, a console and timers.`);
  });

  it('there are none for a reference solution, file by file', () => {
    const textOf = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    const solution = (path: string) => textOf(`solutions/token-bucket/${path}`).replaceAll('../../exercises/token-bucket/', './');
    const paths = ['token-bucket.ts', 'bucket.ts', 'quota.ts', 'throttle.ts'];
    const given = {
      ...Object.fromEntries(paths.map((path) => [path, solution(path)])),
      'contract.ts': textOf('exercises/token-bucket/contract.ts'),
    };
    expect(paths.flatMap((path) => language.warnings(given, path))).toEqual([]);
  });
});

describe('what a name is', () => {
  it('is its type, its comment, and where it is declared', () => {
    expect(language.describe(...at(`${IMPORT}export const go = (bucket: Bucket) => bucket.ta¦ke(1);\n`))).toEqual({
      from: IMPORT.length + 45,
      to: IMPORT.length + 49,
      signature: '(method) Bucket.take(now: number): boolean',
      documentation: 'Takes a token at `now`, in seconds.',
      declared: { path: 'contract.ts', line: 4, column: 3 },
    });
  });

  it('has the comment without the ends of its lines, but for lists and paragraphs', () => {
    const text = '/**\n * One that is\n * long.\n *\n * - first\n *   item\n * - second\n */\nconst a = 1;\nexport const b = ¦a;\n';
    expect(language.describe(...at(text))!.documentation).toBe('One that is long.\n\n- first item\n- second');
  });

  it('of ECMAScript is declared nowhere that can be gone to', () => {
    expect(language.describe(...at('Math.m¦ax(1);\n'))).toMatchObject({ signature: expect.stringContaining('max'), declared: undefined });
  });

  it('is unknown where no name stands', () => {
    expect(language.describe(...at('const a = 1; ¦ \n'))).toBeUndefined();
  });
});

describe('proposals', () => {
  it('are the members behind a dot', () => {
    expect(proposed(`${IMPORT}export const go = (bucket: Bucket) => bucket.¦\n`)).toEqual(['take', 'tokens']);
  });

  it('replace what is written of the name', () => {
    const marked = `${IMPORT}export const go = (bucket: Bucket) => bucket.to¦\n`;
    expect(language.propose(...at(marked))!.from).toBe(marked.indexOf('to¦'));
  });

  it('are names that are in reach, without those of the web and of Node', () => {
    const names = proposed('const burst = 1;\nb¦\n');
    expect(names).toEqual(expect.arrayContaining(['burst', 'Map', 'console', 'const']));
    expect(names.filter((name) => ['document', 'window', 'fetch', 'process', 'Buffer'].includes(name))).toEqual([]);
  });

  it('are the texts that a type allows', () => {
    expect(proposed(`const way: 'fixed' | 'sliding' = '¦';\n`)).toEqual(['fixed', 'sliding']);
  });

  it('are explained one by one', () => {
    const given = at(`${IMPORT}export const go = (bucket: Bucket) => bucket.¦\n`);
    expect(language.explain(...given, 'take')).toEqual({
      signature: '(method) Bucket.take(now: number): boolean',
      documentation: 'Takes a token at `now`, in seconds.',
    });
  });
});

it('the library is all that ECMAScript needs', () => {
  const named = [...library.values()].flatMap((text) => [...text.matchAll(/^\/\/\/ <reference lib="([^"]+)"/gm)].map(([, name]) => name!));
  const missing = named.filter((name) => !library.has(`lib.${name}.d.ts`));
  expect(missing.filter((name) => !/^(dom|webworker|scripthost)/.test(name))).toEqual([]);
  expect(library.has('lib.es2024.d.ts')).toBe(true);
});
