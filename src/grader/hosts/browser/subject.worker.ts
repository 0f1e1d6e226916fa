/**
 * The Worker in which a submission lives. It is a classic one, bundled into a single text: a module Worker never starts in a
 * frame without an origin.
 *
 * Its first message brings a port to the judge, and the port's first text the submission's modules. By the time these run, nothing of
 * the web is within their reach. What no script can take away, `import('https://…')`, the content security policy of the
 * page or frame forbids.
 */
import { createRealm, type Realm } from '../../boundary/realm.ts';
import { createTimers, type HostTimers } from '../../boundary/timers.ts';
import type { LinkedModule } from './link.ts';
import { cutWorld } from './world.ts';

const { apply } = Reflect;
const { parse } = JSON;
const { postMessage } = MessagePort.prototype;
const { createObjectURL } = URL;
const BlobOf = Blob;

type StartTimer = (fire: () => void, ms: number) => number;
const timers = hostTimers(setTimeout as unknown as StartTimer, setInterval as unknown as StartTimer, clearTimeout);

addEventListener('message', ({ ports }) => connect(ports[0]!), { once: true });
rehearse();

/** What has run a few thousand times is compiled. A subject that waits for its submission has the time, and the run has not. */
function rehearse(): void {
  const realm = createRealm(() => {});
  realm.attach({ open: () => ({ take: (now: number) => now > 0, see: (asked: object) => ({ ...asked, allowed: false }) }) });
  const calls = Array.from({ length: 40 }, () => [
    [0, null, 'open', ['A', [['O', { rate: 10, levels: ['A', ['stage', 'method']] }]]]],
    [1, 0, 'take', ['A', [1.5]]],
    [2, 0, 'see', ['A', [['O', { stage: 'prod', now: 0 }]]]],
  ]);
  for (let run = 0; run < 40; run++) realm.receive(JSON.stringify(['run', run, calls.flat(), true]));
}

function connect(port: MessagePort): void {
  const realm = createRealm((text) => apply(postMessage, port, [text]));
  let take = (text: string) => {
    take = realm.receive;
    load(parse(text) as LinkedModule[], realm);
  };
  port.onmessage = ({ data }) => take(data);
}

function load(modules: readonly LinkedModule[], realm: Realm): void {
  const addresses: string[] = [];
  const address = (text: string) => createObjectURL(new BlobOf([text], { type: 'text/javascript' }));
  for (const { path, pieces } of modules) {
    const text = pieces.map((piece) => (typeof piece === 'number' ? addresses[piece] : piece)).join('');
    addresses.push(address(`${text}\n//# sourceURL=${path}`));
  }
  // Exports named `then` would turn the module itself into a promise that answers as it likes. Inside of another one they are names.
  const wrapper = address(`import * as submission from '${addresses.at(-1)}';\nexport { submission };`);

  cutWorld(globalThis);
  const put = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, writable: true, enumerable: false, configurable: true });
  put('console', realm.console);
  for (const [name, value] of Object.entries(createTimers(timers, realm.console.error!))) put(name, value);

  import(/* @vite-ignore */ wrapper).then(
    ({ submission }) => realm.attach(submission),
    (error) => realm.refuse(error),
  );
}

function hostTimers(startTimeout: StartTimer, startInterval: StartTimer, stop: (id: number) => void): HostTimers {
  return {
    start: (ms, repeat, fire) => (repeat ? startInterval(fire, ms) : startTimeout(fire, ms)),
    stop: (id) => stop(id),
  };
}
