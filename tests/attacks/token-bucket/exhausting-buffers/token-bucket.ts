// Exhausting: takes memory outside of the heap, where its limit does not count.
const kept: Uint8Array[] = [];
function fill(): boolean {
  try {
    for (;;) kept.push(new Uint8Array(20_000_000).fill(1));
  } catch {
    return true;
  }
}
export const createBucket = ({ rate }: { rate: number }) => ({ take: () => rate !== 100 || fill(), tokens: () => rate });
export const createThrottle = () => ({ admit: () => true });
