/** Base64 as a gateway may meet it in a body. */

/** `broken`: no Base64 at all. `doubtful`: unpadded or with white space, which decoders treat differently. */
export function decodeBase64(text: string): Uint8Array | 'broken' | 'doubtful' {
  if (/[^A-Za-z\d+/=\s]/.test(text)) return 'broken';
  if (text.length % 4 !== 0 || !/^[A-Za-z\d+/]*={0,2}$/.test(text)) return 'doubtful';
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
