import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  createRunner,
  PATIENCE,
  type Answer,
  type FromWorker,
  type RunnerWorker,
} from '../../src/explorables/template-playground-runner.ts';
import type { Situation } from '../../src/explorables/template-playground-input.ts';
import type { Played } from '../../src/explorables/template-playground.ts';

/** A Worker that is told what to say, and notes what it was told. */
class Puppet {
  readonly asked: string[] = [];
  ended = false;
  onmessage: RunnerWorker['onmessage'] = null;
  onerror: RunnerWorker['onerror'] = null;

  postMessage({ template }: Situation): void {
    this.asked.push(template);
  }
  terminate(): void {
    this.ended = true;
  }
  says(data: FromWorker): void {
    this.onmessage!.call(this as unknown as Worker, { data } as MessageEvent);
  }
  fails(): void {
    this.onerror!.call(this as unknown as Worker, {} as ErrorEvent);
  }
}

const COMPLAINT: Played = { kind: 'complaints', complaints: {} };
const situation = (template: string): Situation => ({ template, body: '', params: '', context: '', stageVariables: '' });

function setUp() {
  const puppets: Puppet[] = [];
  const answers: Answer[] = [];
  const runner = createRunner(
    () => {
      const puppet = new Puppet();
      puppets.push(puppet);
      return puppet as unknown as RunnerWorker;
    },
    (answer) => answers.push(answer),
  );
  return { runner, puppets, answers };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('asks a Worker once it is ready, for the newest situation, and keeps it', () => {
  const { runner, puppets, answers } = setUp();
  expect(puppets).toHaveLength(0);
  runner.run(situation('a'));
  runner.run(situation('b'));
  puppets[0]!.says('ready');
  puppets[0]!.says(COMPLAINT);
  runner.run(situation('c'));
  expect(puppets.map(({ asked }) => asked)).toEqual([['b', 'c']]);
  expect(answers).toEqual([COMPLAINT]);
});

it('ends what still runs when something newer is asked', () => {
  const { runner, puppets, answers } = setUp();
  runner.run(situation('slow'));
  puppets[0]!.says('ready');
  runner.run(situation('new'));
  expect(puppets[0]!.ended).toBe(true);
  puppets[1]!.says('ready');
  expect(puppets[1]!.asked).toEqual(['new']);
  expect(answers).toEqual([]);
});

it('ends what runs too long, and can be asked again', () => {
  const { runner, puppets, answers } = setUp();
  runner.run(situation('endless'));
  vi.advanceTimersByTime(10 * PATIENCE);
  expect(answers).toEqual([]);
  puppets[0]!.says('ready');
  vi.advanceTimersByTime(PATIENCE);
  expect(answers).toEqual([{ kind: 'stopped' }]);
  expect(puppets[0]!.ended).toBe(true);
  runner.run(situation('short'));
  puppets[1]!.says('ready');
  puppets[1]!.says(COMPLAINT);
  vi.advanceTimersByTime(10 * PATIENCE);
  expect(answers).toEqual([{ kind: 'stopped' }, COMPLAINT]);
});

it('tells a Worker that does not come from one that falls', () => {
  const { runner, puppets, answers } = setUp();
  runner.run(situation('a'));
  puppets[0]!.fails();
  runner.run(situation('b'));
  puppets[1]!.says('ready');
  puppets[1]!.fails();
  expect(answers).toEqual([{ kind: 'unloadable' }, { kind: 'crashed' }]);
});
