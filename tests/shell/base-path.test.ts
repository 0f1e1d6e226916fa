import { describe, expect, it } from 'vitest';
import { normalizedBase, underBase } from '../../src/site/base-path.ts';

describe('the base path', () => {
  it.each([undefined, '', '/', '//'])('is / for %o', (given) => {
    expect(normalizedBase(given)).toBe('/');
  });

  it.each(['front-desk', '/front-desk', '/front-desk/'])('has one slash at each end, given %o', (given) => {
    expect(normalizedBase(given)).toBe('/front-desk/');
  });

  it('comes before an address that is written from the root', () => {
    expect(underBase('/facts/#burst', '/front-desk')).toBe('/front-desk/facts/#burst');
  });

  it.each(['#burst', '../facts/', 'https://example.org/', '//example.org/', 'mailto:desk@example.org'])('leaves %s alone', (address) => {
    expect(underBase(address, '/front-desk/')).toBe(address);
  });
});
