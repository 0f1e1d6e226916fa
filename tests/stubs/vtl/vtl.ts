/**
 * Exercise: mapping templates.
 *
 * `contract.ts` beside this file says what the functions must do, and why. Three helpers do the work on characters, so that you can
 * start on meaning: `tokens.ts` cuts a template into pieces, `expression.ts` says what a piece is made of, `json-path.ts` finds things in
 * a payload. They carry you through the six concepts that count. They are yours: change them, or write your own.
 *
 * `npm run examples vtl` runs the visible examples, `npm run grade vtl` the whole suite, `npm run hint vtl` helps with the first rule that
 * is broken.
 */
import type { Rendered, Template, TemplateInput } from './contract.ts';
import type { Expression } from './expression.ts';
import { valueAt } from './json-path.ts';
import { readTokens } from './tokens.ts';

export function compile(template: string): Template {
  const tokens = readTokens(template);
  return {
    run(input: TemplateInput): Rendered {
      let text = '';
      for (const token of tokens) {
        if (token.kind === 'text') text += token.text;
        if (token.kind === 'reference') text += print(valueOf(token.reference, input));
      }
      return { text };
    },
  };
}

export function render(template: string, input: TemplateInput): string {
  return compile(template).run(input).text;
}

/** What an expression stands for: a reference with its steps, a text, a number, a list … */
function valueOf(expression: Expression, input: TemplateInput): unknown {
  return undefined;
}

/** A value as the template shows it. */
function print(value: unknown): string {
  return '';
}

/** What `$input.path('$.pet.name')` finds. The payload may be empty. */
function fromPayload(input: TemplateInput, path: string): unknown {
  return valueAt(JSON.parse(input.body || '{}'), path);
}
