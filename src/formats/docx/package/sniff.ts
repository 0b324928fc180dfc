/** Says what a file is by its first bytes, for refusals that help: a picture called .docx is called a picture. */

const kinds: { what: string; bytes: readonly number[]; at?: number }[] = [
  { what: 'a PNG picture', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { what: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff] },
  { what: 'a GIF picture', bytes: [0x47, 0x49, 0x46, 0x38] },
  { what: 'a TIFF picture', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { what: 'a TIFF picture', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { what: 'a WebP picture', bytes: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { what: 'a HEIC picture', bytes: [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69], at: 4 },
  { what: 'a BMP picture', bytes: [0x42, 0x4d] },
  { what: 'a PDF document', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { what: 'an RTF document', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { what: 'a RAR archive', bytes: [0x52, 0x61, 0x72, 0x21] },
  { what: 'a 7-Zip archive', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { what: 'a gzip archive', bytes: [0x1f, 0x8b] },
  { what: 'a Windows program', bytes: [0x4d, 0x5a] },
  { what: 'a Linux program', bytes: [0x7f, 0x45, 0x4c, 0x46] },
];

/** "a PNG picture", "an HTML page", "plain text", or "no document that is known here". */
export function whatIs(bytes: Uint8Array): string {
  const known = knownKind(bytes);
  if (known !== null) return known;
  if (looksLikeText(bytes)) {
    const start = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart().toLowerCase();
    if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'an HTML page';
    return start.startsWith('<?xml') ? 'an XML file' : 'plain text';
  }
  return 'no document that is known here';
}

/** True where nothing speaks against text: no NUL byte at the start and none of the known binary beginnings. */
export function looksLikeText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 8192).includes(0) && knownKind(bytes) === null;
}

/** Two bytes are no proof: text may begin with "BM" or "MZ". There the file must hold a NUL byte as well. */
function knownKind(bytes: Uint8Array): string | null {
  for (const { what, bytes: magic, at = 0 } of kinds) {
    if (!magic.every((byte, index) => bytes[at + index] === byte)) continue;
    if (magic.length > 2 || bytes.subarray(0, 8192).includes(0)) return what;
  }
  return null;
}

/** Whether the file begins as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && bytes[3] === bytes[2] + 1;
}
