/** Every behavior of mapping templates is covered by tests of the suite, or there is a reason why it is not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'tests/hidden/vtl/manifest.json'), 'utf8')) as Record<string, string[]>;
const coverage = parse(readFileSync(join(import.meta.dirname, 'vtl-coverage.yaml'), 'utf8')) as Record<string, Record<string, unknown>>;

/** Numbers of the behaviors, in groups as they were established: engine, references, directives, and so on. */
const GROUPS: [from: number, to: number][] = [
  [1, 4],
  [10, 20],
  [30, 40],
  [50, 54],
  [60, 68],
  [70, 75],
  [80, 89],
  [90, 99],
  [110, 119],
];

const ids = GROUPS.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => `B-VTL-${String(from + i).padStart(2, '0')}`));

describe('coverage of the behaviors of mapping templates', () => {
  it('each behavior is listed, and nothing else is', () => {
    expect(Object.keys(coverage)).toEqual(ids);
  });

  it.for(ids.filter((id) => coverage[id]?.reason !== undefined))('%s is covered by no test, for a reason', (id) => {
    expect(coverage[id]).toEqual({ reason: expect.stringMatching(/^[A-Z].+\.$/) });
  });

  it.for(ids.filter((id) => coverage[id]?.reason === undefined))('%s is covered by tests of the suite', (id) => {
    const named = Object.entries(coverage[id] ?? {}).flatMap(([concept, names]) => (names as string[]).map((name) => ({ concept, name })));
    expect(named).not.toEqual([]);
    expect(named.filter(({ concept, name }) => !manifest[concept]?.includes(name))).toEqual([]);
  });
});
