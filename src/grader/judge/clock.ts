/** Time is handed in, so that a hang can be tested without waiting for one. Milliseconds. */
export interface Clock {
  now(): number;
  /** @returns what takes it back */
  after(ms: number, then: () => void): () => void;
}
