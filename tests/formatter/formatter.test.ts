import { expect, it } from 'vitest';
import { createFormatter, type FormatAsked } from '../../src/formatter/formatter.ts';

/** A Worker of which a test decides what it says. */
function workers() {
  const started: {
    asked: FormatAsked[];
    onmessage?: (event: { data: unknown }) => void;
    onerror?: (event: unknown) => void;
    ended: boolean;
  }[] = [];
  const start = () => {
    const worker = {
      asked: [] as FormatAsked[],
      ended: false,
      postMessage: (asked: FormatAsked) => worker.asked.push(asked),
      terminate: () => (worker.ended = true),
    };
    started.push(worker);
    return worker as unknown as Worker;
  };
  return { started, formatter: createFormatter(start) };
}

it('a formatter is loaded when something is to be formatted', async () => {
  const { started, formatter } = workers();
  expect(started).toHaveLength(0);
  const answer = formatter.format('a', 1);
  started[0]!.onmessage!({ data: { id: 1, answer: { changes: [], cursor: 1 } } });
  expect(await answer).toEqual({ changes: [], cursor: 1 });
});

it('one that breaks leaves nobody waiting, and the next attempt starts another', async () => {
  const { started, formatter } = workers();
  const answer = formatter.format('a', 1);
  started[0]!.onerror!({ preventDefault() {}, message: '' });
  await expect(answer).rejects.toThrow('It could not be loaded.');
  void formatter.format('a', 1).catch(() => {});
  expect(started).toHaveLength(2);
  formatter.close();
  expect(started.map(({ ended }) => ended)).toEqual([true, true]);
});

it('what it cannot do is told, and is no reason to end it', async () => {
  const { started, formatter } = workers();
  const answer = formatter.format('a', 1);
  started[0]!.onmessage!({ data: { id: 1, answer: { failed: 'Error: too deep' } } });
  await expect(answer).rejects.toThrow('too deep');
  expect(started[0]!.ended).toBe(false);
});
