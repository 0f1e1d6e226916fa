/** The submission, and the few ways in which the suite asks it. Nothing here waits: the calls of a case travel together. */
import { submission } from '#judge';
import type { Json, Rendered, TemplateInput, TemplateProblem, VtlPart } from '../../../exercises/vtl/contract.ts';

export const part = submission<VtlPart>({ promising: [] });

/** What each of these templates gives: an object like the one that is handed in, which has the text that each should give. */
export async function textsOf(expected: Record<string, string>, input: TemplateInput = {}): Promise<Record<string, string>> {
  const templates = Object.keys(expected);
  const texts = await Promise.all(templates.map((template) => part.render(template, input)));
  return Object.fromEntries(templates.map((template, i) => [template, texts[i]!]));
}

/** The JSON that a template gives, parsed; the text itself where it is none, so that a report shows it. */
export async function jsonOf(template: string, input: TemplateInput = {}): Promise<unknown> {
  const text = await part.render(template, input);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What a template put into the two groups of overrides, without the text. */
export async function overridesOf(template: string, input: TemplateInput = {}): Promise<Omit<Rendered, 'text'>> {
  const { text: _, ...overrides } = await part.compile(template).run(input);
  return overrides;
}

/** A body that holds this. */
export function holding(value: Json): TemplateInput {
  return { body: JSON.stringify(value) };
}

type Found = Pick<TemplateProblem, 'name' | 'kind' | 'line' | 'column'>;

/** Name, kind and place of the error with which an answer fails; undefined if it does not fail. */
export async function problemOf(answer: unknown): Promise<Found | undefined> {
  try {
    await answer;
    return undefined;
  } catch (error) {
    const thrown = thrownBy(error);
    const { name, kind, line, column } = thrown as TemplateProblem;
    return { name, kind, line, column };
  }
}

/** What the submission threw. Whatever else goes wrong with a call is the judge's to report. */
function thrownBy(error: unknown): unknown {
  if (!(error instanceof Error)) throw error;
  if ('thrown' in error && typeof error.thrown === 'object' && error.thrown !== null) return error.thrown;
  if (error.name === 'TemplateError') return error;
  throw error;
}

/** Kinds of the errors with which these templates fail; undefined for one that does not. */
export async function kindsOf(templates: readonly string[], input: TemplateInput = {}): Promise<Record<string, string | undefined>> {
  const problems = await Promise.all(templates.map((template) => problemOf(part.render(template, input))));
  return Object.fromEntries(templates.map((template, i) => [template, problems[i]?.kind]));
}

/** For each of these the same. */
export function each<Value>(templates: readonly string[], value: Value): Record<string, Value> {
  return Object.fromEntries(templates.map((template) => [template, value]));
}
