// Hanging: returns promises that never settle.
const never = () => new Promise(() => {});
export const createBucket = () => ({ take: never, tokens: never });
export const createThrottle = () => ({ admit: never });
