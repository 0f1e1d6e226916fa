// Hanging: settles nothing and lets no other task of its process have a turn.
async function spin(): Promise<never> {
  for (;;) await undefined;
}
function requeue(): void {
  queueMicrotask(requeue);
}
export function createBucket() {
  requeue();
  return { take: spin, tokens: spin };
}
export function createThrottle() {
  requeue();
  return { admit: spin };
}
