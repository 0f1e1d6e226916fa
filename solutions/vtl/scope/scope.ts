import type { Value } from '../values/value.ts';

/** The variables of a run. A global that costs something to make is made when it is first asked for. */
export class Scope {
  private readonly variables = new Map<string, Value>();
  private readonly globals: Record<string, () => Value>;

  constructor(globals: Record<string, () => Value>) {
    this.globals = globals;
  }

  get(name: string): Value | undefined {
    const value = this.variables.get(name);
    if (value !== undefined || !Object.hasOwn(this.globals, name)) return value;
    const made = this.globals[name]!();
    this.variables.set(name, made);
    return made;
  }

  set(name: string, value: Value): void {
    this.variables.set(name, value);
  }

  /** Puts back what `get` gave. */
  restore(name: string, value: Value | undefined): void {
    if (value === undefined) this.variables.delete(name);
    else this.variables.set(name, value);
  }
}
