/** A template on an input: what comes out, whether it is JSON, and what each reference became. */
import type { Rendered, TemplateInput, TemplateProblem, VtlPart } from '../../exercises/vtl/contract.ts';
import { readInput, type Complaints, type Situation } from './template-playground-input.ts';
import { jsonMistake, type JsonMistake } from './template-playground-json.ts';
import { offsetOf } from './text-place.ts';
import type { Occurrence } from './template-playground-occurrence.ts';
import type { traceReferences } from './template-playground-trace.ts';

export interface Part extends Pick<VtlPart, 'compile'> {
  traceReferences: typeof traceReferences;
}

/** `text`: it does not begin like an object or a list, so nobody meant it to be JSON. */
export type JsonVerdict = 'json' | 'text' | JsonMistake;

export interface Problem extends Pick<TemplateProblem, 'kind' | 'line' | 'column'> {
  message: string;
  /** The same place in characters from 0. */
  offset: number;
}

export type Played =
  | { kind: 'complaints'; complaints: Complaints }
  | { kind: 'failed'; problem: Problem; occurrences: Occurrence[]; left: number }
  | {
      kind: 'rendered';
      /** As much of it as is shown. */
      text: string;
      length: number;
      json: JsonVerdict;
      /** What the template put into the overrides, as JSON; undefined: nothing. */
      overrides: string | undefined;
      occurrences: Occurrence[];
      /** References that are not among the occurrences: too many. */
      left: number;
    };

/** What can be guessed of a situation that nobody has thought out a question for. */
export type Ending = 'json' | 'broken' | 'text' | 'failed';

/** Characters of output that are shown, at most. */
const LONGEST_SHOWN = 20_000;

export function playTemplate(part: Part, situation: Situation): Played {
  const read = readInput(situation);
  if ('complaints' in read) return { kind: 'complaints', complaints: read.complaints };
  const { template } = situation;
  try {
    const { text, ...overrides } = part.compile(template).run(read.input);
    return {
      kind: 'rendered',
      text: text.slice(0, LONGEST_SHOWN),
      length: text.length,
      json: judgeJson(text),
      overrides: overridesText(overrides),
      ...part.traceReferences(template, read.input),
    };
  } catch (error) {
    if (!isTemplateProblem(error)) throw error;
    const { kind, line, column, message } = error;
    const problem = { kind, line, column, message, offset: offsetOf(template, error) };
    return { kind: 'failed', problem, ...tracedUntil(part, template, read.input, kind) };
  }
}

/** A run that went over a limit is not made once more to be looked at. */
function tracedUntil(part: Part, template: string, input: TemplateInput, kind: Problem['kind']): ReturnType<typeof traceReferences> {
  return kind === 'syntax' || kind === 'limit' ? { occurrences: [], left: 0 } : part.traceReferences(template, input);
}

function isTemplateProblem(error: unknown): error is Error & TemplateProblem {
  return error instanceof Error && error.name === 'TemplateError';
}

function judgeJson(text: string): JsonVerdict {
  const mistake = jsonMistake(text);
  if (!mistake) return 'json';
  return /^\s*[{[]/.test(text) ? mistake : 'text';
}

function overridesText(overrides: Omit<Rendered, 'text'>): string | undefined {
  return Object.keys(overrides).length === 0 ? undefined : JSON.stringify(overrides, null, 2);
}

export function endingOf(played: Exclude<Played, { kind: 'complaints' }>): Ending {
  if (played.kind === 'failed') return 'failed';
  return typeof played.json === 'string' ? played.json : 'broken';
}
