/**
 * Mapping templates (VTL): the contract. Types and rules only; you write `vtl.ts`. Three helpers lie beside it (`tokens.ts`,
 * `expression.ts`, `json-path.ts`): they are enough for the six concepts that count, and you may change or replace them.
 *
 * Each rule names the behavior it rests on. Where it says "AWS records it", the output was recorded from the service or comes from the
 * engine that reproduces every recording: Apache Velocity 1.7 with three settings of AWS's (B-VTL-01).
 */

/** What JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a template can read. */
export interface TemplateInput {
  /**
   * The payload as it came, not parsed. Empty or missing: `$input.body` is `{}`, and so is what `$input.path('$')` reads (B-VTL-86).
   * It is parsed when something first asks for a path in it (B-VTL-87).
   */
  body?: string;
  /** What `$input.params(...)` looks through, in this order: path, query string, header (B-VTL-88). Names are case-sensitive. */
  params?: {
    path?: Record<string, string>;
    querystring?: Record<string, string>;
    header?: Record<string, string>;
  };
  /**
   * `$context`. What is not in it renders as nothing, and so does `$context.authorizer.claims` as a whole: claims are read one by one
   * (B-VTL-96, B-VTL-98).
   */
  context?: { [name: string]: Json };
  /** `$stageVariables`. What is not in it renders as nothing (B-VTL-95). */
  stageVariables?: Record<string, string>;
}

/** What one run of a template gives. */
export interface Rendered {
  text: string;
  /**
   * What the template put under `$context.requestOverride` and `$context.responseOverride`, as it was put there; a group in which
   * nothing was set is missing (B-VTL-113). A status that was set as text stays text (B-VTL-116). Setting one parameter twice in a run
   * is an error of kind `evaluation` (B-VTL-114; the service answers 5XX).
   */
  requestOverride?: { header?: Record<string, Json>; path?: Record<string, Json>; querystring?: Record<string, Json> };
  responseOverride?: { status?: number | string; header?: Record<string, Json> };
}

/** A template that was read once. It keeps nothing of one run for the next, and runs may overlap. */
export interface Template {
  run(input: TemplateInput): Rendered;
}

/**
 * What `compile`, `run` and `render` throw: an `Error` whose `name` is `TemplateError`, with these properties. The message says what was
 * expected, or what went wrong, in one sentence.
 */
export interface TemplateProblem {
  name: 'TemplateError';
  /**
   * `syntax`: the template cannot be read (B-VTL-03; the service answers 500). `evaluation`: a method failed while it ran, such as an
   * index out of range (B-VTL-03, B-VTL-19; 500). `payload`: the body starts like JSON and is none (B-VTL-87; 400). `limit`: one of
   * `LIMITS` is passed.
   */
  kind: 'syntax' | 'evaluation' | 'payload' | 'limit';
  /** Place in the template, both from 1: where the problem was met. */
  line: number;
  column: number;
}

/**
 * Limits. The first two are AWS's (B-VTL-04). What the service does beyond them it does not document; here it is a `TemplateError` of kind
 * `limit` (course's choice). The others are the course's: they keep hostile input from a stack or a memory that it could fill.
 *
 * | what                                                     | at most   |
 * |----------------------------------------------------------|-----------|
 * | length of a template, in bytes of UTF-8                   | 307,200   |
 * | iterations of one `#foreach`                              | 1,000     |
 * | nesting of directives, parentheses, literals and quotes   | 200       |
 * | length of the output, in characters                       | 10,000,000 |
 * | iterations of all loops of one run together               | 1,000,000 |
 *
 * Whatever else would grow without end (a list, a number, a text that doubles itself, plain work) may end as `limit`, too, once it is
 * more than any template of the service could mean.
 */

/**
 * Beyond. The rules of the six concepts that count stand in the brief. These are the rules of the other eleven (B-VTL-13 to B-VTL-119; AWS
 * records them or the engine gives them).
 *
 * - **expressions**. `* / %` bind tighter than `+ -`, then comparisons, then `&&`, then `||`. Words: `eq ne lt le gt ge and or not`. Numbers
 *   without a point are whole and have no bounds; `/` and `%` cut towards zero. One with a point makes the result one, printed as Java prints
 *   a double: `2.0`, `1.0E8`. `+` joins as soon as one side is text, and something undefined is empty text there: `$nope + 1` is `1`. What
 *   cannot be worked out (a division by zero, `- * / %` with anything but numbers) gives nothing, and a `#set` of *that* leaves the old
 *   value, where a `#set` of something undefined or null sets empty text. `==` compares numbers by size and anything else as printed, so
 *   `"1" == 1` and not `"5.0" == 5`. `<` and its like are false for anything but two numbers. `&&` and `||` give a boolean.
 * - **methods**. Those of Java's `String`, `List` and `Map` by their Java names: text from `length` to `split` (patterns are Java's), lists from
 *   `size` to `subList`, maps from `get` to `entrySet`; any number reads one from text, `$n.parseInt('12')`. What they give in Java they give here, and what
 *   changes a list or map prints what it gives: `add` prints `true`. Index -1 is the last. A bare word as an argument is null. A method that is
 *   not there gives nothing.
 * - **printing**. What the payload holds prints as `{k=v, k=v}`, its lists as JSON. A list that the template wrote prints `[a, b]`. Undefined
 *   in a list or map is empty text. `$input`, `$util` and `$context` print nothing.
 * - **whitespace**. A directive alone at the end of its line takes the rest of the line and one line break with it. Blanks before it stay
 *   if they follow text; blanks between a reference or a directive and a `#set` are gone.
 * - **escapes**. A backslash before a reference or a directive makes its sign text; two are one backslash. `##` hides the rest of the line with its
 *   line break, `#* *#` what stands in it, and `#[[ ]]#` makes text of it. `#macro` disappears; what the language does not know is text.
 * - **json-path**. As Jayway reads it: `[-1]`, `[1:3]`, `[0,2]`, `['a','b']`, `*`, `..`, filters `[?(@.price < 10)]`, functions such as
 *   `.length()`. A path that may find several gives a list, empty if need be; one that names a place gives nothing where nothing is.
 * - **bodies**. Parsed leniently: names and texts without quotes or in single ones, a comma at the end, the last of equal keys. What begins
 *   with no brace, bracket or quote is text. What begins like JSON and is none: `payload`, at the reference that asked.
 * - **overrides**. See `Rendered`. `put` does the same as `#set`.
 * - **directives**. `#define`, `#stop`, `#break`, `$foreach.first`, `.last`, `.parent`, and the old counters `$velocityCount`,
 *   `$velocityHasNext`. A number, text, list or map that is *written* as a condition is not true.
 * - **errors**, **limits**. See `TemplateProblem` and `LIMITS`.
 */

/** What `vtl.ts` exports. */
export interface VtlPart {
  /** Reads a template. @throws TemplateProblem of kind `syntax` or `limit` */
  compile(template: string): Template;
  /** Reads a template, runs it once and gives its text. @throws TemplateProblem */
  render(template: string, input: TemplateInput): string;
}
