import { describe, expect, it } from 'vitest';
import { holding, part, problemOf } from './subject.ts';

/** AWS's limit on a template, in bytes. */
const BYTES = 307_200;

async function kindOf(answer: unknown): Promise<string | undefined> {
  return (await problemOf(answer))?.kind;
}

describe('limits', () => {
  it('a loop may have 1,000 turns', async () => {
    const text = await part.render('#foreach($i in [1..1000])x#end', {});
    expect(text.length).toEqual(1000);
  });

  it('a loop that has more to do is stopped by an error of kind limit', async () => {
    expect(await kindOf(part.render('#foreach($i in [1..1001])x#end', {}))).toEqual('limit');
  });

  it('the limit holds for lists of the payload too', async () => {
    const list = (length: number) => holding(Array.from({ length }, (_, i) => i));
    const template = part.compile("#foreach($i in $input.path('$'))#end$foreach.count");
    expect([await template.run(list(1000)), await kindOf(template.run(list(1001)))]).toEqual([{ text: '' }, 'limit']);
  });

  it('the limit is one of each loop, and not of all together', async () => {
    const text = await part.render('#foreach($i in [1..900])x#end#foreach($i in [1..900])x#end', {});
    expect(text.length).toEqual(1800);
  });

  it('a range that nobody could walk is refused as fast as any other', async () => {
    expect(await kindOf(part.render('#foreach($i in [1..2000000000])x#end', {}))).toEqual('limit');
  });

  it('loops in loops end somewhere: no run takes more than a million turns', async () => {
    expect(await kindOf(part.render('#foreach($i in [1..1000])#foreach($j in [1..1000])#end#end', {}))).toEqual('limit');
  });

  it('a template may have 307,200 bytes', async () => {
    const reference = '$stageVariables.end';
    const template = 'x'.repeat(BYTES - reference.length) + reference;
    expect((await part.render(template, { stageVariables: { end: '!' } })).length).toEqual(BYTES - reference.length + 1);
  });

  it('a longer one is refused, and bytes are counted, not characters', async () => {
    const templates = ['x'.repeat(BYTES + 1), 'é'.repeat(BYTES / 2 + 1), '😀'.repeat(BYTES / 4 + 1)];
    expect(await Promise.all(templates.map((template) => kindOf(part.compile(template))))).toEqual(['limit', 'limit', 'limit']);
  });

  it('directives may be nested deeply, but not for ever', async () => {
    const nested = (depth: number) => `${'#if(true)'.repeat(depth)}x${'#end'.repeat(depth)}`;
    const deep = [10_000, 300].map((depth) => kindOf(part.compile(nested(depth))));
    expect([await part.render(nested(150), {}), ...(await Promise.all(deep))]).toEqual(['x', 'limit', 'limit']);
  });

  it('parentheses, lists and maps likewise', async () => {
    const nested = (open: string, close: string, depth: number) => `#set($x = ${open.repeat(depth)}1${close.repeat(depth)})ok`;
    const brackets = [
      ['(', ')'],
      ['[', ']'],
      ["{'a': ", '}'],
    ] as const;
    const answers = brackets.map(([open, close]) => [
      part.render(nested(open, close, 150), {}),
      kindOf(part.compile(nested(open, close, 50_000))),
    ]);
    expect(await Promise.all(answers.flat())).toEqual(['ok', 'limit', 'ok', 'limit', 'ok', 'limit']);
  });

  it('an output of more than ten million characters is stopped', async () => {
    const input = holding({ s: 'x'.repeat(20_000) });
    expect(await kindOf(part.render("#set($s = $input.path('$.s'))#foreach($i in [1..1000])$s#end", input))).toEqual('limit');
  });

  it('text that doubles itself is stopped before it fills the memory', async () => {
    const template = `#set($s = "x")#foreach($i in [1..60])#set($s = "$s$s")#end$s.length()`;
    expect(await kindOf(part.render(template, {}))).toEqual('limit');
  });
});
