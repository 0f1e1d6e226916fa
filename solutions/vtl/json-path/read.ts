import type { Effort } from '../effort.ts';
import { LIMITS, tooMuch } from '../limits.ts';
import { failure } from '../template-error.ts';
import { List, type Value } from '../values/value.ts';
import { holds, valueOf } from './conditions.ts';
import { FUNCTIONS } from './functions.ts';
import type { Condition, Path, Segment } from './path.ts';

/**
 * What is at a path. A definite path gives one value, or undefined if it leads nowhere; a path that could lead to several places gives a
 * list of what is there, and the list may be empty (B-VTL-82).
 */
export function readPath(document: Value, path: Path, effort: Effort): Value | undefined {
  return new PathReader(document, effort).read(path, document);
}

class PathReader {
  private readonly document: Value;
  private readonly effort: Effort;

  constructor(document: Value, effort: Effort) {
    this.document = document;
    this.effort = effort;
  }

  /** @param item What `@` stands for */
  read({ root, segments }: Path, item: Value): Value | undefined {
    let value: Value | undefined = root === '$' ? this.document : item;
    for (const [index, segment] of segments.entries()) {
      if (!isDefinite(segment, index === segments.length - 1)) return this.readSeveral(value, segments, index, item);
      const next = this.step(value, segment, item);
      if (next === undefined) return couldBeSeveral(value, segments, index) ? new List([], 'json') : undefined;
      value = next;
    }
    return value;
  }

  private readSeveral(value: Value, segments: Segment[], index: number, item: Value): Value | undefined {
    if (!suits(value, segments[index]!)) return undefined;
    const found: Value[] = [];
    this.collect(value, segments, index, item, found, 0);
    return new List(found, 'json');
  }

  /** One step to one place. */
  private step(value: Value, segment: Segment, item: Value): Value | undefined {
    this.effort.spend(1);
    switch (segment.kind) {
      case 'names':
        if (!(value instanceof Map)) return undefined;
        if (segment.names.length === 1) return value.get(segment.names[0]!);
        return new Map(segment.names.filter((name) => value.has(name)).map((name) => [name, value.get(name)!]));
      case 'indices':
        return value instanceof List ? value.items.at(segment.indices[0]!) : undefined;
      case 'function': {
        const args = segment.args.map((arg) => valueOf(arg, (path) => this.read(path, item)) ?? null);
        return FUNCTIONS[segment.name]!(value, args, this.effort);
      }
      default:
        return undefined;
    }
  }

  /** Every place that the rest of the path leads to. What does not suit a step is passed over. */
  private collect(value: Value, segments: Segment[], index: number, item: Value, found: Value[], depth: number): void {
    this.effort.spend(1);
    if (depth > LIMITS.valueDepth) throw tooMuch('Lists and maps inside each other', LIMITS.valueDepth);
    const segment = segments[index];
    if (!segment) {
      found.push(value);
      return;
    }
    if (segment.kind === 'deep') {
      this.descend(value, segments, index + 1, item, found, depth + 1);
      return;
    }
    for (const next of this.places(value, segment, index === segments.length - 1, item)) {
      this.collect(next, segments, index + 1, item, found, depth + 1);
    }
  }

  /** The step that follows `..`, from here and from everything below. */
  private descend(value: Value, segments: Segment[], index: number, item: Value, found: Value[], depth: number): void {
    this.effort.spend(1);
    if (depth > LIMITS.valueDepth) throw tooMuch('Lists and maps inside each other', LIMITS.valueDepth);
    if (!(value instanceof Map) && !(value instanceof List)) return;
    const segment = segments[index]!;
    if (segment.kind !== 'filter' || value instanceof Map) {
      if (segment.kind !== 'names' || hasAll(value, segment.names)) this.collect(value, segments, index, item, found, depth + 1);
    }
    for (const child of children(value)) this.descend(child, segments, index, item, found, depth + 1);
  }

  private places(value: Value, segment: Segment, isLast: boolean, item: Value): Value[] {
    switch (segment.kind) {
      case 'all':
        return children(value);
      case 'slice':
        return value instanceof List ? value.items.slice(...bounds(segment.from, segment.to)) : [];
      case 'indices':
        return value instanceof List ? segment.indices.map((index) => value.items.at(index)).filter((one) => one !== undefined) : [];
      case 'filter':
        return (value instanceof List ? value.items : value instanceof Map ? [value] : []).filter((one) =>
          this.passes(one, segment.condition),
        );
      default: {
        if (segment.kind === 'names' && segment.names.length > 1 && !isLast) {
          return value instanceof Map ? segment.names.filter((name) => value.has(name)).map((name) => value.get(name)!) : [];
        }
        const next = this.step(value, segment, item);
        return next === undefined ? [] : [next];
      }
    }
  }

  private passes(item: Value, condition: Condition): boolean {
    return holds(condition, (path) => this.read(path, item), this.effort);
  }
}

/** Several names are one place at the end of a path, where they make a map, and several in front of other steps. */
function isDefinite(segment: Segment, isLast: boolean): boolean {
  switch (segment.kind) {
    case 'names':
      return segment.names.length === 1 || isLast;
    case 'indices':
      return segment.indices.length === 1;
    case 'function':
      return true;
    default:
      return false;
  }
}

/** Whether the first step of several can be made at all. @throws Fault for a filter on what has no items */
function suits(value: Value, segment: Segment): boolean {
  const isMap = value instanceof Map;
  const isList = value instanceof List;
  if (segment.kind === 'filter' && !isMap && !isList) throw failure('A filter of a JSON path needs a list or an object.');
  if (segment.kind === 'names') return isMap;
  return isList || (segment.kind !== 'slice' && segment.kind !== 'indices');
}

/** An item that a list does not have is no wrong turn: a path that finds several things goes on from it and finds none. */
function couldBeSeveral(value: Value, segments: Segment[], index: number): boolean {
  if (!(value instanceof List) || segments[index]!.kind !== 'indices') return false;
  return segments.some((segment, place) => place > index && !isDefinite(segment, place === segments.length - 1));
}

function bounds(from: number | undefined, to: number | undefined): [number, number | undefined] {
  return [from ?? 0, to];
}

function children(value: Value): Value[] {
  if (value instanceof List) return value.items;
  return value instanceof Map ? [...value.values()] : [];
}

function hasAll(value: Value, names: string[]): boolean {
  return value instanceof Map && names.every((name) => value.has(name));
}
