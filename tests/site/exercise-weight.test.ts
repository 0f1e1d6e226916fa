import { readdirSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { readers } from './support/reader.ts';
import { scriptsBeforeTouch, scriptsOfMarkup } from './support/script-weight.ts';

const EXERCISES = readdirSync(new URL('../../exercises', import.meta.url), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** Bytes after gzip. */
const BEFORE_EDITOR = 45_000;
const EDITOR = 220_000;

const read = readers();

describe.each(EXERCISES)('the page of %s', (name) => {
  const path = `exercises/${name}/`;

  it(`names at most ${BEFORE_EDITOR / 1000} kB of script: it can be read before the editor is there`, async () => {
    expect(await scriptsOfMarkup(inject('siteFolder'), path)).toBeLessThanOrEqual(BEFORE_EDITOR);
  });

  it(`has its editor with at most ${EDITOR / 1000} kB more, and without the compiler`, async () => {
    expect(await scriptsBeforeTouch(read, inject('siteUrl') + path)).toBeLessThanOrEqual(BEFORE_EDITOR + EDITOR);
  });
});
