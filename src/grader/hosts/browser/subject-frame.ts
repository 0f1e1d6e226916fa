/**
 * A room for subjects: Workers of a frame without an origin. What they inherit from it: no storage, no cookies, no network, no script but
 * what is made here. Where the browser gives such a frame a process of its own, running out of memory ends that process and not the page.
 */
import type { SubjectRoom } from './judge.ts';

/** From the page to the frame. The text comes once; a subject's port comes with its number. */
type ToFrame = ['text', string] | ['admit', number] | ['end', number];

const POLICY = "default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:";

/** Runs in the frame. It listens to the page alone, and what a Worker says to it is heard by nobody. The first subject finds its Worker started. */
const KEEPER = `
  const workers = new Map();
  let address, standby;
  addEventListener('message', ({ source, data: [kind, content], ports }) => {
    if (source !== parent) return;
    if (kind === 'text') {
      address = URL.createObjectURL(new Blob([content], { type: 'text/javascript' }));
      standby = new Worker(address);
    } else if (kind === 'admit') {
      const worker = standby ?? new Worker(address);
      standby = undefined;
      worker.postMessage(undefined, ports);
      workers.set(content, worker);
    } else workers.get(content)?.terminate();
  });
  parent.postMessage('ready', '*');
`;

const PAGE = `<!doctype html><meta http-equiv="content-security-policy" content="${POLICY}"><title>Your code</title><script>${KEEPER}</script>`;

/**
 * @param text of `subject.worker.ts`, bundled into one classic script; a promise of it, so that frame and text load side by side
 * @param parent the element that the frame hangs in; it shows nothing and takes no focus
 */
export function openSubjectFrame(text: Promise<string>, parent: Element): SubjectRoom {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.hidden = true;
  frame.title = 'Your code runs here';
  frame.srcdoc = PAGE;

  const loaded = new Promise<void>((resolve) => {
    addEventListener('message', function listen({ source, data }) {
      if (source !== frame.contentWindow || data !== 'ready') return;
      removeEventListener('message', listen);
      resolve();
    });
  });
  parent.append(frame);

  const say = (message: ToFrame, ports: MessagePort[] = []) => frame.contentWindow?.postMessage(message, '*', ports);
  const ready = Promise.all([text, loaded]).then(([source]) => say(['text', source]));
  let subjects = 0;

  return {
    admit(port) {
      const subject = subjects++;
      void ready.then(() => say(['admit', subject], [port]));
      return () => void ready.then(() => say(['end', subject]));
    },
    close: () => frame.remove(),
  };
}
