import { describe, expect, it } from 'vitest';
import { textsOf } from './subject.ts';

describe('whitespace', () => {
  it('a directive takes the rest of its line with it where only blanks follow, and the line break', async () => {
    const cases = {
      '#set($a = 1)\nb': 'b',
      '#set($a = 1) \t \nb': 'b',
      '#if(true)\n  x\n#end\ny': '  x\ny',
      '#if(false)\nx\n#else\ny\n#end\nz': 'y\nz',
      '#if(false)\nx\n#elseif(true) \ny\n#{end}\nz': 'y\nz',
      '#foreach($i in [1,2])\n$i\n#end\nz': '1\n2\nz',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('it takes one line break and not two', async () => {
    const cases = { '#set($a = 1)\n\nb': '\nb', 'a\n\n#if(true)\n\nb\n#end\n': 'a\n\n\nb\n' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a line break of Windows is one line break', async () => {
    const cases = { '#set($a = 1)\t\r\nb': 'b', '#if(true)\r\nx\r\n#end\r\ny': 'x\r\ny' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('where text follows on the line, the blanks before it stay', async () => {
    const cases = {
      'a#if(true)#end b': 'a b',
      '#set($l = [1, 2, 3]) $l.size()': ' 3',
      '#set($a = 1) b': ' b',
      '#if(true) a #end b': ' a  b',
      '#foreach($i in [1,2]) $i #end z': ' 1  2  z',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('#else and #end take the end of their line as well, whichever branch is taken', async () => {
    const cases = { '#if(true) \nx#else \ny#end  \nz': 'xz', '#if(false)x#{else}\ny#{end}  \nz': 'yz', '#if(true)x#{end}\ny': 'xy' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('blanks before a directive stay where they follow text or its line break', async () => {
    const cases = {
      'a\n   #set($x = 1)\nb': 'a\n   b',
      'a #set($b = 2)$b': 'a 2',
      'x\n  #if(true)\n    y\n  #end\nz': 'x\n      y\n  z',
      '[\n  #foreach($i in [1..2])\n  $i\n  #end\n]': '[\n    1\n    2\n  ]',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a #set over several lines leaves its indentation to the next line', async () => {
    const cases = { '{\n    #set($m = {\n      "a": 1\n    })\n    "x": $m.a\n}': '{\n        "x": 1\n}' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('blanks between a reference and a #set are gone', async () => {
    const cases = { '#set($a = 1)$a #set($b = 2)$b': '12', '#set($x = 1)$x\t#set($y = 2)!': '1!' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('blanks between a directive and a #set are gone, and those at the very beginning', async () => {
    const cases = { '#set($a = 1) #set($b = 2) c': ' c', '#set($a = 1)\n  #set($b = 2)\nc': 'c', '  #set($a = 1)\nb': 'b' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('blanks before any other directive stay', async () => {
    const cases = { '  #if(true)a#end': '  a', '#set($x = 1)$x #if(true)a#end': '1 a', '#if(true)a#end #if(true)b#end': 'a b' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('text keeps every blank that it has', async () => {
    const cases = { ' \t a \n\n  b\r\n c  ': ' \t a \n\n  b\r\n c  ', '#set($a = 1)$a \n\t$a': '1 \n\t1' };
    expect(await textsOf(cases)).toEqual(cases);
  });
});
