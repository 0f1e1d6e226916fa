/** Situations of “who reads whose letter?” to start from, each with a question. The first is the one that is asked about first. */
import type { Ask, Guard, Moment, Part, Thing } from './cache-key.ts';

export interface Scene {
  name: string;
  text: string;
  thing: Thing;
  asks: readonly Ask[];
  key: readonly Part[];
  guard: Guard;
  /** The request that is asked about. */
  about: number;
  question: string;
  answers: readonly (readonly [Answer, string])[];
}

export type Answer = 'ann' | 'bob' | 'refused' | 'function' | 'shelf';

const WHOSE = [
  ['ann', 'Ann’s letter'],
  ['bob', 'Bob’s letter'],
  ['refused', '403'],
] as const;

const LETTERS: readonly Ask[] = [
  { who: 'bob', id: '8', lang: 'en' },
  { who: 'ann', id: '7', lang: 'en' },
  { who: 'ann', id: '7', lang: 'de' },
  { who: 'ann', id: '8', lang: 'en', claims: 'bob' },
  { who: 'bob', id: '8', lang: 'en', utm: 'mail' },
  { who: 'ann', id: '7', lang: 'en', utm: 'app' },
  { who: 'bob', id: '9', lang: 'en' },
  { who: 'ann', id: '9', lang: 'en' },
  { who: 'ann', id: '7', lang: 'de' },
];

export const SCENES: readonly [Scene, ...Scene[]] = [
  {
    name: 'Two letters',
    text: 'Letter 7 is Ann’s, letter 8 is Bob’s. The function behind `GET /letters/{id}` looks at the caller’s token and answers 403 to anybody else. The stage’s cache has just been switched on, with nothing in the key. Bob opens `GET /letters/8`, then Ann opens `GET /letters/7`.',
    thing: 'letters',
    asks: LETTERS,
    key: [],
    guard: 'function',
    about: 1,
    question: 'What does Ann read?',
    answers: WHOSE,
  },
  {
    name: 'The id is in',
    text: 'The id and the language have joined the key, and Ann’s letter is hers. Then she types the address of letter 8. Her app sends her token, and in `X-User-Id` the name that she likes: `bob`.',
    thing: 'letters',
    asks: LETTERS,
    key: ['id', 'lang'],
    guard: 'function',
    about: 3,
    question: 'What does Ann read at letter 8?',
    answers: WHOSE,
  },
  {
    name: 'Ann is first',
    text: 'The same key, and the curious request comes first: Ann asks for letter 8 and is refused. A moment later Bob opens it. It is his.',
    thing: 'letters',
    asks: [
      { who: 'ann', id: '8', lang: 'en' },
      { who: 'bob', id: '8', lang: 'en' },
      { who: 'ann', id: '7', lang: 'en' },
      { who: 'bob', id: '8', lang: 'en' },
      { who: 'ann', id: '7', lang: 'en', utm: 'app' },
    ],
    key: ['id', 'lang'],
    guard: 'function',
    about: 1,
    question: 'What does Bob read?',
    answers: WHOSE,
  },
  {
    name: 'Rooms, for all',
    text: '`GET /rooms/{id}` tells everybody the same of a room, in the language that is asked for. After the scare, everything that a request has was put into the key. Ann asks for room 7 in English, then Bob does.',
    thing: 'rooms',
    asks: [
      { who: 'ann', id: '7', lang: 'en' },
      { who: 'bob', id: '7', lang: 'en' },
      { who: 'ann', id: '8', lang: 'en' },
      { who: 'bob', id: '8', lang: 'en', utm: 'mail' },
      { who: 'ann', id: '7', lang: 'de' },
      { who: 'bob', id: '7', lang: 'de', utm: 'app' },
      { who: 'bob', id: '7' },
      { who: 'ann', id: '8', lang: 'en', utm: 'app' },
    ],
    key: ['id', 'lang', 'utm', 'authorization', 'user'],
    guard: 'function',
    about: 1,
    question: 'Where does Bob’s reply come from?',
    answers: [
      ['shelf', 'The shelf'],
      ['function', 'The function'],
    ],
  },
];

/** What the moment that was asked about turned out to be. */
export function answerTo({ thing }: Scene, { reply, from }: Moment): Answer {
  if (thing === 'rooms') return from === 'shelf' ? 'shelf' : 'function';
  if (reply.status === 403) return 'refused';
  return reply.id === '8' ? 'bob' : 'ann';
}
