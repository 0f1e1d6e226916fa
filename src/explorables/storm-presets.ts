/** Storms to start from. The first is the one that is asked about first. */
import type { Storm } from './storm.ts';

export interface Preset {
  name: string;
  scene: string;
  storm: Storm;
}

/** @param rate new connections a second */
export function presetsOf(rate: number): [Preset, ...Preset[]] {
  const client: Storm = { windows: 10_000, rate, wait: 1, growth: 2, cap: 30, jitter: 'full', every: 10, forgets: true };
  return [
    {
      name: 'The new client',
      scene: `10,000 windows are shut at once, and the door takes ${rate} a second. Each waits up to 1 second at random and knocks. Whoever is turned away doubles the wait, up to 30 seconds, again at random. Every 10 seconds a message goes to everybody.`,
      storm: client,
    },
    {
      name: 'The old client',
      scene: 'The client of 14:05: 5 seconds for everybody, every time. And the sender forgets nobody who is gone.',
      storm: { ...client, wait: 5, growth: 1, jitter: 'none', forgets: false },
    },
    {
      name: 'Doubling in step',
      scene: 'Somebody has read about backoff: 1 second, then 2, 4, 8, up to 30. Nobody has read on to the jitter.',
      storm: { ...client, jitter: 'none' },
    },
    {
      name: 'A second at random',
      scene: 'Jitter without backoff: each knocks after up to 1 second, and again, and again.',
      storm: { ...client, growth: 1, cap: 1 },
    },
    {
      name: 'Sixty thousand',
      scene: 'The new client in 60,000 windows. The ceiling is still 30 seconds.',
      storm: { ...client, windows: 60_000 },
    },
    {
      name: 'A window that fits',
      scene: '60,000 again. This time even the first wait is up to 150 seconds: a little more than the crowd needs to pass the door.',
      storm: { ...client, windows: 60_000, wait: 150, growth: 1, cap: 150 },
    },
  ];
}
