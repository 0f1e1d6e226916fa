import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import type { CacheRequest } from '../../../exercises/cache-keys/contract.ts';
import { clashes, keysOf, listing, query, request, withHeader } from './subject.ts';

const two = listing('querystring.a', 'querystring.b');

/** Texts that one encoding or another gives a meaning to. */
const MARKS = [
  ...'&=,;:|/#?\'%+-_.*~^$@!01 \t\n"`\\[]{}()<>\u0000\u0001\u001e\u001f\u2028\ue000\uffff',
  ...'"," "],[" \\" \\u0000 :: || && %2C %26 %25 1: 2: 1:a &b= ;b= b= null undefined'.split(' '),
];

/** Requests in which the mark, or the whole of what stands beside it, changes sides between two parameters. */
function movedAcross(mark: string, [first, second]: Separators['order'] = ['a', 'b']): CacheRequest[] {
  return [
    query({ [first]: ['x'], [second]: [`y${mark}z`] }),
    query({ [first]: [`x${mark}y`], [second]: ['z'] }),
    query({ [first]: [mark], [second]: [''] }),
    query({ [first]: [''], [second]: [mark] }),
    query({ [first]: ['x', 'y'], [second]: ['z'] }),
    query({ [first]: [`x${mark}y${mark}z`] }),
    query({ [second]: [`x${mark}y${mark}z`] }),
  ];
}

interface Separators {
  parameters: string;
  list: string;
  /** Which of the two parameters comes first in a key. */
  order: readonly ['a', 'b'] | readonly ['b', 'a'];
}

/** What the submission's own keys have between two parameters, and between two values of one: empty if that cannot be seen. */
async function separators(): Promise<Separators> {
  const [pair, list] = await keysOf(two, query({ a: ['first'], b: ['second'] }), query({ a: ['first', 'second'] }));
  const forwards = between('first', 'second', pair);
  const parameters = forwards ?? between('second', 'first', pair) ?? '';
  return { parameters, list: between('first', 'second', list) ?? '', order: forwards === undefined ? ['b', 'a'] : ['a', 'b'] };
}

function between(start: string, end: string, key: string | undefined): string | undefined {
  const [before, behind] = String(key).split(start);
  return before !== undefined && behind?.includes(end) ? behind.slice(0, behind.indexOf(end)) : undefined;
}

describe('encoding', () => {
  it('where one value ends and the next begins is part of the key', async () => {
    expect(
      await clashes(
        two,
        query({ a: ['ab'], b: ['c'] }),
        query({ a: ['a'], b: ['bc'] }),
        query({ a: ['abc'], b: [''] }),
        query({ a: [''], b: ['abc'] }),
      ),
    ).toEqual([]);
  });

  it('no character between two values can be forged inside of one', async () => {
    const found = await Promise.all(MARKS.map((mark) => clashes(two, ...movedAcross(mark))));
    expect(found.flat().slice(0, 1)).toEqual([]);
  });

  it('what your own key has between two values can stand inside of one', async () => {
    const { parameters, list, order } = await separators();
    const found = await Promise.all([parameters, list].filter(Boolean).map((mark) => clashes(two, ...movedAcross(mark, order))));
    expect(found.flat().slice(0, 1)).toEqual([]);
  });

  it('an escape sign at the end of a value does not swallow what your key has behind it', async () => {
    const { parameters, list, order } = await separators();
    const [first, second] = order;
    const found = ['\\', '%', '^', '"', "'", '`', '~', '&'].flatMap((sign) => [
      clashes(
        two,
        query({ [first]: [`x${sign}`], [second]: [`y${parameters}z`] }),
        query({ [first]: [`x${parameters}y${sign}`], [second]: ['z'] }),
      ),
      clashes(two, query({ a: [`x${sign}`, `y${list}z`] }), query({ a: [`x${list}y${sign}`, 'z'] })),
    ]);
    expect((await Promise.all(found)).flat().slice(0, 1)).toEqual([]);
  });

  it('a list of values is not the one value that looks like it', async () => {
    const lookalikes = ['x,y', 'x, y', 'x;y', 'x|y', 'x y', 'x\u0000y', '["x","y"]', 'x&a=y', '[x,y]', 'xy'];
    const lists = [['x', 'y'], ...lookalikes.map((text) => [text])];
    expect(await clashes(two, ...lists.map((a) => query({ a })))).toEqual([]);
    expect(await clashes(listing('header.Accept'), ...lists.map((Accept) => withHeader({ Accept })))).toEqual([]);
  });

  it('a value that belongs to one parameter never counts for another', async () => {
    const mixed = listing('querystring.id', 'path.id', 'header.id');
    expect(
      await clashes(
        mixed,
        request({ querystring: { id: ['7'] } }),
        request({ path: { id: '7' } }),
        request({ header: { id: ['7'] } }),
        request({ querystring: { id: ['7'] }, path: { id: '8' } }),
        request({ querystring: { id: ['8'] }, path: { id: '7' } }),
      ),
    ).toEqual([]);
  });

  it('an escaped text is not the text that it stands for', async () => {
    const texts = [
      'a,b',
      'a%2Cb',
      'a%252Cb',
      'a\\,b',
      'a&b',
      'a&amp;b',
      'a\nb',
      'a\\nb',
      'a\\\\nb',
      'a b',
      'a+b',
      'a%20b',
      '"',
      '\\"',
      '\\u0022',
      '%',
    ];
    expect(await clashes(two, ...texts.map((text) => query({ a: [text] })))).toEqual([]);
  });

  it('lone surrogates are texts like any other', async () => {
    const texts = [
      '\ud800',
      '\ud801',
      '\udbff',
      '\udc00',
      '\udfff',
      '\ufffd',
      '?',
      '\ud800\ud800',
      '\udc00\ud800',
      '\ud83d\ude00',
      '\\ud800',
      '\u00ed\u00a0\u0080',
    ];
    expect(await clashes(two, ...texts.map((text) => query({ a: [text] })))).toEqual([]);
    expect(
      await clashes(
        two,
        query({ a: ['\ud83d'], b: ['\ude00'] }),
        query({ a: ['\ud83d\ude00'], b: [''] }),
        query({ a: [''], b: ['\ud83d\ude00'] }),
      ),
    ).toEqual([]);
  });

  it('texts that look alike are different texts', async () => {
    const texts = [
      'é',
      'e\u0301',
      'e',
      'É',
      'ﬁ',
      'fi',
      'K',
      '\u212a',
      'ß',
      'ss',
      'a',
      ' a',
      'a ',
      '\ta',
      'a\u200b',
      '1',
      '01',
      '1.0',
      '１',
    ];
    expect(await clashes(two, ...texts.map((text) => query({ a: [text] })))).toEqual([]);
  });

  it('long values count to their last character', async () => {
    const long = 'x'.repeat(4000);
    expect(
      await clashes(two, query({ a: [`${long}1`] }), query({ a: [`${long}2`] }), query({ a: [`1${long}`] }), query({ a: [`2${long}`] })),
    ).toEqual([]);
  });

  it('a short checksum is no key: different values that have the same one', async () => {
    expect(await clashes(two, query({ a: ['Aa'] }), query({ a: ['BB'] }), query({ a: ['C#'] }))).toEqual([]);
    expect(await clashes(two, query({ a: ['Az'] }), query({ a: ['BY'] }), query({ a: ['C8'] }))).toEqual([]);
  });

  it('any texts: two requests have the same key exactly when their values are the same', async () => {
    const sent = fc.record({ a: values(), b: values() }, { requiredKeys: [] });
    const mutated = sent.chain((one) => fc.tuple(fc.constant(one), fc.oneof(fc.constant(one), fc.constant(swapped(one)), sent)));
    await forEvery(
      mutated,
      async ([one, other]) => {
        const [first, second] = await keysOf(two, query({ ...one }), query({ ...other }));
        const same = JSON.stringify([one.a, one.b]) === JSON.stringify([other.a, other.b]);
        expect(second === first).toBe(same);
      },
      { count: 150 },
    );
  });
});

type Sent = { a?: string[]; b?: string[] };

function swapped({ a, b }: Sent): Sent {
  return { ...(b && { a: b }), ...(a && { b: a }) };
}

/** One or more values of few pieces, so that different cuts of the same text come up often. */
function values(): fc.Arbitrary<string[]> {
  const piece = fc.oneof(fc.constantFrom('x', 'y', ''), fc.constantFrom(...MARKS), fc.constantFrom('\ud800', '\udc00', 'é', '語'));
  const text = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(''));
  return fc.array(text, { minLength: 1, maxLength: 3 });
}
