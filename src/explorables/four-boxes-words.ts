/** What “four boxes” says. */
import { backendGuess, CHOICES, type BackendGuess, type Caller, type Outcome, type Part, type Refused, type Setup } from './four-boxes.ts';

/** Of the ledger: what the gateway itself answers, and how AWS words the refusal of an undeclared status. */
export interface Answers {
  badRequest: number;
  unsupportedType: number;
  noMatch: number;
  undeclaredStatus: string;
}

export const PART_NAMES: Record<Part, string> = {
  hotel: 'Header x-hotel',
  content: 'Content type',
  dish: 'The dish',
  validator: 'Validator',
  parameter: 'Header x-hotel is',
  model: 'Model',
  type: 'Type',
  mapping: 'Map x-hotel',
  template: 'Template',
  passthrough: 'Passthrough',
  answer: 'It answers',
  success: 'Pattern that makes 201',
  failure: 'Pattern that makes 404',
  fallback: 'Without a pattern',
  header: 'Map x-kitchen',
  statuses: 'Statuses declared',
  declared: 'Header x-kitchen',
};

const CHOICE_NAMES: { [Name in Part]?: Partial<Record<Setup[Name], string>> } = {
  hotel: { sent: 'grand', 'left-out': 'left out' },
  content: { json: 'application/json', text: 'text/plain' },
  dish: { text: '"soup"', number: '7, a number' },
  parameter: { required: 'required', declared: 'declared only', unknown: 'not declared' },
  model: { json: 'for JSON', none: 'none' },
  template: { json: 'for JSON', none: 'none' },
  answer: { 201: '201, cooked', 404: '404, no such dish', 503: '503, closed' },
  fallback: { 500: '500, the default', 200: '200, the default', none: 'none: no default' },
  statuses: {
    '200 201 404 500': '200, 201, 404, 500',
    '201 404 500': '201, 404, 500',
    '200 201': '200, 201',
    '200': '200',
  },
  declared: { yes: 'declared', no: 'not declared' },
};

export function choicesOf<Name extends Part>(part: Name): [Setup[Name], string][] {
  const names = CHOICE_NAMES[part] as Record<string, string> | undefined;
  return CHOICES[part].map((choice) => [choice as Setup[Name], names?.[choice] ?? String(choice)]);
}

export const BACKEND_NAMES: readonly [BackendGuess, string][] = [
  ['as-sent', 'The body as the caller sent it'],
  ['template', 'What the template made of it'],
  ['nothing', 'Nothing, the gateway answers by itself'],
  ['refused', 'Nothing ever: AWS refuses this setup'],
];

const REASONS: Record<number, string> = {
  200: 'fine',
  201: 'created',
  400: 'bad request',
  404: 'not found',
  415: 'unsupported media type',
  500: 'internal server error',
  503: 'service unavailable',
};

export function statusNames({ badRequest, unsupportedType, noMatch }: Answers): [number, string][] {
  return [...new Set([200, 201, badRequest, 404, unsupportedType, noMatch, 503])]
    .toSorted((one, other) => one - other)
    .map((status) => [status, REASONS[status] ? `${status}, ${REASONS[status]}` : String(status)]);
}

export function statusOf(caller: Caller, answers: Answers): number {
  switch (caller.status) {
    case 'bad-request':
      return answers.badRequest;
    case 'unsupported-type':
      return answers.unsupportedType;
    case 'no-match':
      return answers.noMatch;
    default:
      return caller.status;
  }
}

export function bodySent({ dish }: Pick<Setup, 'dish'>): string {
  return `{"room":"12","dish":${dishText(dish)}}`;
}

/** What `{"meal": $input.json('$.dish')}` renders to. */
export function bodyMade({ dish }: Pick<Setup, 'dish'>): string {
  return `{"meal": ${dishText(dish)}}`;
}

function dishText(dish: Setup['dish']): string {
  return dish === 'text' ? '"soup"' : '7';
}

const REFUSED: Record<Refused, string> = {
  'mapping-undeclared': 'the mapping of x-hotel reads a header that the method does not declare',
  'status-undeclared': 'an integration response names a status that the method does not declare',
  'header-undeclared': 'an integration response sets x-kitchen, which no method response declares',
};

/** What happened, in two or three sentences. */
export function summary(outcome: Outcome, setup: Setup, answers: Answers): string {
  if ('refused' in outcome) {
    const [first, ...more] = outcome.refused;
    const then = more.length > 0 ? ` After that, ${more.map((refused) => REFUSED[refused]).join(', and ')}.` : '';
    return `AWS refuses the setup: ${REFUSED[first]}. The script stops there, and nobody calls anything.${then}`;
  }
  const { backend, caller } = outcome;
  const status = statusOf(caller, answers);
  if (backend.body === 'nothing') return `The caller reads ${status}. The kitchen hears nothing.`;
  const got = backend.body === 'template' ? bodyMade(setup) : `${bodySent(setup)}, as it was sent`;
  return `The kitchen gets ${got}. It answers ${setup.answer}; the caller reads ${status}.${contrast(status, setup)}`;
}

/** What a false status does. */
function contrast(status: number, { answer }: Setup): string {
  if (answer === 201 && status >= 500) return ' The order is cooked, and the caller believes that it failed.';
  if (answer >= 400 && status < 300) return ' A failure looks like success.';
  if (answer === 404 && status >= 500) return ' A caller’s mistake looks like the hotel’s.';
  return '';
}

export interface Guesses {
  backend: BackendGuess | undefined;
  status: number | undefined;
}

/** How the guesses went; empty: skipped. */
export function guessSentence({ backend, status }: Guesses, outcome: Outcome, answers: Answers): string {
  if (backend === undefined) return '';
  const actual = backendGuess(outcome);
  const right = backend === actual && ('refused' in outcome || status === undefined || status === statusOf(outcome.caller, answers));
  if (right) return 'As you said.';
  const said = BACKEND_NAMES.find(([value]) => value === backend)![1];
  const parts = [...(backend === actual ? [] : [`“${said}”`]), ...(status === undefined || 'refused' in outcome ? [] : [String(status)])];
  return `You said: ${parts.join(', and ')}.`;
}
