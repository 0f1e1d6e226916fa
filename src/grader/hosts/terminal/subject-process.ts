/**
 * The process in which a submission lives. It gets this text on its command line, without permission to read a file, and
 * everything else over its line: nothing of the course lies within its reach.
 *
 * The submission runs in a context of its own. No object of the outer realm gets in there: an error, a promise or a
 * function of the outer realm would be a way out.
 */
import { writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { constants, createContext, runInContext, SourceTextModule } from 'node:vm';

/** The first message: the boundary's own modules and the submission's, by address, as JavaScript. */
interface Load {
  boundary: Record<string, string>;
  files: Record<string, string>;
  /** Address of the module whose exports are the submission. */
  entry: string;
}

const INPUT = 3;
const OUTPUT = 4;
const exit = process.exit.bind(process);
const [startTimeout, startInterval, stopTimeout, stopInterval] = [setTimeout, setInterval, clearTimeout, clearInterval];

const context = createContext(constants.DONT_CONTEXTIFY, {
  codeGeneration: { strings: false, wasm: false },
  importModuleDynamically: refuseImport,
});
const InnerTypeError = runInContext('TypeError', context) as TypeErrorConstructor;
runInContext(
  "for (const name of ['console', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'escape', 'unescape']) delete globalThis[name];",
  context,
);

function refuseImport(): never {
  throw new InnerTypeError('import() is not available: a submission imports its own files with a plain `import … from`');
}

function post(message: string): void {
  const bytes = Buffer.from(`${message}\n`);
  for (let sent = 0; sent < bytes.length;) {
    try {
      sent += writeSync(OUTPUT, bytes, sent);
    } catch (error) {
      // The judge is busy reading: try again. Gone: there is nobody left to answer.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') exit(1);
    }
  }
}

/** A module graph over texts that were sent; every specifier was checked and resolved before. */
async function load(texts: Record<string, string>, entry: string): Promise<Record<string, unknown>> {
  const modules = new Map<string, SourceTextModule>();
  const moduleAt = (address: string): SourceTextModule => {
    let module = modules.get(address);
    if (!module) {
      module = new SourceTextModule(texts[address]!, {
        context,
        identifier: address,
        importModuleDynamically: refuseImport,
        initializeImportMeta() {},
      });
      modules.set(address, module);
    }
    return module;
  };
  const module = moduleAt(entry);
  await module.link((specifier, from) => moduleAt(new URL(specifier, from.identifier).href));
  await module.evaluate();
  return module.namespace as Record<string, unknown>;
}

async function begin(text: string): Promise<(message: string) => void> {
  const { boundary, files, entry } = JSON.parse(text) as Load;
  const { createRealm } = (await load(boundary, 'boundary:/realm.ts')) as typeof import('../../boundary/realm.ts');
  const { createTimers } = (await load(boundary, 'boundary:/timers.ts')) as typeof import('../../boundary/timers.ts');
  const realm = createRealm(post);
  const globals: Record<string, unknown> = { console: realm.console, ...createTimers(timers, realm.console.error!) };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(runInContext('globalThis', context), name, { value, writable: true, enumerable: false, configurable: true });
  }
  cutOuterWorld();
  try {
    realm.attach(await load(files, entry));
  } catch (error) {
    realm.refuse(error);
  }
  return realm.receive;
}

const timers = {
  running: new Map<number, NodeJS.Timeout>(),
  started: 0,
  start(ms: number, repeat: boolean, fire: () => void): number {
    const id = ++timers.started;
    timers.running.set(id, repeat ? startInterval(fire, ms) : startTimeout(fire, ms));
    return id;
  },
  stop(id: number): void {
    stopTimeout(timers.running.get(id));
    stopInterval(timers.running.get(id));
    timers.running.delete(id);
  },
};

/** Should a submission ever get out of its context, it finds an empty room: signals are what the permission model does not cover. */
function cutOuterWorld(): void {
  for (const name of [
    'kill',
    '_kill',
    'abort',
    'binding',
    '_linkedBinding',
    'dlopen',
    'reallyExit',
    'getBuiltinModule',
    'mainModule',
    'chdir',
    'setuid',
    'setgid',
    'execve',
  ]) {
    Object.defineProperty(process, name, { value: undefined });
  }
  const ours = new Set(['Buffer', 'URL', ...(runInContext('Object.getOwnPropertyNames(globalThis)', context) as string[])]);
  for (const name of Object.getOwnPropertyNames(globalThis)) if (!ours.has(name)) delete (globalThis as Record<string, unknown>)[name];
}

process.on('unhandledRejection', () => {});
let receive: Promise<(message: string) => void> | undefined;
let text = '';
const input = new Socket({ fd: INPUT, readable: true, writable: false });
input.setEncoding('utf8');
input.on('data', (chunk: string) => {
  const lines = (text + chunk).split('\n');
  text = lines.pop()!;
  for (const line of lines) {
    if (receive) void receive.then((take) => take(line));
    else receive = begin(line);
  }
});
input.on('close', () => exit(0));
