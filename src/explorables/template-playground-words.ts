/** What the template playground says. */
import type { Ending, JsonVerdict, Played, Problem } from './template-playground.ts';
import type { Field } from './template-playground-input.ts';
import { placeSentence } from './text-place.ts';
import { MOST_VALUES, type Became, type Occurrence, type Shape } from './template-playground-occurrence.ts';

export const FIELD_NAMES: Record<Field, string> = {
  template: 'Template',
  body: 'Body',
  params: 'Parameters',
  context: '$context',
  stageVariables: '$stageVariables',
};

export const ENDING_NAMES: Record<Ending, string> = {
  json: 'JSON that parses',
  broken: 'Text that was to be JSON and is none',
  text: 'Text that does not look like JSON',
  failed: 'Nothing: it fails',
};

/** A run that gave nothing, for a reason that is not the template’s own. */
export type Trouble = 'stopped' | 'crashed' | 'unloadable';

export const TROUBLES: Record<Trouble, string> = {
  stopped: 'This template ran for too long, and was stopped. Make the input smaller, or the loops shorter.',
  crashed: 'The interpreter itself failed on this. The mistake is the course’s, and not yours.',
  unloadable: 'The interpreter could not be loaded. Reload the page to try again; copy first what you want to keep.',
};

const FAILURES: Record<Problem['kind'], string> = {
  syntax: 'The template cannot be read. The service answers such a request with 500, and names no place.',
  evaluation: 'A step of the template failed. The service answers 500, and names no place.',
  payload: 'The body begins like JSON and is none. The service answers 400.',
  limit: 'A limit was passed. The size of a template and the turns of one loop are limited by the service, too.',
};

/** How it ended, in a sentence or two. */
export function verdict(played: Played): string {
  switch (played.kind) {
    case 'complaints':
      return `The input is not complete: ${Object.keys(played.complaints)
        .map((field) => FIELD_NAMES[field as Field])
        .join(', ')}.`;
    case 'failed':
      return `It fails at line ${played.problem.line}, column ${played.problem.column}. ${played.problem.message}`;
    case 'rendered':
      return jsonSentence(played.json, played.text, played.length);
  }
}

export function failureNote({ kind }: Problem): string {
  return FAILURES[kind];
}

function jsonSentence(json: JsonVerdict, text: string, length: number): string {
  if (json === 'json') return 'It is JSON.';
  if (json === 'text') return length === 0 ? 'Nothing comes out.' : 'It is text, and does not begin like JSON.';
  if (json.span.from >= text.length && length > text.length) return `It is no JSON: ${json.message} That is further down than is shown.`;
  return `It is no JSON: ${placeSentence(text, json.span)}. ${json.message}`;
}

const SHAPES: Record<Shape, string> = {
  text: 'text',
  'whole number': 'whole number',
  'number with a point': 'number with a point',
  truth: 'truth value',
  map: 'object, which prints as',
  list: 'list of the payload, which prints as',
  'template list': 'list of the template, which prints as',
  helper: 'a variable of the service, not a value',
  block: 'a block that #define named',
};

/** A few words, and what was printed if there is something to quote. */
export interface Said {
  words: string;
  quoted?: string;
}

/** What an occurrence became, one entry for each value. */
export function becameWords({ role, times, became }: Occurrence): Said[] {
  if (times === 0) return [{ words: 'not reached' }];
  if (role === 'text') return [{ words: 'no reference: printed as it stands' }];
  return became.map((one) => {
    const said = sayBecame(one);
    if (role === 'set' && one.kind === 'value') return { ...said, words: `set to ${said.words}` };
    const isSilent = one.kind === 'nothing' || one.kind === 'no-variable' || (one.kind === 'value' && said.quoted === undefined);
    return role === 'printed' && isSilent ? { ...said, words: `${said.words}: prints nothing` } : said;
  });
}

function sayBecame(became: Became): Said {
  switch (became.kind) {
    case 'nothing':
      return { words: 'not there, or null' };
    case 'no-variable':
      return { words: 'no variable has this name' };
    case 'lost':
      return { words: 'set nowhere: what it would belong to is not there' };
    case 'kept': {
      if (!became.old) return { words: 'the right side has no value, so it stays as it was' };
      if (became.old.kind !== 'value') return { words: 'the right side has no value, and it had none before' };
      const { words, quoted } = sayBecame(became.old);
      return { words: `the right side has no value, so it stays: ${words}`, ...(quoted !== undefined && { quoted }) };
    }
    case 'value': {
      const { shape, printed, length } = became;
      if (shape === 'helper' || shape === 'block') return { words: SHAPES[shape] };
      if (length === 0) return { words: shape === 'text' ? 'empty text' : 'kept to itself by the service' };
      return { words: SHAPES[shape], quoted: printed.length < length ? `${printed}…` : printed };
    }
  }
}

/** How often the run came by, if that is more than the values tell. */
export function timesSentence({ role, times, became }: Occurrence): string {
  if (times < 2) return '';
  const all = `${times.toLocaleString('en-US')} times`;
  if (role === 'text' || became.length === 1) return `${all} the same`;
  return became.length === MOST_VALUES && times > MOST_VALUES ? `${all}, first:` : `${all}:`;
}

export function guessSentence(guess: string, isRight: boolean): string {
  return isRight ? 'As you said.' : `You said: ${guess.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}.`;
}

/** A text whose code stands between backticks, cut there: every second piece is code. */
export function codeIn(text: string): string[] {
  return text.split('`');
}

/** The text with its blanks and line breaks made visible. */
export function markBlanks(text: string): string {
  return text
    .replaceAll(' ', '·')
    .replaceAll('\t', '→')
    .replace(/\r\n|[\r\n]/g, '↵\n');
}
