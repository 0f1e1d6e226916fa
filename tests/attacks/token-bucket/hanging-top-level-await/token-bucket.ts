// Hanging: waits at the top level for what never comes, with a timer that keeps the process awake.
setInterval(() => {}, 1);
await new Promise(() => {});
export const createBucket = () => ({ take: () => true, tokens: () => 0 });
export const createThrottle = () => ({ admit: () => ({ allowed: true }) });
