// Hanging: never finishes loading.
while (true);
export const createBucket = () => ({ take: () => true, tokens: () => 0 });
export const createThrottle = () => ({ admit: () => ({ allowed: true }) });
