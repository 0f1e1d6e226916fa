/** Replies to start from. The first one is the one of the lesson. */
import type { Situation } from './streaming.ts';

export interface Preset {
  name: string;
  scene: string;
  situation: Situation;
}

export const PRESETS: readonly Preset[] = [
  {
    name: 'The report',
    scene:
      'A report of 100 MB. The function writes the first lines after 2 s and the last after 40 s. Lambda proxy, Regional REST API; for the stream the timeout is set to the longest that it may have.',
    situation: { door: 'regional', backend: 'lambda', longTimeout: true, first: 2, last: 40, every: 0.5, size: 100 },
  },
  {
    name: 'The concierge answers',
    scene: 'A model writes an answer for a guest, word by word: the first after 1 s, the last after 20 s. It is small, and nothing is set.',
    situation: { door: 'regional', backend: 'lambda', longTimeout: false, first: 1, last: 20, every: 0.2, size: 0.02 },
  },
  {
    name: 'The timeout that nobody set',
    scene:
      'A server in containers lists a year of bookings, a page every second for a minute. The mode is STREAM; nobody thought of the timeout.',
    situation: { door: 'regional', backend: 'server', longTimeout: false, first: 1, last: 60, every: 1, size: 5 },
  },
  {
    name: 'A search that thinks',
    scene: 'A search reports what it has found every 45 s, for 4 minutes. The API is edge-optimized, the timeout is set for the stream.',
    situation: { door: 'edge', backend: 'lambda', longTimeout: true, first: 1, last: 226, every: 45, size: 0.1 },
  },
  {
    name: 'The same answer on an HTTP API',
    scene: 'The concierge again, behind an HTTP API: the first word after 1 s, the last after 20 s.',
    situation: { door: 'http', backend: 'lambda', longTimeout: false, first: 1, last: 20, every: 0.2, size: 0.02 },
  },
];
