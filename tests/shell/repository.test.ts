import { describe, expect, it } from 'vitest';
import { newIssue, repositoryAddress } from '../../src/site/repository.ts';

describe('the address of the repository', () => {
  it.each([
    'github:acme/front-desk',
    'https://github.com/acme/front-desk',
    'https://github.com/acme/front-desk/',
    'https://github.com/acme/front-desk.git',
    'git+https://github.com/acme/front-desk.git',
    'git+ssh://git@github.com/acme/front-desk.git',
    'git://github.com/acme/front-desk.git',
  ])('is read from %s', (repository) => {
    expect(repositoryAddress({ repository })).toBe('https://github.com/acme/front-desk');
    expect(repositoryAddress({ repository: { url: repository } })).toBe('https://github.com/acme/front-desk');
  });

  it('is unknown as long as package.json names none', () => {
    expect(repositoryAddress({})).toBeUndefined();
  });
});

describe('a new issue', () => {
  it('opens with title and text filled in', () => {
    const { origin, pathname, searchParams } = new URL(
      newIssue('https://github.com/acme/front-desk', { title: 'Wrong: a & b', body: 'One\ntwo' }),
    );
    expect(origin + pathname).toBe('https://github.com/acme/front-desk/issues/new');
    expect(Object.fromEntries(searchParams)).toEqual({ title: 'Wrong: a & b', body: 'One\ntwo' });
  });
});
