import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Asked } from '../../src/type-service/answers.ts';
import { typesOf, type Types } from '../../src/type-service/types.ts';

const FILES = { 'a.ts': 'const a = 1;' };
const onfailed = vi.fn<() => void>();

/** A Worker that answers when it is told to. */
class Compiler {
  readonly asked: Asked[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { preventDefault: () => void }) => void) | null = null;
  ended = false;
  postMessage(asked: Asked) {
    this.asked.push(asked);
  }
  terminate() {
    this.ended = true;
  }
  answer(answer: unknown) {
    this.onmessage!({ data: { id: this.asked.at(-1)!.id, answer } });
  }
  break() {
    this.onerror!({ preventDefault() {} });
  }
}

let compiler: Compiler;
let started: number;
let types: Types;
/** Lets the time run out that an answer may take. */
let runOut: (() => void) | undefined;
const kinds = () => compiler.asked.map(({ question }) => question.name);

beforeEach(() => {
  onfailed.mockReset();
  started = 0;
  runOut = undefined;
  types = typesOf({
    startWorker() {
      started++;
      compiler = new Compiler();
      return compiler as unknown as Worker;
    },
    onfailed,
    after(_, act) {
      runOut = act;
      return () => (runOut = undefined);
    },
  });
});

describe('the type service', () => {
  it('answers a question with the files as they stand', async () => {
    const answer = types.warnings(FILES, 'a.ts');
    expect(compiler.asked).toEqual([{ id: 1, question: { name: 'warnings', given: [FILES, 'a.ts'] } }]);
    compiler.answer([]);
    expect(await answer).toEqual([]);
  });

  it('has one question at a time with the compiler, and of those that wait the last of its kind', async () => {
    const first = types.warnings(FILES, 'a.ts');
    const second = types.warnings({ 'a.ts': 'older' }, 'a.ts');
    const third = types.warnings({ 'a.ts': 'newer' }, 'a.ts');
    expect(await second).toBeUndefined();
    compiler.answer(['of the first']);
    expect(compiler.asked.map(({ question }) => question.given[0])).toEqual([FILES, { 'a.ts': 'newer' }]);
    compiler.answer(['of the third']);
    expect([await first, await third]).toEqual([['of the first'], ['of the third']]);
  });

  it('asks first what somebody waits for', () => {
    void types.warnings(FILES, 'a.ts');
    void types.warnings(FILES, 'a.ts');
    void types.describe(FILES, 'a.ts', 0);
    void types.propose(FILES, 'a.ts', 0);
    for (let index = 0; index < 3; index++) compiler.answer(undefined);
    expect(kinds()).toEqual(['warnings', 'propose', 'describe', 'warnings']);
  });

  it('that cannot be loaded says so once, and leaves nobody waiting', async () => {
    const answers = [types.warnings(FILES, 'a.ts'), types.describe(FILES, 'a.ts', 0)];
    compiler.break();
    compiler.break();
    expect(await Promise.all([...answers, types.propose(FILES, 'a.ts', 0)])).toEqual([undefined, undefined, undefined]);
    expect(onfailed).toHaveBeenCalledOnce();
    expect(compiler.ended).toBe(true);
  });

  it('gives up a compiler that does not answer, and asks another what comes next', async () => {
    const endless = types.warnings(FILES, 'a.ts');
    const next = types.describe(FILES, 'a.ts', 0);
    const hung = compiler;
    runOut!();
    expect([await endless, hung.ended, started, kinds()]).toEqual([undefined, true, 2, ['describe']]);
    compiler.answer('known');
    expect(await next).toBe('known');
    expect([runOut, onfailed.mock.calls]).toEqual([undefined, []]);
  });

  it('starts no other compiler before there is a question', async () => {
    const endless = types.warnings(FILES, 'a.ts');
    runOut!();
    expect([await endless, started]).toEqual([undefined, 1]);
  });

  it('that is closed ends its Worker, and that is no failure', async () => {
    const answer = types.warnings(FILES, 'a.ts');
    types.close();
    expect(await answer).toBeUndefined();
    expect([compiler.ended, onfailed.mock.calls]).toEqual([true, []]);
  });
});
