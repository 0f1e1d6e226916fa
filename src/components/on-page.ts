/**
 * What `work` gives.
 * @throws Error of `work`, with the page in front: a build renders many, and the error is about one.
 */
export function onPage<T>(page: URL, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Error(`${page.pathname}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
