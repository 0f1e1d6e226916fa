/** What a reader typed as the input of a template, read. */
import type { Json, TemplateInput } from '../../exercises/vtl/contract.ts';
import { jsonMistake, type JsonMistake } from './template-playground-json.ts';

/** As it was typed. All but `template` and `body` are JSON, and each may be blank. */
export interface Situation {
  template: string;
  body: string;
  params: string;
  context: string;
  stageVariables: string;
}

export type Field = keyof Situation;

/** The fields that are JSON. */
export const SURROUNDINGS = ['params', 'context', 'stageVariables'] as const;

/** What is wrong with a field, and where if that is known. */
export type Complaints = Partial<Record<Field, { message: string; span?: JsonMistake['span'] }>>;

/** Characters of a field, at most. */
const LONGEST = { body: 1_000_000, params: 100_000, context: 100_000, stageVariables: 100_000 } as const;

const PLACES = ['path', 'querystring', 'header'] as const;

type JsonObject = { [name: string]: Json };

export function readInput(situation: Situation): { input: TemplateInput } | { complaints: Complaints } {
  const complaints: Complaints = {};
  const input: TemplateInput = {};
  if (!tooLong('body')) input.body = situation.body;
  const params = object('params');
  if (params) {
    const stranger = Object.keys(params).find((name) => !PLACES.some((place) => place === name));
    const odd = PLACES.find((place) => params[place] !== undefined && !isTexts(params[place]));
    if (stranger !== undefined) complain('params', `The parameters are path, querystring and header. “${stranger.slice(0, 40)}” is none.`);
    else if (odd) complain('params', `What stands in ${odd} is an object of texts: {"name": "value"}.`);
    else input.params = params as NonNullable<TemplateInput['params']>;
  }
  const context = object('context');
  if (context) input.context = context;
  const stageVariables = object('stageVariables');
  if (stageVariables && !isTexts(stageVariables)) complain('stageVariables', 'A stage variable is a text: {"name": "value"}.');
  else if (stageVariables) input.stageVariables = stageVariables;
  return Object.keys(complaints).length === 0 ? { input } : { complaints };

  function complain(field: Field, message: string): void {
    complaints[field] = { message };
  }

  function tooLong(field: keyof typeof LONGEST): boolean {
    if (situation[field].length <= LONGEST[field]) return false;
    const [longest, length] = [LONGEST[field], situation[field].length].map((count) => count.toLocaleString('en-US'));
    complain(field, `At most ${longest} characters are read here. These are ${length}.`);
    return true;
  }

  function object(field: (typeof SURROUNDINGS)[number]): JsonObject | undefined {
    const typed = situation[field];
    if (tooLong(field) || typed.trim() === '') return undefined;
    const mistake = jsonMistake(typed);
    if (mistake) {
      complaints[field] = mistake;
      return undefined;
    }
    const value = JSON.parse(typed) as Json;
    if (isObject(value)) return value;
    complain(field, 'An object belongs here: {"name": …}.');
    return undefined;
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: Json | undefined): value is Record<string, string> {
  return isObject(value) && Object.values(value).every((item) => typeof item === 'string');
}
