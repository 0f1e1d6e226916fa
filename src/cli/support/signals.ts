/** Ctrl+C, the end of a session, a closed terminal. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls `then` when the process is told to end, instead of ending it at once: a submission's process has to end first.
 *
 * @returns takes it back
 */
export function whenToldToEnd(then: () => void): () => void {
  for (const signal of SIGNALS) process.once(signal, then);
  return () => {
    for (const signal of SIGNALS) process.off(signal, then);
  };
}
