import type { Helper, Value } from '../values/value.ts';

/** `$foreach`: where a loop stands (B-VTL-34). */
export class ForeachScope implements Helper {
  index = 0;
  hasNext = false;
  private readonly parent: Value;
  private readonly own = new Map<string, Value>();

  constructor(parent: Value) {
    this.parent = parent;
  }

  get count(): number {
    return this.index + 1;
  }

  property(name: string): Value {
    switch (name) {
      case 'index':
        return this.index;
      case 'count':
        return this.count;
      case 'hasNext':
        return this.hasNext;
      case 'first':
        return this.index === 0;
      case 'last':
        return !this.hasNext;
      case 'parent':
        return this.parent;
      case 'topmost':
        return this.parent instanceof ForeachScope ? this.parent.property('topmost') : this;
      default:
        return this.own.get(name) ?? null;
    }
  }

  setProperty(name: string, value: Value): void {
    this.own.set(name, value);
  }

  /** Java's getters: `getCount()`, `isFirst()`, `hasNext()`. */
  call(method: string, args: Value[]): Value | undefined {
    if (args.length > 0) return undefined;
    const [, property] = /^(?:get(Index|Count|Parent|Topmost)|is(First|Last)|has(Next))$/.exec(method)?.filter((part) => part) ?? [];
    if (!property) return undefined;
    return property === 'Next' ? this.hasNext : this.property(property.toLowerCase());
  }

  toText(): string {
    return '{}';
  }
}
