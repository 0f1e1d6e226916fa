import { glob, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/facts/yaml-source.ts';

const path = 'content/facts/burst.yaml';

describe('a YAML file', () => {
  it('says the same with places and without, everywhere in the course', async () => {
    const others: string[] = [];
    for await (const file of glob(['content/**/*.yaml', 'tests/wrong/*/manifest.yaml'])) {
      const { value, document } = readYaml({ path: file, text: await readFile(file, 'utf8') });
      if (JSON.stringify(value) !== JSON.stringify(document.toJS())) others.push(file);
    }
    expect(others).toEqual([]);
  });

  it('is plain: a date and a word of consent stay texts', () => {
    expect(readYaml({ path, text: 'asOf: 2026-11-20\nopen: yes\nlimit: 10000\nsource: ~' }).value).toEqual({
      asOf: '2026-11-20',
      open: 'yes',
      limit: 10_000,
      source: null,
    });
  });

  it('knows where a value stands, and for one that is missing where its parent does', () => {
    const { placeOf } = readYaml({ path, text: '- id: burst\n  value:\n    most: 5000\n' });
    expect([placeOf([0, 'value', 'most']), placeOf([0, 'value', 'least'])]).toEqual([
      { line: 3, column: 11 },
      { line: 3, column: 5 },
    ]);
  });

  it('that breaks off says where, on the line of the file that it is a part of', () => {
    expect(readYaml({ path, text: 'title: "Burst' }, 2).findings).toEqual([
      { file: path, line: 2, column: 14, message: 'Missing closing "quote' },
    ]);
  });

  it.each(['limit: 1\nlimit: 2', 'limit: *unknown', 'a: b: c', '\tlimit: 1'])('that is none is refused: %j', (text) => {
    const { findings } = readYaml({ path, text });
    expect(findings.map(({ file, line, message }) => [file, line > 0, message.length > 0])).toContainEqual([path, true, true]);
  });
});
