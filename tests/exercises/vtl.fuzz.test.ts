/** Whatever a template, a payload or a path holds: a text comes out, or a TemplateError. No other exception, no endless run. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile, render } from '../../solutions/vtl/vtl.ts';
import { TemplateError } from '../../solutions/vtl/template-error.ts';
import { paths, payloads, snippets, templates } from './vtl-reference/arbitraries.ts';

const SEED = 20_261_121;

/** Values that the templates find, so that they reach what is done with them. */
const VARIABLES = '#set($l=["x",2,["y"]])#set($m={"k":"v","a":1})#set($s="abc")#set($n=5)';
/** For a busy machine. */
const patient = { timeout: 120_000 };
const INPUT = { params: { path: { a: 'p' }, header: { b: 'h' } }, context: { a: { k: 'v' } }, stageVariables: { a: 's' } };

function run(template: string, body: string): string | TemplateError {
  try {
    return render(template, { ...INPUT, body });
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return error;
  }
}

/** How many of so many templates could be rendered. */
function rendered(count: number, arbitrary: fc.Arbitrary<[string, string]>, template: (text: string) => string): number {
  let texts = 0;
  fc.assert(
    fc.property(arbitrary, ([text, body]) => {
      if (typeof run(template(text), body) === 'string') texts += 1;
    }),
    { numRuns: count, seed: SEED },
  );
  return texts;
}

it('20,000 templates', patient, () => {
  expect(rendered(20_000, fc.tuple(templates, payloads), (text) => VARIABLES + text)).toBeGreaterThan(5_000);
});

it('60,000 references and expressions', patient, () => {
  expect(rendered(60_000, fc.tuple(snippets, payloads), (text) => VARIABLES + text)).toBeGreaterThan(30_000);
});

it('25,000 paths', patient, () => {
  const template = (path: string): string => `$input.path('${path.replaceAll("'", "''")}')$input.json('$')`;
  expect(rendered(25_000, fc.tuple(paths, payloads), template)).toBeGreaterThan(10_000);
});

it('2,000 texts of any characters', patient, () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  expect(rendered(2_000, fc.tuple(text, text), (template) => template)).toBeGreaterThan(1_000);
});

it('what has no sign in it is rendered as it is', () => {
  const plain = fc.string({ unit: 'grapheme' }).filter((text) => !/[$#\\]/.test(text));
  fc.assert(
    fc.property(plain, (text) => {
      expect(render(text, {})).toBe(text);
    }),
    { numRuns: 2_000, seed: SEED },
  );
});

it('a template gives the same each time', () => {
  fc.assert(
    fc.property(templates, payloads, (text, body) => {
      const first = run(text, body);
      if (typeof first !== 'string') return;
      const template = compile(text);
      expect([template.run({ ...INPUT, body }).text, template.run({ ...INPUT, body }).text]).toEqual([first, first]);
    }),
    { numRuns: 1_000, seed: SEED },
  );
});
