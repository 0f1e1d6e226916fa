/** The systems whose bill can be drawn. */
import { PLAIN, type BillSettings } from '../calculators/monthly-bill-settings.ts';

export interface BilledSystem {
  id: string;
  name: string;
  settings: BillSettings;
}

const system = (id: string, name: string, change: Partial<BillSettings>): BilledSystem => ({ id, name, settings: { ...PLAIN, ...change } });

export const SYSTEMS: readonly [BilledSystem, ...BilledSystem[]] = [
  system('small', 'A small API', { calls: 100_000 }),
  system('medium', 'A medium API', { door: 'http', calls: 10e6, logs: 1 }),
  system('logs', 'Chatty logs', { calls: 100e6, megabytes: 512, milliseconds: 120, logs: 5, months: 6 }),
  system('orders', 'Orders, through a function into a queue', { kilobytes: 1, behind: 'function-queue' }),
  system('private', 'A private API', { calls: 100e6, behind: 'other', zones: 2 }),
  system('balancer', 'Containers behind a load balancer', { door: 'alb', calls: 100e6, behind: 'containers' }),
  system('link', 'Containers behind a VPC link', { door: 'http', calls: 40e6, behind: 'containers' }),
  system('tokens', 'A night of made-up tokens', { calls: 40e6, kilobytes: 1, refused: 90, refuser: 'authorizer' }),
  system('chat', 'A chat that never sleeps', { door: 'websocket', calls: 3e6, kilobytes: 1 }),
  system('warm', 'Functions that must never be cold', { door: 'http', calls: 3e6, megabytes: 512, milliseconds: 250, warm: 10 }),
  system('tickets', 'One hour of tickets', { door: 'http', calls: 360e6, kilobytes: 1, peak: 100_000 }),
];

/** The name under which `settings` can be chosen; none for those that somebody made. */
export function systemOf(settings: BillSettings): string | undefined {
  const keys = Object.keys(PLAIN) as (keyof BillSettings)[];
  return SYSTEMS.find((known) => keys.every((key) => known.settings[key] === settings[key]))?.id;
}
