// Exhausting: returns far too much: wide, deep, sparse and endless.
const wide = Array.from({ length: 300_000 }, (_, i) => ({ i }));
let deep: object = {};
for (let i = 0; i < 200_000; i++) deep = { deep };
const sparse: unknown[] = [];
sparse.length = 4_000_000_000;
const keys = Object.fromEntries(wide.slice(0, 100_000).map(({ i }) => [`key ${i}`, i]));
const results = [wide, deep, sparse, keys, new Uint8Array(20_000_000), new Set(wide), new Proxy([], { ownKeys: () => [], get: () => wide })];
let turn = 0;
const next = () => results[turn++ % results.length];
export const createBucket = () => ({ take: next, tokens: next });
export const createThrottle = () => ({ admit: next });
