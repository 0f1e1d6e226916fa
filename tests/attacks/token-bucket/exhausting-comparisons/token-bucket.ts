// Exhausting: answers that are quick to send and slow to compare or to read: sets of equal objects, numbers of a million digits.
const members = Array.from({ length: 9_000 }, (_, i) => ({ allowed: { i } }));
const set = () => new Set(members);
const map = () => new Map(members.map((member) => [member, member]));
const number = 1n << 3_000_000n;
export const createBucket = () => ({ take: set, tokens: map });
export const createThrottle = () => ({ admit: () => number });
