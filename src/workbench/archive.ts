/** Work as a file: a zip laid out like the repository, `exercises/<name>/…`, and back. */
import { strToU8, zipSync } from 'fflate';
import { FILE_LIMIT, FILES_LIMIT } from '../grader/submission-limits.ts';
import { underName, type Files } from './drafts.ts';
import { nameComplaint } from './file-names.ts';
import { Damaged, zipEntries, type ZipEntry } from './zip-entries.ts';

/** Files by exercise. */
export type Work = Readonly<Record<string, Files>>;

/** An exercise as far as a file with work in it can name it. */
export interface Named {
  name: string;
  formerly: readonly string[];
}

/** What a learner hands in, to be put over the files that are there; or why it is not taken, in a sentence or two. */
export type Upload = { work: Work } | { refused: string };

/** Bytes. As much as a whole checkout packs to, many times over. */
const LARGEST_ZIP = 20_000_000;

/** @param at time of the files, in milliseconds since 1970 */
export function zipOf(work: Work, at: number): Uint8Array<ArrayBuffer> {
  const files = Object.entries(work).flatMap(([exercise, texts]) =>
    Object.entries(texts).map(([path, text]) => [`exercises/${exercise}/${path}`, strToU8(text)] as const),
  );
  return zipSync(Object.fromEntries(files), { mtime: at }) as Uint8Array<ArrayBuffer>;
}

/**
 * Reads a zip with exercises in it, or one file of the exercise at hand.
 * @param file its name and its bytes
 * @param exercise the one at hand, with the paths that it has
 * @param known all exercises that may be in a zip
 */
export function readUpload(
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
  exercise: { name: string; paths: readonly string[] },
  known: readonly Named[],
): Upload {
  const shown = named(file.name);
  if (file.bytes.length > LARGEST_ZIP)
    return refused(`${shown} is larger than ${LARGEST_ZIP / 1_000_000} MB, which work on exercises never is.`);
  try {
    return { work: /\.ts$/i.test(file.name) ? oneFile(file, exercise) : workIn(zipEntries(file.bytes), exercise.name, known) };
  } catch (error) {
    if (error instanceof Damaged) return refused(`${shown} ${error.message}. Choose a .zip that was downloaded here, or a .ts file.`);
    if (error instanceof NotTaken) return refused(`${shown} ${error.message}`);
    throw error;
  }
}

class NotTaken extends Error {
  override name = 'NotTaken';
}

function oneFile({ name, bytes }: { name: string; bytes: Uint8Array }, exercise: { name: string; paths: readonly string[] }): Work {
  // A browser numbers what it saves twice: “token-bucket (1).ts”.
  const path = name.replace(/ ?\(\d+\)(?=\.ts$)/i, '');
  const paths = [...new Set([`${exercise.name}.ts`, ...exercise.paths])];
  if (!paths.includes(path))
    throw new NotTaken(`is no file of this exercise. A single file must be called ${paths.join(' or ')}; put others into a zip.`);
  if (bytes.length > FILE_LIMIT) throw tooLarge('');
  return { [exercise.name]: { [path]: textOf(bytes, '') } };
}

function workIn(entries: readonly ZipEntry[], atHand: string, known: readonly Named[]): Work {
  const out = entries.find(({ path }) => leadsOut(path));
  if (out) throw new NotTaken(`holds a file whose name leads out of its folder, ${named(out.path)}. Nothing of it was taken.`);

  const work: Record<string, Record<string, string>> = {};
  for (const { entry, exercise, path } of placed(entries, known)) {
    const texts = (work[exercise] ??= {});
    if (Object.hasOwn(texts, path)) throw new NotTaken(`holds ${named(path)} twice. Nothing of it was taken.`);
    if (Object.keys(texts).length >= FILES_LIMIT) throw new NotTaken(`holds more than ${FILES_LIMIT} files of ${exercise}.`);
    if (entry.size > FILE_LIMIT) throw tooLarge(entry.path);
    texts[path] = textOf(entry.read(), entry.path);
  }
  if (Object.keys(work).length === 0)
    throw new NotTaken(`holds no file of an exercise. They must lie in it as exercises/${atHand}/${atHand}.ts does.`);
  return work;
}

interface Placed {
  entry: ZipEntry;
  exercise: string;
  path: string;
}

/** Each file that is a learner’s, with the exercise that it belongs to. The first layout that fits the zip counts. */
function placed(entries: readonly ZipEntry[], known: readonly Named[]): Placed[] {
  const layouts = [
    // As in the repository, perhaps in a folder of its own.
    /^(?:[^/]+\/)?exercises\/(?<exercise>[^/]+)\/(?<path>.+)$/,
    // The folders of exercises alone.
    /^(?:[^/]+\/)?(?<exercise>[^/]+)\/(?<path>.+)$/,
    // What lies in one such folder, named after the module that is called.
    /^(?<path>(?<exercise>[^/]+)\.ts)$/,
  ];
  const fitting = layouts.map((layout) => entries.flatMap((entry) => place(entry, layout, known)));
  return fitting.find((found) => found.length > 0) ?? [];
}

function place(entry: ZipEntry, layout: RegExp, known: readonly Named[]): Placed[] {
  const { exercise: folder, path } = layout.exec(entry.path)?.groups ?? {};
  const exercise = known.find(({ name, formerly }) => name === folder || formerly.includes(folder!));
  if (!exercise || path === undefined || !isWork(path)) return [];
  return [{ entry, exercise: exercise.name, path: Object.keys(underName({ [path]: '' }, folder!, exercise.name))[0]! }];
}

/** What has another name is the course’s, or not graded, or came along with the folder. */
function isWork(path: string): boolean {
  return nameComplaint(path) === undefined;
}

function leadsOut(path: string): boolean {
  return /^\/|^[a-z]:/i.test(path) || path.split('/').includes('..');
}

/** Lines end as the editor ends them, whatever the system that the file comes from. */
function textOf(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    throw new NotTaken(path === '' ? 'is not text in UTF-8.' : `holds ${named(path)}, which is not text in UTF-8.`);
  }
}

function tooLarge(path: string): NotTaken {
  const larger = `larger than ${FILE_LIMIT / 1000} kB, which the grader does not read`;
  return new NotTaken(path === '' ? `is ${larger}.` : `holds ${named(path)}, which is ${larger}.`);
}

function refused(sentence: string): Upload {
  return { refused: sentence };
}

/** A name that somebody else gave, cut where it would fill the page. */
function named(name: string): string {
  return `“${name.length > 80 ? `${name.slice(0, 79)}…` : name}”`;
}
