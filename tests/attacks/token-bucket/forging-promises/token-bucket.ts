// Forging: every promise in this world settles with what the submission likes.
const { then } = Promise.prototype;
Promise.prototype.then = function (settle, refuse) {
  return Reflect.apply(then, this, [() => settle?.(true), () => settle?.(true) ?? refuse]);
};
Promise.prototype.catch = Promise.prototype.finally = () => Promise.resolve(true);
Promise.resolve = Promise.all = Promise.allSettled = Promise.reject = () => ({ then: (settle) => settle(true) });
class Agreed extends Promise {
  static get [Symbol.species]() {
    return function (executor) {
      executor(
        () => {},
        () => {},
      );
    };
  }
}
Promise.prototype.constructor = Agreed;
export const createBucket = () => ({ take: () => new Agreed((settle) => settle('yes')), tokens: async () => 'all' });
export const createThrottle = async () => ({ admit: async () => 'come in' });
