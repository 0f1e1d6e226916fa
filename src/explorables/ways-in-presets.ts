/** Calls to start from. */
import { timesBetween, type Situation } from './ways-in.ts';

export interface Preset {
  name: string;
  scene: string;
  situation: Situation;
}

const far: Situation = {
  caller: 'sao-paulo',
  region: 'eu-west-1',
  calls: 1,
  front: 'none',
  open: true,
  tls: 1,
  dns: 15,
  work: 20,
  ...timesBetween('sao-paulo', 'eu-west-1'),
};

export const PRESETS: readonly Preset[] = [
  {
    name: 'One call from far away',
    scene:
      'A phone in São Paulo calls an API in Ireland, once, over a new connection: 8 ms to the nearest CloudFront location and back, 190 ms to Ireland and back.',
    situation: far,
  },
  {
    name: 'The same phone, all evening',
    scene: 'The app stays open and sends 100 calls over the one connection, each when the one before it was answered.',
    situation: { ...far, calls: 100 },
  },
  {
    name: 'Next door',
    scene: 'A function in Ireland calls the API in Ireland, once.',
    situation: { ...far, caller: 'same-region', ...timesBetween('same-region', 'eu-west-1') },
  },
  {
    name: 'The next city',
    scene:
      'A browser in Berlin loads a page with 40 calls to an API in Frankfurt, 14 ms away. The nearest location lies in the other direction: 6 ms to it, 12 ms from there.',
    situation: { ...far, caller: 'berlin', region: 'eu-central-1', calls: 40, ...timesBetween('berlin', 'eu-central-1'), backbone: 12 },
  },
  {
    name: 'First guest of the day',
    scene: 'One call from São Paulo again. But nobody has come through that location for a while, so it has no connection to Ireland.',
    situation: { ...far, open: false },
  },
  {
    name: 'A crowded road',
    scene: 'Ten calls on an evening on which the internet to Ireland is slow: 300 ms and back. AWS’s own network is as quick as ever.',
    situation: { ...far, calls: 10, internet: 300 },
  },
  {
    name: 'A CloudFront of our own',
    scene: 'A team wants a cache and puts a distribution of its own in front. All ten calls ask for the same menu.',
    situation: { ...far, calls: 10, front: 'keeps' },
  },
];
