// Harming: calls home, starts programs and writes files, by every name that such things have.
const world = globalThis as Record<string, any>;
const done: unknown[] = [];
for (const act of [
  () => world.fetch('http://127.0.0.1:4510/'),
  () => new world.WebSocket('ws://127.0.0.1:4510/'),
  () => new world.XMLHttpRequest().open('GET', 'http://127.0.0.1:4510/', false),
  () => world.process.getBuiltinModule('node:net').connect(4510),
  () => world.process.binding('spawn_sync').spawn({ file: '/bin/sh', args: ['sh', '-c', 'true'] }),
  () => world.require('node:child_process').execSync('true'),
  () => world.process.getBuiltinModule('node:fs').writeFileSync('taken', ''),
  () => new world.Worker('data:text/javascript,'),
  () => new world.BroadcastChannel('judge').postMessage('["ran",0,[]]'),
  () => world.postMessage('["ran",0,[]]'),
  () => new world.SharedArrayBuffer(1e9),
]) {
  try {
    done.push(act());
  } catch (error) {
    done.push(String(error));
  }
}
export const createBucket = () => ({ take: () => done, tokens: () => done });
export const createThrottle = () => ({ admit: () => done });
