/** The service worker: holds one edition of the course, and hands its files to the pages. */
import { isLoopback, type Edition } from './edition.ts';
import { keeperOf } from './keeper.ts';
import { TAKE_OVER } from './messages.ts';

/** Written in when the site is built. */
declare const EDITION: Edition;

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface ServiceWorkerScope {
  registration: ServiceWorkerRegistration;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(
    type: 'fetch',
    listener: (event: LastingEvent & { request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
}

const scope = globalThis as unknown as ServiceWorkerScope;
const root = scope.registration.scope;
const isNear = isLoopback(new URL(root).hostname);
const keeper = keeperOf(EDITION, {
  root,
  isNear,
  // Other sites may share the origin.
  shelf: () => caches.open(`front-desk ${new URL(root).pathname}`),
  fetch: (request, options) => fetch(request, options),
});

scope.addEventListener('install', (event) => {
  // Near its server a page is never older than the server: nobody has to be asked.
  event.waitUntil(keeper.keep().then(() => (isNear ? scope.skipWaiting() : undefined)));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(scope.clients.claim().then(() => keeper.tidy()));
});

scope.addEventListener('fetch', (event) => {
  const answer = keeper.answerTo(event.request);
  if (answer) event.respondWith(answer);
});

scope.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void scope.skipWaiting();
});
