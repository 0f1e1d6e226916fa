/** How many bytes the text takes in UTF-8. A lone surrogate counts as the character that stands in for it, three bytes. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    // Two units of a pair make four bytes, any other unit makes two or three.
    if (unit < 0x800) bytes += 1;
    else {
      bytes += 2;
      if (isPair(unit, text.charCodeAt(i + 1))) i++;
    }
  }
  return bytes;
}

/** Behind the end of a text, `charCodeAt` gives NaN, which is no second half. */
function isPair(first: number, second: number): boolean {
  return first >= 0xd800 && first < 0xdc00 && second >= 0xdc00 && second < 0xe000;
}
