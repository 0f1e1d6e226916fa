import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { gradeSilently, type TerminalJudge } from '../../src/cli/support/grading.ts';
import { bell, runOf } from './support/sample.ts';
import { buildSmallHouse, type SmallHouse } from './support/small-house.ts';

let house: SmallHouse;
beforeEach(async () => {
  house = await buildSmallHouse();
});
afterEach(() => house.remove());

/** Judges that note who is at work; each run waits until it is let go. */
function judgesAtWork() {
  const atWork: (() => void)[] = [];
  let opened = 0;
  const open = (): TerminalJudge => {
    opened++;
    return {
      async run() {
        await new Promise<void>((letGo) => atWork.push(letGo));
        return runOf(bell);
      },
      async close() {},
    };
  };
  return { open, atWork, opened: () => opened };
}

const bells = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    exercise: { ...bell, concepts: bell.concepts.map((concept) => ({ ...concept, title: `Bell ${index}` })) },
    folder: join(house.root, 'exercises/bell'),
  }));

it('two judges share the exercises, and the verdicts come in their order', async () => {
  const { open, atWork, opened } = judgesAtWork();
  const grading = gradeSilently(house, open(), open, bells(3), {});
  await expect.poll(() => atWork.length).toBe(2);
  // The second is done first, and its judge takes the third.
  atWork[1]!();
  await expect.poll(() => atWork.length).toBe(3);
  atWork[0]!();
  atWork[2]!();
  expect((await grading).map(({ concepts }) => concepts[0]!.title)).toEqual(['Bell 0', 'Bell 1', 'Bell 2']);
  expect(opened()).toBe(2);
});

it('one exercise needs one judge', async () => {
  const { open, atWork, opened } = judgesAtWork();
  const grading = gradeSilently(house, open(), open, bells(1), {});
  await expect.poll(() => atWork.length).toBe(1);
  atWork[0]!();
  await grading;
  expect(opened()).toBe(1);
});

it('after a signal no further exercise is begun', async () => {
  const { open, atWork } = judgesAtWork();
  const stop = new AbortController();
  const grading = gradeSilently(house, open(), open, bells(4), { signal: stop.signal });
  await expect.poll(() => atWork.length).toBe(2);
  stop.abort();
  atWork.forEach((letGo) => letGo());
  await grading;
  expect(atWork).toHaveLength(2);
});
