// Lying: an object that behaves like the number or the truth value that is wanted.
let level = 100;
class Level extends Number {
  valueOf() {
    return level--;
  }
  [Symbol.toPrimitive]() {
    return level--;
  }
}
export const createBucket = () => ({ take: () => new Boolean(true), tokens: () => new Level(5) });
export const createThrottle = () => ({ admit: () => ({ allowed: new Boolean(true), valueOf: () => true }) });
