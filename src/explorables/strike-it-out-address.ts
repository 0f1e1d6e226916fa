/** How the state of “strike it out” travels in the query of an address. */
import { CHOICES, type Traffic } from './strike-it-out.ts';
import { SYSTEMS } from './strike-it-out-systems.ts';

export interface StrikeSettings extends Traffic {
  /** The id of a system. */
  system: string;
  /** Ids of features. */
  needs: readonly string[];
}

const NAMES = ['strike', 'strike-needs', 'strike-calls', 'strike-kb', 'strike-clients'] as const;

/** `search` with `settings` in it; what else it says stays. */
export function withStrike(search: string, { system, needs, calls, kilobytes, clients }: StrikeSettings): string {
  const query = new URLSearchParams(search);
  const values = [system, needs.join('.'), calls, kilobytes, clients];
  NAMES.forEach((name, index) => query.set(name, String(values[index])));
  return `?${query}`;
}

/** The settings in the query of an address; undefined if one is missing or cannot be chosen. Needs that nobody knows are left out. */
export function strikeIn(search: string, features: ReadonlySet<string>): StrikeSettings | undefined {
  const query = new URLSearchParams(search);
  const [name, list, ...numbers] = NAMES.map((key) => query.get(key));
  const system = SYSTEMS.find(({ id }) => id === name)?.id;
  const chosen = (choices: readonly number[], text: string | null | undefined) => choices.find((choice) => String(choice) === text);
  const calls = chosen(CHOICES.calls, numbers[0]);
  const kilobytes = chosen(CHOICES.kilobytes, numbers[1]);
  const clients = chosen(CHOICES.clients, numbers[2]);
  if (!system || list === null || list === undefined || !calls || !kilobytes || !clients) return undefined;
  return { system, needs: [...new Set(list.split('.'))].filter((id) => features.has(id)), calls, kilobytes, clients };
}
