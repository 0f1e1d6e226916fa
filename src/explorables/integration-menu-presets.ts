/** Backends to start from. */
import type { Need, Situation } from './integration-menu.ts';

export interface Preset {
  name: string;
  scene: string;
  situation: Situation;
}

const needing = (...needs: Need[]) => ({
  reshape: needs.includes('reshape'),
  keep: needs.includes('keep'),
  'no-code': needs.includes('no-code'),
});

export const PRESETS: readonly [Preset, ...Preset[]] = [
  {
    name: 'The menu’s web server',
    scene: 'GET /menu is answered by a web server with a public address. Its statuses and headers are right as they are.',
    situation: { backend: 'web', api: 'rest', needs: needing('keep', 'no-code') },
  },
  {
    name: 'The server of 2009',
    scene: 'A public web service calls a room zi_nr, in JSON. Callers are to read room, and nobody wants to run a function for that.',
    situation: { backend: 'web', api: 'rest', needs: needing('reshape', 'no-code') },
  },
  {
    name: 'Bookings with rules',
    scene: 'POST /bookings reads prices, counts rooms and decides. A function does it, and you write it.',
    situation: { backend: 'function', api: 'rest', needs: needing() },
  },
  {
    name: 'A function nobody may touch',
    scene:
      'A quote is computed by a function of another team, from three fields, and comes back as data. Callers are to read another format.',
    situation: { backend: 'old-function', api: 'rest', needs: needing('reshape', 'no-code') },
  },
  {
    name: 'Feedback into a queue',
    scene: 'POST /feedback is put into an SQS queue as it came. Nothing is decided, so nothing should have to run.',
    situation: { backend: 'sqs', api: 'rest', needs: needing('reshape', 'no-code') },
  },
  {
    name: 'The night audit',
    scene: 'POST /audits starts a state machine of Step Functions. The API is an HTTP API, and the service’s own reply will do.',
    situation: { backend: 'step-functions', api: 'http', needs: needing('no-code') },
  },
  {
    name: 'Notes in a table',
    scene: 'PUT /notes writes one item to DynamoDB. The API is an HTTP API, and no function is to run.',
    situation: { backend: 'dynamodb', api: 'http', needs: needing('no-code') },
  },
  {
    name: 'Rooms without a street door',
    scene:
      'GET /rooms is answered by containers in private subnets, behind an internal load balancer. What they say is to reach callers as it is.',
    situation: { backend: 'private', api: 'rest', needs: needing('keep', 'no-code') },
  },
  {
    name: 'The same rooms, other words',
    scene: 'The same containers, behind an HTTP API. Now callers are to read another body.',
    situation: { backend: 'private', api: 'http', needs: needing('reshape') },
  },
  {
    name: 'Closed until Monday',
    scene: 'The kitchen is closed. Every order is to get the same 503 and the same sentence.',
    situation: { backend: 'fixed', api: 'rest', needs: needing('no-code') },
  },
];
