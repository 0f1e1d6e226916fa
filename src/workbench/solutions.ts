/** The texts of the reference solutions, loaded when they are wanted. */
const texts = import.meta.glob<string>('../../solutions/*/**/*.ts', { query: '?raw', import: 'default' });

/** The files of an exercise’s reference, by path within its folder. Other accepted designs, in folders of their own, come with it. */
export async function solutionOf(exercise: string): Promise<Record<string, string>> {
  const folder = `../../solutions/${exercise}/`;
  const paths = Object.keys(texts).filter((path) => path.startsWith(folder));
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path.slice(folder.length), await texts[path]!()] as const)));
}
