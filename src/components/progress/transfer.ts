/** The part of the progress page in which progress is saved as a file, read in, and erased. */
import { merged, undone } from '../../progress/merge.ts';
import type { OutlineExercise } from '../../progress/outline.ts';
import { planLines, planTitle } from '../../progress/plan-words.ts';
import { plannedChanges } from '../../progress/planned-changes.ts';
import type { ProgressStore, Storage } from '../../progress/progress-store.ts';
import type { Records } from '../../progress/records.ts';
import { draftsOf, draftsOfToday, fateOf, takeBackDrafts, takeInDrafts, type Replaced } from '../../progress/saved-drafts.ts';
import { LARGEST_FILE, readSaved, savedName, savedText, type Saved, type SavedDraft } from '../../progress/saved-file.ts';
import type { DraftStore } from '../../workbench/draft-store.ts';
import type { LeavableStore } from '../../workbench/last-words.ts';
import { showAsides } from './asides.ts';
import { download } from './download.ts';

type Drafts = DraftStore & Pick<LeavableStore, 'lasts'>;

interface Surroundings {
  exercises: readonly OutlineExercise[];
  progress: ProgressStore;
  /** Gives the storage, or throws where the browser forbids it. */
  storage: () => Storage;
  now: () => Date;
  openDrafts: () => Promise<Drafts>;
}

const SAVED = 'The file is saved where this browser puts its downloads.';
const SAVED_WITHOUT_DRAFTS =
  'The file is saved where this browser puts its downloads. The files of your exercises are not in it: the browser’s storage does not give them. Download them from the page of the exercise.';
const TAKEN_IN = 'It is taken in.';
const TAKEN_IN_WITHOUT_DRAFTS =
  'It is taken in, but for the files of your exercises: the browser’s storage does not take them. Keep the file, and take it in again where the storage works.';

export function openTransfer(room: HTMLElement, { exercises, progress, storage, now, openDrafts }: Surroundings): void {
  const find = <E extends HTMLElement>(name: string) => room.querySelector<E>(`[data-${name}]`)!;
  const [plan, said, undo, input] = [find('plan'), find('said'), find('undo'), find<HTMLInputElement>('file')];
  const names = exercises.map(({ name }) => name);
  let planned: { saved: Saved; drafts: SavedDraft[] } | undefined;
  let takeBack: (() => void | Promise<void>) | undefined;

  function say(sentence: string, undoing?: () => void | Promise<void>): void {
    said.textContent = sentence;
    takeBack = undoing;
    undo.hidden = undoing === undefined;
  }

  /** Whether the storage of the drafts worked when it was last asked. */
  let draftsLast = true;

  async function withDrafts<Result>(work: (store: Drafts) => Promise<Result>): Promise<Result> {
    const store = await openDrafts();
    try {
      const result = await work(store);
      draftsLast = store.lasts();
      return result;
    } finally {
      store.close();
    }
  }

  /** @returns what undoes it, as far as nothing was changed since */
  function put(change: (records: Records) => Records): () => void {
    const before = progress.records();
    progress.change(change);
    const after = progress.records();
    return () => progress.change((records) => undone(records, before, after));
  }

  async function save(): Promise<void> {
    const drafts = await withDrafts((store) => draftsOf(store, names));
    download(savedName(now()), savedText(progress.records(), drafts, now()));
    say(draftsLast ? SAVED : SAVED_WITHOUT_DRAFTS);
  }

  async function choose(): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    plan.hidden = true;
    const text = file.size > LARGEST_FILE ? '' : await file.text();
    // The same file may be chosen once more.
    input.value = '';
    if (file.size > LARGEST_FILE) {
      say(`“${file.name}” is larger than ${LARGEST_FILE / 1_000_000} MB, which no progress is. Choose a file that was saved on this page.`);
      return;
    }
    const saved = readSaved(file.name, text, now());
    if ('refused' in saved) say(saved.refused);
    else await show(file.name, saved);
  }

  async function show(name: string, saved: Saved): Promise<void> {
    const { known, unknown } = draftsOfToday(saved.drafts, exercises);
    const there = await withDrafts((store) => draftsOf(store, names));
    const drafts = known.map((draft) => {
      const ours = there.find(({ exercise }) => exercise === draft.exercise);
      const { title } = exercises.find((one) => one.name === draft.exercise)!;
      return { title, fate: fateOf(ours, draft), isNew: ours === undefined };
    });
    const leftOut = [...saved.leftOut, ...unknown.map((exercise) => `the files of “${exercise}”, which this course does not have.`)];
    const lines = planLines({ changes: plannedChanges(progress.records(), saved.records), drafts, leftOut });
    if (lines.length === 0) {
      say(`“${name}” holds nothing that is not here already.`);
      return;
    }
    say('');
    planned = { saved, drafts: known };
    find('plan-title').textContent = planTitle(name, saved);
    find('plan-lines').replaceChildren(...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })));
    plan.hidden = false;
    find('plan-title').focus();
  }

  async function take(): Promise<void> {
    if (!planned) return;
    const { saved, drafts } = planned;
    const undoRecords = put((records) => merged(records, saved.records));
    const replaced: Replaced[] = await withDrafts((store) => takeInDrafts(store, drafts));
    close();
    say(draftsLast || drafts.length === 0 ? TAKEN_IN : TAKEN_IN_WITHOUT_DRAFTS, async () => {
      undoRecords();
      await withDrafts((store) => takeBackDrafts(store, replaced));
      say('It is as it was before.');
    });
    undo.focus();
  }

  function close(): void {
    planned = undefined;
    plan.hidden = true;
  }

  function erase(): void {
    if (!confirm('Erase what is noted of your progress in this browser? The files of your exercises stay.')) return;
    const bringBack = put(() => ({}));
    say('Your progress is erased.', () => {
      bringBack();
      say('It is as it was before.');
    });
    undo.focus();
  }

  /** What goes wrong in the storage of the exercises is told here: there is no other place for it. */
  const telling = (work: () => unknown) => () =>
    void Promise.resolve()
      .then(work)
      .catch((error: unknown) => say(`That did not work: ${error instanceof Error ? error.message : String(error)}`));

  find('save').addEventListener('click', telling(save));
  find('choose').addEventListener('click', () => input.click());
  input.addEventListener('change', telling(choose));
  find('take').addEventListener('click', telling(take));
  find('leave').addEventListener('click', () => {
    close();
    find('choose').focus();
  });
  find('erase').addEventListener('click', telling(erase));
  undo.addEventListener(
    'click',
    telling(async () => {
      await takeBack?.();
      find('choose').focus();
    }),
  );
  showAsides(find('asides'), storage);
}
