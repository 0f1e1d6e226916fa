import { beforeEach, describe, expect, it } from 'vitest';
import type { ExerciseVerdict } from '../../src/grader/verdict.ts';
import { Bench } from '../../src/workbench/bench.svelte.ts';
import { createDraftStore } from '../../src/workbench/draft-store.ts';
import type { Files } from '../../src/workbench/drafts.ts';
import { lastWords, withLastWords, type AtOnce, type LeavableStore } from '../../src/workbench/last-words.ts';
import type { OtherTabs } from '../../src/workbench/other-tabs.ts';
import type { Runs } from '../../src/workbench/runs.ts';
import { memoryShelves, type Shelves } from '../../src/workbench/shelves.ts';

const EXERCISE = 'token-bucket';
const FILE = 'token-bucket.ts';
const GIVEN = { exercise: EXERCISE, stub: { [FILE]: 'stub' }, contract: 'contract' };

let shelves: Shelves;
let atOnce: AtOnce;
let tabs: (() => void)[];
let clock: number;

beforeEach(() => {
  shelves = memoryShelves();
  atOnce = storage();
  tabs = [];
  clock = 1000;
});

function storage(): AtOnce {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, text) => void items.set(name, text),
    removeItem: (name) => void items.delete(name),
  };
}

/** Tabs of one browser share the shelves; what one writes is told to the others. */
function store(tab: string, lasts = true): LeavableStore {
  let heard = () => {};
  const others: OtherTabs = {
    tell: () => tabs.filter((other) => other !== hear).forEach((other) => other()),
    onNews: (listen) => (heard = () => listen(EXERCISE)),
    close() {},
  };
  const hear = () => heard();
  tabs.push(hear);
  const drafts = createDraftStore({ shelves, tabs: others, renamed: [], now: () => clock++, tab, onAside() {} });
  return withLastWords(
    drafts,
    lastWords(() => atOnce, tab),
    () => lasts,
  );
}

function verdict(earned: number, status: ExerciseVerdict['status'] = 'failed'): ExerciseVerdict {
  return { exercise: EXERCISE, earned, points: 100, status, concepts: [] };
}

interface Judged {
  runs: Runs;
  /** What was judged, in order. */
  seen: Files[];
}

function judging(...verdicts: ExerciseVerdict[]): Judged {
  const seen: Files[] = [];
  const runs: Runs = {
    run: async (files) => {
      seen.push(files);
      return verdicts[seen.length - 1]!;
    },
    prepare() {},
    close() {},
  };
  return { runs, seen };
}

/** A bench whose pauses last until the test ends them. */
async function openBench({ runs = judging().runs, tab = 'one', lasts = true }: { runs?: Runs; tab?: string; lasts?: boolean } = {}) {
  let pause: (() => void) | undefined;
  const later = (act: () => void) => ({
    soon: () => (pause = act),
    now: () => {
      pause?.();
      pause = undefined;
    },
  });
  const bench = new Bench({ given: GIVEN, store: store(tab, lasts), runs, now: () => clock++, later });
  await bench.open();
  return bench;
}

describe('what is written', () => {
  it('is there again after a pause', async () => {
    const bench = await openBench();
    bench.change(FILE, 'mine');
    bench.leave();
    await expect.poll(async () => (await openBench()).files[FILE]).toBe('mine');
  });

  it('is kept before a run, and judged as it stood when the run began', async () => {
    const { runs, seen } = judging(verdict(10));
    const bench = await openBench({ runs });
    bench.change(FILE, 'mine');
    const running = bench.run();
    bench.change(FILE, 'mine, and more');
    await running;
    expect(seen).toEqual([{ [FILE]: 'mine' }]);
    expect(bench.current).toBe(false);
    expect(bench.files[FILE]).toBe('mine, and more');
  });

  it('is there again when the page went away before it could be written', async () => {
    const lasting = shelves;
    let gone = false;
    shelves = { ...lasting, transact: (work) => (gone ? new Promise(() => {}) : lasting.transact(work)) };
    const bench = await openBench();
    bench.change(FILE, 'mine');
    gone = true;
    bench.leave();
    shelves = lasting;
    expect((await openBench({ tab: 'two' })).files[FILE]).toBe('mine');
  });

  it('comes out of a reset again', async () => {
    const bench = await openBench();
    bench.change(FILE, 'mine');
    await bench.reset();
    expect(bench.files[FILE]).toBe('stub');
    await bench.takeUndo();
    expect(bench.files[FILE]).toBe('mine');
    expect(bench.undo).toBeUndefined();
  });

  it('stays in the history when files are uploaded over it', async () => {
    const bench = await openBench();
    bench.change(FILE, 'mine');
    await bench.upload({ [FILE]: 'from a disk' });
    expect(bench.files[FILE]).toBe('from a disk');
    expect(bench.history.map(({ files }) => files[FILE])).toContain('mine');
  });

  it('stays beside a file that is uploaded', async () => {
    const bench = await openBench();
    bench.change(FILE, 'mine');
    await bench.upload({ 'tokens.ts': 'from a disk' });
    expect(bench.files).toEqual({ [FILE]: 'mine', 'tokens.ts': 'from a disk' });
  });

  it('stays when a file gets another name, and when one is deleted, and both can be taken back', async () => {
    const bench = await openBench();
    bench.change('tokens.ts', 'mine');
    await bench.rename('tokens.ts', 'levels.ts');
    expect(bench.files).toEqual({ [FILE]: 'stub', 'levels.ts': 'mine' });
    await bench.remove('levels.ts');
    expect(bench.files).toEqual({ [FILE]: 'stub' });
    expect(bench.history.map(({ files }) => files['levels.ts'])).toContain('mine');
    await bench.takeUndo();
    expect(bench.files).toEqual({ [FILE]: 'stub', 'levels.ts': 'mine' });
  });

  it('stays when it comes while another text is put in its place', async () => {
    const bench = await openBench();
    const resetting = bench.reset();
    await Promise.resolve();
    bench.change(FILE, 'typed meanwhile');
    await resetting;
    expect([bench.files[FILE], ...bench.history.map(({ files }) => files[FILE])]).toContain('typed meanwhile');
  });

  it('stays when many changes are written at once', async () => {
    const bench = await openBench();
    for (const text of ['a', 'ab', 'abc']) {
      bench.change(FILE, text);
      bench.leave();
    }
    await bench.run().catch(() => {});
    expect(bench.files[FILE]).toBe('abc');
    await expect.poll(async () => (await openBench()).files[FILE]).toBe('abc');
  });
});

describe('another tab', () => {
  it('that wrote is followed', async () => {
    const [here, there] = [await openBench(), await openBench({ tab: 'two' })];
    there.change(FILE, 'theirs');
    there.leave();
    await expect.poll(() => here.files[FILE]).toBe('theirs');
  });

  it('wins with what it wrote first, and what stood here can be taken back', async () => {
    const [here, there] = [await openBench(), await openBench({ tab: 'two' })];
    here.change(FILE, 'mine, not yet written');
    there.change(FILE, 'theirs');
    there.leave();
    await expect.poll(() => here.files[FILE]).toBe('theirs');
    await expect.poll(() => here.history.map(({ files }) => files[FILE])).toContain('mine, not yet written');
    await here.takeUndo();
    expect(here.files[FILE]).toBe('mine, not yet written');
  });
});

describe('what is typed while another tab’s text comes in', () => {
  it('is in the history', async () => {
    const here = await openBench();
    const there = await openBench({ tab: 'two' });
    there.change(FILE, 'theirs');
    there.leave();
    here.change(FILE, 'mine');
    const saving = here.run().catch(() => {});
    here.change(FILE, 'mine, and more');
    await saving;
    await expect.poll(() => here.files[FILE]).toBe('theirs');
    await expect.poll(() => here.history.map(({ files }) => files[FILE])).toContain('mine, and more');
  });
});

it('what the storage does not keep is left for the next visit, though it was written', async () => {
  const bench = await openBench({ lasts: false });
  bench.change(FILE, 'mine');
  await bench.kept();
  bench.leave();
  shelves = memoryShelves();
  expect((await openBench({ tab: 'two' })).files[FILE]).toBe('mine');
});

it('to start over where nothing was written leaves the way back as it is', async () => {
  const bench = await openBench();
  bench.change(FILE, 'mine');
  await bench.reset();
  await bench.reset();
  await bench.takeUndo();
  expect(bench.files[FILE]).toBe('mine');
});

describe('a run', () => {
  it('puts its verdict in the place of the one before', async () => {
    const bench = await openBench({ runs: judging(verdict(10), verdict(40)).runs });
    await bench.run();
    await bench.run();
    expect([bench.former?.earned, bench.verdict?.earned, bench.current]).toEqual([10, 40, true]);
  });

  it('is found again when the page is opened again', async () => {
    const bench = await openBench({ runs: judging(verdict(10)).runs });
    bench.change(FILE, 'mine');
    await bench.run();
    const again = await openBench();
    expect([again.verdict?.earned, again.current]).toEqual([10, true]);
  });

  it('that blames nobody leaves no trace', async () => {
    const bench = await openBench({ runs: judging(verdict(0, 'not-judged')).runs });
    await bench.run();
    expect(bench.verdict?.status).toBe('not-judged');
    expect((await openBench()).verdict).toBeUndefined();
  });

  it('whose grader cannot be loaded blames nobody, and another can be tried', async () => {
    const runs: Runs = { ...judging().runs, run: () => Promise.reject(new Error('no network')) };
    const bench = await openBench({ runs });
    await bench.run();
    expect(bench.verdict).toMatchObject({ status: 'not-judged', message: 'The grader could not be loaded: no network' });
    expect(bench.running).toBeUndefined();
  });

  it('is one at a time', async () => {
    const { runs, seen } = judging(verdict(10), verdict(20));
    const bench = await openBench({ runs });
    await Promise.all([bench.run(), bench.run()]);
    expect(seen).toHaveLength(1);
  });

  it('makes way for another when what it judges was changed meanwhile', async () => {
    const seen: string[] = [];
    const runs: Runs = {
      ...judging().runs,
      run: async (files, watching) => {
        seen.push(files[FILE]!);
        // The first comes to no end by itself.
        if (seen.length === 1) await new Promise((resolve) => watching?.signal?.addEventListener('abort', resolve));
        return verdict(seen.length * 10);
      },
    };
    const bench = await openBench({ runs });
    bench.change(FILE, 'endless');
    const endless = bench.run();
    await expect.poll(() => seen).toEqual(['endless']);
    bench.change(FILE, 'mended');
    await Promise.all([bench.run(), bench.run(), endless]);
    expect([seen, bench.verdict?.earned, bench.current, bench.running]).toEqual([['endless', 'mended'], 20, true, undefined]);
  });
});
