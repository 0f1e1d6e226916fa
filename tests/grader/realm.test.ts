import { describe, expect, it } from 'vitest';
import type { FromSubject, StepResult } from '../../src/grader/boundary/messages.ts';
import { createRealm, PRINT_LIMITS } from '../../src/grader/boundary/realm.ts';
import { decode } from '../../src/grader/boundary/decode.ts';
import type { Encoded } from '../../src/grader/boundary/values.ts';
import { settled } from './support/scripted-subject.ts';

type SampleStep = [target: number | null, method: string, ...args: unknown[]];

/** A realm with these exports, and all that it has said. */
function realmOf(exports: object) {
  const said: FromSubject[] = [];
  const realm = createRealm((text) => said.push(JSON.parse(text) as FromSubject));
  realm.attach(exports);
  let run = 0;
  return {
    said,
    realm,
    /** Results of these steps. */
    run: (...steps: SampleStep[]) => carryOut(steps),
    runAfresh: (...steps: SampleStep[]) => carryOut(steps, true),
  };

  async function carryOut(steps: SampleStep[], afresh?: boolean) {
    realm.receive(JSON.stringify(['run', run, steps.map(([target, method, ...args], i) => [i, target, method, ['A', args]]), afresh]));
    await settled();
    const answer = said.findLast((message) => message[0] === 'ran' && message[1] === run);
    run++;
    return answer?.[2] as StepResult[] | undefined;
  }
}

describe('the realm', () => {
  it('says what is exported', () => {
    expect(realmOf({ createBell: () => 1, LOUD: 2 }).said).toEqual([['ready', ['createBell', 'LOUD'], undefined].filter(Boolean)]);
  });

  it('runs steps in order, on results of earlier ones', async () => {
    const bell = () => {
      let rings = 0;
      return { ring: () => ++rings };
    };
    const { run } = realmOf({ bell });
    expect(await run([null, 'bell'], [0, 'ring'], [0, 'ring'])).toEqual([
      ['returned', ['?', 'part', 'Object']],
      ['returned', 1],
      ['returned', 2],
    ]);
  });

  it('waits for a promise before the next step', async () => {
    const order: string[] = [];
    const slow = async (name: string) => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
    };
    await realmOf({ slow }).run([null, 'slow', 'a'], [null, 'slow', 'b']);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('waits for no look-alike of a promise', async () => {
    let called = false;
    const thenable = { then: () => (called = true) };
    const results = await realmOf({
      same: () => thenable,
      chained: () => Object.setPrototypeOf({ then: thenable.then }, Promise.prototype),
    }).run([null, 'same'], [null, 'chained']);
    expect(results).toEqual([
      ['returned', ['?', 'part', 'Object']],
      ['returned', ['?', 'part', 'Promise']],
    ]);
    expect(called).toBe(false);
  });

  it('reports what was thrown, also by a getter that was to give the method', async () => {
    const exports = {
      fail: () => {
        throw new RangeError('too far');
      },
      reject: () => Promise.reject(new RangeError('later')),
      get broken(): never {
        throw new Error('no');
      },
    };
    const [failed, rejected, broken] = (await realmOf(exports).run([null, 'fail'], [null, 'reject'], [null, 'broken']))!;
    expect([failed, rejected].map((result) => [result![0], String(decode(result![1] as Encoded))])).toEqual([
      ['threw', 'RangeError: too far'],
      ['threw', 'RangeError: later'],
    ]);
    expect(broken).toEqual(['missing', ['fail', 'reject']]);
  });

  it('names the methods that there are when the one asked for is missing', async () => {
    class Bell {
      ring() {}
    }
    const { run } = realmOf({ createBell: () => new Bell() });
    expect(await run([null, 'createBell'], [0, 'rang'], [7, 'ring'])).toMatchObject([
      ['returned', expect.anything()],
      ['missing', ['ring']],
      ['missing', []],
    ]);
  });

  it('forgets earlier results when a run begins afresh', async () => {
    const { run, runAfresh } = realmOf({ createBell: () => ({ ring: () => 1 }) });
    await run([null, 'createBell']);
    expect(await run([0, 'ring'])).toMatchObject([['returned', 1]]);
    expect(await runAfresh([0, 'ring'])).toEqual([['missing', []]]);
  });

  it('gives a function of the judge as one that answers later', async () => {
    const { said, realm, run } = realmOf({ ask: async (question: (about: string) => Promise<unknown>) => [await question('key')] });
    realm.receive(JSON.stringify(['run', 0, [[0, null, 'ask', ['A', [['f', 3]]]]]]));
    expect(said.at(-1)).toEqual(['call', 0, 3, ['A', ['key']]]);
    realm.receive('["settle",0,true,["O",{"found":["u"]}]]');
    await settled();
    expect(said.at(-1)).toEqual(['ran', 0, [['returned', ['A', [['O', { found: ['u'] }]]]]]]);
    expect(run).toBeDefined();
  });

  it('keeps what was printed with the step that printed it', async () => {
    const { run, realm } = realmOf({ say: (word: string) => realm.console.log!(word, { word }), hush: () => 1 });
    expect(await run([null, 'say', 'a'], [null, 'hush'], [null, 'say', 'b'])).toEqual([
      ['returned', ['u'], [['log', ['A', ['a', ['O', { word: 'a' }]]]]]],
      ['returned', 1],
      ['returned', ['u'], [['log', ['A', ['b', ['O', { word: 'b' }]]]]]],
    ]);
  });

  it('keeps no more than a person would read', async () => {
    const { run, realm } = realmOf({
      chatter: () => {
        for (let i = 0; i < 10_000; i++) realm.console.log!(i);
      },
      shout: () => {
        for (let i = 0; i < 100; i++) realm.console.log!('a'.repeat(PRINT_LIMITS.charactersPerRun / 10));
      },
    });
    const results = (await run([null, 'chatter'], [null, 'shout']))!;
    const [chatter, shout] = results.map((result) => result[2] as unknown[][]);
    expect(chatter).toHaveLength(PRINT_LIMITS.linesPerCall + 1);
    expect(JSON.stringify(shout).length).toBeLessThan(PRINT_LIMITS.charactersPerRun * 1.3);
    expect(shout!.at(-1)).toEqual(['log', ['A', ['… and more, which is not kept']]]);
  });

  it('shows no error of its host to the submission', async () => {
    class OuterError {}
    const caught: unknown[] = [];
    const realm = createRealm((text) => {
      if (text.startsWith('["call"')) throw new OuterError();
    });
    realm.attach({ ask: (question: () => Promise<unknown>) => question().catch((error: unknown) => caught.push(error)) });
    realm.receive('["run",0,[[0,null,"ask",["A",[["f",0]]]]]]');
    await settled();
    expect(caught).toEqual([new Error('a message could not be sent')]);
  });
});
