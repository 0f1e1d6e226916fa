/** What would be taken in from a file, in words. */
import type { PlannedChanges } from './planned-changes.ts';
import type { Fate } from './saved-drafts.ts';
import type { Saved } from './saved-file.ts';

/** What is listed of things that were left out; the rest is counted. */
const MOST_LISTED = 5;

export function planTitle(file: string, { savedAt }: Saved, language?: string): string {
  const when = savedAt && new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(savedAt));
  return `“${file}”${when ? `, saved on ${when}` : ''}`;
}

export interface Plan {
  changes: readonly PlannedChanges[];
  drafts: readonly { title: string; fate: Fate; isNew: boolean }[];
  leftOut: readonly string[];
}

/** `Quiz answers: 12 new, 3 newer than here. 1 is newer here and stays.` */
export function planLines({ changes, drafts, leftOut }: Plan): string[] {
  const more = leftOut.length - MOST_LISTED;
  return [
    ...changes.map(changesInWords),
    ...drafts.flatMap(draftInWords),
    ...leftOut.slice(0, MOST_LISTED).map((what) => `Left out: ${what}`),
    ...(more > 0 ? [`${more} more are left out.`] : []),
  ];
}

function changesInWords({ called, added, changed, stay }: PlannedChanges): string {
  const coming = [...(added > 0 ? [`${added} new`] : []), ...(changed > 0 ? [`${changed} newer than here`] : [])].join(', ');
  const staying = stay > 0 ? `${stay} ${stay === 1 ? 'is newer here and stays' : 'are newer here and stay'}` : '';
  return `${called}: ${[coming, staying].filter(Boolean).join('; ')}.`;
}

function draftInWords({ title, fate, isNew }: Plan['drafts'][number]): string[] {
  if (fate === 'same') return [];
  if (fate === 'kept') return [`Your files of “${title}” are newer here and stay; those of the file go to their history.`];
  return [isNew ? `Files of “${title}”: new.` : `Files of “${title}”: newer than here. Yours go to their history.`];
}
