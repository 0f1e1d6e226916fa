/**
 * Helper, yours to use, change or replace: what a path finds in a parsed body. It knows the paths that say exactly where to look, and `[*]`:
 *
 *     $    $.pets    $['pet name']    $.pets[0].name    $.pets[*].name
 */

/**
 * @param value what was parsed from JSON
 * @returns what stands at the path; undefined if nothing does. With `[*]`, a list of everything that stands there, perhaps an empty one.
 * @throws SyntaxError if the path has a form that is not in the list above
 */
export function valueAt(value: unknown, path: string): unknown {
  const steps = readPath(path);
  const found = steps.reduce((values, step) => values.flatMap((one) => take(one, step)), [value]);
  return steps.includes(EACH) ? found : found[0];
}

/** Stands for `[*]`. A string is a key of an object, a number an index of a list. */
const EACH = Symbol('each');

type Step = string | number | typeof EACH;

const STEP = /\.([^.[\]()*?@\s]+)|\['([^']*)'\]|\["([^"]*)"\]|\[(\d+)\]|\[\*\]/y;

function readPath(path: string): Step[] {
  const steps: Step[] = [];
  let at = 1;
  while (path.startsWith('$') && at < path.length) {
    STEP.lastIndex = at;
    const found = STEP.exec(path);
    if (!found) break;
    const [whole, name, quoted, doubleQuoted, index] = found;
    steps.push(index === undefined ? (name ?? quoted ?? doubleQuoted ?? EACH) : Number(index));
    at += whole.length;
  }
  if (at !== path.length) throw new SyntaxError(`'${path}' is no path that is read here`);
  return steps;
}

/** What one step finds in a value: nothing, one thing, or with `[*]` several. */
function take(value: unknown, step: Step): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (step === EACH) return Object.values(value);
  if (Array.isArray(value) !== (typeof step === 'number')) return [];
  return Object.hasOwn(value, step) ? [(value as Record<string, unknown>)[step]] : [];
}
