import { describe, expect, it } from 'vitest';
import { addressOf, fileAt, isLoopback, isNamedByContent, pathBelow } from '../../src/offline/edition.ts';

const ROOT = 'https://example.org/front-desk/';

describe('the path below the root of the site', () => {
  it.each([
    ['https://example.org/front-desk/', ''],
    ['https://example.org/front-desk/facts/?q=burst#rate', 'facts/'],
    ['https://example.org/front-desk/a%20b.svg', 'a b.svg'],
  ])('of %s is “%s”', (address, path) => {
    expect(pathBelow(ROOT, address)).toBe(path);
  });

  it.each([
    ['another origin', 'https://example.com/front-desk/'],
    ['another site of the same origin', 'https://example.org/other/'],
    ['an address that cannot be decoded', 'https://example.org/front-desk/%E0%A4%A'],
  ])('is nothing for %s', (_, address) => {
    expect(pathBelow(ROOT, address)).toBeUndefined();
  });
});

describe('a file', () => {
  it.each([
    ['', 'index.html', ROOT],
    ['facts/', 'facts/index.html', `${ROOT}facts/`],
    ['favicon.svg', 'favicon.svg', `${ROOT}favicon.svg`],
    ['a b.svg', 'a b.svg', `${ROOT}a%20b.svg`],
  ])('stands at the path “%s”: %s', (path, file, address) => {
    expect(fileAt(path)).toBe(file);
    expect(addressOf(ROOT, file)).toBe(address);
  });

  it.each([
    ['_astro/Workbench.BmAdnLIt.js', true],
    ['_astro/fonts/9f4e51cdc2efea9e.woff2', true],
    ['pagefind/fragment/en_14b2fff.pf_fragment', true],
    ['pagefind/pagefind.en_c5cb9859af.pf_meta', true],
    ['pagefind/pagefind.js', false],
    ['pagefind/pagefind-entry.json', false],
    ['index.html', false],
  ])('%s is named by its content: %s', (file, byContent) => {
    expect(isNamedByContent(file)).toBe(byContent);
  });
});

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['desk.localhost', false],
  ['192.168.0.7', false],
  ['127.0.0.1.example.org', false],
])('%s is this machine: %s', (host, near) => {
  expect(isLoopback(host)).toBe(near);
});
