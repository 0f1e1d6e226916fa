import type { TemplateInput } from '../../../exercises/vtl/contract.ts';
import type { Effort } from '../effort.ts';
import { parsePath } from '../json-path/parse.ts';
import type { Path } from '../json-path/path.ts';
import { readPath } from '../json-path/read.ts';
import { methods, invoke, takes } from '../methods/overloads.ts';
import { printJson } from '../values/json-text.ts';
import type { Dictionary, Helper, Value } from '../values/value.ts';
import type { Payload } from './payload.ts';

const PLACES = ['path', 'querystring', 'header'] as const;

const METHODS = methods<Input>({
  path: takes(['text'], (input, [path]) => input.path(path)),
  json: takes(['text'], (input, [path]) => input.json(path)),
  params: [takes([], (input) => input.allParams()), takes(['text'], (input, [name]) => input.param(name))],
});

/** `$input`: the payload and the parameters of the request. */
export class Input implements Helper {
  private readonly payload: Payload;
  private readonly params: NonNullable<TemplateInput['params']>;
  private readonly effort: Effort;
  private readonly paths = new Map<string, Path>();

  constructor(payload: Payload, params: TemplateInput['params'], effort: Effort) {
    this.payload = payload;
    this.params = params ?? {};
    this.effort = effort;
  }

  /** A live value: what it prints as is `print`'s business (B-VTL-80). Null if there is nothing at a definite path (B-VTL-82). */
  path(path: string): Value {
    const { document } = this.payload;
    let parsed = this.paths.get(path);
    if (!parsed) this.paths.set(path, (parsed = parsePath(path)));
    return readPath(document, parsed, this.effort) ?? null;
  }

  /** JSON text, and `""` if there is nothing (B-VTL-83). */
  json(path: string): string {
    const value = this.path(path);
    return value === null ? '""' : printJson(value, this.effort, false);
  }

  /** The first of path, query string and header that has it (B-VTL-88). */
  param(name: string): string {
    const place = PLACES.find((place) => Object.hasOwn(this.params[place] ?? {}, name));
    return place ? this.params[place]![name]! : '';
  }

  allParams(): Dictionary {
    return new Map(PLACES.map((place) => [place, new Map<Value, Value>(Object.entries(this.params[place] ?? {}))]));
  }

  property(name: string): Value {
    return name === 'body' ? this.payload.text : null;
  }

  call(method: string, args: Value[]): Value | undefined {
    return invoke(METHODS, this, method, args, this.effort);
  }

  toText(): string {
    return '';
  }
}
