// Hanging: returns at once, and keeps whoever reads the result busy for ever.
const endless: object = new Proxy(
  {},
  {
    ownKeys() {
      for (;;);
    },
    getPrototypeOf: () => null,
  },
);
export const createBucket = () => ({ take: () => endless, tokens: () => endless });
export const createThrottle = () => ({ admit: () => endless });
