/** What the operating system puts around the subject's process, beside Node's own permission model. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { LIMITS } from '../../judge/limits.ts';

export interface Wall {
  /** For whoever runs the grader: what holds if the subject gets out of its own world. */
  name: string;
  /** Program and arguments in front of the subject's own. */
  command: readonly string[];
  /** Whether the memory outside of V8's heap has a limit of its own. If not, it has to be watched. */
  limitsMemory: boolean;
}

/** What V8 reserves when it starts and keeps, mostly unused, and what Node and the boundary need beside it. */
const RESERVED = 640;
/** In megabytes. The heap has its own limit; buffers, and what V8 needs while it works, are outside of it. */
const BESIDE_THE_HEAP = 128;
const DATA_KILOBYTES = (RESERVED + LIMITS.memory + BESIDE_THE_HEAP) * 1024;
/** A process that nobody is left to end comes to its end by itself, in seconds of processor time. */
const PROCESSOR_SECONDS = 30;

const shell = (limits: string) => ['/bin/sh', '-c', `${limits}; exec "$@"`, 'sh'];
const limited = shell(`ulimit -d ${DATA_KILOBYTES} && ulimit -t ${PROCESSOR_SECONDS}`);
const namespaces = ['unshare', '--user', '--map-root-user', '--net', '--pid', '--fork', '--kill-child'];
/** Without it, a judge that is killed leaves a looping subject behind until its processor time is used up. */
const endedWithTheJudge = ['setpriv', '--pdeathsig', 'KILL'];

const NO_WALL: Wall = { name: 'permission model only', command: [], limitsMemory: false };

/** By platform, the strongest first. */
const WALLS: Partial<Record<NodeJS.Platform, readonly Wall[]>> = {
  linux: [
    {
      name: 'user, process and network namespaces, resource limits',
      command: [...limited, ...endedWithTheJudge, ...namespaces],
      limitsMemory: true,
    },
    { name: 'resource limits, ended with the judge', command: [...limited, ...endedWithTheJudge], limitsMemory: true },
    { name: 'resource limits', command: limited, limitsMemory: true },
  ],
  darwin: [{ name: 'processor time limit', command: shell(`ulimit -t ${PROCESSOR_SECONDS}`), limitsMemory: false }],
};

let found: Promise<Wall> | undefined;

/** The strongest wall that this machine lets us build. Tried once: a kernel may know namespaces and still refuse them. */
export function strongestWall(): Promise<Wall> {
  found ??= findWall();
  return found;
}

async function findWall(): Promise<Wall> {
  for (const wall of WALLS[process.platform] ?? []) if (await stands(wall)) return wall;
  return NO_WALL;
}

async function stands({ command: [program, ...args] }: Wall): Promise<boolean> {
  const attempt = spawn(program!, [...args, 'true'], { stdio: 'ignore' });
  const [code] = (await once(attempt, 'exit').catch(() => [1])) as [number | null];
  return code === 0;
}
