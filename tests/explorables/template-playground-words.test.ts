import { describe, expect, it } from 'vitest';
import { compile } from '../../solutions/vtl/vtl.ts';
import { PRESETS } from '../../src/explorables/template-playground-presets.ts';
import { traceReferences } from '../../src/explorables/template-playground-trace.ts';
import { becameWords, codeIn, guessSentence, markBlanks, timesSentence, verdict } from '../../src/explorables/template-playground-words.ts';
import { playTemplate } from '../../src/explorables/template-playground.ts';

const play = (template: string, body = '', context = '') =>
  playTemplate({ compile, traceReferences }, { template, body, params: '', context, stageVariables: '' });

describe('the verdict', () => {
  it.each([
    ['[1]', 'It is JSON.'],
    ['', 'Nothing comes out.'],
    ['Ann', 'It is text, and does not begin like JSON.'],
    ['{\n  "a": $nope\n}', 'It is no JSON: line 3, column 1. A value is missing before this }.'],
    ['#if(', 'It fails at line 1, column 5. Expected a value, found the end of the template.'],
  ])('of %j: %s', (template, said) => {
    expect(verdict(play(template))).toBe(said);
  });

  it('names the fields that are not complete', () => {
    expect(verdict(play('', '', '{'))).toBe('The input is not complete: $context.');
  });

  it('says that a mistake is further down than is shown', () => {
    expect(verdict(play('["#foreach($i in [1..1000])$input.path("$")#end"', 'x'.repeat(100)))).toContain(
      'line 1, column 1. This [ is never',
    );
    expect(verdict(play('["#foreach($i in [1..1000])$input.path("$")#end"""]', 'x'.repeat(100)))).toContain('further down than is shown');
  });
});

describe('what a reference became', () => {
  it.each([
    ['$input.path("$.o")', 'object, which prints as {k=v}'],
    ['$input.json("$.o")', 'text {"k":"v"}'],
    ['$input.path("$.l")', 'list of the payload, which prints as ["a"]'],
    ['$nope', 'no variable has this name: prints nothing'],
    ['$input.path("$.no")', 'not there, or null: prints nothing'],
    ['$input.path("$.e")', 'empty text: prints nothing'],
    ['$util', 'a variable of the service, not a value: prints nothing'],
    ['$5.00', 'no reference: printed as it stands'],
    ['#set($x = 1.50)', 'set to number with a point 1.5'],
    ['#set($x = 1 / 0)', 'the right side has no value, and it had none before'],
    ['#set($x.y = 1 / 0)', 'the right side has no value, so it stays as it was'],
    ['#set($x.y = 1)', 'set nowhere: what it would belong to is not there'],
    ['#if(1 == 2)$x#end', 'not reached'],
  ])('%s: %s', (template, said) => {
    const played = play(template, '{"o": {"k": "v"}, "l": ["a"], "e": ""}');
    if (!('occurrences' in played)) throw new Error(JSON.stringify(played));
    expect(becameWords(played.occurrences[0]!).map(({ words, quoted }) => (quoted === undefined ? words : `${words} ${quoted}`))).toEqual([
      said,
    ]);
  });

  it('says how often, if that is more than once', () => {
    const played = play('#foreach($i in [1..1200])#if($i > 900)#break#end$i$context.a#end#foreach($i in [1, 2])$i#end$context.a');
    if (!('occurrences' in played)) throw new Error(JSON.stringify(played));
    expect(played.occurrences.map(timesSentence)).toEqual(['901 times, first:', '900 times, first:', '900 times the same', '2 times:', '']);
  });
});

it('a guess is repeated where it was wrong', () => {
  expect(guessSentence('Text that is no JSON', false)).toBe('You said: text that is no JSON.');
  expect(guessSentence('JSON that parses', false)).toBe('You said: JSON that parses.');
  expect(guessSentence('Text that is no JSON', true)).toBe('As you said.');
});

it('what stands between backticks is code, and they come in pairs in every situation', () => {
  expect(codeIn('take `a`, not b')).toEqual(['take ', 'a', ', not b']);
  for (const { scene, moral } of PRESETS) for (const text of [scene, moral]) expect(codeIn(text).length % 2).toBe(1);
});

it('blanks and line breaks can be seen', () => {
  expect(markBlanks('a b\r\n\tc')).toBe('a·b↵\n→c');
});
