/** Starts the process of a subject and holds the line to it. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { Readable, Writable } from 'node:stream';
import type { Channel } from '../../boundary/channel.ts';
import { LIMITS } from '../../judge/limits.ts';
import type { Submission } from '../../submission.ts';
import { watchMemory } from './memory.ts';

export interface SubjectOptions {
  /** Wait for a debugger, whose address Node prints. Permissions and limits would be in its way, so there are none: this is for own code. */
  inspect?: boolean;
}

const MEGABYTE = 1024 * 1024;

/** For buffers too, which the heap's own limit does not count. V8 reserves half a gigabyte for a moment when it starts, so no less will do. */
const DATA_LIMIT = (LIMITS.memory + 384) * MEGABYTE;
/** A process that nobody is left to end comes to its end by itself, in seconds of processor time. */
const PROCESSOR_LIMIT = 30;

/** What stands around the subject's process beside Node's own permission model. */
const WALLS: readonly { name: string; command: readonly string[] }[] = [
  {
    name: 'user, process and network namespaces',
    command: [
      'prlimit',
      `--data=${DATA_LIMIT}`,
      `--cpu=${PROCESSOR_LIMIT}`,
      'unshare',
      '--user',
      '--map-root-user',
      '--net',
      '--pid',
      '--fork',
      '--kill-child',
    ],
  },
  { name: 'resource limits', command: ['prlimit', `--data=${DATA_LIMIT}`, `--cpu=${PROCESSOR_LIMIT}`] },
];

let wall: { name: string; command: readonly string[] } | undefined;

/** The strongest wall that this machine lets us build. Tried once: a kernel may know namespaces and still refuse them. */
export function strongestWall(): { name: string; command: readonly string[] } {
  wall ??= (process.platform === 'linux' &&
    WALLS.find(({ command: [program, ...args] }) => spawnSync(program!, [...args, 'true'], { stdio: 'ignore' }).status === 0)) || {
    name: 'permission model only',
    command: [],
  };
  return wall;
}

const sourceOf = (file: string) => stripTypeScriptTypes(readFileSync(new URL(file, import.meta.url), 'utf8'));
let texts: { process: string; boundary: Record<string, string> } | undefined;

function hostTexts(): { process: string; boundary: Record<string, string> } {
  texts ??= {
    process: sourceOf('./subject-process.ts'),
    boundary: Object.fromEntries(
      ['realm', 'timers', 'values'].map((name) => [`boundary:/${name}.ts`, sourceOf(`../../boundary/${name}.ts`)]),
    ),
  };
  return texts;
}

export function openSubject(submission: Submission, { inspect = false }: SubjectOptions = {}): Channel {
  const { process: program, boundary } = hostTexts();
  const protection = ['--permission', '--disallow-code-generation-from-strings', `--max-old-space-size=${LIMITS.memory}`];
  const node = [
    process.execPath,
    ...(inspect ? ['--inspect-wait=127.0.0.1:0'] : protection),
    '--experimental-vm-modules',
    '--no-warnings',
    '--input-type=module',
    '--eval',
    program,
  ];
  const [command, ...args] = inspect ? node : [...strongestWall().command, ...node];
  const child = spawn(command!, args, {
    stdio: ['ignore', 'ignore', inspect ? 'inherit' : 'ignore', 'pipe', 'pipe'],
    env: {},
    detached: process.platform !== 'win32',
  });
  const toSubject = child.stdio[3] as Writable;
  const fromSubject = child.stdio[4] as Readable;
  const stopWatching = wall?.command.length
    ? () => {}
    : watchMemory(child.pid, LIMITS.memory, () => end(`ran out of memory: it may use ${LIMITS.memory} MB`));

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
    const lines = (received + chunk).split('\n');
    received = lines.pop()!;
    if (lines.length > 0) size = received.length;
    for (const line of lines) if (!ended) channel.onText(line);
  });
  // A line that breaks is told by the exit that follows.
  for (const stream of [toSubject, fromSubject]) stream.on('error', () => {});
  child.on('error', () => end('could not be started'));
  child.on('exit', (code, signal) => end(reasonOf(code, signal)));
  child.unref();
  const addressOf = (path: string) => new URL(path, submission.root).href;
  const files = Object.fromEntries(Object.entries(submission.files).map(([path, script]) => [addressOf(path), script]));
  channel.post(JSON.stringify({ boundary, files, entry: addressOf(submission.entry) }));
  return channel;
}

/** V8 aborts when its heap is full; so does an allocation that the limit on data refuses. */
function reasonOf(code: number | null, signal: NodeJS.Signals | null): string {
  const aborted =
    signal === 'SIGABRT' ||
    signal === 'SIGTRAP' ||
    signal === 'SIGILL' ||
    signal === 'SIGSEGV' ||
    code === 133 ||
    code === 134 ||
    code === 132 ||
    code === 139;
  if (aborted) return `ran out of memory: it may use ${LIMITS.memory} MB`;
  return 'ended its process';
}
