/** What the page of an exercise hands to its workbench, read when the site is built. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Brief } from '../grader/brief-schema.ts';
import { readManifest } from '../grader/exercises.ts';
import { htmlOfMarkdown } from './markdown-text.ts';

export async function workbenchOf(name: string, { title, formerly, concepts }: Brief) {
  const root = process.cwd();
  return {
    name,
    title,
    renamed: [{ name, formerly, concepts: concepts.map(({ id, formerly }) => ({ id, formerly })) }],
    concepts: await Promise.all(
      concepts.map(async ({ id, title, points, beyond, hints }) => ({
        id,
        title,
        points,
        beyond,
        hints: await Promise.all(hints.map(htmlOfMarkdown)),
      })),
    ),
    tests: [...(await readManifest(root, name))],
    stub: await textsIn(join(root, 'tests/stubs', name)),
    contract: await readFile(join(root, 'exercises', name, 'contract.ts'), 'utf8'),
  };
}

async function textsIn(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts')).sort();
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.replaceAll('\\', '/'), await readFile(join(folder, file), 'utf8')])),
  );
}
