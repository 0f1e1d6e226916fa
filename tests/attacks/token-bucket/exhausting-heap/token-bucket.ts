// Exhausting: fills the heap.
const kept: unknown[] = [];
function fill(): never {
  for (;;) kept.push({ kept, next: [kept.length, {}] });
}
export const createBucket = () => ({ take: fill, tokens: fill });
export const createThrottle = () => ({ admit: fill });
