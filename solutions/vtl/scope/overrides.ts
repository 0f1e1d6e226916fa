import type { Json, Rendered } from '../../../exercises/vtl/contract.ts';
import type { Effort } from '../effort.ts';
import { failure } from '../template-error.ts';
import { toJson } from '../values/json-values.ts';
import type { Value } from '../values/value.ts';

/** What a template is given at the start can be read. What it puts there itself is an override, and each can be put once (B-VTL-114). */
class OverrideGroup extends Map<Value, Value> {
  private readonly place: string;
  private readonly put = new Map<Value, Value>();

  constructor(place: string, start: Value | undefined) {
    super();
    this.place = place;
    if (start instanceof Map) for (const [name, value] of start) super.set(name, value);
  }

  override set(name: Value, value: Value): this {
    if (this.put.has(name)) throw failure(`${this.place}.${String(name)} can be overridden once.`);
    this.put.set(name, value);
    return super.set(name, value);
  }

  toJson(effort: Effort): { [name: string]: Json } | undefined {
    if (this.put.size === 0) return undefined;
    return Object.fromEntries(Array.from(this.put, ([name, value]) => [String(name), toJson(value, effort)]));
  }
}

/** `$context.requestOverride` or `$context.responseOverride`: groups, and other names that are put beside them (B-VTL-113). */
class Override extends OverrideGroup {
  constructor(place: string, groups: readonly string[], start: Value | undefined) {
    super(place, start);
    const given = start instanceof Map ? start : new Map<Value, Value>();
    for (const group of groups) Map.prototype.set.call(this, group, new OverrideGroup(`${place}.${group}`, given.get(group)));
  }

  /** A group is not replaced: what a map in its place holds is put into it. */
  override set(name: Value, value: Value): this {
    const group = this.get(name);
    if (!(group instanceof OverrideGroup)) return super.set(name, value);
    if (value instanceof Map) for (const [inner, item] of value) group.set(inner, item);
    return this;
  }

  group(name: string, effort: Effort): { [name: string]: Json } | undefined {
    return (this.get(name) as OverrideGroup).toJson(effort);
  }
}

/** `$context`, with the two names that are written and not only read. They are no entries of it: who lists it does not see them. */
export class Context extends Map<Value, Value> {
  private readonly overrides: { requestOverride: Override; responseOverride: Override };

  constructor(entries: Iterable<[Value, Value]>, start: { requestOverride?: Value; responseOverride?: Value }) {
    super();
    for (const [name, value] of entries) super.set(name, value);
    this.overrides = {
      requestOverride: new Override('requestOverride', ['header', 'path', 'querystring'], start.requestOverride),
      responseOverride: new Override('responseOverride', ['header'], start.responseOverride),
    };
  }

  override get(name: Value): Value | undefined {
    return isOverride(name) ? this.overrides[name] : super.get(name);
  }

  override has(name: Value): boolean {
    return isOverride(name) || super.has(name);
  }

  override set(name: Value, value: Value): this {
    if (!isOverride(name)) return super.set(name, value);
    if (value instanceof Map) for (const [inner, item] of value) this.overrides[name].set(inner, item);
    return this;
  }

  /** What the template put, without what it did not touch. A status stays the number or the text that it was set as (B-VTL-116). */
  rendered(effort: Effort): Pick<Rendered, 'requestOverride' | 'responseOverride'> {
    const { requestOverride: request, responseOverride: response } = this.overrides;
    const { status } = response.toJson(effort) ?? {};
    const requestOverride = present({
      header: request.group('header', effort),
      path: request.group('path', effort),
      querystring: request.group('querystring', effort),
    });
    const responseOverride = present({
      status: typeof status === 'number' || typeof status === 'string' ? status : undefined,
      header: response.group('header', effort),
    });
    return present({ requestOverride, responseOverride }) ?? {};
  }
}

function isOverride(name: Value): name is 'requestOverride' | 'responseOverride' {
  return name === 'requestOverride' || name === 'responseOverride';
}

/** Without what is undefined; undefined if that is all. */
function present<Part extends object>(parts: Part): { [Name in keyof Part]?: NonNullable<Part[Name]> } | undefined {
  const entries = Object.entries(parts).filter(([, part]) => part !== undefined);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as { [Name in keyof Part]?: NonNullable<Part[Name]> });
}
