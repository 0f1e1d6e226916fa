// Exhausting: fifty lists, each holding the next one twice: little to send, and a walk without end for the judge who compares and prints it.
let list: unknown = { allowed: true };
for (let i = 0; i < 50; i++) list = [list, list];
const answer = () => list;
export const createBucket = () => ({ take: answer, tokens: answer });
export const createThrottle = () => ({ admit: answer });
