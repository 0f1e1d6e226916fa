/** What is said beside the button that takes something back. */
import type { Why } from './drafts.ts';

/** Nothing where the learner has just done it by hand, and where the history says it. */
export const UNDO_WORDS: Record<Why, string> = {
  reset: 'The files are as they were given to you.',
  'taken-back': '',
  uploaded: 'Your files are in the place of what stood here.',
  imported: '',
  'other-tab': 'Here is what another tab has written.',
  renamed: '',
  disk: 'Here is what was saved on the disk.',
  'file-renamed': 'The file has its new name. Where another file imports it, change the name as well.',
  'file-deleted': 'The file is gone.',
};
