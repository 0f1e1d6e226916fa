import { join, resolve } from 'node:path';
import { lookOf, type Look } from '../../grader/report/look.ts';

/** Where a verb is at work, and through what it speaks. Handed in, so that a test can give it a house of its own. */
export interface House {
  /** The project's root: `exercises/`, `content/` and the rest lie in it. */
  root: string;
  /** Where the person stood when they typed the command; npm itself goes to the root first. */
  cwd: string;
  env: Record<string, string | undefined>;
  now: () => Date;
  /** For what was asked for. */
  write(text: string): void;
  /** For remarks that are no part of it. */
  remark(text: string): void;
  look: Look;
}

export function houseOfThisProcess(): House {
  return {
    root: resolve(import.meta.dirname, '../../..'),
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: process.env,
    now: () => new Date(),
    write: (text) => process.stdout.write(text),
    remark: (text) => process.stderr.write(text),
    look: lookOf(process.stdout, process.env, process.platform),
  };
}

/** The ignored folder of what this machine keeps: progress, backups, caches. */
export function keptIn(house: House, ...path: string[]): string {
  return join(house.root, '.front-desk', ...path);
}
