/**
 * What the contract says of time and room, in the plainest way: a list of entries, looked through at every step.
 *
 * Times are chosen so that nothing is ever asked for at the very moment of its expiry, which the contract leaves open.
 */
import type { Millis } from '../../../exercises/cache-keys/contract.ts';

interface Entry {
  name: string;
  body: string;
  weight: number;
  stored: Millis;
  expires: Millis;
}

export class ModelCache {
  #entries: Entry[] = [];
  #clock: Millis = -Infinity;
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The body that is served under the name; undefined: a miss. */
  lookup(name: string, now: Millis): string | undefined {
    this.#pass(now);
    return this.#entries.find((entry) => entry.name === name)?.body;
  }

  store(name: string, body: string, weight: number, ttl: Millis, now: Millis): void {
    this.#pass(now);
    this.#entries = this.#entries.filter((entry) => entry.name !== name);
    if (weight > this.#capacity) return;
    this.#entries.sort((one, other) => one.expires - other.expires || one.stored - other.stored);
    while (this.#weight() + weight > this.#capacity) this.#entries.shift();
    this.#entries.push({ name, body, weight, stored: this.#clock, expires: this.#clock + ttl });
  }

  #pass(now: Millis): void {
    this.#clock = Math.max(this.#clock, now);
    this.#entries = this.#entries.filter(({ expires }) => this.#clock < expires);
  }

  #weight(): number {
    return this.#entries.reduce((sum, { weight }) => sum + weight, 0);
  }
}
