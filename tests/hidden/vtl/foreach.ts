import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { texts } from './generated.ts';
import { holding, jsonOf, part, textsOf } from './subject.ts';

describe('foreach', () => {
  it('a list is walked from its first item to its last', async () => {
    const cases = {
      '#foreach($x in ["a", "b", "c"])<$x>#end': '<a><b><c>',
      "#foreach($pet in $input.path('$.pets'))$pet.name;#end": 'Tom;Rex;',
      '#set($l = [1, 2])#foreach( $x in $l )$x#end': '12',
      "#foreach($id in $input.path('$.pets[*].id'))$id#end": '78',
    };
    expect(
      await textsOf(
        cases,
        holding({
          pets: [
            { name: 'Tom', id: 7 },
            { name: 'Rex', id: 8 },
          ],
        }),
      ),
    ).toEqual(cases);
  });

  it('of a map the values are walked, not the keys', async () => {
    const cases = {
      '#foreach($v in {"one": 1, "two": 2})$v;#end': '1;2;',
      "#foreach($v in $input.path('$.rooms'))$v.floor;#end": '1;2;',
      '#foreach($v in $stageVariables)$v;#end': 'pets;',
    };
    expect(
      await textsOf(cases, { ...holding({ rooms: { a: { floor: 1 }, b: { floor: 2 } } }), stageVariables: { table: 'pets' } }),
    ).toEqual(cases);
  });

  it('a range counts from its first number to its last, both included, up or down', async () => {
    const cases = {
      '#foreach($i in [1..3])$i#end': '123',
      '#foreach($i in [2..-2])$i#end': '210-1-2',
      '#foreach($i in [4..4])$i#end': '4',
      '#set($max = 2)#foreach($i in [0..$max])$i#end': '012',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('where there is nothing to walk, nothing is rendered', async () => {
    const cases = {
      '[#foreach($x in [])$x!#end]': '[]',
      '[#foreach($x in $nope)$x!#end]': '[]',
      "[#foreach($x in $input.path('$.nope'))$x!#end]": '[]',
      "[#foreach($x in $input.path('$.note'))$x!#end]": '[]',
      '[#foreach($x in [0..$nope])$x!#end]': '[]',
    };
    expect(await textsOf(cases, holding({ note: null }))).toEqual(cases);
  });

  it('text and numbers are no lists: they are walked zero times', async () => {
    const cases = {
      "[#foreach($x in $input.path('$.name'))$x!#end]": '[]',
      "[#foreach($x in $input.path('$.nights'))$x!#end]": '[]',
    };
    expect(await textsOf(cases, holding({ name: 'Ann', nights: 3 }))).toEqual(cases);
  });

  it('null in a list has its turn, and renders as nothing', async () => {
    const cases = { "#foreach($x in $input.path('$'))[$x]#end": '[a][][b]' };
    expect(await textsOf(cases, holding(['a', null, 'b']))).toEqual(cases);
  });

  it('after the loop its variable is again what it was before', async () => {
    const cases = {
      '#set($i = 1)#foreach($i in [2, 3])$i#end$i': '231',
      '#foreach($x in ["a"])$x#end[$x]': 'a[]',
      '#set($i = 1)#foreach($i in [])$i#end$i': '1',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('everything else that a turn sets stays set', async () => {
    const cases = {
      '#foreach($x in [1..3])#set($s = "$!s$x")#end$s': '123',
      '#set($last = "none")#foreach($x in ["a", "b"])#set($last = $x)#end$last': 'b',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('$foreach.count counts turns from 1, $foreach.index from 0', async () => {
    const cases = { '#foreach($x in ["a", "b", "c"])$foreach.index/$foreach.count;#end': '0/1;1/2;2/3;' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('$foreach.hasNext is false in the last turn', async () => {
    const cases = {
      '#foreach($i in ["a","b","c"])$foreach.index/$foreach.count/$foreach.hasNext;#end': '0/1/true;1/2/true;2/3/false;',
      '#foreach($x in ["a", "b"])$x#if($foreach.hasNext), #end#end': 'a, b',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('an inner loop has its own $foreach, and the outer one’s comes back after it', async () => {
    const cases = {
      '#foreach($x in ["a", "b"])$foreach.count:#foreach($y in [7..9])$foreach.count#end:$foreach.count;#end': '1:123:1;2:123:2;',
      '#foreach($x in [1, 2])#foreach($x in ["a"])$x#end$x#end': 'a1a2',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('after the last loop there is no $foreach', async () => {
    const cases = { '#foreach($x in [1, 2])$foreach.count#end[$foreach.count][$foreach.hasNext]': '12[][]' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('what a table answers becomes clean JSON', async () => {
    const answer = {
      Count: 2,
      Items: [
        { id: { S: 'p1' }, legs: { N: '4' } },
        { id: { S: 'p2' }, legs: { N: '2' } },
      ],
    };
    const template = `#set($root = $input.path('$'))
{
  "count": $root.Count,
  "pets": [
#foreach($item in $root.Items)
    { "id": "$item.id.S", "legs": $item.legs.N, "name": "$!item.name.S" }#if($foreach.hasNext),#end

#end
  ]
}`;
    expect(await jsonOf(template, holding(answer))).toEqual({
      count: 2,
      pets: [
        { id: 'p1', legs: 4, name: '' },
        { id: 'p2', legs: 2, name: '' },
      ],
    });
  });

  it('whatever is in a list, hasNext puts a comma between each two items and nowhere else', async () => {
    await forEvery(fc.array(texts(), { maxLength: 6 }), async (items) => {
      const template = "#foreach($x in $input.path('$'))$x#if($foreach.hasNext),#end#end";
      expect(await part.render(template, holding(items))).toEqual(items.join(','));
    });
  });

  it('whatever the bounds are, a range has the numbers between them', async () => {
    const bound = fc.integer({ min: -20, max: 20 });
    await forEvery(fc.record({ from: bound, to: bound }), async ({ from, to }) => {
      const numbers = Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => from + Math.sign(to - from) * i);
      expect(await part.render(`#foreach($i in [${from}..${to}])$i #end`, {})).toEqual(numbers.map((n) => `${n} `).join(''));
    });
  });
});
