import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { House } from '../../../src/cli/support/house.ts';
import { plain } from './sample.ts';

export interface SmallHouse extends House {
  written: string;
  remarked: string;
  clear(): void;
  put(path: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

const BRIEF = `---
title: The bell
description: Build the bell of the desk.
lesson: 01-the-front-desk
exports: [createBell]
concepts:
  - { id: silence, title: A new bell is silent, points: 10, hints: [Look., Do., Like this.] }
  - { id: ringing, title: It rings once for each press, points: 20, hints: [Listen., Count., Count like this.] }
  - { id: echo, title: It echoes in the corridor, points: 5, beyond: true, hints: [Walk., Shout., Wait.] }
---

The guest presses the bell.
`;

const MANIFEST = {
  silence: ['a bell that nobody pressed has not rung'],
  ringing: ['one press is one ring', 'two presses are two rings, however close together they come'],
  echo: ['the corridor answers'],
};

export const STUB = 'export function createBell() {\n  return {};\n}\n';

/** A course with one exercise, in a folder of its own, on 21 November 2026 at noon. */
export async function buildSmallHouse(): Promise<SmallHouse> {
  const root = await mkdtemp(join(tmpdir(), 'house-'));
  const house: SmallHouse = {
    root,
    cwd: root,
    env: {},
    now: () => new Date('2026-11-21T12:00:00Z'),
    written: '',
    remarked: '',
    write: (text) => void (house.written += text),
    say: (text) => void (house.written += text),
    remark: (text) => void (house.remarked += text),
    look: plain,
    clear: () => void (house.written = house.remarked = ''),
    async put(path, text) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    },
    remove: () => rm(root, { recursive: true }),
  };
  await house.put('content/exercises/bell.mdx', BRIEF);
  await house.put('tests/hidden/bell/manifest.json', JSON.stringify(MANIFEST));
  await house.put('tests/stubs/bell/bell.ts', STUB);
  await cp(join(root, 'tests/stubs'), join(root, 'exercises'), { recursive: true });
  await cp(join(root, 'tests/stubs'), join(root, 'solutions'), { recursive: true });
  return house;
}
