// Forging: the module itself is a thenable, so that whoever awaits it gets another one, and its functions.
const taken: unknown[] = [];
export function then(settle: (value: unknown) => void, refuse: unknown): void {
  taken.push(settle, refuse);
  settle({ createBucket: () => ({ take: () => true, tokens: () => 5 }), createThrottle: () => ({ admit: () => ({ allowed: true }) }), taken });
}
export const createBucket = () => taken;
export const createThrottle = () => taken;
