/** What may happen between a signer and the gateway, one thing at a time. */
import { SENT, START, type Situation } from './signature-situation.ts';

export interface Preset {
  name: string;
  scene: string;
  situation: Situation;
}

export const PRESETS: readonly Preset[] = [
  {
    name: 'The body',
    scene: 'On the way somebody turns three nights into one.',
    situation: arriving('"nights":3', '"nights":1'),
  },
  {
    name: 'Order of the query',
    scene: 'A proxy sends the two query parameters in the other order.',
    situation: arriving('to=2026-12-27&from=2026-12-24', 'from=2026-12-24&to=2026-12-27'),
  },
  {
    name: 'A header that is not signed',
    scene: 'Somebody turns Ann into Ben in `x-guest`. The job has signed `content-type`, `host` and `x-amz-date`.',
    situation: arriving('x-guest: ann', 'x-guest: ben'),
  },
  {
    name: 'Case of a name',
    scene: 'A proxy writes `content-type` as `Content-Type`.',
    situation: arriving('content-type:', 'Content-Type:'),
  },
  {
    name: 'Case of a value',
    scene: 'A proxy writes `application/json` as `application/JSON`.',
    situation: arriving('application/json', 'application/JSON'),
  },
  {
    name: 'Six minutes late',
    scene: 'The request waits in a queue of the job’s own, signed. Unchanged, it arrives six minutes later.',
    situation: { ...START, minutes: 6 },
  },
  {
    name: 'A fresher date',
    scene: 'It waits six minutes, and on its way out something puts the new time into `x-amz-date`.',
    situation: { ...arriving('T190200Z', 'T190800Z'), minutes: 6 },
  },
  {
    name: 'Another Region',
    scene: 'The job’s client is set to Frankfurt, `eu-central-1`. The API is in Ireland, `eu-west-1`.',
    situation: { ...START, region: 'eu-central-1' },
  },
  {
    name: 'A hand-made signer',
    scene: 'The job signs with thirty lines of its own, which write the path into the canonical request as it is sent.',
    situation: { ...START, encodesPathAgain: false },
  },
  {
    name: 'An old secret',
    scene: 'Somebody has replaced the job’s secret, and the job still signs with the one before.',
    situation: { ...START, hasOldSecret: true },
  },
];

function arriving(piece: string, changed: string): Situation {
  return { ...START, arrived: SENT.replace(piece, changed) };
}
