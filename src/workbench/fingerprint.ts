/** A short name of a text: 53 bits, the same everywhere. Not secure: it tells a change, it proves nothing. */
export function fingerprint(text: string): string {
  // Two FNV-like rows of 32 bits that start apart, mixed at the end as in MurmurHash3. `crypto.subtle` is not there on an insecure origin.
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
  }
  const high = mixed(one) & 0x1fffff;
  return (high * 2 ** 32 + mixed(other ^ text.length)).toString(36);
}

function mixed(bits: number): number {
  let h = bits ^ (bits >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
