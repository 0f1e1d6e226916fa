/** Keeps which blocks of a route are ticked, and says so when the browser keeps nothing. */
import { readTicks, writeTicks } from '../../routes/ticks.ts';

/** What ticks need of `localStorage`. */
type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/** @param open gives the storage, or throws where the browser forbids it, as private windows do */
export function keepTicks(route: HTMLElement, open: () => Storage): void {
  const name = `front-desk:route:${route.dataset.route}`;
  const boxes = [...route.querySelectorAll<HTMLInputElement>('[data-tick]')];
  const say = (selector: string, text: string) => {
    route.querySelector(selector)!.textContent = text;
  };
  const done = () => new Set(boxes.filter(({ checked }) => checked).map(({ value }) => value));
  const paint = () => say('[data-standing]', `${done().size} of ${boxes.length} parts done.`);
  const attempt = (use: (storage: Storage) => void) => {
    try {
      use(open());
    } catch {
      say('[data-trouble]', 'This browser keeps nothing for this site, so your ticks last until you leave the page.');
    }
  };

  for (const hidden of route.querySelectorAll<HTMLElement>('.needs-script[hidden]')) hidden.hidden = false;
  attempt((storage) => {
    const kept = readTicks(storage.getItem(name));
    for (const box of boxes) box.checked = kept.has(box.value);
  });
  route.addEventListener('change', () => {
    paint();
    attempt((storage) => storage.setItem(name, writeTicks(done())));
  });
  paint();
}
