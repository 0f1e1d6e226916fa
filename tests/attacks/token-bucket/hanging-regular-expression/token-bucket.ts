// Hanging: now and then a regular expression that tries every way to fail.
const slow = (rate: number) => /^(a+)+$/.test('a'.repeat(rate === 100 ? 60 : 2) + '!');
export const createBucket = ({ rate }: { rate: number }) => ({ take: () => slow(rate), tokens: () => slow(rate) });
export const createThrottle = () => ({ admit: () => slow(0) });
