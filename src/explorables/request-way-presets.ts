/** Requests to start from. */
import { CHOICES, type Part, type Situation } from './request-way.ts';

export interface Preset {
  name: string;
  scene: string;
  situation: Situation;
}

const HARMLESS = Object.fromEntries((Object.keys(CHOICES) as Part[]).map((part) => [part, CHOICES[part][0]])) as Situation;

export const PRESETS: readonly [Preset, ...Preset[]] = [
  {
    name: 'Friday’s booking',
    scene: 'The key lost a letter, and the body lacks the e-mail address: two faults in one request.',
    situation: { ...HARMLESS, call: 'bookings', key: 'wrong', body: 'bad' },
  },
  {
    name: 'A GET, first of the day',
    scene:
      'Nothing is wrong with it. The function has slept all night. Afterwards call it warm, then with a kept reply, and compare what the stops take.',
    situation: { ...HARMLESS, call: 'rooms', backend: 'cold' },
  },
  {
    name: 'A POST that is checked',
    scene:
      'The body lacks the e-mail address, and the desk checks bodies. Afterwards turn the validator off. Then do both with a good body: which of the two does the check make faster?',
    situation: { ...HARMLESS, call: 'bookings', body: 'bad' },
  },
  {
    name: 'Everything is wrong',
    scene: 'Mend only what the reply reports, one thing at a time. Say each time what comes next.',
    situation: {
      call: 'unknown',
      token: 'missing',
      key: 'wrong',
      bucket: 'empty',
      quota: 'spent',
      validator: 'on',
      parameter: 'missing',
      body: 'bad',
      kept: 'no',
      backend: 'malformed',
    },
  },
];
