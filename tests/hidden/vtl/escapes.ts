import { describe, expect, it } from 'vitest';
import { textsOf } from './subject.ts';

describe('escapes', () => {
  it('a backslash before a reference makes it text, whether it is defined or not', async () => {
    const cases = { '#set($e = "foo")\\$e \\${e} \\$!e': '$e ${e} $!e', '\\$nope': '$nope' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('two backslashes are one, and the reference is a reference again', async () => {
    const cases = { '#set($e = "foo")\\\\$e': '\\foo', '#set($e = "foo")\\\\\\$e': '\\$e' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a backslash before anything else is a backslash', async () => {
    const cases = { 'a\\b \\ c': 'a\\b \\ c', '\\\\ ': '\\\\ ', '\\$5 \\# ': '\\$5 \\# ', 'C:\\temp\\n': 'C:\\temp\\n' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a backslash before a directive makes its name text: what stands in it is still replaced', async () => {
    const cases = {
      '\\#end': '#end',
      '\\# end': '\\# end',
      '#set($e = "foo")\\#set($e="foo")': '#set(foo="foo")',
      '\\#if(true)x': '#if(true)x',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('## hides the rest of its line, line break included', async () => {
    const cases = { 'a ## $b #if\nb': 'a b', 'a##c': 'a', '## only\n## comments\nx': 'x', '#if(true)a#end ## c\nb': 'a b' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('#* hides everything up to *#, and the line break behind it stays', async () => {
    const cases = { 'Stuff#*\n $x *#\n and': 'Stuff\n and', 'x #*a*# y#**#': 'x  y', '#* a ## b *#c': 'c' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('// is no comment', async () => {
    const cases = { '// {"a": "$nope"}\n{}': '// {"a": ""}\n{}' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('between #[[ and ]]# everything is text', async () => {
    const cases = { '#[[ $x #if ## \\$ ]]# b': ' $x #if ## \\$  b', '#[[a]]#\nb': 'a\nb' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a directive that the language does not know is text, with everything in its parentheses', async () => {
    const cases = {
      '#foo #tag #include_me': '#foo #tag #include_me',
      '#set($x = 1)#foo($x) #bar($x.y(1)) $x': '#foo($x) #bar($x.y(1)) 1',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('#elsefoo is no #else', async () => {
    const cases = { '#if(true)a#elsefoo#end': 'a#elsefoo', '#if(true)a#else false#end': 'a', '#if(false)a#else false#end': ' false' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('a #macro disappears, and nothing calls it', async () => {
    const cases = { '#macro(t)x#end#t()': '#t()', "#macro(t $a)x$a#{end}[#t('b')]": "[#t('b')]" };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('#evaluate and #return are text', async () => {
    const cases = { "#set($x = 'a')#evaluate($x) #return($x)": '#evaluate($x) #return($x)' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('in quotes a backslash is only a backslash, except before a reference', async () => {
    const cases = {
      '#set($s = "a\\nb")$s': 'a\\nb',
      '#set($s = "\\\\")$s': '\\\\',
      '#set($n = "x")#set($s = "\\$n")$s': '$n',
      "#set($s = 'a\\nb')$s": 'a\\nb',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('in double quotes \\u and four digits are a character', async () => {
    const cases = { '#set($s = "\\u0041")$s': 'A', "#set($s = '\\u0041')$s": '\\u0041' };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('between double quotes directives run too', async () => {
    const cases = {
      '#set($a = "b")#set($s = "#if(true)$a#end")$s': 'b',
      '#set($s = "#foreach($i in [1,2])$i#end")$s': '12',
      "#set($s = '#if(true)x#end')$s": '#if(true)x#end',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });

  it('quotes may go over several lines, and a dollar or hash alone in them is text', async () => {
    const cases = {
      '#set($s = "a\n b")$s': 'a\n b',
      '#set($s = "#")$s': '#',
      '#set($s = "$")$s': '$',
      '#set($s = "#foo $5")$s': '#foo $5',
    };
    expect(await textsOf(cases)).toEqual(cases);
  });
});
