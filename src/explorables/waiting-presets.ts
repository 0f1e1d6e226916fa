/** Situations of “how long does it wait?” to start from. The first is the one that is asked about first. */
import type { Situation } from './waiting.ts';

export interface Preset {
  name: string;
  scene: string;
  situation: Situation;
}

const REPORT: Situation = { door: 'http', takes: 45, timeout: null, raised: false, every: 2, job: false, pings: false };

export const PRESETS: readonly [Preset, ...Preset[]] = [
  {
    name: 'A raised quota',
    scene:
      'A new REST API for the reports, Regional. A report takes 45 seconds, so AWS was asked to raise the quota of the timeout, and has done it.',
    situation: { ...REPORT, door: 'rest-regional', raised: true },
  },
  {
    name: 'At the edge',
    scene: 'The same in an edge-optimized API. Somebody wants the integration to wait 60 seconds as well.',
    situation: { ...REPORT, door: 'rest-edge', timeout: 60, raised: true },
  },
  {
    name: 'A quicker report',
    scene: 'The report takes 29.5 seconds now, and at a REST API it is still late. What if the door is an HTTP API?',
    situation: { ...REPORT, takes: 29.5 },
  },
  {
    name: 'Streamed, with a pause',
    scene: 'The report is streamed by an edge-optimized REST API. The heading comes at once, the next line is long in the making.',
    situation: { ...REPORT, door: 'stream-edge', takes: 120, every: 45 },
  },
  {
    name: 'Streamed for long',
    scene: 'A Regional REST API streams a line every other second. All lines together take 20 minutes.',
    situation: { ...REPORT, door: 'stream-regional', takes: 1200 },
  },
  {
    name: 'A message',
    scene: 'A tablet asks for the report with a message. The function behind the route writes it and returns it.',
    situation: { ...REPORT, door: 'websocket' },
  },
  {
    name: 'A message, a job',
    scene: 'The route starts a job and returns. The job posts its result to the connection. The tablet waits and says nothing.',
    situation: { ...REPORT, door: 'websocket', takes: 720, job: true },
  },
];
