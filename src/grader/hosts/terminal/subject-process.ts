/**
 * The process in which a submission lives. It gets this text on its command line, without permission to read a file, and
 * everything else over its line: nothing of the course lies within its reach.
 *
 * The submission runs in a context of its own, cut down to the language. Objects of the outer realm are kept from it: nothing of
 * its is awaited here, because a promise, a module or a function may have a `then` that the submission wrote. Where the engine
 * lets one through all the same (a stack that runs out while an error's stack is formatted), it leads nowhere: the
 * outer realm's built-ins are frozen, make no code from text, and know of nothing but themselves.
 */
import { writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { constants, createContext, runInContext, Script, SourceTextModule } from 'node:vm';
import type { Realm } from '../../boundary/realm.ts';

/** JavaScript, by address. */
type Texts = Record<string, string>;

/** The second message, after the boundary's own modules: the submission. */
interface Load {
  files: Texts;
  /** Address of the module whose exports are the submission. */
  entry: string;
}

const INPUT = 3;
const OUTPUT = 4;
/** Taken before it is taken away: `process.exit` goes through it. */
const exit = (process as unknown as { reallyExit(code: number): never }).reallyExit.bind(process);
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
runInContext(`(${hideOurFrames})(${JSON.stringify(import.meta.url)})`, context);

/** Runs in the submission's realm. The stack of an error ends where the learner's code does: what called it is of no use to them. */
function hideOurFrames(host: string): void {
  const { apply, defineProperty } = Reflect;
  const { startsWith } = String.prototype;
  const { toString: nameAndMessage } = Error.prototype;
  const isOurs = (file: unknown) => typeof file === 'string' && (file === host || !apply(startsWith, file, ['file:']));
  const prepareStackTrace = (error: Error, sites: readonly NodeJS.CallSite[]) => {
    let stack = apply(nameAndMessage, error, []);
    for (let i = 0; i < sites.length; i++) if (!isOurs(sites[i]!.getFileName())) stack += `\n    at ${sites[i]}`;
    return stack;
  };
  const property = { __proto__: null, value: prepareStackTrace, writable: true, enumerable: false, configurable: true };
  defineProperty(Error, 'prepareStackTrace', property as PropertyDescriptor);
}

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

/** A module over texts that were sent, with all that it imports, ready to be evaluated. Every specifier was checked and resolved before. */
function link(texts: Texts, entry: string): SourceTextModule {
  const modules = new Map<string, SourceTextModule>();
  const moduleAt = (address: string): SourceTextModule => {
    const known = modules.get(address);
    if (known) return known;
    const module = compile(texts[address]!, address);
    modules.set(address, module);
    module.linkRequests(module.moduleRequests.map(({ specifier }) => moduleAt(new URL(specifier, address).href)));
    return module;
  };
  const module = moduleAt(entry);
  module.instantiate();
  return module;
}

function compile(text: string, address: string): SourceTextModule {
  try {
    return new SourceTextModule(text, { context, identifier: address, importModuleDynamically: refuseImport, initializeImportMeta() {} });
  } catch (error) {
    const line = lineOf(error as Error, text, address);
    if (line !== undefined) (error as Error).stack = `at ${address}:${line}:1`;
    throw error;
  }
}

/**
 * Where a mistake in the syntax is. Node tells that for scripts and not for modules, so the module is read as a script, without what makes
 * it a module. Should the script have another mistake, nothing is said.
 */
function lineOf({ message }: Error, text: string, address: string): string | undefined {
  const asScript = text.replace(/^[ \t]*(import\b.*|export([ \t]+default)?\b)/gm, '');
  try {
    new Script(`(async () => {${asScript}\n})`, { filename: address });
  } catch (error) {
    const { stack = '', message: same } = error as Error;
    if (same === message && stack.startsWith(`${address}:`)) return /^\d+/.exec(stack.slice(address.length + 1))?.[0];
  }
  return undefined;
}

/** A module that awaits nothing is evaluated by the time that `evaluate` returns. */
function evaluated(module: SourceTextModule): object {
  void module.evaluate();
  return module.namespace;
}

/** Makes the submission's world ready for it. */
function prepare(boundary: Texts): Realm {
  const { createRealm } = evaluated(link(boundary, 'boundary:/realm.ts')) as typeof import('../../boundary/realm.ts');
  const { createTimers } = evaluated(link(boundary, 'boundary:/timers.ts')) as typeof import('../../boundary/timers.ts');
  const realm = createRealm(post);
  const globals: Record<string, unknown> = { console: realm.console, ...createTimers(timers, realm.console.error!) };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(runInContext('globalThis', context), name, { value, writable: true, enumerable: false, configurable: true });
  }
  cutOuterWorld();
  return realm;
}

function load({ files, entry }: Load, realm: Realm): void {
  try {
    const submission = link(files, entry);
    realm.awaitEvaluation(submission.evaluate(), submission.namespace);
  } catch (error) {
    realm.refuse(error);
  }
}

const timers = {
  running: new Map<number, NodeJS.Timeout>(),
  started: 0,
  start(ms: number, repeat: boolean, fire: () => void): number {
    const id = ++timers.started;
    const fireOnce = () => {
      timers.running.delete(id);
      fire();
    };
    timers.running.set(id, repeat ? startInterval(fire, ms) : startTimeout(fireOnce, ms));
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
/** Takes the next message: the boundary, then the submission, then whatever the judge has to say to it. */
let take = (boundary: string): void => {
  const realm = prepare(JSON.parse(boundary) as Texts);
  take = (submission) => {
    take = realm.receive;
    load(JSON.parse(submission) as Load, realm);
  };
};
let text = '';
const input = new Socket({ fd: INPUT, readable: true, writable: false });
input.setEncoding('utf8');
input.on('data', (chunk: string) => {
  text += chunk;
  if (!chunk.includes('\n')) return;
  const lines = text.split('\n');
  text = lines.pop()!;
  for (const line of lines) take(line);
});
input.on('close', () => exit(0));
