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
