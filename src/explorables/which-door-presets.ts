/** Situations to start from. */
import type { Api, Verb } from './which-door-lines.ts';

export interface Situation {
  lines: string;
  verb: Verb;
  path: string;
  api: Api;
  /** The route $default; only an HTTP API has it. */
  hasDefault: boolean;
  /** The request carries an Authorization header that is no signature. */
  bearer: boolean;
}

export interface Preset {
  name: string;
  scene: string;
  situation: Situation;
  /** What to try next. */
  next: string;
}

const guests = `GET /guests
POST /guests
GET /guests/me
GET /guests/{id}
PATCH /guests/{id}
GET /files/{proxy+}
OPTIONS /{proxy+}`;

export const PRESETS: readonly Preset[] = [
  {
    name: 'The Grand’s rooms',
    scene: 'Each hotel has a list of rooms. The Grand came later, with a function that takes everything below its name.',
    situation: {
      lines: `GET /hotels
GET /hotels/{hotel}
GET /hotels/{hotel}/rooms
PUT /hotels/grand
ANY /hotels/grand/{proxy+}
OPTIONS /{proxy+}`,
      verb: 'GET',
      path: '/hotels/grand/rooms',
      api: 'rest',
      hasDefault: false,
      bearer: false,
    },
    next: 'Turn it into an HTTP API: the same lines, another winner. Then ask a REST API for GET /hotels/grand.',
  },
  {
    name: 'A typo',
    scene: 'The tree of the drawing, and a caller who has lost a letter.',
    situation: { lines: guests, verb: 'GET', path: '/gusts/7', api: 'rest', hasDefault: false, bearer: false },
    next: 'Send the bearer header, then turn it into an HTTP API, then add $default: one typo, four endings.',
  },
  {
    name: 'ANY on the better place',
    scene: 'A preflight request. Two lines could take it: one names the verb, the other is nearer.',
    situation: {
      lines: `ANY /guests
GET /guests/{id}
OPTIONS /{proxy+}`,
      verb: 'OPTIONS',
      path: '/guests',
      api: 'rest',
      hasDefault: false,
      bearer: false,
    },
    next: 'Replace ANY by GET, and the greedy line has it. Then put ANY back and add OPTIONS /guests.',
  },
  {
    name: 'The end of a branch',
    scene: 'A caller wants the list of all files and adds a slash.',
    situation: { lines: guests, verb: 'GET', path: '/files/', api: 'rest', hasDefault: false, bearer: false },
    next: 'Add a line that gives the list. Then ask for OPTIONS / and see the greedy line refuse.',
  },
  {
    name: 'Two variables',
    scene: 'A list of routes at an HTTP API. The two variables stand side by side.',
    situation: {
      lines: `GET /hotels/{hotel}
GET /hotels/{hotel}/rooms
ANY /hotels/{proxy+}`,
      verb: 'DELETE',
      path: '/hotels/grand/rooms',
      api: 'http',
      hasDefault: true,
      bearer: false,
    },
    next: 'Turn it into a REST API, which has room for one variable under /hotels, and mend it there.',
  },
];
