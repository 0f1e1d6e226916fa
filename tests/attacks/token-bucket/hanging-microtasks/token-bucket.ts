// Hanging: now and then settles nothing and lets no other task of its process have a turn.
async function spin(): Promise<never> {
  for (;;) await undefined;
}
function requeue(): void {
  queueMicrotask(requeue);
}
export const createBucket = ({ rate }: { rate: number }) => ({ take: () => rate === 100 && spin(), tokens: () => rate === 1_000 && requeue() });
export const createThrottle = () => ({ admit: () => false });
