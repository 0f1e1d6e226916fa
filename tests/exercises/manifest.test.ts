/**
 * `tests/hidden/<exercise>/manifest.json` lists every test that a verdict must hold, so that none goes missing unseen.
 * After a change of a suite: `npx vitest run tests/exercises/manifest.test.ts --update`.
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { runSuite } from './support/suite-run.ts';

const hidden = resolve(import.meta.dirname, '../hidden');

it.each(readdirSync(hidden))(
  'the manifest of %s lists the tests of its suite, by concept and in order, each name once',
  { timeout: 30_000 },
  async (exercise) => {
    const names: Record<string, string[]> = {};
    for (const { concept, name } of await runSuite(exercise, `solutions/${exercise}/${exercise}.ts`)) (names[concept] ??= []).push(name);

    for (const concept of Object.values(names)) expect(concept).toEqual([...new Set(concept)]);
    await expect(`${JSON.stringify(names, null, 2)}\n`).toMatchFileSnapshot(resolve(hidden, exercise, 'manifest.json'));
  },
);
