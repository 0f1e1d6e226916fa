/** What “a share of what?” says. */
import { amount, duration, rounded } from '../calculators/words.ts';
import { LIVES, RATE, type Cached, type Keeping, type Life } from './canary-split-cache.ts';
import { printed, VARIABLES, type Variable } from './canary-split-variables.ts';
import { chances, ENOUGH, GUESTS, SURE, waitsOf, type Crowd, type Drawn, type Faulty } from './canary-split.ts';

/** What can be set in each situation. */
export interface Settings {
  guests: Crowd;
  faults: Faulty;
  cache: Cached;
  variables: readonly Variable[];
}

export type Kind = keyof Settings;

export const SITUATIONS: readonly { kind: Kind; name: string }[] = [
  { kind: 'guests', name: 'Twenty calls' },
  { kind: 'faults', name: 'A fault of 2 percent' },
  { kind: 'cache', name: 'With the cache' },
  { kind: 'variables', name: 'Variables' },
];

export const STARTS: Settings = {
  guests: { percent: 5, calls: 20 },
  faults: { percent: 5, rate: 5, fault: 2, tries: 3 },
  cache: { percent: 10, keeping: 'one' },
  variables: VARIABLES,
};

/** The situation as it is set. */
export function sceneOf(kind: Kind, { guests, faults, cache, variables }: Settings): string {
  switch (kind) {
    case 'guests':
      return `A visit takes ${guests.calls === 1 ? 'one request' : `${guests.calls} requests`}, and ${amount(GUESTS)} guests come. The canary of prod gets ${guests.percent} percent.`;
    case 'faults': {
      const { rate, percent, fault, tries } = faults;
      const clients = tries === 1 ? 'Clients try once.' : `Clients try up to ${tries} times.`;
      return `${rate === 1 ? 'One request' : `${rate} requests`} a second, ${percent} percent of them to the canary. Of what the canary gets, ${fault} percent fails. ${clients}`;
    }
    case 'cache':
      return `GET /rooms is cached on prod, and a canary gets ${cache.percent} percent. ${KEEPING_SCENES[cache.keeping]}`;
    case 'variables': {
      const list = (side: 'stage' | 'override') =>
        variables
          .filter((variable) => variable[side] !== '')
          .map((variable) => `${variable.name}=${variable[side]}`)
          .join(', ') || 'none';
      return `Variables of the stage: ${list('stage')}. The canary’s overrides: ${list('override')}. A template prints all three.`;
    }
  }
}

const KEEPING_SCENES: Record<Keeping, string> = {
  off: 'useStageCache is false, as by default.',
  apart: 'useStageCache is true. Stage and canary have deployments of their own.',
  one: 'useStageCache is true. Stage and canary have one deployment, and only the variable alias differs.',
};

/** What a guess can be: its value, and how it is said. */
export type Choices = readonly (readonly [value: string, name: string])[];

/** A question with its answers. `right` is the value of the right one. */
export interface Question {
  text: string;
  choices: Choices;
  right: string;
}

const inOrder = (numbers: readonly number[]) => [...new Set(numbers)].toSorted((one, other) => one - other);

/** What an average rounds to, as people say it: 569.5 is about 570. */
const near = (count: number) => (count < 0.5 ? 0 : Number(count.toPrecision(2)));

export function guestsQuestion({ percent, calls }: Crowd): Question {
  const right = near(GUESTS * chances({ percent, calls }).both);
  const share = (GUESTS * percent) / 100;
  const said = inOrder([right, 0, share, Math.min(GUESTS, share * calls)]);
  return {
    text: `Of ${amount(GUESTS)} guests, how many get replies from both versions?`,
    choices: said.map((count) => [String(count), countName(count)]),
    right: String(right),
  };
}

function countName(count: number): string {
  if (count === 0) return 'next to none: a guest stays on one side';
  return count === GUESTS ? 'next to all of them' : `about ${amount(count)}`;
}

/** What became of the guests, and why. */
export function guestsSentences({ percent, calls }: Crowd, drawn: Drawn): [string, string] {
  const { old, both, new: all, requests } = drawn;
  const outcome = `${amount(both)} of ${amount(GUESTS)} met both versions, ${amount(old)} only the old one, ${amount(all)} only the new one.`;
  const draw = 'Each request is drawn for itself, and nothing about the caller is remembered.';
  const share = `The canary got ${amount(requests)} of ${amount(GUESTS * calls)} requests, and that is what the percentage speaks of.`;
  return [outcome, `${draw} ${oddsSentence({ percent, calls })} ${share}`];
}

function oddsSentence({ percent, calls }: Crowd): string {
  if (percent === 100) return 'At 100 percent there is nothing left to draw.';
  if (calls === 1) return 'With one request each, a guest meets one side.';
  const { old, new: all } = chances({ percent, calls });
  const power = (share: number, chance: number) =>
    `a chance of ${rounded(share)} to the power of ${calls}, which is ${chance < 0.001 ? 'next to nothing' : `${rounded(100 * chance)} percent`}`;
  const hit = all < 0.001 ? '' : ` All ${calls} hit it with ${power(percent / 100, all)}.`;
  return `All ${calls} miss the canary with ${power(1 - percent / 100, old)}.${hit}`;
}

export function faultsQuestion(faulty: Faulty): Question {
  const { percent, rate, fault } = faulty;
  const { enough } = waitsOf(faulty);
  const said = inOrder([enough, (ENOUGH * 100) / (rate * fault), (ENOUGH * 100) / (rate * percent), 10 * enough]);
  const choices = new Map(said.map((seconds) => [duration(seconds), `about ${duration(seconds)}`]));
  return { text: `How long until the canary’s log has ${ENOUGH} of these faults?`, choices: [...choices], right: duration(enough) };
}

/** @param faults the seconds at which they showed */
export function faultsSentences(faulty: Faulty, faults: readonly number[]): [string, string, string] {
  const { percent, rate, fault, tries } = faulty;
  const { between, sure, enough, together, seen } = waitsOf(faulty);
  const share = (rate * percent) / 100;
  const requests = share === 1 ? 'one request' : `${rounded(share)} requests`;
  const rare = `The canary gets ${requests} a second, and ${fault} percent of them fail: one every ${duration(between)}, ${ENOUGH} in ${duration(enough)}.`;
  const retry =
    tries === 1
      ? 'Clients try once, so each fault is seen.'
      : `A retry draws again: with ${tries} tries a call fails for good ${seenText(seen)}. So do not wait for complaints.`;
  return [
    `In this run the first fault showed after ${duration(faults[0]!)}, the tenth after ${duration(faults.at(-1)!)}.`,
    `${rare} With a chance of ${100 * SURE} percent the first has shown after ${duration(sure)}.`,
    `An error rate of both sides together rises by ${rounded(together)} points; the lines with isCanaryRequest true show ${fault} percent. ${retry}`,
  ];
}

function seenText(percent: number): string {
  if (percent >= 1) return `in ${rounded(percent)} percent of the cases`;
  return percent < 1e-7 ? 'less than once in a billion' : `once in ${amount(near(100 / percent))}`;
}

export const KEEPING_NAMES: Record<Keeping, string> = {
  off: 'false, as by default',
  apart: 'true, two deployments',
  one: 'true, one deployment for both',
};

/** @param ttl seconds */
export function cacheQuestion({ percent, keeping }: Cached, ttl: number): Question {
  return {
    text: `A reply is kept for ${duration(ttl)}. Who gets the new version’s?`,
    choices: [
      ['draw', `${percent} in 100 requests, drawn one by one`],
      ['turns', `everybody or nobody, for ${duration(ttl)} at a time`],
      ['never', 'nobody: what is stored is the old reply'],
    ],
    right: keeping === 'one' ? 'turns' : 'draw',
  };
}

export function cacheSentences({ percent, keeping }: Cached, lives: readonly Life[], ttl: number): [string, string] {
  const sum = (part: (life: Life) => number) => lives.reduce((total, life) => total + part(life), 0);
  const [requests, fresh] = [sum((life) => life.requests), sum((life) => life.new)];
  const [old, calls] = [sum((life) => life.calls.old), sum((life) => life.calls.new)];
  const span = `${duration(LIVES * ttl)} with ${RATE} requests a second`;
  const outcome = `In ${span}, ${rounded((100 * fresh) / requests)} percent got the new version’s reply.`;
  const load = `The function was called ${amount(old + calls)} times for ${amount(requests)} requests: ${amount(old)} times the old version, ${amount(calls)} times the new.`;
  switch (keeping) {
    case 'off':
      return [outcome, `${load} The rest is answered from the cache; each request of the canary goes to the backend.`];
    case 'apart':
      return [outcome, `${load} AWS says that replies of different deployments are kept apart, so each side stores its own.`];
    case 'one': {
      const turns = lives.filter((life) => life.new > 0).length;
      const drawn = `The draw that counts is the one that finds nothing stored: ${percent} percent of these, and here ${turns} of ${LIVES}.`;
      return [outcome, `${load} Both sides share one key, and what is stored is for everybody. ${drawn}`];
    }
  }
}

export function variablesQuestion(variables: readonly Variable[]): Question {
  const table = variables.find(({ name }) => name === 'table')!;
  const said = new Set([table.stage, table.override, '']);
  return {
    text: 'What does $stageVariables.table print for a request of the canary?',
    choices: [...[...said].map((value) => [`=${value}`, value || 'nothing'] as const), ['error', 'an error']],
    right: `=${printed(table).canary}`,
  };
}

export function variablesSentences(variables: readonly Variable[]): [string, string, string] {
  const list = new Intl.ListFormat('en-US');
  const prints = (side: 'rest' | 'canary') => list.format(variables.map((variable) => printed(variable)[side] || 'nothing'));
  return [
    `The template prints ${prints('canary')} for the canary; for the rest ${prints('rest')}.`,
    'The overrides are laid over the stage’s variables: what they name they replace or add, what they do not name stays. A variable that is missing on both sides prints nothing, and nobody complains.',
    'Promoting merges them into the stage’s: what the canary prints is then printed for everybody. Removing the settings alone leaves the rest as it is.',
  ];
}

/** @param guess a choice’s value; undefined: skipped */
export function verdict({ choices, right }: Question, guess: string | undefined): string {
  const name = (value: string) => choices.find(([each]) => each === value)?.[1] ?? value;
  if (guess === right) return `As you said: ${name(right)}.`;
  return `The answer: ${name(right)}.${guess === undefined ? '' : ` You said: ${name(guess)}.`}`;
}
