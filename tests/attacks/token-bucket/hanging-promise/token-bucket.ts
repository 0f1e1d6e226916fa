// Hanging: now and then returns a promise that never settles.
const answer = (rate: number) => (rate === 100 ? new Promise(() => {}) : false);
export const createBucket = ({ rate }: { rate: number }) => ({ take: () => answer(rate), tokens: () => answer(rate) });
export const createThrottle = () => ({ admit: () => Promise.resolve() });
