import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/explorables/policy-tester-json.ts';
import type { Span } from '../../src/explorables/text-place.ts';

function mistake(text: string): [problem: string, blamed: string, from: number] {
  const reading = readJson(text);
  if (!('problem' in reading)) throw new Error('It was read.');
  const { from, to } = reading.place;
  return [reading.problem, text.slice(from, to), from];
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

it('knows where everything stands: of a field, its name and its value', () => {
  const text = '{ "Statement" : [ {"Effect":"Allow"}, {"a.b":[1 , {"c": null}]} ] }';
  const reading = readJson(text);
  const places = 'places' in reading ? [...reading.places] : [];
  const cut = ([path, { from, to }]: [string, Span]) => [path, text.slice(from, to)];
  expect(Object.fromEntries(places.map(cut))).toEqual({
    '': text,
    Statement: text.slice(2, -2),
    'Statement[0]': '{"Effect":"Allow"}',
    'Statement[0].Effect': '"Effect":"Allow"',
    'Statement[1]': '{"a.b":[1 , {"c": null}]}',
    'Statement[1].a.b': '"a.b":[1 , {"c": null}]',
    'Statement[1].a.b[0]': '1',
    'Statement[1].a.b[1]': '{"c": null}',
    'Statement[1].a.b[1].c': '"c": null',
  });
});

it('of two fields of one name the second counts, as in JSON.parse', () => {
  const reading = readJson('{"a":1,"a":2}');
  expect(reading).toMatchObject({ value: { a: 2 } });
  expect('places' in reading && reading.places.get('a')).toEqual({ from: 7, to: 12 });
});

describe('a mistake is named at its place', () => {
  it.each([
    ['{"a": 1,}', /no comma before a }/, '}', 8],
    ['[1, 2,]', /no comma before a \]/, ']', 6],
    ['{"a": 1 "b": 2}', /comma is missing before this/, '"', 8],
    ['{"a" 1}', /colon is missing/, '1', 5],
    ['{a: 1}', /name of a field belongs here/, 'a', 1],
    ["{'a': 1}", /name of a field belongs here/, "'", 1],
    ['{"a": “b”}', /straight double quotes only/, '“', 6],
    ['{"a": // no\n1}', /no comments/, '/', 6],
    ['{"a": yes}', /A value belongs here/, 'y', 6],
    ['{"a": "b\n}', /does not end on its line/, '"b', 6],
    ['{"a": "\\d"}', /backslash/, '"\\d"}', 6],
    ['{"a": {"b": 1}', /This { is never closed/, '{', 0],
    ['{"a":', /ends here/, '', 5],
    ['{', /ends here/, '', 1],
    ['{} {}', /over before this/, '{', 3],
    ['\uFEFF{}', /A value belongs here/, '\uFEFF', 0],
    [`${'['.repeat(20)}${']'.repeat(20)}`, /nested more than 16 deep/, '[', 17],
  ])('%j', (text, problem, blamed, from) => {
    expect(mistake(text)).toEqual([expect.stringMatching(problem), blamed, from]);
  });
});

it('reads what JSON.parse reads, and nothing else', () => {
  const jsonish = fc.string({
    unit: fc.constantFrom('{', '}', '[', ']', ',', ':', '"', 'a', '0', '-', '.', '1', 'e', ' ', '\n', '\\', 'null', 'true', '"k":'),
  });
  const broken = fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '"', '}', ' '))
    .map(([text, seed, by]) => text.slice(0, seed % (text.length + 1)) + by + text.slice((seed % (text.length + 1)) + 1));
  fc.assert(
    fc.property(fc.oneof(jsonish, broken, fc.json({ maxDepth: 4 })), (text) => {
      const reading = readJson(text);
      expect('value' in reading ? { value: reading.value } : undefined).toEqual(parsed(text));
    }),
    { numRuns: 2000 },
  );
});
