import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Bench } from '../../src/workbench/bench.svelte.ts';
import { createDraftStore } from '../../src/workbench/draft-store.ts';
import type { Files } from '../../src/workbench/drafts.ts';
import { InStep } from '../../src/workbench/in-step.svelte.ts';
import { lastWords, withLastWords, type AtOnce } from '../../src/workbench/last-words.ts';
import type { OtherTabs } from '../../src/workbench/other-tabs.ts';
import { memoryShelves } from '../../src/workbench/shelves.ts';
import { verdictWith } from './support/drafts.ts';
import { memoryDisk, type MemoryDisk, type Wire } from './support/memory-disk.ts';

const EXERCISE = 'token-bucket';
const FILE = 'token-bucket.ts';
const STUB = { [FILE]: 'stub' };
const given = { exercise: EXERCISE, stub: STUB, contract: 'contract' };
const file = (text: string): Files => ({ [FILE]: text });

const { port1: bell, port2: button } = new MessageChannel();

/** Everything that waits for nothing but promises has happened. */
const settled = () =>
  new Promise<void>((resolve) => {
    bell.onmessage = () => resolve();
    button.postMessage(0);
  });

interface Tab {
  bench: Bench;
  inStep: InStep;
  wire: Wire;
  /** The reader turns to this tab: it leads. */
  focus(): void;
  /** What was typed is written, as after a pause. */
  pause(): void;
  close(): void;
}

/** One browser: its tabs share what is kept. */
function openBrowser(disk: MemoryDisk) {
  let shelves = memoryShelves();
  const items = new Map<string, string>();
  const atOnce: AtOnce = {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, text) => void items.set(name, text),
    removeItem: (name) => void items.delete(name),
  };
  const hearing = new Set<() => void>();
  let clock = 1000;
  let agreed: string | undefined;
  let opened = 0;
  let leader: ((leads: boolean) => void) | undefined;

  return {
    /** What was kept is gone, but for what page and disk last had in common. */
    loseStorage: () => void (shelves = memoryShelves()),
    async openTab(): Promise<Tab> {
      const name = `tab-${opened++}`;
      let hear = () => {};
      const tabs: OtherTabs = {
        tell: () => hearing.forEach((other) => other !== hear && other()),
        onNews: (listen) => hearing.add((hear = () => listen(EXERCISE))),
        close: () => hearing.delete(hear),
      };
      const store = withLastWords(
        createDraftStore({ shelves, tabs, renamed: [], now: () => clock++, tab: name, onAside() {} }),
        lastWords(() => atOnce, name),
      );
      let waits: (() => void) | undefined;
      const pause = () => {
        waits?.();
        waits = undefined;
      };
      const runs = { run: () => Promise.reject(new Error('no run')), prepare() {}, close() {} };
      const later = (act: () => void) => ({ soon: () => (waits = act), now: pause });
      const bench = new Bench({ given, store, runs, now: () => clock++, later });
      await bench.open();
      const wire = disk.wire();
      let told: (leads: boolean) => void;
      const focus = () => {
        if (leader === told) return;
        leader?.(false);
        leader = told;
        told(true);
      };
      const inStep = new InStep({
        bench,
        given,
        open: wire.open,
        agreed: { read: () => agreed, keep: (mark) => (agreed = mark) },
        lead(change) {
          told = change;
          return () => void (leader = leader === told ? undefined : leader);
        },
      });
      focus();
      return {
        bench,
        inStep,
        wire,
        focus,
        pause,
        close() {
          bench.leave();
          inStep.close();
          bench.close();
          store.close();
        },
      };
    },
  };
}

/** Delivers all that is under way, and all that comes of it. */
async function deliverAll(...tabs: Tab[]): Promise<void> {
  for (let quiet = 0, rounds = 0; quiet < 3; rounds++) {
    if (rounds === 300) throw new Error('They never agree.');
    for (const { pause } of tabs) pause();
    await settled();
    const more = tabs.map(({ wire }) => wire.deliver());
    await settled();
    quiet = more.includes(true) ? 0 : quiet + 1;
  }
}

let disk: MemoryDisk;
let browser: ReturnType<typeof openBrowser>;
let page: Tab;

const textsIn = ({ bench }: Tab) => bench.history.map(({ files }) => files[FILE]);

async function opened(text: string): Promise<void> {
  disk = memoryDisk(file(text));
  browser = openBrowser(disk);
  page = await browser.openTab();
}

async function inStepWith(text: string): Promise<void> {
  await opened(text);
  page.wire.plug();
  await deliverAll(page);
  expect(page.inStep.step).toEqual({ is: 'in-step' });
}

async function reloaded(): Promise<void> {
  page.close();
  page = await browser.openTab();
  page.wire.plug();
  await deliverAll(page);
}

describe('page and disk, in step', () => {
  beforeEach(() => inStepWith('stub'));

  it('what is typed goes to the disk', async () => {
    page.bench.change(FILE, 'typed');
    await deliverAll(page);
    expect(disk.files).toEqual(file('typed'));
  });

  it('what is saved comes into the page', async () => {
    disk.save(file('saved'));
    await deliverAll(page);
    expect(page.bench.files).toEqual(file('saved'));
    expect(page.inStep.step).toEqual({ is: 'in-step' });
  });

  it('what was typed is kept when something else is saved over it, and can be taken back', async () => {
    page.bench.change(FILE, 'typed');
    await deliverAll(page);
    disk.save(file('saved'));
    await deliverAll(page);
    expect(textsIn(page)).toContain('typed');
    await page.bench.takeUndo();
    await deliverAll(page);
    expect([page.bench.files, disk.files]).toEqual([file('typed'), file('typed')]);
    expect(textsIn(page)).toContain('saved');
  });

  it('what was saved is kept when it is typed over', async () => {
    disk.save(file('saved'));
    await deliverAll(page);
    page.bench.change(FILE, 'typed');
    await deliverAll(page);
    expect(disk.files).toEqual(file('typed'));
    expect(textsIn(page)).toEqual(['saved']);
  });

  it('a hundred saves, or a hundred pauses, are no hundred entries', async () => {
    for (let number = 0; number < 100; number++) {
      disk.save(file(`saved ${number}`));
      await deliverAll(page);
    }
    for (let number = 0; number < 100; number++) {
      page.bench.change(FILE, `typed ${number}`);
      await deliverAll(page);
    }
    expect(textsIn(page)).toEqual(['saved 99']);
  });

  it('files are added, and go, on both sides', async () => {
    page.bench.change('tokens.ts', 'tokens');
    await deliverAll(page);
    expect(disk.files).toEqual({ ...STUB, 'tokens.ts': 'tokens' });
    disk.save({ ...STUB, 'levels.ts': 'levels' });
    await deliverAll(page);
    expect(page.bench.files).toEqual({ ...STUB, 'levels.ts': 'levels' });
    await page.bench.remove('levels.ts');
    await deliverAll(page);
    expect(disk.files).toEqual(STUB);
  });

  it('a file that is gone from the disk stays in the page, and comes back with the next word', async () => {
    page.bench.change(FILE, 'typed');
    await deliverAll(page);
    disk.save({});
    await deliverAll(page);
    expect([page.inStep.step, page.bench.files]).toEqual([{ is: 'gone' }, file('typed')]);
    page.bench.change(FILE, 'typed on');
    await deliverAll(page);
    expect([page.inStep.step, disk.files]).toEqual([{ is: 'in-step' }, file('typed on')]);
  });

  it('a file that has another name on the disk now is kept, and so are those beside it', async () => {
    page.bench.change(FILE, 'typed');
    await deliverAll(page);
    disk.save({ 'my-bucket.ts': 'typed', 'notes.ts': 'notes' });
    await deliverAll(page);
    page.bench.change(FILE, 'typed on');
    await deliverAll(page);
    const all = { [FILE]: 'typed on', 'my-bucket.ts': 'typed', 'notes.ts': 'notes' };
    expect([disk.files, page.bench.files, page.inStep.step]).toEqual([all, all, { is: 'in-step' }]);
  });

  it('both at once: the disk was first, and what was typed can be taken back', async () => {
    page.bench.change(FILE, 'typed');
    page.pause();
    disk.save(file('saved'));
    await deliverAll(page);
    expect([page.bench.files, disk.files]).toEqual([file('saved'), file('saved')]);
    expect(textsIn(page)).toContain('typed');
  });

  it('a folder that cannot be read is left alone, and what is typed meanwhile is not lost', async () => {
    disk.spoil('bell.ts is not text.');
    await deliverAll(page);
    page.bench.change(FILE, 'typed');
    await deliverAll(page);
    expect([page.inStep.step, disk.files]).toEqual([{ is: 'trouble', sentence: 'bell.ts is not text.' }, STUB]);
    disk.spoil(undefined);
    await deliverAll(page);
    expect(disk.files).toEqual(file('typed'));
  });

  it('a disk that takes nothing says why, and is tried again with the next word', async () => {
    disk.refuse('The disk is full.');
    page.bench.change(FILE, 'typed');
    await deliverAll(page);
    expect(page.inStep.step).toEqual({ is: 'trouble', sentence: 'The disk is full.' });
    disk.refuse(undefined);
    page.bench.change(FILE, 'typed on');
    await deliverAll(page);
    expect([page.inStep.step, disk.files]).toEqual([{ is: 'in-step' }, file('typed on')]);
  });

  it('a verdict of the terminal is shown as one, and kept once for all tabs', async () => {
    const other = await browser.openTab();
    other.wire.plug();
    await deliverAll(page, other);
    disk.save(file('saved'));
    disk.judge({ verdict: verdictWith('failed'), files: file('saved'), at: 2000 });
    await deliverAll(page, other);
    await page.bench.kept();
    expect([page.bench.verdict?.earned, page.bench.judgedIn, page.bench.current]).toEqual([10, 'terminal', true]);
    expect(other.bench.history.filter(({ id }) => id === 'terminal-2000')).toHaveLength(1);
    other.close();
  });

  it('goes on after the machine was away', async () => {
    page.wire.cut();
    expect(page.inStep.step).toEqual({ is: 'away' });
    page.bench.change(FILE, 'typed');
    await deliverAll(page);
    page.wire.plug();
    await deliverAll(page);
    expect(disk.files).toEqual(file('typed'));
  });
});

describe('page and disk, when they meet', () => {
  it('follow the one that is no longer the stub', async () => {
    await inStepWith('saved');
    expect(page.bench.files).toEqual(file('saved'));

    await opened('stub');
    page.bench.change(FILE, 'typed');
    page.wire.plug();
    await deliverAll(page);
    expect(disk.files).toEqual(file('typed'));
  });

  it('ask when neither is, and change nothing before they are told', async () => {
    await opened('saved');
    page.bench.change(FILE, 'typed');
    page.wire.plug();
    await deliverAll(page);
    expect(page.inStep.step).toEqual({ is: 'asking', here: file('typed'), there: file('saved') });
    expect([page.bench.files, disk.files]).toEqual([file('typed'), file('saved')]);
  });

  it.each([
    ['here', 'typed', 'saved'],
    ['there', 'saved', 'typed'],
  ] as const)('go on with what is %s, and keep the other', async (side, wanted, other) => {
    await opened('saved');
    page.bench.change(FILE, 'typed');
    page.wire.plug();
    await deliverAll(page);
    page.inStep.goOnWith(side);
    await deliverAll(page);
    expect([page.bench.files, disk.files, page.inStep.step]).toEqual([file(wanted), file(wanted), { is: 'in-step' }]);
    expect(textsIn(page)).toContain(other);
  });

  it('ask again where the disk has changed before the answer', async () => {
    await opened('saved');
    page.bench.change(FILE, 'typed');
    page.wire.plug();
    await deliverAll(page);
    disk.save(file('saved again'));
    page.inStep.goOnWith('here');
    await deliverAll(page);
    expect(page.inStep.step).toEqual({ is: 'asking', here: file('typed'), there: file('saved again') });
  });

  it('follow the one that has changed since they were in step', async () => {
    await inStepWith('stub');
    page.bench.change(FILE, 'typed');
    await deliverAll(page);
    page.close();
    disk.save(file('saved'));
    await reloaded();
    expect([page.bench.files, page.inStep.step]).toEqual([file('saved'), { is: 'in-step' }]);
    expect(textsIn(page)).toContain('typed');
  });

  it('never put the stub in the place of what was written, where the browser has lost what it kept', async () => {
    await inStepWith('stub');
    page.bench.change(FILE, 'an evening of work');
    await deliverAll(page);
    page.close();
    browser.loseStorage();
    await reloaded();
    expect([disk.files, page.bench.files]).toEqual([file('an evening of work'), file('an evening of work')]);
  });

  it('ask where the browser has lost what it kept, and something was typed before the disk was there', async () => {
    await inStepWith('stub');
    page.bench.change(FILE, 'an evening of work');
    await deliverAll(page);
    page.close();
    browser.loseStorage();
    page = await browser.openTab();
    page.bench.change(FILE, 'stub, and a word');
    page.wire.plug();
    await deliverAll(page);
    expect([page.inStep.step.is, disk.files]).toEqual(['asking', file('an evening of work')]);
  });

  it('ask when both have', async () => {
    await inStepWith('stub');
    page.wire.cut();
    page.bench.change(FILE, 'typed');
    disk.save(file('saved'));
    await reloaded();
    expect(page.inStep.step).toMatchObject({ is: 'asking' });
  });
});

describe('whatever two tabs and a disk do', () => {
  type Act = 'type' | 'pause' | 'save' | 'deliver' | 'focus' | 'cut' | 'plug' | 'reload' | 'keep here' | 'keep there' | 'undo' | 'reset';
  const acts = fc.array(
    fc.record({
      act: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom<Act>('type', 'save', 'deliver') },
        { weight: 3, arbitrary: fc.constantFrom<Act>('pause', 'plug', 'focus') },
        { weight: 1, arbitrary: fc.constantFrom<Act>('cut', 'reload', 'keep here', 'keep there', 'undo', 'reset') },
      ),
      tab: fc.constantFrom(0, 1),
    }),
    { minLength: 5, maxLength: 40 },
  );

  /** Plans that once ended otherwise, by one tab alone. */
  const found = [
    // The answer to a look comes after a write was sent, and is older than what the write made.
    ['save', 'focus', 'deliver', 'type', 'reset', 'keep there', 'pause'],
  ].map((plan): [{ act: Act; tab: number }[]] => [plan.map((act) => ({ act: act as Act, tab: 0 }))]);

  it('no text is lost but to who wrote it: it is in the page, on the disk or in the history; and in the end they agree', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (plan) => {
        const disk = memoryDisk(STUB);
        const browser = openBrowser(disk);
        const tabs = [await browser.openTab(), await browser.openTab()];
        for (const { wire } of tabs) wire.plug();
        await deliverAll(...tabs);
        const typed = new Set<string>();
        const saved = new Set<string>();
        /** Texts that were replaced by who had written them. */
        const replaced = new Set<string>();
        let number = 0;

        const doing: Record<Act, (index: number) => unknown> = {
          type(index) {
            const { bench } = tabs[index]!;
            const before = bench.files[FILE]!;
            if (typed.has(before)) replaced.add(before);
            const text = `typed ${number++}`;
            typed.add(text);
            bench.change(FILE, text);
          },
          save() {
            const before = disk.files[FILE]!;
            if (saved.has(before)) replaced.add(before);
            const text = `saved ${number++}`;
            saved.add(text);
            disk.save(file(text));
          },
          pause: (index) => tabs[index]!.pause(),
          deliver: (index) => tabs[index]!.wire.deliver(),
          focus: (index) => tabs[index]!.focus(),
          cut: (index) => tabs[index]!.wire.cut(),
          plug: (index) => tabs[index]!.wire.plug(),
          async reload(index) {
            tabs[index]!.close();
            tabs[index] = await browser.openTab();
          },
          'keep here': (index) => tabs[index]!.inStep.goOnWith('here'),
          'keep there': (index) => tabs[index]!.inStep.goOnWith('there'),
          undo: (index) => void tabs[index]!.bench.takeUndo(),
          reset: (index) => void tabs[index]!.bench.reset(),
        };
        for (const { act, tab } of plan) {
          await doing[act](tab);
          await settled();
        }
        for (const { wire } of tabs) wire.plug();
        await deliverAll(...tabs);
        const [leader, other] = tabs;
        leader!.focus();
        await deliverAll(...tabs);
        if (leader!.inStep.step.is === 'asking') leader!.inStep.goOnWith('there');
        await deliverAll(...tabs);

        const kept = [disk.files, ...tabs.flatMap(({ bench }) => [bench.files, ...bench.history.map(({ files }) => files)])];
        const there = new Set(kept.map((files) => files[FILE]));
        const lost = [...typed, ...saved].filter((text) => !there.has(text) && !replaced.has(text));
        for (const tab of tabs) tab.close();
        expect(lost).toEqual([]);
        expect([leader!.inStep.step.is, other!.inStep.step.is]).toEqual(['in-step', 'elsewhere']);
        for (const { bench } of tabs) expect(bench.files).toEqual(disk.files);
      }),
      { numRuns: 300, examples: found, endOnFailure: true },
    );
  });
});
