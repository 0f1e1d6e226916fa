// Lying: a proxy has whatever property it is asked for, and is as much of a list as of an object.
const anything: any = new Proxy([], {
  get: (_, name) => (name === 'length' ? looks() : anything),
  has: () => true,
  ownKeys: () => ['allowed', 'length', '__proto__', 'toJSON'],
  getOwnPropertyDescriptor: (target, name) =>
    name === 'length' ? { value: { valueOf: looks }, writable: true } : { value: true, enumerable: true, configurable: true, writable: true },
  getPrototypeOf: () => Boolean.prototype,
});
function looks(): number {
  return 3;
}
const callable = new Proxy(() => true, { apply: () => anything, get: (_, name) => (name === 'then' ? undefined : callable) });
export const createBucket = () => ({ take: () => anything, tokens: () => callable });
export const createThrottle = () => new Proxy({}, { get: () => () => new Proxy({}, { get: () => true, has: () => true }) });
