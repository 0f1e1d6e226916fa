/** Drafts, runs and a page around them, for tests. */
import type { ExerciseVerdict } from '../../../src/grader/verdict.ts';
import { createDraftStore, type DraftStore } from '../../../src/workbench/draft-store.ts';
import { opened, type Draft, type Files, type Given, type Run } from '../../../src/workbench/drafts.ts';
import type { OtherTabs } from '../../../src/workbench/other-tabs.ts';
import type { Shelves } from '../../../src/workbench/shelves.ts';

export const BUCKET: Given = {
  exercise: 'token-bucket',
  stub: { 'token-bucket.ts': 'export const take = undefined;\n' },
  contract: 'export type Take = () => boolean;\n',
};

export function started(given: Given = BUCKET): Draft {
  return opened(undefined, given).draft;
}

export const textOf = (files: Files) => files['token-bucket.ts'];
export const written = (text: string): Files => ({ 'token-bucket.ts': text });

export function verdictWith(status: ExerciseVerdict['status'], earned = status === 'passed' ? 30 : 10): ExerciseVerdict {
  const concepts = (['take', 'refill'] as const).map((id) => ({
    id,
    title: id === 'take' ? 'Taking a token' : 'Refilling',
    points: id === 'take' ? 10 : 20,
    status: status === 'passed' || id === 'take' ? ('passed' as const) : ('failed' as const),
    tests: [
      { name: `${id} works`, status: status === 'passed' || id === 'take' ? ('passed' as const) : ('failed' as const), message: '', ms: 1 },
    ],
  }));
  return { exercise: 'token-bucket', earned, points: 30, status, concepts };
}

export function run(number: number, text: string, verdict = verdictWith('failed')): Run {
  return { id: `run-${String(number).padStart(3, '0')}`, exercise: 'token-bucket', files: written(text), at: 1000 + number, verdict };
}

/** Tabs that hear of each other at once. */
export function tabsOfOneBrowser(): () => OtherTabs {
  const all = new Map<OtherTabs, (exercise?: string) => void>();
  return () => {
    const tab: OtherTabs = {
      tell: (exercise) => all.forEach((heard, other) => other !== tab && heard(exercise)),
      onNews: (heard) => void all.set(tab, heard),
      close: () => void all.delete(tab),
    };
    return tab;
  };
}

let tabs = 0;

export function storeOn(shelves: Shelves, given: Partial<Parameters<typeof createDraftStore>[0]> = {}): DraftStore {
  return createDraftStore({
    shelves,
    tabs: tabsOfOneBrowser()(),
    renamed: [],
    now: () => 5000,
    tab: `tab${tabs++}`,
    onAside: (names) => {
      throw new Error(`Nothing should be set aside: ${names.join(', ')}`);
    },
    ...given,
  });
}
