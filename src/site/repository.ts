/** Where the project lives: the `repository` of package.json. It is said there and nowhere else. */
import manifest from '../../package.json' with { type: 'json' };

/** The part of a package.json that names a repository: `github:owner/name`, or an address as text or under `url`. */
export interface Manifest {
  repository?: string | { url: string };
}

/** The address of the repository that `manifest` names, as a browser opens it; undefined when it names none. */
export function repositoryAddress({ repository }: Manifest): string | undefined {
  const named = typeof repository === 'object' ? repository.url : repository;
  return named
    ?.replace(/^github:/, 'https://github.com/')
    .replace(/^git\+/, '')
    .replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://')
    .replace(/(?:\.git)?\/?$/, '');
}

/** The form for a new issue in the repository at `address`, with title and text filled in. */
export function newIssue(address: string, { title, body }: { title: string; body: string }): string {
  return `${address}/issues/new?${new URLSearchParams({ title, body })}`;
}

/** The address of this project's repository; undefined as long as package.json names none. */
export const repository = repositoryAddress(manifest as Manifest);
