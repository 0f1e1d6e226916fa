// Forging: the built-ins with which objects are read and compared are replaced, and every descriptor inherits a value.
const descriptor = { value: true, writable: true, enumerable: true, configurable: true };
Object.is = () => true;
Object.keys = Object.entries = Object.getOwnPropertyNames = () => [];
Object.getPrototypeOf = Reflect.getPrototypeOf = () => Object.prototype;
Object.getOwnPropertyDescriptor = Reflect.getOwnPropertyDescriptor = () => descriptor;
Reflect.ownKeys = () => ['allowed'];
Reflect.apply = () => true;
Object.defineProperty = Reflect.defineProperty = () => true;
for (const [name, value] of Object.entries(descriptor).concat([['get', undefined], ['then', undefined], ['type', 'returned']])) {
  Object.prototype[name] = value;
}
Object.prototype.get = () => true;
Object.prototype.hasOwnProperty = Object.prototype.isPrototypeOf = () => true;
export const createBucket = () => ({ take: () => ({}), tokens: () => ({}) });
export const createThrottle = () => ({ admit: () => ({}) });
