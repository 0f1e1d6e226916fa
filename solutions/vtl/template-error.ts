import type { TemplateProblem } from '../../exercises/vtl/contract.ts';

type Kind = TemplateProblem['kind'];

/** What comes out of `compile`, `run` and `render`, and nothing else does. */
export class TemplateError extends Error implements TemplateProblem {
  override readonly name = 'TemplateError';
  readonly kind: Kind;
  readonly line: number;
  readonly column: number;

  /** @param offset Place in the template, in characters from 0. */
  constructor(kind: Kind, message: string, template: string, offset: number) {
    super(message);
    const before = template.slice(0, offset).split(/\r\n|[\r\n]/);
    this.kind = kind;
    this.line = before.length;
    this.column = before.at(-1)!.length + 1;
  }
}

/** What goes wrong where no place in the template is known. Whoever knows it makes a `TemplateError` of it. */
export class Fault extends Error {
  readonly kind: Kind;

  constructor(kind: Kind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** What a Java method would have thrown: the service answers 500 (B-VTL-03). */
export function failure(message: string): Fault {
  return new Fault('evaluation', message);
}

/** What was thrown where no place was known, with the place. */
export function placed(thrown: unknown, template: string, place: number): unknown {
  if (thrown instanceof Fault) return new TemplateError(thrown.kind, thrown.message, template, place);
  // Each thing that can stand inside its like has a limit, but a defined block can hold all of them and be called from another one that
  // does: how deep that may go together, only the stack of the host knows.
  if (thrown instanceof RangeError) return new TemplateError('limit', 'The template goes too deep or makes too much.', template, place);
  return thrown;
}
