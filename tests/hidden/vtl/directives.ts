import { describe, expect, it } from 'vitest';
import { textsOf } from './subject.ts';

describe('directives', () => {
  it('#define keeps a block and renders it with every use, with the values of that moment', async () => {
    const cases = {
      '#define($b)x$a#end#set($a = 1)$b#set($a = 2)$b': 'x1x2',
      '#define($b)[$c]#end#foreach($c in [1, 2])$b#end': '[1][2]',
      '#define($b)x#end#set($c = "$b!")$c': 'x!',
      '#define($b)never#end': '',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('parentheses after a defined block are text', async () => {
    const cases = { '#define($b)hi#end$b()$b()': 'hi()hi()' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('#stop ends the template, and what is rendered so far stays', async () => {
    const cases = {
      'hello #stop world': 'hello ',
      '#if(true)a#stop b#end c': 'a',
      '#foreach($i in [1..3])$i#stop#end x': '1',
      'a#{stop}b': 'a',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('#break ends the innermost loop', async () => {
    const cases = {
      '#foreach($i in [1..5])#if($i == 3)#break#end$i#end!': '12!',
      '#foreach($i in [1, 2])#foreach($j in [1..3])#if($j == 2)#break#end$i$j #end#end': '11 21 ',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('after #break the loop’s variable is restored as after any other turn', async () => {
    const cases = { '#set($i = 9)#foreach($i in [1..3])#break#end$i $foreach.count.': '9 .' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('$foreach.first and $foreach.last mark the ends', async () => {
    const cases = { '#foreach($i in [1..3])$foreach.first/$foreach.last;#end': 'true/false;false/false;false/true;' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('$foreach.parent is the counter of the loop around', async () => {
    const cases = { "#foreach($i in [1..2])#foreach($j in ['a', 'b'])$foreach.parent.count$foreach.count #end#end": '11 12 21 22 ' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('the old names of the counters still work', async () => {
    const cases = { '#foreach($i in [1..2])$velocityCount$velocityHasNext;#end[$velocityCount]': '1true;2false;[]' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('an inner loop leaves the old counters of the outer one alone', async () => {
    const cases = { '#foreach($i in [1..2])#foreach($j in [1..3])$velocityCount#end-$velocityCount;#end': '123-1;123-2;' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a number, a text, a list or a map that is written as a condition is not true, although its value is', async () => {
    const cases = {
      "#if(1)T#{else}F#end#if('a')T#{else}F#end#if([1])T#{else}F#end#if({'a': 1})T#{else}F#end#if(1.5)T#{else}F#end": 'FFFFF',
      '#set($v = 1)#if($v)T#{else}F#end': 'T',
      '#if(!1)T#{else}F#end#if(1 && true)T#{else}F#end#if(false || "a")T#{else}F#end': 'TFF',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('the name of a directive may stand in braces, and blanks before its parenthesis', async () => {
    const cases = { '#{if}(true)x#{end}y': 'xy', '#if (true)x#end#foreach ($i in [1])$i#end': 'x1', '#set ($x = 1)$x': '1' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a #set may go over several lines', async () => {
    const cases = { '#set(\n$x\n=\n[1,\n2]\n)\n$x': '[1, 2]', '#set($m = {\n  "a": 1,\n  "b": 2\n})$m.b': '2' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a turn may set the loop’s own variable, for that turn', async () => {
    const cases = { '#foreach($i in [1..2])#set($i = 9)$i#end[$i]': '99[]' };
    expect(await textsOf(cases)).toEqual(cases);
  });
});
