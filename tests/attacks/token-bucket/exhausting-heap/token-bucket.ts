// Exhausting: fills the heap.
const kept: unknown[] = [];
function fill(): never {
  for (;;) kept.push({ kept, next: [kept.length, {}] });
}
export const createBucket = ({ rate }: { rate: number }) => ({ take: () => rate === 100 && fill(), tokens: () => rate });
export const createThrottle = () => ({ admit: () => false });
