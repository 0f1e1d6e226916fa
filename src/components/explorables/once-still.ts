/** What waits until the reader’s hand is still: a sentence to be said aloud, an address to be written. */
import { onDestroy } from 'svelte';

/** Milliseconds; an address that changes no more often than this is written in every browser. */
const STILL = 700;

/** `soon` calls `act` once it has not been called again for a while; `cancel` takes that back, and so does the end of the component. */
export function onceStill(act: () => void, milliseconds = STILL): { soon: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => clearTimeout(timer);
  onDestroy(cancel);
  return {
    soon() {
      cancel();
      timer = setTimeout(act, milliseconds);
    },
    cancel,
  };
}
