// Exhausting: returns far too much: wide, deep, sparse and endless.
const wide = () => Array.from({ length: 100_000 }, (_, i) => ({ i }));
function deep(): object {
  let list: object = {};
  for (let i = 0; i < 200_000; i++) list = { list };
  return list;
}
function sparse(): unknown[] {
  const list: unknown[] = [];
  list.length = 4_000_000_000;
  return list;
}
const keyed = () => Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`key ${i}`, i]));
const endless = () => new Proxy([], { ownKeys: () => [], get: () => 2 ** 32 });
const results = [wide, deep, sparse, keyed, endless, () => new Uint8Array(5_000_000), () => new Set(wide())];
let turn = 0;
const next = () => results[turn++]?.();
export const createBucket = ({ rate }: { rate: number }) => ({ take: () => rate === 100 && next(), tokens: () => rate });
export const createThrottle = () => ({ admit: () => false });
