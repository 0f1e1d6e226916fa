/** Who may have a link to the disk: a page that this machine reads from itself, and nobody else. */
import type { IncomingMessage } from 'node:http';
import { BlockList } from 'node:net';

export type Asking = Pick<IncomingMessage, 'headers'> & { socket: Pick<IncomingMessage['socket'], 'remoteAddress'> };

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Names of this machine that no other machine can be given: another one may be led here by whoever runs its name server. */
const OWN_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a request comes from this machine, and knows it by a name of its own. */
export function isAtHome({ headers, socket }: Asking): boolean {
  const { remoteAddress = '' } = socket;
  const family = remoteAddress.includes(':') ? 'ipv6' : 'ipv4';
  const name = /^(?<name>\[[^\]]*\]|[^:]*)(?::\d+)?$/.exec(headers.host ?? '')?.groups?.name;
  return name !== undefined && OWN_NAMES.has(name.toLowerCase()) && loopback.check(remoteAddress, family);
}

/** Whether such a request was made by a page of this very server: a browser names the page's origin, and no page can change that. */
export function isOwnPage(asking: Asking): boolean {
  const { origin, host } = asking.headers;
  return isAtHome(asking) && origin !== undefined && origin === `http://${host}`;
}
