/** Has the course kept on this device, and says in the page how far that is and when a newer edition is ready. */
import { isLoopback } from './edition.ts';
import { TAKE_OVER } from './messages.ts';

/** `asked`: somebody who saves data decides. `refused`: the browser has no room, or keeps nothing for this site. */
export type State = 'asked' | 'keeping' | 'kept' | 'refused';

export interface Notes {
  /** @param keep - what to do once somebody who was asked agrees */
  show(state: State, keep: () => void): void;
  /** A newer edition is ready. */
  offer(reload: () => void): void;
}

/**
 * Begins once the page has come to rest. Where the origin is not a secure one, browsers have no service workers, and nothing happens.
 * @param script - address of the service worker, which lies in the root of the site
 */
export function keepCourse(script: string, { show, offer }: Notes): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers) return;

  const keep = async () => {
    const registration = await workers.register(script).catch(() => undefined);
    if (!registration) return show('refused', keep);

    const look = () => {
      const { active, installing, waiting } = registration;
      show(active ? 'kept' : installing || waiting ? 'keeping' : 'refused', keep);
      if (waiting && workers.controller && !isLoopback(location.hostname)) offer(reload);
    };
    const reload = () => {
      // In another tab somebody may have taken it already.
      if (!registration.waiting) return location.reload();
      workers.addEventListener('controllerchange', () => location.reload());
      registration.waiting.postMessage(TAKE_OVER);
    };
    const follow = () => registration.installing?.addEventListener('statechange', look);
    registration.addEventListener('updatefound', follow);
    follow();
    look();
  };

  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (connection?.saveData && !workers.controller) show('asked', () => void keep());
  else whenAtRest(() => void keep());
}

/** At most, in milliseconds: a browser that draws nothing may never call itself idle. */
const PATIENCE = 3000;

function whenAtRest(work: () => void): void {
  const wait = () => ('requestIdleCallback' in window ? requestIdleCallback(work, { timeout: PATIENCE }) : setTimeout(work));
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait);
}
