/** What a file of a submission may be called: one rule for the page and for the disk, and a name that every system can have. */
import { FILE_LIMIT, FILES_LIMIT } from '../grader/submission-limits.ts';
import type { Files } from './drafts.ts';

const LONGEST = 100;
const FORBIDDEN = /[\\:*?"<>|\p{Cc}]/u;
/** Windows keeps these for devices, whatever follows the dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Why a file of a submission cannot have this path; undefined if it can.
 * @param path within the exercise's folder, with `/`
 */
export function nameComplaint(path: string): string | undefined {
  const parts = path.split('/');
  const name = parts.at(-1)!;
  if (path === '') return 'Give the file a name, such as tokens.ts.';
  if (path.length > LONGEST) return `The name is longer than ${LONGEST} characters.`;
  const mark = FORBIDDEN.exec(path)?.[0];
  if (mark !== undefined)
    return `A name cannot have ${mark < ' ' ? 'a control character' : `“${mark}”`} in it, since not every system takes it.`;
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    return 'The name has to stay in its folder: tokens.ts, or parts/tokens.ts.';
  if (parts.some((part) => part.startsWith('.'))) return 'A name that starts with a dot is hidden, and not graded.';
  if (parts.some((part) => /^ |[. ]$/.test(part))) return 'A name cannot start with a space, or end in a space or a dot.';
  if (parts.some((part) => DEVICE.test(part))) return 'Windows keeps this name for a device. Choose another one.';
  if (!name.endsWith('.ts') || name === '.ts') return 'The grader reads TypeScript: end the name in .ts.';
  if (parts.slice(0, -1).some((part) => /\.ts$/i.test(part) || part === 'node_modules'))
    return 'A folder cannot be called node_modules, nor end in .ts.';
  if (asOneDisk(name) === 'contract.ts') return 'contract.ts belongs to the course. Choose another name.';
  if (name.endsWith('.test.ts')) return 'Tests are not graded. Choose a name that does not end in .test.ts.';
  return undefined;
}

/**
 * Why a file that is to be added, or to be called so, cannot be.
 * @param paths of the files that will be beside it
 */
export function newNameComplaint(path: string, paths: readonly string[]): string | undefined {
  const complaint = nameComplaint(path);
  if (complaint !== undefined) return complaint;
  const there = paths.find((other) => asOneDisk(other) === asOneDisk(path));
  if (there !== undefined)
    return there === path ? `${path} is there already.` : `${there} is there already, and on many disks that is the same name.`;
  if (paths.length >= FILES_LIMIT) return `A submission has at most ${FILES_LIMIT} files.`;
  return undefined;
}

/** Why these files cannot lie in the folder of an exercise together. */
export function filesComplaint(files: Files): string | undefined {
  const paths = Object.keys(files);
  if (paths.length > FILES_LIMIT) return `A submission has at most ${FILES_LIMIT} files, and these are ${paths.length}.`;
  for (const [index, path] of paths.entries()) {
    const complaint = newNameComplaint(path, paths.slice(0, index));
    if (complaint !== undefined) return `A file cannot be called “${path.slice(0, LONGEST)}”. ${complaint}`;
    if (files[path]!.length > FILE_LIMIT) return `${path} is larger than ${FILE_LIMIT / 1000} kB, which the grader does not read.`;
  }
  return undefined;
}

/** Two names with the same result are one file where a disk does not tell upper from lower case. */
function asOneDisk(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
