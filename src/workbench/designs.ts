/** The accepted designs of an exercise: its reference, and other ways to the same behavior. */

type Texts = Readonly<Record<string, string>>;

export interface Design {
  /** Its folder. */
  name: string;
  /** How it is another way: the first paragraph of what stands at its head. */
  about: string;
  /** By path within its folder. */
  files: Texts;
}

export interface Designs {
  /** The file that is called comes first. */
  reference: Texts;
  others: Design[];
}

/** @param texts - the files of the reference by path; a folder in it that holds `<exercise>.ts` is another design */
export function designsIn(texts: Texts, exercise: string): Designs {
  const entry = `${exercise}.ts`;
  const paths = Object.keys(texts).sort();
  const folders = paths.filter((path) => path.endsWith(`/${entry}`)).map((path) => path.slice(0, -entry.length));
  const inside = (folder: string) => paths.filter((path) => path.startsWith(folder));
  const others = folders.map((folder) => ({
    name: folder.slice(0, -1),
    about: aboutOf(texts[folder + entry]!),
    files: filesOf(inside(folder), folder.length),
  }));
  const own = paths.filter((path) => path !== entry && !folders.some((folder) => path.startsWith(folder)));
  return { reference: filesOf([entry, ...own], 0), others };

  function filesOf(of: readonly string[], prefix: number): Texts {
    return Object.fromEntries(of.map((path) => [path.slice(prefix), texts[path]!]));
  }
}

function aboutOf(text: string): string {
  const [, comment = ''] = /^\/\*\*(.*?)\*\//s.exec(text) ?? [];
  const [paragraph = ''] = comment
    .replaceAll(/^[ \t]*\* ?/gm, '')
    .trim()
    .split(/\n\s*\n/);
  return paragraph.replaceAll(/\s+/g, ' ');
}
