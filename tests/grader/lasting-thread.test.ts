/** Vitest asks a thread to stop after each run, and waits a minute for its word. */
import { expect, it } from 'vitest';
import { lastingThread } from '../../src/grader/hosts/terminal/lasting-thread.ts';

type Options = Parameters<ReturnType<typeof lastingThread>['createPoolWorker']>[0];

const STOP = { __vitest_worker_request__: true, type: 'stop' } as const;
const STOPPED = { __vitest_worker_response__: true, type: 'stopped' };

async function startedWorker() {
  const thread = lastingThread();
  const worker = thread.createPoolWorker({ execArgv: [] as string[] } as Options);
  const heard: unknown[] = [];
  await worker.start();
  worker.on('message', (message) => heard.push(message));
  return { thread, worker, heard };
}

it('says that a thread has stopped when it was ended before it could say so', async () => {
  const { thread, heard } = await startedWorker();
  await thread.end();
  expect(heard).toEqual([STOPPED]);
});

it('says so again when a thread is asked that has been ended', async () => {
  const { thread, worker, heard } = await startedWorker();
  await thread.end();
  worker.send(STOP);
  expect(heard).toEqual([STOPPED, STOPPED]);
});

it('is silent about a thread that it has let go', async () => {
  const { thread, worker, heard } = await startedWorker();
  await worker.stop();
  await thread.end();
  expect(heard).toEqual([]);
});
