/** The thread in which suites run: Vitest's own, but one that is ready for another run when it has ended one. */
import { parentPort } from 'node:worker_threads';
import { init, runBaseTests, setupEnvironment } from 'vitest/worker';

const port = parentPort!;
/** Vitest's requests go to the first; each run then adds a line of its own for what it asks, and the line of the run before is dead. */
const listeners: ((message: unknown) => void)[] = [];
port.on('message', (message) => {
  for (const listener of listeners) listener(message);
});

init({
  post: (message) => port.postMessage(message),
  on(listener) {
    listeners.splice(1, 1);
    listeners.push(listener);
  },
  runTests: (state, traces) => runBaseTests('run', state, traces),
  collectTests: (state, traces) => runBaseTests('collect', state, traces),
  setup: setupEnvironment,
});
