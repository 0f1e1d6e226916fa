import { failure } from '../template-error.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** As forms are encoded: a space becomes `+`, and only letters, digits and `*-._` stay as they are (B-VTL-93). */
export function urlEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replaceAll('%20', '+')
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** @throws Fault for a `%` without two hexadecimal digits behind it */
export function urlDecode(text: string): string {
  return text.replaceAll('+', ' ').replace(/%[^]{0,2}(?:%[^]{0,2})*/g, (encoded) => {
    const bytes = encoded.match(/%[^]{0,2}/g)!.map((escape) => {
      if (!/^%[0-9A-Fa-f]{2}$/.test(escape)) throw failure(`${JSON.stringify(escape)} stands for no byte in a text encoded for a URL.`);
      return Number.parseInt(escape.slice(1), 16);
    });
    return fromUtf8(bytes);
  });
}

/** With padding, of the text's UTF-8 (B-VTL-94). */
export function base64Encode(text: string): string {
  const bytes = toUtf8(text);
  let encoded = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const left = Math.min(bytes.length - index, 3);
    const bits = (bytes[index]! << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    for (let place = 0; place < 4; place++) encoded += place <= left ? ALPHABET[(bits >> (18 - 6 * place)) & 63] : '=';
  }
  return encoded;
}

/** Padding may be missing, but if it is there it has to be right. @throws Fault for any other character, also for a space */
export function base64Decode(encoded: string): string {
  const data = encoded.replace(/={1,2}$/, '');
  const isPadded = data.length !== encoded.length;
  if (data.length % 4 === 1 || (isPadded && encoded.length % 4 !== 0)) throw failure('The text is cut off: it is no Base64.');
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const character of data) {
    const sextet = ALPHABET.indexOf(character);
    if (sextet === -1) throw failure(`${JSON.stringify(character)} is no character of Base64.`);
    bits = ((bits << 6) | sextet) & 0xff_ff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push((bits >> count) & 0xff);
    }
  }
  return fromUtf8(bytes);
}

function toUtf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text.toWellFormed()) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x1_00_00) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return bytes;
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f);
}

/** Bytes that are no UTF-8 become U+FFFD, one for each longest part that could have begun a character. */
function fromUtf8(bytes: readonly number[]): string {
  let text = '';
  for (let index = 0; index < bytes.length;) {
    const first = bytes[index]!;
    const length =
      first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
    let code = length < 2 ? first : first & (0xff >> (length + 1));
    let read = 1;
    while (read < length && continues(bytes[index + read], read, first)) code = (code << 6) | (bytes[index + read++]! & 0x3f);
    text += length > 0 && read === length ? String.fromCodePoint(code) : '\ufffd';
    index += read;
  }
  return text;
}

/** Whether a byte can go on a character. Right after the first byte, overlong forms, surrogates and what is past Unicode cannot. */
function continues(byte: number | undefined, position: number, first: number): boolean {
  if (byte === undefined || (byte & 0xc0) !== 0x80) return false;
  if (position > 1) return true;
  if (first === 0xe0) return byte >= 0xa0;
  if (first === 0xed) return byte < 0xa0;
  if (first === 0xf0) return byte >= 0x90;
  return first !== 0xf4 || byte < 0x90;
}
