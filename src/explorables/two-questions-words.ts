/** What “two questions” says. */
import { amount, dollars } from '../calculators/words.ts';
import type { Cost } from './two-questions-costs.ts';
import { isSocket, type System } from './two-questions-systems.ts';
import type { ApiType, Decision, Gap, Judgement, Need } from './two-questions.ts';

export const TYPE_NAMES: Record<ApiType, string> = { websocket: 'WebSocket API', rest: 'REST API', http: 'HTTP API' };

/** `A`, `A and B`, `A, B and C`. */
function listed(gaps: readonly Gap[]): string {
  const titles = gaps.map(({ title }) => title);
  return titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`;
}

export function firstSentence(said: boolean | undefined, { unasked }: System, isYes: boolean): string {
  const verdict = isYes ? 'It must.' : 'It need not.';
  return `${said === isYes ? 'As you said.' : verdict} ${unasked}`;
}

export const NONE = 'none';

/** The answer to the second question. `said` is the id of a need, or NONE. */
export function secondSentence(said: string, system: System, { deciding, type }: Decision, matrix: readonly Need[]): string {
  const isRest = type === 'rest';
  if (said === NONE) return isRest ? `One is left: ${listed(deciding)}.` : 'As you said: none is left.';
  if (isRest && deciding.some(({ id }) => id === said)) return 'As you said.';
  const need = matrix.find(({ id }) => id === said);
  if (system.struck?.need === said) return `${need?.title ?? said} can be struck out: ${system.struck.because}.`;
  const { has, note } = need?.types.http ?? { has: 'yes' };
  const meets = has === 'partly' ? `in part (${note})` : 'too';
  return `${need?.title ?? said}: an HTTP API has that ${meets}.${isRest ? ` What it has not is ${listed(deciding)}.` : ''}`;
}

/** Which type is left, and which need decided. */
export function decisionSentence({ type, deciding }: Decision): string {
  if (type === undefined)
    return 'No type meets the whole list. Strike something out, or split the system: the question is about one conversation.';
  const left = `${TYPE_NAMES[type]}.`;
  if (type === 'websocket') return `${left} The first question decides: the backend speaks unasked.`;
  if (deciding.length === 0) return `${left} Nothing on the list is met by REST alone, so the price decides.`;
  if (deciding.length > 1) return `${left} ${listed(deciding)} decide, and each would be enough.`;
  const other = type === 'rest' ? 'an HTTP API' : 'a REST API';
  return `${left} One need decides: ${listed(deciding)}. Strike it, and ${type === 'rest' ? `${other} is enough` : `${other} could do it too`}.`;
}

/** What the choice costs, and what the other would have. */
export function costSentence(system: System, { type }: Decision, [first, second]: Cost): string {
  if (isSocket(system)) {
    const { clients, every } = system;
    const often = every === 1 ? 'second' : `${every} seconds`;
    return `Messages and minutes cost ${dollars(first)} a month. If all ${amount(clients)} asked an HTTP API every ${often} instead, the calls would cost ${dollars(second)}, and news would be up to ${every} s old.`;
  }
  const [rest, http] = [first, second].map(dollars);
  const gap = dollars(first - second);
  const calls = `${amount(system.calls)} calls a month`;
  if (type === 'rest') return `REST costs ${rest} for ${calls}, HTTP ${http}. For the ${gap} less you would have ${system.without}.`;
  return `HTTP costs ${http} for ${calls}, REST ${rest}. The ${gap} more would have bought nothing on the list.`;
}

/** Whether a type stays, and what excludes it. */
export function fateSentence({ lacks, partly }: Judgement): string {
  if (lacks.length > 1) return `falls, by each of ${lacks.length} needs`;
  if (lacks.length === 1) return 'falls, by this alone';
  return partly.length > 0 ? 'can do it, if these parts are enough' : 'can do it';
}
