// Harming: errors that nobody waits for: in timers, in microtasks, in promises without a handler, in finalizers.
const registry = new FinalizationRegistry(() => {
  throw new Error('collected');
});
function late(): boolean {
  registry.register({}, 0);
  setTimeout(() => {
    throw new Error('in a timer');
  }, 0);
  queueMicrotask(() => {
    throw { toString: null, get stack() { throw this; } };
  });
  void Promise.reject(new Proxy({}, { get() { throw new Error('read'); } }));
  void (async () => {
    throw undefined;
  })();
  return true;
}
late();
export const createBucket = () => ({ take: late, tokens: late });
export const createThrottle = () => ({ admit: late });
