// Lying: looks like a promise, settles twice, or settles with whoever asks.
const resolvers: unknown[] = [];
const thenable = {
  then(settle: (value: unknown) => void, refuse: (error: unknown) => void) {
    resolvers.push(settle, refuse);
    settle(true);
    settle(false);
    return thenable;
  },
};
export const createBucket = () => ({ take: () => thenable, tokens: () => Promise.resolve(thenable) });
export const createThrottle = () => ({ admit: () => Object.setPrototypeOf({ then: thenable.then }, Promise.prototype) });
