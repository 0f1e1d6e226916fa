/** What page and disk last had in common, as this browser keeps it. */
import type { Agreed } from './in-step.svelte.ts';

/** @param open gives the storage, or throws where the browser forbids it: then page and disk meet as if for the first time */
export function keptAgreement(open: () => Pick<Storage, 'getItem' | 'setItem'>, exercise: string): Agreed {
  const name = `front-desk:in-step:${exercise}`;
  return {
    read() {
      try {
        return open().getItem(name) ?? undefined;
      } catch {
        return undefined;
      }
    },
    keep(mark) {
      try {
        open().setItem(name, mark);
      } catch {
        // Then the learner is asked once more than needed.
      }
    },
  };
}
