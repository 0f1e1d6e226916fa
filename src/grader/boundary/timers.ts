/**
 * Timers for the subject's world, made in that world: what the host's own timers are, or throw, never reaches a submission.
 */
export interface HostTimers {
  start(ms: number, repeat: boolean, fire: () => void): number;
  stop(id: number): void;
}

export function createTimers(host: HostTimers, report: (error: unknown) => void): Record<string, (...args: never[]) => unknown> {
  const { apply } = Reflect;
  const { then } = Promise.prototype;
  const settled = Promise.resolve();

  /** An error in a timer breaks no call, so it is shown where the learner's own output is shown. */
  function guarded(callback: unknown, args: unknown[]): () => void {
    return () => {
      try {
        if (typeof callback === 'function') apply(callback, undefined, args);
      } catch (error) {
        report(error);
      }
    };
  }

  function start(repeat: boolean, callback: unknown, ms: unknown, args: unknown[]): number {
    try {
      return host.start(typeof ms === 'number' && ms > 0 ? ms : 0, repeat, guarded(callback, args));
    } catch {
      throw new Error('no timer could be started');
    }
  }

  function stop(id: unknown): void {
    try {
      if (typeof id === 'number') host.stop(id);
    } catch {
      throw new Error('no timer could be stopped');
    }
  }

  return {
    setTimeout: (callback: unknown, ms?: unknown, ...args: unknown[]) => start(false, callback, ms, args),
    setInterval: (callback: unknown, ms?: unknown, ...args: unknown[]) => start(true, callback, ms, args),
    clearTimeout: stop,
    clearInterval: stop,
    queueMicrotask: (callback: unknown) => void apply(then, settled, [guarded(callback, [])]),
  };
}
