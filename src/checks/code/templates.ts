/**
 * Mapping templates compile in the reference interpreter. One whose fence says `json` is also rendered, with the last block of JSON before
 * it on the page as its body, and what comes out must be JSON: ` ```vtl json `.
 */
import type { TemplateProblem } from '../../../exercises/vtl/contract.ts';
import { compile } from '../../../solutions/vtl/vtl.ts';
import type { Problems } from './check-code.ts';
import { placeInPage, type Fence } from './fences.ts';

/** @param all - every block of the pages that `fences` come from, in order */
export function templateProblems(fences: Fence[], all: readonly Fence[]): Problems {
  return fences.map((fence) => {
    const body = all.findLast(({ file, number, language }) => file === fence.file && number < fence.number && language === 'json')?.code;
    if (fence.flags.has('json') && body === undefined)
      return [{ ...placeInPage(fence, 0), message: 'a template that must give JSON needs a body: a block of JSON before it on the page' }];
    try {
      const template = compile(fence.code);
      if (!fence.flags.has('json')) return [];
      const { text } = template.run({ body: body! });
      return isJson(text)
        ? []
        : [{ ...placeInPage(fence, 1), message: `the template renders to what is no JSON: ${JSON.stringify(text.slice(0, 120))}` }];
    } catch (error) {
      if (!isTemplateProblem(error)) throw error;
      return [{ ...placeInPage(fence, error.line, error.column), message: `template: ${error.message}` }];
    }
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isTemplateProblem(error: unknown): error is Error & TemplateProblem {
  return error instanceof Error && error.name === 'TemplateError';
}
