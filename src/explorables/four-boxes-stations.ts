/** What each station and the kitchen did with one request. */
import { bodyMade, bodySent, statusOf, type Answers } from './four-boxes-words.ts';
import { MADE, type Caller, type Outcome, type Part, type Refused, type Setup } from './four-boxes.ts';

export type StationName = 'method-request' | 'integration-request' | 'kitchen' | 'integration-response' | 'method-response';

export const STATIONS: readonly { station: StationName; name: string; parts: readonly Part[] }[] = [
  { station: 'method-request', name: 'Method request', parts: ['validator', 'parameter', 'model'] },
  { station: 'integration-request', name: 'Integration request', parts: ['type', 'mapping', 'template', 'passthrough'] },
  { station: 'kitchen', name: 'The kitchen', parts: ['answer'] },
  { station: 'integration-response', name: 'Integration response', parts: ['success', 'failure', 'fallback', 'header'] },
  { station: 'method-response', name: 'Method response', parts: ['statuses', 'declared'] },
];

export interface Account {
  /** `refused`: by AWS, when it is set up. `unheard`: the request never came so far, or nobody asks the station. */
  fate: 'passed' | 'ended' | 'refused' | 'unheard';
  words: string;
}

export function accountsOf(setup: Setup, outcome: Outcome, answers: Answers): Record<StationName, Account> {
  return 'refused' in outcome ? setUp(outcome.refused, answers) : ranThrough(setup, outcome, answers);
}

const AT: Record<Refused, StationName> = {
  'mapping-undeclared': 'integration-request',
  'status-undeclared': 'integration-response',
  'header-undeclared': 'integration-response',
};

function setUp(refused: readonly Refused[], { undeclaredStatus }: Answers): Record<StationName, Account> {
  const words: Record<Refused, string> = {
    'mapping-undeclared': 'PutIntegration is refused: what is read from the method must be declared there, required or not.',
    'status-undeclared': `PutIntegrationResponse is refused: “${undeclaredStatus}”. First the method response, then this.`,
    'header-undeclared': 'PutIntegrationResponse is refused: a header must be declared in the method response before it is mapped.',
  };
  const account = (station: StationName): Account => {
    const here = refused.filter((each) => AT[each] === station);
    return here.length > 0
      ? { fate: 'refused', words: here.map((each) => words[each]).join(' ') }
      : { fate: 'unheard', words: 'No request comes.' };
  };
  return {
    'method-request': account('method-request'),
    'integration-request': account('integration-request'),
    kitchen: account('kitchen'),
    'integration-response': account('integration-response'),
    'method-response': account('method-response'),
  };
}

function ranThrough(setup: Setup, outcome: Exclude<Outcome, { refused: unknown }>, answers: Answers): Record<StationName, Account> {
  const { backend, caller } = outcome;
  const status = statusOf(caller, answers);
  const unheard: Account = { fate: 'unheard', words: 'Not reached.' };
  const unpassed: Account = { fate: 'unheard', words: `Not passed: the ${status} is the gateway’s own, and needs no declaration.` };
  if (caller.status === 'bad-request') {
    const words =
      caller.by === 'parameter'
        ? `${status}, “Missing required request parameters: [x-hotel]”.`
        : `The model wants a text. ${status}, “Invalid request body”; the caller is not told which field.`;
    return {
      'method-request': { fate: 'ended', words },
      'integration-request': unheard,
      kitchen: unheard,
      'integration-response': unheard,
      'method-response': unpassed,
    };
  }
  const checked: Account = { fate: 'passed', words: methodRequest(setup) };
  if (caller.status === 'unsupported-type') {
    const words = `There is no template for ${setup.content === 'json' ? 'application/json' : 'text/plain'}, and ${setup.passthrough} lets nothing pass without one: ${status}.`;
    return {
      'method-request': checked,
      'integration-request': { fate: 'ended', words },
      kitchen: unheard,
      'integration-response': unheard,
      'method-response': unpassed,
    };
  }
  const body = backend.body === 'template' ? bodyMade(setup) : bodySent(setup);
  const hotel = backend.body !== 'nothing' && backend.hotel === 'sent' ? ' and x-hotel: grand' : ', no x-hotel';
  return {
    'method-request': checked,
    'integration-request': { fate: 'passed', words: integrationRequest(setup, backend.body === 'template') },
    kitchen: { fate: 'passed', words: `Gets ${body}${hotel}. Answers ${setup.answer} with x-kitchen: 3.` },
    'integration-response': integrationResponse(setup, caller, status),
    'method-response': caller.status === 'no-match' ? unpassed : methodResponse(setup, caller),
  };
}

function methodRequest({ validator, parameter, model, content, hotel, dish }: Setup): string {
  if (validator === 'off') {
    const harmful = (parameter === 'required' && hotel === 'left-out') || (model === 'json' && content === 'json' && dish === 'number');
    return `Without a validator nobody checks; what is required is documentation.${harmful ? ' So this request passes.' : ''}`;
  }
  const header = parameter === 'required' ? 'x-hotel is there.' : 'x-hotel is not required.';
  if (model === 'none') return `${header} The body has no model, so it is not checked.`;
  return `${header} ${content === 'text' ? 'The model is bound to JSON: text/plain is not checked.' : 'The body fits its model.'}`;
}

function integrationRequest({ type, mapping, template, passthrough, content, hotel, parameter }: Setup, made: boolean): string {
  if (type === 'HTTP_PROXY') return 'A proxy hands on the body and most headers. Template and passthrough are not asked.';
  const body = made
    ? 'The template makes the body.'
    : template === 'none'
      ? `There is no template, and ${passthrough} lets the body pass as it is.`
      : `The template is for JSON, and ${passthrough} lets ${content === 'text' ? 'text/plain' : 'the body'} past it as it is.`;
  const sent = hotel === 'sent' ? 'x-hotel is mapped.' : 'x-hotel is mapped and has no value.';
  const kept = parameter === 'unknown' ? 'x-hotel is not mapped and stays here.' : 'x-hotel is declared and not mapped: it stays here.';
  return `${body} ${mapping === 'on' ? sent : kept}`;
}

function integrationResponse(setup: Setup, caller: Caller, status: number): Account {
  const { answer, failure, success, header } = setup;
  if (caller.status === 'no-match') {
    return { fate: 'ended', words: `${missed(setup)}No pattern matches ${answer}, and there is no default: ${status}.` };
  }
  if (!('picked' in caller) || caller.picked === 'proxy')
    return { fate: 'unheard', words: `Not asked: the kitchen’s ${answer} stays ${answer}.` };
  const picked = {
    success: `${success} matches ${answer}, which becomes ${MADE.success}.`,
    failure: `${failure} matches ${answer}, which becomes ${MADE.failure}.`,
    fallback: `${missed(setup)}No pattern matches ${answer}, so the default makes it ${status}. The body stays the kitchen’s.`,
  }[caller.picked];
  return { fate: 'passed', words: `${picked} ${header === 'on' ? 'x-kitchen is copied.' : 'x-kitchen is not mapped and stays here.'}` };
}

/** Why a pattern that looks right does not match. */
function missed({ answer, failure }: Setup): string {
  if (answer !== 404) return '';
  if (failure === '4') return 'The pattern 4 matches a part of 404, and it has to match the whole. ';
  return failure === 'No such dish.*' ? 'The pattern is compared with the status 404, not with the text of the body. ' : '';
}

function methodResponse(
  { declared }: Setup,
  caller: Exclude<Caller, { status: 'no-match' | 'bad-request' | 'unsupported-type' }>,
): Account {
  if (caller.picked === 'proxy') return { fate: 'unheard', words: 'Not asked: x-kitchen goes out, declared or not.' };
  if (caller.header) return { fate: 'passed', words: `${caller.status} is declared, and so is x-kitchen: it goes out.` };
  const allowed =
    declared === 'yes' ? 'x-kitchen is declared, which allows it and sends nothing.' : 'No header is declared, and none is mapped.';
  return { fate: 'passed', words: `${caller.status} is declared. ${allowed}` };
}
