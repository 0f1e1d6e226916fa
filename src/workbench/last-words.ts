/**
 * What was typed just before a page went away. A database answers later, and then nobody is there to hear it: what is to be kept at that
 * moment goes to a storage that takes it at once, until the exercise is read again.
 */
import type { DraftStore } from './draft-store.ts';
import type { Draft } from './drafts.ts';
import { isLeft } from './records.ts';

export interface Left {
  draft: Draft;
  basedOn: number;
}

export interface LastWords {
  leave(left: Left): void;
  /** What was left of an exercise, by the key under which it lies. */
  left(exercise: string): [key: string, left: Left][];
  forget(key: string): void;
  /** Those of this tab. */
  forgetOwn(exercise: string): void;
}

/** What last words need of `localStorage`. */
export type AtOnce = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/**
 * @param open gives the storage, or throws where the browser forbids it: then nothing can be left
 * @param tab tells what this tab left from what others did
 */
export function lastWords(open: () => AtOnce, tab: string): LastWords {
  const under = (exercise: string) => `front-desk:left:${exercise}:`;
  const attempt = <Result>(use: (storage: AtOnce) => Result, otherwise: Result): Result => {
    try {
      return use(open());
    } catch {
      // Forbidden or full. There is no other place, and no time.
      return otherwise;
    }
  };
  const forget = (key: string) => attempt((storage) => storage.removeItem(key), undefined);

  return {
    leave: (left) => attempt((storage) => storage.setItem(under(left.draft.exercise) + tab, JSON.stringify(left)), undefined),
    left: (exercise) =>
      attempt((storage) => {
        const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
        return keys
          .filter((key) => key.startsWith(under(exercise)))
          .flatMap((key): [string, Left][] => {
            const left = parsed(storage.getItem(key));
            return isLeft(left) ? [[key, left]] : [];
          });
      }, []),
    forget,
    forgetOwn: (exercise) => forget(under(exercise) + tab),
  };
}

export interface LeavableStore extends DraftStore {
  /** Like `write`, at once, for the moment in which the page may go away. */
  leave(draft: Draft, basedOn: number): void;
  /** Whether what is written outlasts the page. */
  lasts(): boolean;
}

/** A store whose `read` begins with writing what was left of the exercise, by the rules of `write`. */
export function withLastWords(store: DraftStore, words: LastWords, lasts: () => boolean = () => true): LeavableStore {
  return {
    ...store,
    async read(exercise) {
      for (const [key, { draft, basedOn }] of words.left(exercise)) {
        await store.write(draft, basedOn);
        words.forget(key);
      }
      return store.read(exercise);
    },
    async write(draft, basedOn) {
      const result = await store.write(draft, basedOn);
      words.forgetOwn(draft.exercise);
      return result;
    },
    leave: (draft, basedOn) => words.leave({ draft, basedOn }),
    lasts,
  };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}
