/** Situations of “the sealed envelope” to start from. The first is the one that is asked about first. */
import type { MockHeaders, ReplyHeaders, Situation } from './sealed-envelope.ts';

export interface Preset {
  name: string;
  scene: string;
  situation: Situation;
}

const MOCK: MockHeaders = { origin: 'page', credentials: false, methods: 'named', headers: 'named' };
const BACKEND: ReplyHeaders = { origin: 'page', credentials: false, expose: false };
const BARE: ReplyHeaders = { origin: 'none', credentials: false, expose: false };
const WELL: Situation = { call: 'token', cookies: false, door: 'mock', reply: 'backend', mock: MOCK, backend: BACKEND, gateway: BARE };

export const PRESETS: readonly [Preset, ...Preset[]] = [
  {
    name: 'Friday',
    scene:
      'The page asks for the free rooms, with a token. The mock behind OPTIONS and the backend allow the page. Today there are too many guests, and the throttle turns this call away.',
    situation: { ...WELL, reply: 'throttled' },
  },
  {
    name: 'An order',
    scene: 'The page sends an order as text/plain, as a form could. No reply of this API allows anything yet.',
    situation: { ...WELL, call: 'form', mock: { ...MOCK, origin: 'none' }, backend: BARE },
  },
  {
    name: 'A guard on OPTIONS',
    scene: 'All headers are in place, on refusals, too. But the authorizer stands before OPTIONS as well.',
    situation: { ...WELL, door: 'guarded', gateway: { ...BACKEND, expose: true } },
  },
  {
    name: 'After the button',
    scene:
      'Somebody pressed Enable CORS in the console. The integration is a proxy, and the function was left as it is. The page posts JSON.',
    situation: { ...WELL, call: 'json', mock: { ...MOCK, origin: 'star' }, backend: BARE },
  },
  {
    name: 'Stars and a cookie',
    scene: 'Stars everywhere, and every reply allows credentials. The page asks for the rooms and sends its cookie along.',
    situation: {
      ...WELL,
      call: 'get',
      cookies: true,
      mock: { origin: 'star', credentials: true, methods: 'star', headers: 'star' },
      backend: { origin: 'star', credentials: true, expose: true },
    },
  },
  {
    name: 'A star for headers',
    scene: 'No cookies, and stars for origin, methods and headers. The page sends its token.',
    situation: {
      ...WELL,
      mock: { origin: 'star', credentials: false, methods: 'star', headers: 'star' },
      backend: { ...BACKEND, origin: 'star' },
    },
  },
  {
    name: 'All three',
    scene: 'Mock, backend and gateway responses name the page. The function crashes.',
    situation: { ...WELL, call: 'delete', reply: 'crashed', gateway: { ...BACKEND, expose: true } },
  },
];
