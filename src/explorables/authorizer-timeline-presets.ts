/** Situations to start from. */
import type { Arrival, Settings } from './authorizer-timeline.ts';

export interface Preset {
  name: string;
  scene: string;
  settings: Settings;
  arrivals: Arrival[];
}

/** @param ttl the seconds for which an answer is kept where nobody says how long, from the ledger */
export function presets(ttl: number): [Preset, ...Preset[]] {
  return [
    {
      name: 'Profile, then orders',
      scene: 'Ann may do everything. The function looks her up, and allows the one method that she has called.',
      settings: { ttl, named: 'method', sources: 'token' },
      arrivals: [
        { second: 0, token: 'ann', call: 'GET /profile' },
        { second: 60, token: 'ann', call: 'GET /profile' },
        { second: 120, token: 'ann', call: 'GET /orders' },
        { second: ttl + 10, token: 'ann', call: 'GET /orders' },
        { second: ttl + 20, token: 'ann', call: 'GET /profile' },
      ],
    },
    {
      name: 'A denial is kept',
      scene: 'Ben may read, and no more. He sends a POST by mistake, and is denied. Then he goes on reading.',
      settings: { ttl, named: 'method', sources: 'token' },
      arrivals: [
        { second: 0, token: 'ben', call: 'POST /orders' },
        { second: 30, token: 'ann', call: 'POST /orders' },
        { second: 60, token: 'ben', call: 'GET /orders' },
        { second: ttl + 5, token: 'ben', call: 'GET /orders' },
      ],
    },
    {
      name: 'The path in the key',
      scene: 'Somebody has put the path among the identity sources. Each path has an answer of its own now.',
      settings: { ttl, named: 'method', sources: 'path' },
      arrivals: [
        { second: 0, token: 'ann', call: 'GET /profile' },
        { second: 10, token: 'ann', call: 'GET /orders' },
        { second: 20, token: 'ann', call: 'POST /orders' },
        { second: 30, token: 'ann', call: 'GET /orders' },
      ],
    },
    {
      name: 'The whole stage',
      scene: 'To be rid of the bug, the function allows the whole stage to everybody whom it knows. Ben may still only read.',
      settings: { ttl, named: 'stage', sources: 'token' },
      arrivals: [
        { second: 0, token: 'ann', call: 'GET /profile' },
        { second: 30, token: 'ben', call: 'GET /orders' },
        { second: 60, token: 'ben', call: 'POST /orders' },
        { second: 90, token: 'stranger', call: 'GET /orders' },
        { second: 120, token: 'none', call: 'GET /orders' },
      ],
    },
  ];
}
