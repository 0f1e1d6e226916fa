// Hanging: returns at once, and now and then keeps whoever reads the result busy for ever.
const endless: object = new Proxy(
  {},
  {
    ownKeys() {
      for (;;);
    },
    getPrototypeOf: () => null,
  },
);
export const createBucket = ({ rate }: { rate: number }) => ({ take: () => (rate === 100 ? endless : {}), tokens: () => ({}) });
export const createThrottle = () => ({ admit: () => ({}) });
