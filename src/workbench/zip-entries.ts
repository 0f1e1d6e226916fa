/** What a zip says that it holds, and the bytes of one file of it, never more of them than it says. */
import { Inflate } from 'fflate';

export interface ZipEntry {
  /** With `/` between folders, whatever the program that made the zip wrote. */
  path: string;
  /** Bytes, as the zip claims. */
  size: number;
  /** @throws Damaged */
  read(): Uint8Array;
}

/** It is no zip, or one that cannot be read. A clause that follows the name of the file. */
export class Damaged extends Error {
  override name = 'Damaged';
}

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const FILE = 0x04034b50;
const FILE_LENGTH = 30;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
/** Bytes of packed data at a time: each can become a thousand times as many. */
const PIECE = 4096;

/**
 * The files of a zip, as its list at the end has them; what else lies between is not looked at.
 * @throws Damaged
 */
export function zipEntries(bytes: Uint8Array<ArrayBuffer>): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return listed(bytes, view).filter(({ path }) => !path.endsWith('/'));
  } catch (error) {
    if (error instanceof RangeError) throw new Damaged('is damaged, or was not copied to its end');
    throw error;
  }
}

function listed(bytes: Uint8Array<ArrayBuffer>, view: DataView): ZipEntry[] {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw new Damaged('is a zip of the large kind, which is not read here');
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== ENTRY) throw new Damaged('is damaged: its list of files is broken');
    const nameLength = view.getUint16(at + 28, true);
    const name = bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength);
    const entry = {
      path: new TextDecoder().decode(name).replaceAll('\\', '/'),
      encrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
      method: view.getUint16(at + 10, true),
      sum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    entries.push({ path: entry.path, size: entry.size, read: () => bytesOf(bytes, view, entry) });
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - END_LENGTH; at >= Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END && at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength) return at;
  const looksLikeOne = view.byteLength >= 4 && view.getUint32(0, true) === FILE;
  throw new Damaged(looksLikeOne ? 'is damaged, or was not copied to its end' : 'is not a zip');
}

interface Listed {
  path: string;
  encrypted: boolean;
  method: number;
  sum: number;
  packed: number;
  size: number;
  offset: number;
}

function bytesOf(bytes: Uint8Array, view: DataView, { path, encrypted, method, sum, packed, size, offset }: Listed): Uint8Array {
  const damaged = new Damaged(`is damaged: “${path}” cannot be unpacked`);
  if (encrypted) throw new Damaged('is locked with a password');
  if (offset + FILE_LENGTH > view.byteLength || view.getUint32(offset, true) !== FILE) throw damaged;
  const start = offset + FILE_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw damaged;
  const data = bytes.subarray(start, start + packed);
  if (method !== STORED && method !== DEFLATED) throw new Damaged(`packs “${path}” in a way that is not read here`);
  const read = method === STORED ? data : inflated(data, size, damaged);
  if (read.length !== size || crc32(read) !== sum) throw damaged;
  return read;
}

/** A zip may claim a small size and unpack to a large one: it is stopped where it does. */
function inflated(data: Uint8Array, size: number, damaged: Damaged): Uint8Array {
  const out = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((piece) => {
    // Throws where the piece has no room.
    out.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < data.length; at += PIECE) inflate.push(data.subarray(at, at + PIECE), at + PIECE >= data.length);
  } catch {
    throw damaged;
  }
  return out.subarray(0, length);
}

const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** The check sum of zips, CRC-32. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = SUMS[(sum ^ byte) & 0xff]! ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
