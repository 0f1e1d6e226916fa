import { join, resolve } from 'node:path';
import { inAscii } from '../../grader/report/layout.ts';
import { lookOf, type Look } from '../../grader/report/look.ts';

/** Where a verb is at work, and through what it speaks. Handed in, so that a test can give it a house of its own. */
export interface House {
  /** The project's root: `exercises/`, `content/` and the rest lie in it. */
  root: string;
  /** Where the person stood when they typed the command; npm itself goes to the root first. */
  cwd: string;
  env: Record<string, string | undefined>;
  now: () => Date;
  /** For data that was asked for: as it is. */
  write(text: string): void;
  /** For people: in characters that their console has. */
  say(text: string): void;
  /** For people too, where it is no part of what was asked for. */
  remark(text: string): void;
  look: Look;
}

export function houseOfThisProcess(): House {
  const look = lookOf(process.stdout, process.env, process.platform);
  const readable = (text: string) => (look.unicode ? text : inAscii(text));
  return {
    root: resolve(import.meta.dirname, '../../..'),
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: process.env,
    now: () => new Date(),
    write: (text) => process.stdout.write(text),
    say: (text) => process.stdout.write(readable(text)),
    remark: (text) => process.stderr.write(readable(text)),
    look,
  };
}

/** The ignored folder of what this machine keeps: progress, backups, caches. */
export function keptIn(house: House, ...path: string[]): string {
  return join(house.root, '.front-desk', ...path);
}
