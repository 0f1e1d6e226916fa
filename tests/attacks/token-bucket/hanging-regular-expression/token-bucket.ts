// Hanging: a regular expression that tries every way to fail.
const slow = () => /^(a+)+$/.test('a'.repeat(60) + '!');
export const createBucket = () => ({ take: slow, tokens: slow });
export const createThrottle = () => ({ admit: slow });
