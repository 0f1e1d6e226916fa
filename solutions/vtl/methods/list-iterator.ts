import { failure } from '../template-error.ts';
import type { Helper, Value } from '../values/value.ts';

/** What `iterator()` gives: the way to the first key of a map, `$map.keySet().iterator().next()`. */
export class ListIterator implements Helper {
  private readonly items: readonly Value[];
  private position = 0;

  constructor(items: readonly Value[]) {
    this.items = items;
  }

  /** What has not been taken yet, taken at once: `#foreach` goes through it. */
  rest(): Value[] {
    const rest = this.items.slice(this.position);
    this.position = this.items.length;
    return rest;
  }

  property(): Value {
    return null;
  }

  call(method: string, args: Value[]): Value | undefined {
    if (args.length > 0) return undefined;
    if (method === 'hasNext') return this.position < this.items.length;
    if (method !== 'next') return undefined;
    if (this.position >= this.items.length) throw failure('The iterator has no next item.');
    return this.items[this.position++];
  }

  toText(): string {
    return 'java.util.Iterator';
  }
}
