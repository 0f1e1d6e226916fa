/** Replies to start from. */
import type { Door, Media } from './reply-forge.ts';

export interface Draft {
  typed: string;
  door: Door;
  media: Media;
}

export interface Preset {
  name: string;
  scene: string;
  draft: Draft;
}

/** What an API may list as binary, and what callers accept. */
export const MEDIA = {
  binary: ['', 'image/png', 'image/*', '*/*'],
  accept: ['image/png', 'image/avif,image/webp,image/png,*/*', 'application/json'],
} as const;

const REST = { door: 'rest', media: { binary: '', accept: MEDIA.accept[0] } } as const;

const written = (value: unknown) => JSON.stringify(value, null, 2);

export const PRESETS: readonly [Preset, ...Preset[]] = [
  {
    name: 'Thursday’s order',
    scene: 'The function that placed 31 orders for 12 shoppers. Bet on REST, then open each of the other doors.',
    draft: { ...REST, typed: written({ statusCode: 201, orderId: 8812, body: '{"orderId":8812}' }) },
  },
  {
    name: 'No status',
    scene: 'A header and nothing else. The three doors have three opinions.',
    draft: { ...REST, typed: written({ headers: { 'x-room': '7' } }) },
  },
  {
    name: 'Just data',
    scene: 'The function returns what it found, with no envelope around it.',
    draft: { ...REST, typed: written({ rooms: 7 }) },
  },
  {
    name: 'Digits as text',
    scene: 'The status came out of a database as text. Afterwards write created for 201.',
    draft: { ...REST, typed: written({ statusCode: '201', body: 'ok' }) },
  },
  {
    name: 'One cookie, no list',
    scene: 'A cookie for the language. Afterwards put brackets around it, then look what becomes of the list in format 2.0.',
    draft: { ...REST, typed: written({ statusCode: 200, multiValueHeaders: { 'set-cookie': 'lang=en' }, body: 'ok' }) },
  },
  {
    name: 'Cookies of 2.0',
    scene: 'Written for an HTTP API with format 2.0. Bet there, then carry the function back to a REST API.',
    draft: { ...REST, door: 'http-2.0', typed: written({ statusCode: 200, cookies: ['lang=en', 'tag=spa'], body: 'ok' }) },
  },
  {
    name: 'Headers: null',
    scene: 'A helper left the headers empty in its own way.',
    draft: { ...REST, typed: written({ statusCode: 200, headers: null, body: '{"rooms":7}' }) },
  },
  {
    name: 'One name twice',
    scene: 'The same header in both maps, written differently, and a boolean. Guess the lines as well as the status.',
    draft: {
      ...REST,
      typed: written({
        statusCode: 200,
        headers: { 'x-tag': 'pets', cached: true },
        multiValueHeaders: { 'X-Tag': ['spa', 'sea'] },
        body: 'ok',
      }),
    },
  },
  {
    name: 'Forgot to stringify',
    scene: 'The body is an object, as it came out of the code.',
    draft: { ...REST, typed: written({ statusCode: 200, body: { rooms: 7 } }) },
  },
  {
    name: 'It threw',
    scene: 'Nothing was returned: the function threw, and this is what Lambda hands on.',
    draft: { ...REST, typed: written({ errorMessage: 'No such room: attic', errorType: 'Error', trace: ['Error: No such room: attic'] }) },
  },
  {
    name: 'A picture',
    scene:
      'The first bytes of a PNG as Base64, with the flag. Change what the API lists and what the caller accepts, then break the Base64 with a #.',
    draft: {
      ...REST,
      media: { binary: 'image/png', accept: MEDIA.accept[1] },
      typed: written({ statusCode: 200, headers: { 'content-type': 'image/png' }, body: 'iVBORw0KGgo=', isBase64Encoded: true }),
    },
  },
  { name: 'Just text', scene: 'One word, in quotes.', draft: { ...REST, typed: '"ok"' } },
];
