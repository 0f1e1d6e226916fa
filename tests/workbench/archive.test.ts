import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readUpload, zipOf, type Upload } from '../../src/workbench/archive.ts';

const KNOWN = [
  { name: 'token-bucket', formerly: ['bucket'] },
  { name: 'vtl', formerly: [] },
];
const AT_HAND = { name: 'vtl', paths: ['vtl.ts', 'tokens.ts'] };
const AT = Date.UTC(2026, 10, 21, 12);

const read = (bytes: Uint8Array, name = 'work.zip'): Upload => readUpload({ name, bytes: new Uint8Array(bytes) }, AT_HAND, KNOWN);
const zipped = (files: Record<string, string>) =>
  read(zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))));
const refusal = (upload: Upload) => ('refused' in upload ? upload.refused : JSON.stringify(upload));

/** Changes bytes in a copy, at every place where `from` stands. */
function forged(bytes: Uint8Array, from: readonly number[], to: readonly number[], places = Infinity): Uint8Array {
  const copy = new Uint8Array(bytes);
  let left = places;
  for (let at = copy.length - from.length; at >= 0 && left > 0; at--)
    if (from.every((byte, index) => copy[at + index] === byte)) {
      copy.set(to, at);
      left--;
    }
  return copy;
}

const littleEndian = (number: number) => [number & 255, (number >>> 8) & 255, (number >>> 16) & 255, (number >>> 24) & 255];

describe('work as a zip', () => {
  it('comes back as it was, every character of it', () => {
    const work = {
      'token-bucket': { 'token-bucket.ts': 'const a = "\u0000\u2028 🪣";\n', 'lib/time.ts': '' },
      vtl: { 'vtl.ts': 'x'.repeat(100_000) },
    };
    expect(read(zipOf(work, AT))).toEqual({ work });
  });

  it('is laid out like the repository', () => {
    const names = new TextDecoder('latin1').decode(zipOf({ vtl: { 'vtl.ts': '', 'a/b.ts': '' } }, AT)).match(/exercises\/[\w./-]+\.ts/g);
    expect([...new Set(names)]).toEqual(['exercises/vtl/vtl.ts', 'exercises/vtl/a/b.ts']);
  });
});

describe('a zip', () => {
  it.each([
    ['a whole checkout', { 'main/exercises/vtl/vtl.ts': 'mine', 'main/solutions/vtl/vtl.ts': 'theirs', 'main/README.md': '' }],
    ['the folder of an exercise', { 'vtl/vtl.ts': 'mine', 'notes/a.ts': 'no' }],
    ['what is in that folder', { 'vtl.ts': 'mine' }],
    ['a path as Windows writes it', { 'exercises\\vtl\\vtl.ts': 'mine' }],
    ['lines as Windows ends them, and its mark', { 'vtl/vtl.ts': '\ufeffmine' }],
  ])('may hold %s', (_, files) => {
    expect(zipped(files)).toEqual({ work: { vtl: { 'vtl.ts': 'mine' } } });
  });

  it('may hold an exercise under the name that it had before', () => {
    expect(zipped({ 'exercises/bucket/bucket.ts': 'mine', 'exercises/bucket/time.ts': '\r\n' })).toEqual({
      work: { 'token-bucket': { 'token-bucket.ts': 'mine', 'time.ts': '\n' } },
    });
  });

  it('gives neither the contract nor tests nor what macOS adds', () => {
    const files = {
      'vtl/vtl.ts': 'mine',
      'vtl/contract.ts': '',
      'vtl/examples.test.ts': '',
      '__MACOSX/vtl/._vtl.ts': '',
      'vtl/notes.md': '',
    };
    expect(zipped(files)).toEqual({ work: { vtl: { 'vtl.ts': 'mine' } } });
  });

  it('may have a comment, and files that are not packed', () => {
    const bytes = zipSync({ 'vtl/vtl.ts': strToU8('mine') }, { level: 0 });
    const commented = new Uint8Array([...bytes, 1, 2, 3]);
    commented[bytes.length - 2] = 3;
    expect(read(commented)).toEqual({ work: { vtl: { 'vtl.ts': 'mine' } } });
  });
});

describe('a single file', () => {
  const bytes = strToU8('mine\r\n');

  it('is taken under the name of a file of the exercise, be it numbered by the browser', () => {
    for (const name of ['vtl.ts', 'vtl (1).ts', 'vtl(12).ts']) expect(read(bytes, name)).toEqual({ work: { vtl: { 'vtl.ts': 'mine\n' } } });
    expect(read(bytes, 'tokens.ts')).toEqual({ work: { vtl: { 'tokens.ts': 'mine\n' } } });
  });

  it('is refused under any other', () => {
    expect(refusal(read(bytes, 'contract.ts'))).toBe(
      '“contract.ts” is no file of this exercise. A single file must be called vtl.ts or tokens.ts; put others into a zip.',
    );
  });

  it('is refused when it is too large, or no text', () => {
    expect(refusal(read(new Uint8Array(500_001), 'vtl.ts'))).toBe('“vtl.ts” is larger than 500 kB, which the grader does not read.');
    expect(refusal(read(new Uint8Array([0xff, 0xfe]), 'vtl.ts'))).toBe('“vtl.ts” is not text in UTF-8.');
  });
});

describe('refused is', () => {
  it('what is no zip', () => {
    expect(refusal(read(strToU8('%PDF-1.7 and so on, for more than a few bytes'), 'paper.pdf'))).toBe(
      '“paper.pdf” is not a zip. Choose a .zip that was downloaded here, or a .ts file.',
    );
    expect(refusal(read(new Uint8Array()))).toContain('is not a zip');
  });

  it('a zip with no file of an exercise', () => {
    expect(refusal(zipped({ 'photo.png': 'x', 'solutions.ts': '' }))).toBe(
      '“work.zip” holds no file of an exercise. They must lie in it as exercises/vtl/vtl.ts does.',
    );
    expect(refusal(read(zipSync({})))).toContain('holds no file of an exercise');
  });

  it.each(['../../etc/vtl.ts', 'exercises/vtl/../../vtl.ts', '/exercises/vtl/vtl.ts', 'C:\\exercises\\vtl\\vtl.ts', '..\\vtl.ts'])(
    'a zip with a name that leads out: %s',
    (path) => {
      expect(refusal(zipped({ 'exercises/vtl/vtl.ts': 'mine', [path]: 'out' }))).toContain('whose name leads out of its folder');
    },
  );

  it('a zip with a file that is too large, too many files, or one file twice', () => {
    expect(refusal(zipped({ 'vtl/vtl.ts': ' '.repeat(500_001) }))).toBe(
      '“work.zip” holds “vtl/vtl.ts”, which is larger than 500 kB, which the grader does not read.',
    );
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, number) => [`vtl/file-${number}.ts`, '']));
    expect(refusal(zipped(many))).toBe('“work.zip” holds more than 50 files of vtl.');
    expect(refusal(zipped({ 'a/vtl/vtl.ts': '1', 'vtl/vtl.ts': '2' }))).toContain('holds “vtl.ts” twice');
    expect(refusal(read(new Uint8Array(20_000_001)))).toContain('is larger than 20 MB');
  });

  it('a zip that is locked, cut short, or spoiled in any one byte of a file', () => {
    const bytes = zipSync({ 'vtl/vtl.ts': strToU8('const answer = 42;\n'.repeat(50)) });
    const locked = forged(bytes, [0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0], [0x50, 0x4b, 1, 2, 20, 0, 20, 0, 1, 0]);
    expect(refusal(read(locked))).toContain('is locked with a password');
    for (let length = 0; length < bytes.length; length++) expect(refusal(read(bytes.slice(0, length)))).toMatch(/is not a zip|is damaged/);
    const start = 30 + 'vtl/vtl.ts'.length;
    const end = bytes.length - 22 - 46 - 'vtl/vtl.ts'.length;
    for (let at = start; at < end; at++) {
      const spoiled = new Uint8Array(bytes);
      spoiled[at]! ^= 0x55;
      expect(refusal(read(spoiled))).toContain('is damaged');
    }
  });

  it('anything that was made of a zip by chance, without an end or an exception', () => {
    const bytes = zipSync({ 'vtl/vtl.ts': strToU8('const answer = 42;\n') });
    for (let at = 0; at < bytes.length; at++)
      for (const byte of [0, 1, 0x7f, 0xff]) {
        const spoiled = new Uint8Array(bytes);
        spoiled[at] = byte;
        expect(Object.keys(read(spoiled))).toHaveLength(1);
      }
  });

  it('a bomb: one that says its size before anything is unpacked, one that lies as soon as it shows', () => {
    const size = 5_000_000;
    const bomb = zipSync({ 'vtl/vtl.ts': new Uint8Array(size) } satisfies Zippable, { level: 9 });
    expect(bomb.length).toBeLessThan(10_000);
    expect(refusal(read(bomb))).toContain('larger than 500 kB');
    const lying = forged(bomb, littleEndian(size), littleEndian(1000));
    expect(refusal(read(lying))).toContain('is damaged: “vtl/vtl.ts” cannot be unpacked');
  });

  it('a long name without filling the page with it', () => {
    expect(refusal(read(strToU8('x'), `${'x'.repeat(5000)}.zip`)).length).toBeLessThan(200);
  });
});
