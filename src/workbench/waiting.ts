/** Milliseconds from the last key to the write. */
const PAUSE = 300;

/** `soon` calls `act` once it was not called again for a while; `now` calls it at once where it still waits. */
export function waiting(act: () => void): { soon: () => void; now: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    timer = undefined;
    act();
  };
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(run, PAUSE);
    },
    now() {
      if (timer === undefined) return;
      clearTimeout(timer);
      run();
    },
  };
}
