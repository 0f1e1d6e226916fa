/** What other tabs of this browser do with drafts. */

export interface OtherTabs {
  tell(exercise: string): void;
  /** @param heard called with the exercise that was written, or without one where nobody says: then whoever hears it looks for himself */
  onNews(heard: (exercise?: string) => void): void;
  close(): void;
}

/** Where there is no BroadcastChannel, news is looked for when the reader comes back to this tab; where there is one, then as well. */
export function otherTabs(name: string, page: Window & { BroadcastChannel?: typeof BroadcastChannel }): OtherTabs {
  const channel = page.BroadcastChannel && new page.BroadcastChannel(name);
  const ended = new AbortController();
  return {
    tell: (exercise) => channel?.postMessage(exercise),
    onNews(heard) {
      const { signal } = ended;
      channel?.addEventListener('message', ({ data }) => heard(typeof data === 'string' ? data : undefined), { signal });
      page.addEventListener('focus', () => heard(), { signal });
      page.document.addEventListener('visibilitychange', () => page.document.visibilityState === 'visible' && heard(), { signal });
    },
    close() {
      ended.abort();
      channel?.close();
    },
  };
}
