import { readJson } from '../values/json-reader.ts';
import type { Value } from '../values/value.ts';

/**
 * The payload as `$input` has it. It is read when something first asks for a path in it; what starts like no JSON is a text (B-VTL-86,
 * B-VTL-87).
 */
export class Payload {
  readonly text: string;
  private read: { value: Value } | undefined;

  constructor(body: string | undefined) {
    this.text = body || '{}';
  }

  /** @throws Fault of kind `payload` */
  get document(): Value {
    this.read ??= { value: /^[{["]/.test(this.text) ? readJson(this.text) : this.text };
    return this.read.value;
  }
}
