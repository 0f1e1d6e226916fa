/** The largest message that a connection takes, in bytes (B-WS-11, B-WS-13). */
export const LARGEST_MESSAGE = 128 * 1024;

/** How many bytes a text is in UTF-8. A surrogate without its other half is sent as U+FFFD, which is three of them. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  // By character and not by UTF-16 unit: the two halves of a pair are one character of four bytes.
  for (const character of text) bytes += bytesOf(character.codePointAt(0)!);
  return bytes;
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x1_0000 ? 3 : 4;
}
