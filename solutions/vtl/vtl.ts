/** Mapping templates, the reference: Apache Velocity 1.7 as API Gateway is set up with it (B-VTL-01). */
import type { Template, TemplateInput } from '../../exercises/vtl/contract.ts';
import { Effort } from './effort.ts';
import { Interpreter } from './interpreter.ts';
import { createScope } from './scope/globals.ts';
import { Payload } from './scope/payload.ts';
import { parse } from './syntax/parse.ts';
import { Fault, TemplateError } from './template-error.ts';

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

/** What was thrown where no place was known, with the place. */
function placed(thrown: unknown, template: string, place: number): unknown {
  if (thrown instanceof Fault) return new TemplateError(thrown.kind, thrown.message, template, place);
  // Each thing that can stand inside its like has a limit, but a defined block can hold all of them and be called from another one that
  // does: how deep that may go together, only the stack of the host knows.
  if (thrown instanceof RangeError) return new TemplateError('limit', 'The template goes too deep or makes too much.', template, place);
  return thrown;
}

/** Reads a template, runs it once and gives its text. @throws TemplateError */
export function render(template: string, input: TemplateInput): string {
  return compile(template).run(input).text;
}
