/** Situations of “what does a guest get next?”, each with the press that is asked about first. */
import type { Desks, Press } from './two-desks.ts';

export interface Preset {
  name: string;
  scene: string;
  desks: Desks;
  press: Press;
}

export const PRESETS: readonly [Preset, ...Preset[]] = [
  {
    name: 'An edit',
    scene:
      'A REST API. Its stage prod points to deployment 1, a copy of edition 1, and calls the function by the alias in a stage variable: bookings:live.',
    desks: { edition: 1, deployments: [1], stage: { deployment: 1, alias: 'live' } },
    press: { kind: 'edit' },
  },
  {
    name: 'A typo',
    scene:
      'Guests have edition 2. On Tuesday Tom took an authorizer off, to try something: edition 3. Today Ines corrects a typo: edition 4. She deploys.',
    desks: { edition: 4, deployments: [1, 2], stage: { deployment: 2, alias: 'live' } },
    press: { kind: 'deploy' },
  },
  {
    name: 'Friday at six',
    scene: 'The canary has had 100 percent of the requests since noon, without a fault. You tidy up and remove its settings.',
    desks: {
      edition: 2,
      deployments: [1, 2],
      stage: { deployment: 1, alias: 'live' },
      canary: { deployment: 2, percent: 100, alias: 'next' },
    },
    press: { kind: 'remove' },
  },
  {
    name: 'Five past seven',
    scene: 'The settings are gone, and the old version is back. Now you run the three operations of a promotion.',
    desks: { edition: 2, deployments: [1, 2], stage: { deployment: 1, alias: 'live' } },
    press: { kind: 'promote' },
  },
  {
    name: 'Left at zero',
    scene: 'On Monday the canary was promoted, and nobody removed its settings. On Wednesday the pipeline deploys edition 3 as always.',
    desks: {
      edition: 3,
      deployments: [1, 2],
      stage: { deployment: 2, alias: 'next' },
      canary: { deployment: 2, percent: 0, alias: 'next' },
    },
    press: { kind: 'deploy' },
  },
  {
    name: 'The way back',
    scene: 'Promoted, removed, and then a fault shows. You point prod to deployment 1 again.',
    desks: { edition: 2, deployments: [1, 2], stage: { deployment: 2, alias: 'next' } },
    press: { kind: 'point', deployment: 1 },
  },
];
