/**
 * One POST through the four stations of a method with an HTTP backend. A request is validated, mapped, answered, and mapped back
 * (B-PIPE-01). Rules: presence of parameters and models by content type (B-VAL-01, -02, -06), templates and passthrough (B-VTL-110, -111),
 * parameter mappings (B-VTL-119), selection by the whole status (B-VTL-118).
 */

/** What can be chosen at each station, and on both sides of it. */
export const CHOICES = {
  // The caller.
  hotel: ['sent', 'left-out'],
  content: ['json', 'text'],
  dish: ['text', 'number'],
  // Method request.
  validator: ['on', 'off'],
  parameter: ['required', 'declared', 'unknown'],
  model: ['json', 'none'],
  // Integration request.
  type: ['HTTP', 'HTTP_PROXY'],
  mapping: ['on', 'off'],
  template: ['json', 'none'],
  passthrough: ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'],
  // The backend.
  answer: [201, 404, 503],
  // Integration response.
  success: ['2\\d{2}', 'none'],
  failure: ['404', '4\\d{2}', '4', 'No such dish.*', 'none'],
  fallback: [500, 200, 'none'],
  header: ['on', 'off'],
  // Method response.
  statuses: ['200 201 404 500', '201 404 500', '200 201', '200'],
  declared: ['yes', 'no'],
} as const;

export type Part = keyof typeof CHOICES;
export type Setup = { [Name in Part]: (typeof CHOICES)[Name][number] };

/** Calls of a script that AWS refuses, in the order in which the script makes them. */
export type Refused =
  /** PutIntegration reads a parameter that the method does not declare. */
  | 'mapping-undeclared'
  /** PutIntegrationResponse names a status that the method does not declare (the ledger’s method-response-first). */
  | 'status-undeclared'
  /** PutIntegrationResponse maps a header that the method response does not declare. */
  | 'header-undeclared';

export type Backend =
  /** The gateway answered by itself. */
  { body: 'nothing' } | { body: 'as-sent' | 'template'; hotel: 'sent' | 'no-value' | 'unmapped' };

export type Caller =
  /** `by`: the check that failed. */
  | { status: 'bad-request'; by: 'parameter' | 'model' }
  | { status: 'unsupported-type' }
  /** No integration response matches, and there is no default. */
  | { status: 'no-match' }
  /** `picked`: by a pattern, as the default, or by nobody, since a proxy asks nobody. */
  | { status: number; picked: 'success' | 'failure' | 'fallback' | 'proxy'; header: boolean };

export type Outcome = { refused: [Refused, ...Refused[]] } | { backend: Backend; caller: Caller };

/** The statuses that the three integration responses make: success, failure, and the default’s own. */
export const MADE = { success: 201, failure: 404 } as const;

export function run(setup: Setup): Outcome {
  const [first, ...more] = refusals(setup);
  if (first) return { refused: [first, ...more] };
  const nothing: Backend = { body: 'nothing' };
  if (setup.validator === 'on') {
    if (setup.parameter === 'required' && setup.hotel === 'left-out')
      return { backend: nothing, caller: { status: 'bad-request', by: 'parameter' } };
    // A model is bound to a content type; any other is not checked.
    if (setup.model === 'json' && setup.content === 'json' && setup.dish === 'number')
      return { backend: nothing, caller: { status: 'bad-request', by: 'model' } };
  }
  const body = bodyOf(setup);
  if (body === undefined) return { backend: nothing, caller: { status: 'unsupported-type' } };
  return { backend: { body, hotel: hotelOf(setup) }, caller: callerOf(setup) };
}

function refusals({ parameter, mapping, success, failure, fallback, header, statuses, declared }: Setup): Refused[] {
  const known = statuses.split(' ');
  const named = [
    ...(success === 'none' ? [] : [MADE.success]),
    ...(failure === 'none' ? [] : [MADE.failure]),
    ...(fallback === 'none' ? [] : [fallback]),
  ];
  return [
    ...(mapping === 'on' && parameter === 'unknown' ? ['mapping-undeclared' as const] : []),
    ...(named.some((status) => !known.includes(String(status))) ? ['status-undeclared' as const] : []),
    ...(named.length > 0 && header === 'on' && declared === 'no' ? ['header-undeclared' as const] : []),
  ];
}

/** Undefined: no template for the type, and the body may not pass. */
function bodyOf({ type, template, content, passthrough }: Setup): 'as-sent' | 'template' | undefined {
  if (type === 'HTTP_PROXY') return 'as-sent';
  if (template === 'json' && content === 'json') return 'template';
  if (passthrough === 'NEVER' || (passthrough === 'WHEN_NO_TEMPLATES' && template !== 'none')) return undefined;
  return 'as-sent';
}

function hotelOf({ type, mapping, hotel }: Setup): 'sent' | 'no-value' | 'unmapped' {
  // A proxy hands headers on without being told.
  if (type === 'HTTP_PROXY') return hotel === 'sent' ? 'sent' : 'no-value';
  if (mapping === 'off') return 'unmapped';
  return hotel === 'sent' ? 'sent' : 'no-value';
}

function callerOf({ type, answer, success, failure, fallback, header }: Setup): Caller {
  if (type === 'HTTP_PROXY') return { status: answer, picked: 'proxy', header: true };
  const mapped = header === 'on';
  if (matches(success, answer)) return { status: MADE.success, picked: 'success', header: mapped };
  if (matches(failure, answer)) return { status: MADE.failure, picked: 'failure', header: mapped };
  return fallback === 'none' ? { status: 'no-match' } : { status: fallback, picked: 'fallback', header: mapped };
}

/** A selection pattern has to match the whole status. */
function matches(pattern: Setup['success'] | Setup['failure'], answer: number): boolean {
  return pattern !== 'none' && new RegExp(`^(?:${pattern})$`).test(String(answer));
}

/** What a reader can say of the kitchen. */
export type BackendGuess = 'refused' | Backend['body'];

export function backendGuess(outcome: Outcome): BackendGuess {
  return 'refused' in outcome ? 'refused' : outcome.backend.body;
}

/** Settings that do nothing with the others as they are. */
export function idleParts({ type, validator }: Setup): Part[] {
  return [...(type === 'HTTP_PROXY' ? (['template', 'passthrough'] as const) : []), ...(validator === 'off' ? (['model'] as const) : [])];
}
