/**
 * “Whose chore is it?”: in how many places somebody must change something, with and without a gateway. What each API type can do is
 * handed in from the feature matrix.
 */
import type { Chore, ChoreId, Rule } from './chores-list.ts';

/** The kinds of gateway that can stand before services that answer requests. */
export const DOORS = ['rest', 'http'] as const;
export type Door = (typeof DOORS)[number];

/** The API types that a chore names, in the order of the matrix. */
export const TYPES = ['rest', 'http', 'websocket'] as const;
export type Type = (typeof TYPES)[number];

export type Has = 'yes' | 'no' | 'partly';

/** An answer of the matrix. */
export interface Can {
  has: Has;
  /** How sure the matrix is, where that is not high: `medium`. */
  doubt?: string;
}

/** Answers for the three types by row of the matrix, as the page hands them in: `yes:medium yes no`. */
export type Answers = Readonly<Record<string, string>>;

const EVERY_TYPE = 'yes yes yes';

/** What `chore` finds at each type. A chore without a row is one that every type takes. */
export function canDo({ row }: Pick<Chore, 'row'>, answers: Answers): Record<Type, Can> {
  const words = (row === undefined ? EVERY_TYPE : answers[row]!).split(' ');
  const cans = TYPES.map((type, index) => {
    const [has, doubt] = words[index]!.split(':') as [Has, string?];
    return [type, { has, ...(doubt && { doubt }) }];
  });
  return Object.fromEntries(cans) as Record<Type, Can>;
}

export const SERVICES = [1, 2, 3, 5, 8, 12] as const;

export interface Setup {
  services: number;
  door: Door;
  /** How many of the services can be started past the desk too, by a queue for instance. At most `services`. */
  sideDoors: number;
  /** What is left in the services although the desk could do it. */
  kept: readonly ChoreId[];
}

/** Why a chore is where it is. */
export type Reason =
  /** The desk does all of it. */
  | 'moved'
  /** The desk does it, and services with a second door do it too. */
  | 'side-door'
  /** The desk does a part, and every service the rest. */
  | 'shared'
  /** This type of API has no such feature. */
  | 'missing'
  /** The reader has left it in the services. */
  | 'kept'
  /** No desk can do it. */
  | 'rule';

/** Where somebody must change something. */
export interface Places {
  reason: Reason;
  /** Services that change without a desk. */
  before: number;
  /** 1 if the desk changes, else 0. */
  desk: number;
  /** Services that change although there is a desk. */
  services: number;
}

export const isRule = (work: Chore | Rule): work is Rule => 'owners' in work;

/** The places that change when `work` must be done differently. */
export function placesOf(work: Chore | Rule, setup: Setup, answers: Answers): Places {
  if (isRule(work)) {
    const owners = work.owners === 'one' ? 1 : setup.services;
    return { reason: 'rule', before: owners, desk: 0, services: owners };
  }
  const all = { before: setup.services, services: setup.services };
  const { has } = canDo(work, answers)[setup.door];
  if (has === 'no') return { ...all, reason: 'missing', desk: 0 };
  if (setup.kept.includes(work.id)) return { ...all, reason: 'kept', desk: 0 };
  if (has === 'partly') return { ...all, reason: 'shared', desk: 1 };
  if (work.guards && setup.sideDoors > 0) return { ...all, reason: 'side-door', desk: 1, services: setup.sideDoors };
  return { ...all, reason: 'moved', desk: 1, services: 0 };
}

/** In how many places all of `works` are looked after, without and with the desk. */
export function copiesOf(works: readonly (Chore | Rule)[], setup: Setup, answers: Answers): { before: number; now: number } {
  const places = works.map((work) => placesOf(work, setup, answers));
  const sum = (count: (places: Places) => number) => places.reduce((total, each) => total + count(each), 0);
  return { before: sum(({ before }) => before), now: sum(({ desk, services }) => desk + services) };
}

/** Places without and with the desk, as a reader says them. */
export type Guess = `${number} ${number}`;

export const rightGuess = ({ before, desk, services }: Places): Guess => `${before} ${desk + services}`;

/** Answers that people give, the right one among them, from few places to many. */
export function guesses({ services }: Pick<Setup, 'services'>, right: Places): Guess[] {
  const said: Guess[] = [
    '1 1',
    `${services} 1`,
    `${services} 2`,
    `${services} ${services}`,
    `${services} ${services + 1}`,
    rightGuess(right),
  ];
  const numbers = (guess: Guess) => guess.split(' ').map(Number) as [number, number];
  const order = (one: Guess, other: Guess) => numbers(one)[0] - numbers(other)[0] || numbers(one)[1] - numbers(other)[1];
  return [...new Set(said)].toSorted(order);
}
