/** Which hints of an exercise were read, as the browser keeps it. Hints cost nothing; this is so that nobody reads one twice to find the next. */

/** Concept id to the number of hints that were read, 1 to 3. */
export type HintsRead = Readonly<Record<string, number>>;

/** What is needed of `localStorage`. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

export interface HintsStore {
  read(): HintsRead;
  /** Notes that the first `step` hints of a concept were read. Steps that were read stay read. */
  keep(concept: string, step: number): HintsRead;
}

const VERSION = 1;
const MOST = 3;

/** `open` gives the storage, or throws where the browser forbids it; then what is read is remembered until the page is left. */
export function openHints(open: () => Storage, exercise: string): HintsStore {
  const name = `front-desk:hints:${exercise}`;
  let memory: HintsRead = {};

  function load(): void {
    try {
      memory = { ...memory, ...hintsIn(open().getItem(name)) };
    } catch {
      // Private windows: memory it is.
    }
  }

  return {
    read() {
      load();
      return memory;
    },
    keep(concept, step) {
      load();
      memory = { ...memory, [concept]: Math.max(step, memory[concept] ?? 0) };
      try {
        open().setItem(name, JSON.stringify({ version: VERSION, hints: memory }));
      } catch {
        // Full or forbidden: a hint that is to be opened once more is no loss that needs a sentence.
      }
      return memory;
    },
  };
}

/** What was written by this version; anything else is as if nothing had been read. */
function hintsIn(text: string | null): HintsRead {
  let data: unknown;
  try {
    data = JSON.parse(text ?? 'null');
  } catch {
    return {};
  }
  if (!isRecord(data) || data.version !== VERSION || !isRecord(data.hints)) return {};
  return Object.fromEntries(Object.entries(data.hints).filter((entry): entry is [string, number] => isStep(entry[1])));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStep(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST;
}
