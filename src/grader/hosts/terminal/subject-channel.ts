/** Holds the line to the process of a subject. */
import type { Channel } from '../../boundary/channel.ts';
import { LIMITS } from '../../judge/limits.ts';
import { watchMemory } from './memory.ts';
import type { SubjectPlan } from './subject-plan.ts';
import { spawnSubject } from './spawn-subject.ts';
import { takeStandbySubject } from './standby-subject.ts';

const OUT_OF_MEMORY = `ran out of memory: it may use ${LIMITS.memory} MB`;

/** How a process ends when V8 finds its heap full, or an allocation is refused: by these signals, or by their exit codes where a shell stands in between. */
const ABORTED = new Set<unknown>(['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGSEGV', 132, 133, 134, 139]);

export function openSubject(plan: SubjectPlan): Channel {
  const { submission, wall, inspect } = plan;
  const { child, toSubject, fromSubject } = takeStandbySubject() ?? spawnSubject(plan);
  const stopWatching = inspect || wall.limitsMemory ? () => {} : watchMemory(child.pid, LIMITS.memory, () => end(OUT_OF_MEMORY));

  let ended = false;
  const channel: Channel = {
    post: (text) => void toSubject.write(`${text}\n`),
    onText() {},
    onEnd() {},
    kill,
  };

  function kill(): void {
    ended = true;
    stopWatching();
    toSubject.destroy();
    fromSubject.destroy();
    try {
      // The whole group: whatever it may have started ends with it. Windows has no groups, and the subject no way to start anything.
      if (child.pid !== undefined && child.exitCode === null)
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    } catch {
      // It was gone already.
    }
  }

  function end(why: string): void {
    if (ended) return;
    kill();
    channel.onEnd(why);
  }

  let received = '';
  let size = 0;
  fromSubject.setEncoding('utf8');
  fromSubject.on('data', (chunk: string) => {
    size += chunk.length;
    if (size > LIMITS.message) return end('sent back more than a result may hold');
    received += chunk;
    if (!chunk.includes('\n')) return;
    const lines = received.split('\n');
    received = lines.pop()!;
    size = received.length;
    for (const line of lines) if (!ended) channel.onText(line);
  });
  child.on('error', () => end('could not be started'));
  child.on('exit', (code, signal) => end(ABORTED.has(signal) || ABORTED.has(code) ? OUT_OF_MEMORY : 'ended its process'));

  const addressOf = (path: string) => new URL(path, submission.root).href;
  const files = Object.fromEntries(Object.entries(submission.files).map(([path, script]) => [addressOf(path), script]));
  channel.post(JSON.stringify({ files, entry: addressOf(submission.entry) }));
  return channel;
}
