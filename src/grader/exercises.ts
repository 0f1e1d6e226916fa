/** The exercises of the course, from their briefs (`content/exercises`) and the manifests of their hidden suites. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Brief, Concept } from './brief-schema.ts';
import type { Gradable } from './verdict.ts';
import { writeWhole } from './write-whole.ts';

export interface Exercise extends Gradable {
  title: string;
  formerly: readonly string[];
  /** What a submission must export. */
  exports: readonly string[];
  concepts: readonly Concept[];
}

/** Names of all exercises, in the order of the alphabet. */
export async function exerciseNames(root: string): Promise<string[]> {
  const files = await readdir(join(root, 'content/exercises'));
  return files
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => file.slice(0, -'.mdx'.length))
    .sort();
}

/**
 * One exercise by name.
 * @throws Error if its brief or its manifest has a mistake: file, line, field and reason
 */
export async function loadExercise(root: string, name: string): Promise<Exercise> {
  const [brief, manifest] = await Promise.all([readBrief(root, name), readManifest(root, name)]);
  const file = `tests/hidden/${name}/manifest.json`;
  const known = new Set(brief.concepts.map(({ id }) => id));
  const stranger = [...manifest.keys()].find((id) => !known.has(id));
  if (stranger !== undefined) throw new Error(`${file}: "${stranger}" is not a concept of content/exercises/${name}.mdx`);
  const untested = brief.concepts.find(({ id }) => !manifest.get(id)?.length);
  if (untested) throw new Error(`${file}: there is no test for the concept "${untested.id}"`);
  const { title, formerly, exports, concepts } = brief;
  return { name, title, formerly, exports, concepts, expected: manifest };
}

/**
 * The schema library and the YAML parser take a tenth of a second to load. So a brief that was checked once is kept
 * as JSON, under a key that changes with the brief and with the schema.
 */
async function readBrief(root: string, name: string): Promise<Brief> {
  const path = `content/exercises/${name}.mdx`;
  const [text, schema] = await Promise.all([
    readFile(join(root, path), 'utf8'),
    readFile(new URL('./brief-schema.ts', import.meta.url), 'utf8'),
  ]);
  const key = createHash('sha256').update(schema).update('\0').update(text).digest('hex');
  const cache = join(root, '.front-desk/cache/briefs', `${name}.json`);
  const kept = await readFile(cache, 'utf8')
    .then((json) => JSON.parse(json) as { key: string; brief: Brief })
    .catch(() => undefined);
  if (kept?.key === key) return kept.brief;

  const { parseBrief } = await import('./brief.ts');
  const brief = parseBrief({ path, text });
  await writeWhole(cache, JSON.stringify({ key, brief }));
  return brief;
}

/**
 * The names of the tests of each concept.
 * @throws Error if the manifest has a mistake
 */
export async function readManifest(root: string, name: string): Promise<Map<string, string[]>> {
  const path = `tests/hidden/${name}/manifest.json`;
  const text = await readFile(join(root, path), 'utf8');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
  const wellFormed = data !== null && typeof data === 'object' && !Array.isArray(data) && Object.values(data).every(isListOfNames);
  if (!wellFormed) throw new Error(`${path}: must map each concept’s id to the list of its tests’ names`);
  const manifest = new Map(Object.entries(data as Record<string, string[]>));
  for (const [concept, names] of manifest) {
    const twice = names.find((test, index) => names.indexOf(test) < index);
    if (twice !== undefined) throw new Error(`${path}: ${concept}: "${twice}" stands there twice`);
  }
  return manifest;
}

function isListOfNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string' && name !== '');
}
