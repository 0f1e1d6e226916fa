/** What “whose chore is it?” says. */
import { canDo, isRule, rightGuess, TYPES, type Answers, type Door, type Guess, type Places, type Setup, type Type } from './chores.ts';
import type { Chore, Rule, WorkId } from './chores-list.ts';

export interface Situation {
  name: string;
  scene: string;
  /** What changes. */
  work: WorkId;
  setup: Setup;
}

const FIVE: Setup = { services: 5, door: 'rest', sideDoors: 0, kept: [] };

export const SITUATIONS: readonly [Situation, ...Situation[]] = [
  {
    name: 'Another issuer',
    scene: 'Five services check tokens, each with a copy of the same code. Then a REST API comes before them and does what it can.',
    work: 'token',
    setup: FIVE,
  },
  {
    name: 'Another origin',
    scene: 'The same five behind the same REST API, with proxy integrations. Browsers call them from the house’s web app.',
    work: 'origin',
    setup: FIVE,
  },
  {
    name: 'A second door',
    scene: 'The function of reports is started by a queue as well, and the message carries the caller’s token.',
    work: 'token',
    setup: { ...FIVE, sideDoors: 1 },
  },
  {
    name: 'A customer who pays',
    scene: 'Somebody chose an HTTP API for the five, for its price. Each service counts its customers’ calls today.',
    work: 'customer',
    setup: { ...FIVE, door: 'http' },
  },
  {
    name: 'Until six',
    scene: 'Five services behind a REST API. Bookings decides until when a guest may cancel.',
    work: 'cancel',
    setup: FIVE,
  },
];

const TYPE_NAMES: Record<Type, string> = { rest: 'REST', http: 'HTTP', websocket: 'WebSocket' };
const DOOR_NAMES: Record<Door, string> = { rest: 'a REST API', http: 'an HTTP API' };
export const doorName = (door: Door): string => DOOR_NAMES[door];

export function question({ event }: Chore | Rule): string {
  return `${event}. In how many places must somebody change something?`;
}

export function guessName(guess: Guess): string {
  const [before, now] = guess.split(' ');
  return `${before} before, ${now} with the desk`;
}

export function guessSentence(guess: Guess, places: Places): string {
  const right = guessName(rightGuess(places));
  return rightGuess(places) === guess ? `${right}, as you said.` : `${right}. You said ${guessName(guess)}.`;
}

/** The scene once the reader has changed it. */
export function setupSentence({ services, door, sideDoors, kept }: Setup): string {
  const rooms = services === 1 ? 'One service' : `${services} services`;
  const second = sideDoors > 0 ? `, ${sideDoors} with a second door` : '';
  const left =
    kept.length > 0
      ? ` ${kept.length === 1 ? 'One chore' : `${kept.length} chores`} that could move ${kept.length === 1 ? 'has' : 'have'} stayed.`
      : '';
  return `${rooms} behind ${doorName(door)}${second}.${left}`;
}

/** `6 places` */
export const countSentence = ({ desk, services }: Pick<Places, 'desk' | 'services'>): string => counted(desk + services);

/** Which places change now: `the desk and all 5 services`. */
export function whereOf({ desk, services }: Pick<Places, 'desk' | 'services'>, { services: all }: Pick<Setup, 'services'>): string {
  const rooms = services === all ? (all === 1 ? 'the one service' : `all ${all} services`) : `${services} of the ${all} services`;
  if (desk === 0) return rooms;
  return services === 0 ? 'the desk alone' : `the desk and ${rooms}`;
}

/** `The web app moves to another origin: 5 places before, 6 with the desk (the desk and all 5 services).` */
export function placesSentence(work: Chore | Rule, places: Places, setup: Setup): string {
  const now = places.desk + places.services;
  return `${work.event}: ${counted(places.before)} before, ${now} with the desk (${whereOf(places, setup)}).`;
}

/** Why it is so many. */
export function whySentence(work: Chore | Rule, places: Places, setup: Setup, answers: Answers): string {
  if (isRule(work)) return work.why;
  switch (places.reason) {
    case 'moved':
      return setup.services === 1
        ? 'One service has no copies, so a desk saves none. What it gives here are refusals that never reach the service.'
        : 'It is one change now, and the service that nobody has looked after since spring gets it with the others.';
    case 'side-door':
      return 'What comes in by the second door has passed no desk, so whoever has one goes on checking. Those copies are the ones that are forgotten.';
    case 'shared':
      return work.part ?? '';
    case 'missing':
      return `${sentenceStart(doorName(setup.door))} has nothing for it. ${typesSentence(work, answers)} So every service goes on by itself.`;
    case 'kept':
      return `You left it in the services. ${sentenceStart(doorName(setup.door))} could take it: ${work.feature}.`;
    case 'rule':
      return '';
  }
}

/** What a mistake in this change does. */
export function mistakeSentence({ desk }: Places, { services }: Setup): string {
  if (services === 1) return '';
  return desk === 1 ? `A mistake at the desk is felt by all ${services} services.` : 'A mistake in one service is felt by that one.';
}

/** The types that take a chore: `REST (medium confidence) and HTTP APIs have it.` */
export function typesSentence(chore: Chore, answers: Answers): string {
  const cans = canDo(chore, answers);
  const names = TYPES.filter((type) => cans[type].has !== 'no').map((type) => {
    const { has, doubt } = cans[type];
    const notes = [has === 'partly' && 'in part', doubt && `${doubt} confidence`].filter(Boolean);
    return notes.length > 0 ? `${TYPE_NAMES[type]} (${notes.join(', ')})` : TYPE_NAMES[type];
  });
  const all = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `${all} APIs have it.`;
}

export function copiesSentence({ before, now }: { before: number; now: number }): string {
  const balance = before > now ? `, ${before - now} fewer to forget` : ': the desk saves none';
  return `All of it together is looked after in ${counted(before)} before and ${now} with the desk${balance}.`;
}

function counted(places: number): string {
  return places === 1 ? '1 place' : `${places} places`;
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
