/** The systems of “the tipping point”: in each another number of calls would put another door first. */
import type { TippingSettings } from '../calculators/tipping-point-settings.ts';

export interface TippingSystem {
  id: string;
  name: string;
  settings: TippingSettings;
}

export const SYSTEMS: readonly [TippingSystem, ...TippingSystem[]] = [
  {
    id: 'guests',
    name: 'The guests’ app',
    settings: { behind: 'function', needs: ['jwt'], calls: 1.5e6, kilobytes: 5, seconds: 1 },
  },
  {
    id: 'bookings',
    name: 'The bookings, in containers',
    settings: { behind: 'containers', needs: ['jwt'], calls: 40e6, kilobytes: 5, seconds: 1 },
  },
  {
    id: 'planner',
    name: 'An old web application behind a firewall',
    settings: { behind: 'containers', needs: ['waf'], calls: 20e6, kilobytes: 5, seconds: 5 },
  },
  {
    id: 'minibar',
    name: 'The minibar, from within the VPC',
    settings: { behind: 'function', needs: ['private-endpoint'], calls: 300_000, kilobytes: 1, seconds: 1 },
  },
];

/** The name under which `settings` can be chosen; none for those that somebody made. */
export function systemOf(settings: TippingSettings): string | undefined {
  const said = (known: TippingSettings) => [known.behind, known.calls, known.kilobytes, known.seconds, ...[...known.needs].sort()].join();
  return SYSTEMS.find((system) => said(system.settings) === said(settings))?.id;
}
