/** What the policy tester says. */
import type { Answer } from '../../exercises/authorizer-policy/contract.ts';
import type { Covering, Explained, ExplainedCondition, Outcome, Problem, Run, Side, SideName } from './policy-tester.ts';
import { SIDES } from './policy-tester.ts';
import type { Trace } from './policy-tester-wildcard.ts';
import { placeSentence } from './text-place.ts';

export const OUTCOME_NAMES: Record<Outcome, string> = {
  allow: 'Allow',
  'explicit deny': 'Explicit deny',
  'implicit deny': 'Implicit deny: nothing allows it',
  malformed: 'None: a policy is malformed',
};

export const SIDE_NAMES: Record<SideName, string> = { identity: 'identity policy', resource: 'resource policy' };

const VERDICTS: Record<Outcome, string> = {
  allow: 'Allow.',
  'explicit deny': 'Explicit deny.',
  'implicit deny': 'Implicit deny.',
  malformed: 'No answer, so nothing is allowed.',
};

type Answered = Extract<Run, { outcome: Outcome }>;

export function verdict({ outcome }: Answered): string {
  return VERDICTS[outcome];
}

/** Why the outcome is as it is, in one or two sentences. */
export function reason({ outcome, sides }: Answered, typed: Record<SideName, string>): string {
  if (outcome === 'malformed') {
    const problems = SIDES.flatMap((name) => {
      const side = sides[name];
      return side.kind === 'refused' ? [`The ${SIDE_NAMES[name]} cannot be read: ${placeSentence(typed[name], side.problem.span)}.`] : [];
    });
    return problems.join(' ');
  }
  const sayers = SIDES.map((side) => ({ side, names: deciders(sides[side], outcome) })).filter(({ names }) => names.length > 0);
  const who = sayers.map(({ side, names }) => `${listed(names)} of the ${SIDE_NAMES[side]}`).join(', and ');
  const does = verb(
    sayers.flatMap(({ names }) => names),
    outcome === 'allow' ? ['allows', 'allow'] : ['denies', 'deny'],
  );
  if (outcome === 'explicit deny') return `${who} ${does}. Whoever allows it besides does not matter.`;
  if (outcome === 'allow') return `${who} ${does} it, and nothing denies it.`;
  if (SIDES.every((side) => sides[side].kind === 'none')) return 'There is no policy, so nothing allows it.';
  const allowing = SIDES.filter((side) => sides[side].kind === 'read' && sides[side].answer === 'allow');
  if (allowing.length === 0) return 'Nothing denies it, and nothing allows it.';
  const silent = SIDES.find((side) => !allowing.includes(side))!;
  return `The ${SIDE_NAMES[allowing[0]!]} allows it, ${sides[silent].kind === 'none' ? `and there is no ${SIDE_NAMES[silent]}` : `the ${SIDE_NAMES[silent]} does not`}. From another account both must.`;
}

/** The statements that made a side answer so. */
function deciders(side: Side, answer: Answer): string[] {
  if (side.kind !== 'read' || side.answer !== answer) return [];
  const effect = answer === 'allow' ? 'Allow' : 'Deny';
  return side.statements.filter((statement) => statement.applies && statement.effect === effect).map(({ name }) => name);
}

export function sideSentence(name: SideName, side: Side): string {
  if (side.kind === 'none') return `There is no ${SIDE_NAMES[name]}.`;
  if (side.kind === 'refused') return `The ${SIDE_NAMES[name]} cannot be read.`;
  return `The ${SIDE_NAMES[name]} says: ${side.answer}.`;
}

export function statementSentence({ effect, applies, action, resource, conditions }: Explained): string {
  if (applies) return effect === 'Allow' ? 'It applies, so it allows.' : 'It applies, so it denies.';
  const missing = [
    !action.holds && 'its action',
    !resource.holds && 'its resource',
    conditions.some(({ holds }) => !holds) && 'a condition',
  ].filter((name) => name !== false);
  return `It does not apply: ${listed(missing)} ${verb(missing, ['does', 'do'])} not fit.`;
}

/** What to know about a field: what `Not` makes of its patterns, and which of them AWS would write out. Often there is nothing. */
export function coveringSentence({ field, holds, patterns }: Covering): string {
  const not = field.startsWith('Not') ? `${field}: none of these may fit, and ${holds ? 'none' : 'one'} does.` : '';
  const short = patterns.some(({ pattern }) => pattern.startsWith('execute-api:/'))
    ? 'API Gateway writes execute-api:/ out when it saves a resource policy, as the ARN of the API and a slash. This tester takes the pattern as it stands: write it out.'
    : '';
  return [not, short].filter((sentence) => sentence !== '').join(' ');
}

export function traceSentence(trace: Trace): string {
  if (trace.fits) {
    const taken = trace.pieces.filter(({ by }) => by).map(({ text, by }) => `${by} took ${text === '' ? 'nothing' : quoted(text)}`);
    return taken.length === 0 ? 'It is the same text.' : `${listed(taken)}.`;
  }
  const { rest, wanted, where } = trace;
  if (wanted === '') return `The pattern ends here, and the request goes on with ${quoted(rest)}.`;
  if (where === 'anywhere') return `Behind the star the pattern wants ${quoted(wanted)}, and that does not come.`;
  if (where === 'at the end') return `The pattern ends with ${quoted(wanted)}. The request does not.`;
  return rest === '' ? `The request ends here, and the pattern wants ${quoted(wanted)}.` : `Here the pattern wants ${quoted(wanted)}.`;
}

export function conditionSentence({ operator, key, said, holds, values }: ExplainedCondition): string {
  if (operator === 'Null') {
    return `Null asks whether the key is missing. ${key} is ${said === undefined ? 'missing' : 'there'}: it ${holds ? 'holds' : 'does not hold'}.`;
  }
  if (said === undefined) {
    if (operator.endsWith('IfExists')) return `The request does not say ${key}. With IfExists that is enough: it holds.`;
    return holds
      ? `The request does not say ${key}. A negated operator holds where its key is missing.`
      : `The request does not say ${key}. An operator that is not negated fails where its key is missing.`;
  }
  const end = holds ? 'it holds.' : 'it does not hold.';
  if (isNegated(operator)) {
    if (!holds) return `The request says ${quoted(said)}, which is one of those that it must not be: ${end}`;
    return `The request says ${quoted(said)}, which is ${values.length === 1 ? 'not that' : 'none of those'}: ${end}`;
  }
  if (holds) return `The request says ${quoted(said)}, which fits: ${end}`;
  return `The request says ${quoted(said)}, which ${values.length === 1 ? 'does not fit' : 'fits none of them'}: ${end}`;
}

/** `StringNotEquals`, `NotIpAddress`. */
function isNegated(operator: string): boolean {
  return operator.includes('Not');
}

export const POLICY_FIELDS: Record<SideName, { name: string; explanation: string }> = {
  identity: { name: 'Identity policy', explanation: 'the caller’s own, or what an authorizer returned' },
  resource: { name: 'Resource policy', explanation: 'the API’s own, without Principal' },
};

/** What to know about a mistake that is none in AWS, or what AWS makes of one. */
export function problemNote(side: SideName, { path }: Problem): string {
  if (path?.endsWith('.Principal')) {
    return 'A real resource policy must have a Principal. This part of the language does without: take it out, and say above whose account the caller has.';
  }
  if (path?.includes('.Condition.')) return 'IAM knows more than this tester: operators such as ArnLike, sets of values, policy variables.';
  return side === 'identity'
    ? 'Where an authorizer returns a policy that cannot be read, the caller gets 500.'
    : 'API Gateway does not save a policy that it cannot read.';
}

export function guessSentence(guess: Outcome, outcome: Outcome): string {
  return guess === outcome ? 'As you said.' : `You said: ${OUTCOME_NAMES[guess].replace(/:.*/, '').toLowerCase()}.`;
}

const LONGEST_QUOTE = 80;

/** What a reader typed, in a sentence. */
function quoted(text: string): string {
  return `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`;
}

/** `a, b and c`; of many, the first few. */
function listed(names: readonly string[]): string {
  const few = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return few.length < 2 ? few.join('') : `${few.slice(0, -1).join(', ')} and ${few.at(-1)}`;
}

function verb(subjects: readonly unknown[], [one, many]: [string, string]): string {
  return subjects.length === 1 ? one : many;
}
