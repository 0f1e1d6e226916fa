// Exhausting: takes memory outside of the heap, where its limit does not count.
const kept: Uint8Array[] = [];
function fill(): boolean {
  try {
    for (;;) kept.push(new Uint8Array(20_000_000).fill(1));
  } catch {
    return true;
  }
}
export const createBucket = () => ({ take: fill, tokens: fill });
export const createThrottle = () => ({ admit: fill });
