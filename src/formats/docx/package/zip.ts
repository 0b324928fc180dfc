/**
 * The directory of a zip file (PKWARE APPNOTE 6.3). Only the central directory is believed, and it must agree with
 * the local headers: readers that believe different places can be shown different documents in one file.
 */
import { refuse } from '#kernel/problem.ts';
import { limits } from '../limits.ts';

/** One file of the zip. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: 0 | 8;
  /** Bytes as they stand in the file. */
  packed: Uint8Array;
  /** Bytes after inflating, as the directory claims. */
  size: number;
  crc: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const unknown32 = 0xffffffff;

interface RawEntry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  offset: number;
}

/** Reads the directory. @throws Refusal `damaged`, `encrypted`, `too-large` or `unsafe-package`. */
export function readZip(bytes: Uint8Array, file: string): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (what: string): never =>
    refuse('damaged', `The file is cut short or damaged: ${what}.`, 'Send it again, or open it in Word and save it.', {
      file,
    });
  const { count, offset, end } = findDirectory(view) ?? damaged('the directory at its end is missing');
  if (count > limits.entries) {
    refuse(
      'too-large',
      `The package has ${count} entries; at most ${limits.entries} are read.`,
      'Save it again with Word.',
      {
        file,
      },
    );
  }
  const raw: RawEntry[] = [];
  let at = offset;
  for (let index = 0; index < count; index++) {
    const next = readCentral(view, bytes, at, end) ?? damaged(`entry ${index + 1} of its directory cannot be read`);
    raw.push(next.entry);
    at = next.after;
  }
  refuseTricks(raw, file);
  const spans: { from: number; to: number; name: string }[] = [];
  const entries = raw.map((entry) => {
    const start =
      dataStart(view, bytes, entry, offset) ??
      damaged(`its entry “${shown(entry.name)}” is not where the directory says`);
    spans.push({ from: entry.offset, to: start + entry.packedSize, name: entry.name });
    return unpackable(entry, bytes.subarray(start, start + entry.packedSize), file);
  });
  refuseOverlap(spans, file);
  return entries;
}

/** Place, length and number of entries of the central directory; `null` when there is none. */
function findDirectory(view: DataView): { count: number; offset: number; end: number } | null {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    if (count === 0xffff || size === unknown32 || offset === unknown32) return findDirectory64(view, at);
    if (offset + size > at) return null;
    return { count, offset, end: at };
  }
  return null;
}

function findDirectory64(view: DataView, endAt: number): { count: number; offset: number; end: number } | null {
  const locator = endAt - 20;
  if (locator < 0 || view.getUint32(locator, true) !== locator64Signature) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > locator || view.getUint32(at, true) !== end64Signature) return null;
  const count = Number(view.getBigUint64(at + 32, true));
  const size = Number(view.getBigUint64(at + 40, true));
  const offset = Number(view.getBigUint64(at + 48, true));
  return offset + size > at ? null : { count, offset, end: at };
}

function readCentral(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  end: number,
): { entry: RawEntry; after: number } | null {
  if (at + 46 > end || view.getUint32(at, true) !== centralSignature) return null;
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const commentLength = view.getUint16(at + 32, true);
  const after = at + 46 + nameLength + extraLength + commentLength;
  if (after > end) return null;
  const entry: RawEntry = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  readExtra64(view, at + 46 + nameLength, extraLength, entry);
  return { entry, after };
}

/** Sizes above 4 GB, or of writers that stream, stand in the extra field 1. */
function readExtra64(view: DataView, from: number, length: number, entry: RawEntry): void {
  const to = from + length;
  let at = from;
  while (at + 4 <= to) {
    const kind = view.getUint16(at, true);
    const fieldEnd = Math.min(to, at + 4 + view.getUint16(at + 2, true));
    let value = at + 4;
    const take = (now: number): number => {
      if (now !== unknown32 || value + 8 > fieldEnd) return now;
      value += 8;
      return Number(view.getBigUint64(value - 8, true));
    };
    if (kind === 1) {
      entry.size = take(entry.size);
      entry.packedSize = take(entry.packedSize);
      entry.offset = take(entry.offset);
    }
    at = fieldEnd;
  }
}

/** Where the bytes of an entry begin; `null` when its local header is not there or names another file. */
function dataStart(view: DataView, bytes: Uint8Array, entry: RawEntry, directory: number): number | null {
  const { offset } = entry;
  if (offset + 30 > directory || view.getUint32(offset, true) !== localSignature) return null;
  const nameLength = view.getUint16(offset + 26, true);
  const start = offset + 30 + nameLength + view.getUint16(offset + 28, true);
  if (start + entry.packedSize > directory) return null;
  const name = new TextDecoder().decode(bytes.subarray(offset + 30, offset + 30 + nameLength));
  return name === entry.name ? start : null;
}

function unpackable(entry: RawEntry, packed: Uint8Array, file: string): ZipEntry {
  const { name, method, size, crc, flags } = entry;
  if ((flags & 1) === 1) {
    refuse('encrypted', 'The package is encrypted.', 'Remove the password and send it again.', { file, part: name });
  }
  if (method !== 0 && method !== 8) {
    refuse('damaged', `The part is packed by method ${method}, which Word does not use.`, 'Save it again with Word.', {
      file,
      part: shown(name),
    });
  }
  return { name, method, packed, size, crc };
}

/** Names that would leave the package, and two entries of one name (part names do not tell case apart, OPC 6.2.2.3). */
function refuseTricks(entries: readonly RawEntry[], file: string): void {
  const seen = new Set<string>();
  const unsafe = (what: string, name: string): never =>
    refuse('unsafe-package', `The package ${what}.`, 'Open the file in Word and save it again.', {
      file,
      part: shown(name),
    });
  for (const { name } of entries) {
    if (/^[/\\]|^[a-z]:|\\|(?:^|\/)\.\.?(?:\/|$)/i.test(name) || hasControlCharacter(name)) {
      unsafe('has an entry whose name is a path outside it', name);
    }
    const key = name.toLowerCase();
    if (seen.has(key)) unsafe('has two entries of one name', name);
    seen.add(key);
  }
}

function hasControlCharacter(name: string): boolean {
  for (let at = 0; at < name.length; at++) if (name.charCodeAt(at) < 0x20) return true;
  return false;
}

function refuseOverlap(spans: { from: number; to: number; name: string }[], file: string): void {
  spans.sort((a, b) => a.from - b.from);
  spans.forEach((span, index) => {
    const next = spans[index + 1];
    if (next !== undefined && next.from < span.to) {
      refuse('unsafe-package', 'Two entries of the package share bytes.', 'Open the file in Word and save it again.', {
        file,
        part: shown(next.name),
      });
    }
  });
}

/** A name fit to be printed. */
function shown(name: string): string {
  const clean = Array.from(name, (character) => (character < ' ' ? '\ufffd' : character)).join('');
  return clean.length > 120 ? `${clean.slice(0, 120)}…` : clean;
}

/** Whether the file begins as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && bytes[3] === bytes[2] + 1;
}
