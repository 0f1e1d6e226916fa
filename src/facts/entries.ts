/** Reads a YAML list whose entries each have an id: facts, rows of the feature matrix. */
import type { z } from 'astro/zod';
import { inWords } from '../quiz/people.ts';
import type { ContentFile, Finding } from './finding.ts';
import { readYaml, type Place } from './yaml-source.ts';

/** An entry and where it stands. */
export interface Entry<T> {
  data: T;
  file: string;
  /** Where the value at `keys` inside the entry starts. */
  placeOf(keys: PropertyKey[]): Place;
}

export interface EntryKind<T> {
  schema: z.ZodType<T>;
  /** What one entry is called, and many: `fact`, `facts`. */
  one: string;
  many: string;
}

/** Reads the entries of `files`, one list of entries for each file. What is wrong goes to `findings`, and a wrong entry is left out. */
export function readEntries<T extends { id: string }>(files: ContentFile[], kind: EntryKind<T>, findings: Finding[]): Entry<T>[][] {
  const homes = new Map<string, Entry<T>>();
  return files.map((file) =>
    entriesOf(file, kind, findings).filter((entry) => {
      const { id } = entry.data;
      const home = homes.get(id);
      if (home) {
        const used = `${home.file}:${home.placeOf([]).line}`;
        const { line } = entry.placeOf([]);
        findings.push({ file: file.path, line, column: 1, message: `${id}: id: already used at ${used}; an id names one ${kind.one}` });
      } else homes.set(id, entry);
      return home === undefined;
    }),
  );
}

function entriesOf<T>(file: ContentFile, { schema, one, many }: EntryKind<T>, findings: Finding[]): Entry<T>[] {
  const source = readYaml(file);
  findings.push(...source.findings);
  if (source.findings.length > 0) return [];

  const entries: unknown = source.value;
  if (!Array.isArray(entries)) {
    findings.push({ file: file.path, line: 1, column: 1, message: `must be a list of ${many}, each starting with \`- id:\`` });
    return [];
  }
  return entries.flatMap((entry, index) => {
    const placeOf = (keys: PropertyKey[]) => source.placeOf([index, ...keys]);
    const result = schema.safeParse(entry, { error: inWords });
    if (result.success) return [{ data: result.data, file: file.path, placeOf }];
    const name = typeof entry?.id === 'string' ? entry.id : `${one} ${index + 1}`;
    for (const issue of result.error.issues) {
      const field = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
      findings.push({ file: file.path, ...placeOf(issue.path), message: `${name}: ${field}${issue.message}` });
    }
    return [];
  });
}
