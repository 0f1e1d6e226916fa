/** Milliseconds from the last key to the write. */
const PAUSE = 300;

/** `soon` calls `act` once it was not called again for a while, of `pause` milliseconds; `now` calls it at once where it still waits. */
export function waiting(act: () => void, pause = PAUSE): { soon: () => void; now: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    timer = undefined;
    act();
  };
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(run, pause);
    },
    now() {
      if (timer === undefined) return;
      clearTimeout(timer);
      run();
    },
  };
}
