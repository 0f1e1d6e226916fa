import { describe, expect, it } from 'vitest';
import { isAtHome, isOwnPage } from '../../src/disk-link/who-asks.ts';

const asking = (host: string | undefined, remoteAddress: string | undefined, origin?: string) => ({
  headers: { ...(host !== undefined && { host }), ...(origin !== undefined && { origin }) },
  socket: { remoteAddress },
});

describe('a reader at home', () => {
  it.each([
    ['localhost:4321', '127.0.0.1'],
    ['127.0.0.1:4321', '127.0.0.1'],
    ['[::1]:4321', '::1'],
    ['localhost:4321', '::ffff:127.0.0.1'],
    ['LOCALHOST', '127.8.9.1'],
  ])('asks for %s from %s', (host, address) => {
    expect(isAtHome(asking(host, address))).toBe(true);
  });

  it.each([
    ['a name that another machine can be given', 'evil.example:4321', '127.0.0.1'],
    ['a name that only starts like one of its own', 'localhost.evil.example', '127.0.0.1'],
    ['the address of the machine in its network', '192.168.0.7:4321', '127.0.0.1'],
    ['another machine that names this one', 'localhost:4321', '192.168.0.8'],
    ['another machine, written as in IPv6', 'localhost:4321', '::ffff:192.168.0.8'],
    ['no name', undefined, '127.0.0.1'],
    ['a connection that is gone', 'localhost:4321', undefined],
  ])('is not: %s', (_, host, address) => {
    expect(isAtHome(asking(host, address))).toBe(false);
  });
});

describe('a page of this server', () => {
  it('is at home, and says so', () => {
    expect(isOwnPage(asking('localhost:4321', '127.0.0.1', 'http://localhost:4321'))).toBe(true);
  });

  it.each([
    ['of another site', 'https://evil.example'],
    ['of another port of this machine', 'http://localhost:3000'],
    ['by another name of this machine', 'http://127.0.0.1:4321'],
    ['of a file or a frame without an origin', 'null'],
    ['that does not say', undefined],
  ])('is not one %s', (_, origin) => {
    expect(isOwnPage(asking('localhost:4321', '127.0.0.1', origin))).toBe(false);
  });

  it('is not one whose name was led here from elsewhere', () => {
    expect(isOwnPage(asking('evil.example:4321', '127.0.0.1', 'http://evil.example:4321'))).toBe(false);
  });
});
