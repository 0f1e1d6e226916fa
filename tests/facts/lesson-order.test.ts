import { expect, it } from 'vitest';
import { inLessonOrder } from '../../src/facts/lesson-order.ts';
import { ledgerOf } from './support.ts';

const group = (path: string, ...ids: string[]) => ({
  ...ledgerOf(Object.fromEntries(ids.map((id) => [id, [1, 'count']]))).groups[0]!,
  path,
});

const pages = [
  { lesson: 14, text: `<Fact id="price-rest" /> <Sum of="a * b" with={{ a: 'price-http', b: 'price-cache' }} />` },
  { lesson: 9, text: '<Fact id="cache-size" /> <Fact id="price-cache" />' },
  { lesson: 9, text: '<Fact id="cache-ttl" />' },
];

const orderOf = (...groups: ReturnType<typeof group>[]) => inLessonOrder(groups, pages).map(({ path }) => path);

it('puts each file of the ledger at the lesson that names most of its facts', () => {
  expect(orderOf(group('prices', 'price-rest', 'price-http', 'price-cache'), group('caching', 'cache-size', 'cache-ttl'))).toEqual([
    'caching',
    'prices',
  ]);
});

it('keeps the order of files that belong to one lesson', () => {
  expect(orderOf(group('b', 'cache-ttl'), group('a', 'cache-size'))).toEqual(['b', 'a']);
});

it('puts what no lesson names at the end', () => {
  expect(orderOf(group('spare', 'cache', 'ttl'), group('prices', 'price-rest'))).toEqual(['prices', 'spare']);
});
