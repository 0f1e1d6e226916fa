/** Addresses and ranges of them, IPv4 and IPv6, as lists of numbers: four of 8 bits, or eight of 16. */

/** Whether an address, given as text, is in the range. What is no address is in none. */
export type IsInRange = (text: string) => boolean;

/** @param range `203.0.113.0/24`, `2001:db8::/32`, or one address; undefined: it is none of these */
export function rangeOf(range: string): IsInRange | undefined {
  const [first = '', length, ...rest] = range.split('/');
  const network = addressIn(first);
  if (!network || rest.length > 0) return undefined;
  const whole = network.length * widthOf(network);
  if (length !== undefined && (!/^\d{1,3}$/.test(length) || Number(length) > whole)) return undefined;
  const bits = length === undefined ? whole : Number(length);
  return (text) => {
    const address = addressIn(text);
    return address?.length === network.length && beginAlike(address, network, bits);
  };
}

function beginAlike(address: readonly number[], network: readonly number[], bits: number): boolean {
  const width = widthOf(network);
  return network.every((part, index) => {
    const free = Math.min(width, Math.max(0, (index + 1) * width - bits));
    return part >> free === address[index]! >> free;
  });
}

function widthOf(address: readonly number[]): number {
  return address.length === 4 ? 8 : 16;
}

function addressIn(text: string): number[] | undefined {
  return text.includes(':') ? longAddressIn(text) : shortAddressIn(text);
}

function shortAddressIn(text: string): number[] | undefined {
  const parts = text.split('.');
  const isAddress = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
  return isAddress ? parts.map(Number) : undefined;
}

/** `::` stands once, for as many zeros as are missing. */
function longAddressIn(text: string): number[] | undefined {
  const [front = '', back, ...rest] = text.split('::');
  const parts = [front, back ?? ''].map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - parts.flat().length;
  if (rest.length > 0 || (back === undefined ? missing !== 0 : missing < 1)) return undefined;
  if (!parts.flat().every((part) => /^[\da-f]{1,4}$/i.test(part))) return undefined;
  const [high, low] = parts.map((half) => half.map((part) => Number.parseInt(part, 16)));
  return [...high!, ...Array.from({ length: missing }, () => 0), ...low!];
}
