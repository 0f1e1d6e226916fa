import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { holding, part, textsOf } from './subject.ts';

/** What each of these expressions gives: an object like the one that is handed in. Where nothing is set, the old value shows. */
async function valuesOf(expected: Record<string, string>, before = ''): Promise<Record<string, string>> {
  const expressions = Object.keys(expected);
  const texts = expressions.map((expression) => part.render(`${before}#set($x = "old")#set($x = ${expression})$x`, {}));
  return Object.fromEntries((await Promise.all(texts)).map((text, i) => [expressions[i]!, text]));
}

describe('expressions', () => {
  it('times and division bind tighter than plus and minus, those tighter than comparisons, && tighter than ||', async () => {
    const cases = {
      '2 + 5 * 4': '22',
      '2 * 3 + 4 * 5': '26',
      '10 - 4 - 3': '3',
      '5 + 4 > 2': 'true',
      '1 + 1 == 2 && 3 > 2': 'true',
      'true || false && false': 'true',
      '1 < 2 == true': 'true',
    };
    expect(await valuesOf(cases)).toEqual(cases);
  });

  it('parentheses come first', async () => {
    const cases = { '(2 + 5) * 4': '28', '2 * (3 + 4) * 2': '28', '(true || false) && false': 'false', '!(1 == 2)': 'true' };
    expect(await valuesOf(cases)).toEqual(cases);
  });

  it('whole numbers are divided to a whole number, towards zero, and the rest has the sign of the first', async () => {
    const cases = { '7 / 2': '3', '-7 / 2': '-3', '7 / -2': '-3', '7 % 2': '1', '-7 % 3': '-1', '7/2': '3', '5 - -3': '8' };
    expect(await valuesOf(cases)).toEqual(cases);
  });

  it('whole numbers never overflow: they grow', async () => {
    const cases = {
      '2147483647 + 1': '2147483648',
      '-2147483648 - 1': '-2147483649',
      '9223372036854775807 + 1': '9223372036854775808',
      '9223372036854775807 * 9223372036854775807': '85070591730234615847396907784232501249',
    };
    expect(await valuesOf(cases)).toEqual(cases);
  });

  it('a number with a point makes the result one, written as Java does', async () => {
    const cases = {
      '100.0 / 50': '2.0',
      '.5*.1': '0.05',
      '2.0*3': '6.0',
      '7.0 / 2': '3.5',
      '0.1 + 0.2': '0.30000000000000004',
      '10000000.0 * 10': '1.0E8',
      '0.001 * 0.1': '1.0E-4',
    };
    expect(await valuesOf(cases)).toEqual(cases);
  });

  it('a division by zero gives nothing, and a #set of nothing leaves the old value', async () => {
    const cases = { '1 / 0': 'old', '1 % 0': 'old', '1.0 / 0': 'old' };
    expect(await valuesOf(cases)).toEqual(cases);
  });

  it('plus with a text joins texts, from the left', async () => {
    const cases = { '"1" + 2': '12', '1 + 2 + "x"': '3x', '"x" + 1 + 2': 'x12', '\'a\' + "b"': 'ab', '"a" + true': 'atrue' };
    expect(await valuesOf(cases)).toEqual(cases);
  });

  it('minus, times and division with anything but numbers give nothing: the old value stays', async () => {
    const cases = { "'a' - 'b'": 'old', '"3" * 2': 'old', '"x" / 2': 'old', '"7" % 2': 'old', 'true + 1': 'old', '$nope - 1': 'old' };
    expect(await valuesOf(cases)).toEqual(cases);
  });

  it('something undefined is empty text, so plus joins it and the number stays', async () => {
    const cases = { '$nope + 1': '1', '1 + $nope': '1', '$nope + "x"': 'x' };
    expect(await valuesOf(cases)).toEqual(cases);
  });

  it('numbers are equal by their size, whole or not; anything else by how it is printed', async () => {
    const cases = {
      '1 == 1.0': 'true',
      '1 < 1.5': 'true',
      '"1" == 1': 'true',
      '"5.0" == 5': 'false',
      '5 != "5"': 'false',
      'true == "true"': 'true',
      '[1, 2] == "[1, 2]"': 'true',
    };
    expect(await valuesOf(cases)).toEqual(cases);
  });

  it('a number that the payload has as text equals the number, and is neither smaller nor larger than any', async () => {
    const cases = {
      "#if($input.path('$.text') == 5)T#{else}F#end": 'T',
      "#if($input.path('$.text') > 3)T#{else}F#end#if($input.path('$.text') < 9)T#{else}F#end": 'FF',
      "#if($input.path('$.number') > 3)T#{else}F#end": 'T',
    };
    expect(await textsOf(cases, holding({ text: '5', number: 5 }))).toEqual(cases);
  });

  it('texts have no order, and what is undefined is neither smaller nor larger', async () => {
    const cases = { '"b" > "a"': 'false', '"a" < "b"': 'false', '"5" > 3': 'false', '$nope < 1': 'false', '1 < $nope': 'false' };
    expect(await valuesOf(cases)).toEqual(cases);
  });

  it('&& and || give a boolean and never one of their sides', async () => {
    const cases = { '$nope || "d"': 'true', '$d && $nope': 'true', 'false || $d': 'true', '$d && false': 'false' };
    expect(await valuesOf(cases, '#set($d = "d")')).toEqual(cases);
  });

  it('every operator but those of arithmetic has a word too', async () => {
    const cases = {
      '1 eq 1': 'true',
      '1 ne 1': 'false',
      '1 lt 2': 'true',
      '2 le 1': 'false',
      '3 gt 2': 'true',
      '2 ge 3': 'false',
      'true and false': 'false',
      'false or true': 'true',
      'not true': 'false',
    };
    expect(await valuesOf(cases)).toEqual(cases);
  });

  it('a hyphen without a blank before it belongs to the name', async () => {
    const cases = { '$n - 3': '2', '$n-3': '', '${n}- 3': '2' };
    expect(await valuesOf(cases, '#set($n = 5)')).toEqual(cases);
  });

  it('whatever whole numbers are added, subtracted and multiplied, the result is exact', async () => {
    const number = fc.bigInt({ min: -(2n ** 40n), max: 2n ** 40n });
    await forEvery(fc.record({ a: number, b: number, c: number }), async ({ a, b, c }) => {
      expect(await part.render(`#set($x = ${a} + ${b} * ${c} - ${a})$x`, {})).toEqual(`${b * c}`);
    });
  });

  it('whatever whole numbers are divided, quotient and rest are those of Java', async () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    await forEvery(fc.record({ a: number, b: number.filter((b) => b !== 0) }), async ({ a, b }) => {
      const expected = `${Math.trunc(a / b) + 0} ${(a % b) + 0}`;
      expect(await part.render(`#set($q = ${a} / ${b})#set($r = ${a} % ${b})$q $r`, {})).toEqual(expected);
    });
  });
});
