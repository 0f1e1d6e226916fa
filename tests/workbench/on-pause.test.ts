import { beforeEach, describe, expect, it } from 'vitest';
import { onPause, type OnPause } from '../../src/workbench/on-pause.ts';

let files: { 'a.ts': string };
let running: boolean;
let judged: typeof files | undefined;
let readable: boolean;
let begun: string[];
let stopped: number;
let pauses: (() => void)[];
let pausing: OnPause;

beforeEach(() => {
  files = { 'a.ts': 'given' };
  running = false;
  judged = undefined;
  readable = true;
  begun = [];
  stopped = 0;
  pauses = [];
  pausing = onPause({
    files: () => files,
    running: () => running,
    current: () => judged === files,
    readable: async () => readable,
    run: () => {
      begun.push(files['a.ts']);
      judged = files;
      running = true;
    },
    stop: () => stopped++,
    later: (act) => ({ soon: () => void (pauses = [act]) }),
  });
});

function type(text: string): void {
  files = { 'a.ts': text };
  pausing.changed();
}

async function pause(): Promise<void> {
  for (const act of pauses.splice(0)) act();
  await settled();
}

async function end(): Promise<void> {
  running = false;
  pausing.ended();
  await settled();
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a run in a pause', () => {
  it('begins after the last change', async () => {
    type('a');
    type('ab');
    expect(begun).toEqual([]);
    await pause();
    expect(begun).toEqual(['ab']);
  });

  it('does not begin while the text cannot be read', async () => {
    readable = false;
    type('const a =');
    await pause();
    expect(begun).toEqual([]);
    readable = true;
    type('const a = 1');
    await pause();
    expect(begun).toEqual(['const a = 1']);
  });

  it('ends when typing goes on, and the next pause begins another', async () => {
    type('a');
    await pause();
    type('ab');
    expect(stopped).toBe(1);
    await end();
    expect(begun).toEqual(['a']);
    await pause();
    expect(begun).toEqual(['a', 'ab']);
  });

  it('waits for the end of one that was asked for, which typing does not stop', async () => {
    running = true;
    type('a');
    await pause();
    expect([begun, stopped]).toEqual([[], 0]);
    await end();
    expect(begun).toEqual(['a']);
  });

  it('does not begin where what was judged last stands there again', async () => {
    type('a');
    judged = files;
    await pause();
    expect(begun).toEqual([]);
  });

  it('does not begin where typing went on while the text was read', async () => {
    type('a');
    const paused = pause();
    type('ab');
    await paused;
    expect(begun).toEqual([]);
  });

  it('does not begin any more once nobody wants it, and one that began stops', async () => {
    type('a');
    await pause();
    pausing.close();
    expect(stopped).toBe(1);
    await end();
    type('ab');
    await pause();
    expect(begun).toEqual(['a']);
  });
});
