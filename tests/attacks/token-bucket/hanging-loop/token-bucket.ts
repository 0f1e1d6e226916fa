// Hanging: never returns.
function forEver(): never {
  for (;;);
}
export const createBucket = () => ({ take: forEver, tokens: forEver });
export const createThrottle = () => ({ admit: forEver });
