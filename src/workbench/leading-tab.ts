/** Of the tabs with the same exercise, the one that the reader turned to last leads. */

/**
 * @param told called when this tab begins to lead, and when another one has begun to
 * @returns what ends it
 */
export function leadingTab(name: string, page: Window, told: (leads: boolean) => void): () => void {
  const { locks } = page.navigator;
  const ended = new AbortController();
  const { signal } = ended;
  let letGo: (() => void) | undefined;

  function lead(): void {
    if (letGo || signal.aborted || page.document.visibilityState === 'hidden') return;
    const { promise, resolve } = Promise.withResolvers<void>();
    letGo = resolve;
    const held = locks.request(name, { steal: true }, () => {
      told(true);
      return promise;
    });
    held.catch((error: unknown) => !signal.aborted && told(!isStolen(error))).finally(() => (letGo = undefined));
  }

  if (!locks) {
    told(true);
    return () => {};
  }
  page.addEventListener('focus', lead, { signal });
  page.document.addEventListener('visibilitychange', lead, { signal });
  // Not before whoever asks has heard what it asked for.
  queueMicrotask(lead);
  return () => {
    ended.abort();
    letGo?.();
  };
}

/** A browser that forbids locks leaves each tab to itself. */
function isStolen(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
