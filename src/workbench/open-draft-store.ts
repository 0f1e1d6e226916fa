/** The draft store of a page, and what it tells the learner. */
import type { Renamed } from '../grader/progress/progress.ts';
import { openDatabase } from './database.ts';
import { createDraftStore } from './draft-store.ts';
import { lastWords, withLastWords, type LeavableStore } from './last-words.ts';
import { lastingShelves, type StorageTrouble } from './lasting-shelves.ts';
import { otherTabs } from './other-tabs.ts';
import type { Shelves } from './shelves.ts';

const NAME = 'front-desk:workbench';
/** Milliseconds. A storage opens within a few; one that hangs, or that an old page keeps, would keep the learner from starting. */
const PATIENCE = 3000;

const DOWNLOAD = 'lasts until you leave the page: download your files.';
const TROUBLE: Record<StorageTrouble, string> = {
  none: `This browser keeps nothing for this site, so what you write ${DOWNLOAD}`,
  full: `The browser’s storage is full, so what you write from now on ${DOWNLOAD}`,
  silent: `The browser’s storage does not answer. Another tab may hold it; until you have closed that and loaded this page again, what you write ${DOWNLOAD}`,
  outdated: `A newer version of the course has been opened in this browser. What you write here ${DOWNLOAD} Then load this page again.`,
  failed: `The browser’s storage does not work, so what you write from now on ${DOWNLOAD}`,
};

export interface StoreNews {
  /** Whether what is written now outlasts the page. */
  lasts: boolean;
  /** For the learner; said once for each thing that happens. */
  sentence: string;
}

/**
 * @param renamed exercises of this page that have, or whose concepts have, former names
 * @param onNews called when the storage fails, is well again, or held something that cannot be read
 * @param open opens the storage; if it throws, the store works all the same and says that it will not last
 */
export function openDraftStore(
  renamed: readonly Renamed[],
  onNews: (news: StoreNews) => void,
  open: () => Promise<Shelves> = () => openDatabase(NAME, PATIENCE),
): LeavableStore {
  let lasts = true;
  const shelves = lastingShelves(open, (trouble) => {
    lasts = trouble === undefined;
    onNews({ lasts, sentence: trouble ? TROUBLE[trouble] : 'The browser’s storage works again, and all that you wrote is kept.' });
  });
  const tab = Math.random().toString(36).slice(2, 10);
  const store = createDraftStore({
    shelves,
    tabs: otherTabs(NAME, window),
    renamed,
    now: Date.now,
    tab,
    onAside: (names) => onNews({ lasts, sentence: asideSentence(names) }),
  });
  const words = lastWords(() => localStorage, tab);
  // What was left stays there while nothing else would keep it.
  const forget = (key: string) => lasts && words.forget(key);
  return withLastWords(store, { ...words, forget, forgetOwn: (exercise) => lasts && words.forgetOwn(exercise) }, () => lasts);
}

function asideSentence(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`).join(', ');
  return `Some of what was kept cannot be read. It was set aside as ${quoted}, not deleted; you go on with the rest.`;
}
