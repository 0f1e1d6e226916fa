/** Mapping templates, the reference: Apache Velocity 1.7 as API Gateway is set up with it (B-VTL-01). */
import type { Template, TemplateInput } from '../../exercises/vtl/contract.ts';
import { Effort } from './effort.ts';
import { Interpreter } from './interpreter.ts';
import { createScope } from './scope/globals.ts';
import { Payload } from './scope/payload.ts';
import { parse } from './syntax/parse.ts';
import { placed } from './template-error.ts';

/** Reads a template. @throws TemplateError of kind `syntax` or `limit` */
export function compile(template: string): Template {
  const block = parse(template);
  return {
    run(input) {
      const effort = new Effort();
      const { scope, overrides } = createScope(input, new Payload(input.body), effort);
      const interpreter = new Interpreter(scope, effort);
      try {
        return { text: interpreter.run(block), ...overrides() };
      } catch (thrown) {
        throw placed(thrown, template, interpreter.place);
      }
    },
  };
}

/** Reads a template, runs it once and gives its text. @throws TemplateError */
export function render(template: string, input: TemplateInput): string {
  return compile(template).run(input).text;
}
