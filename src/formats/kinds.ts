/**
 * Says what a file is that no reader reads, by its first bytes and, for a zip, by what it holds: a refusal helps when
 * it names the file and what to do instead.
 */

/** What a file is, in words that follow "The file is". */
export interface KnownKind {
  what: string;
  remedy: string;
}

const remedies = {
  picture: 'Send the document itself, or have its text recognised (OCR) and saved as PDF or Word.',
  office: 'Open it in its program and save it as Word (.docx) or PDF.',
  archive: 'Unpack it and send the documents inside, one by one.',
  media: 'Send a written text of it (.docx, .pdf or .txt).',
  program: 'Send the document itself; programs are not opened.',
  mail: 'Save what is attached to the message and send that file.',
  web: 'Open it in a browser and print it to PDF.',
  encoding: 'Save the file again as UTF-8 text.',
} as const;

interface Signature extends KnownKind {
  /** At the beginning, or at `at`. A string stands for its Latin-1 bytes. */
  magic: string;
  at?: number;
}

const kind = (remedy: keyof typeof remedies, what: string, magic: string, at = 0): Signature => ({
  what,
  remedy: remedies[remedy],
  magic,
  at,
});

const signatures: readonly Signature[] = [
  kind('picture', 'a PNG picture', '\x89PNG'),
  kind('picture', 'a JPEG picture', '\xff\xd8\xff'),
  kind('picture', 'a GIF picture', 'GIF8'),
  kind('picture', 'a TIFF picture', 'II*\0'),
  kind('picture', 'a TIFF picture', 'MM\0*'),
  kind('picture', 'a WebP picture', 'WEBP', 8),
  kind('picture', 'a HEIC picture', 'ftyphei', 4),
  kind('picture', 'a HEIC picture', 'ftypmif1', 4),
  kind('picture', 'an AVIF picture', 'ftypavif', 4),
  kind('picture', 'a JPEG 2000 picture', '\0\0\0\x0cjP  '),
  kind('picture', 'a DjVu document of pictures', 'AT&TFORM'),
  kind('picture', 'a Photoshop picture', '8BPS'),
  kind('picture', 'a BMP picture', 'BM'),
  kind('office', 'an old Office document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  kind('office', 'an RTF document', '{\\rtf'),
  kind('office', 'a PostScript document', '%!PS'),
  kind('office', 'an old WordPerfect document', '\xffWPC'),
  kind('archive', 'a RAR archive', 'Rar!'),
  kind('archive', 'a 7-Zip archive', "7z\xbc\xaf'\x1c"),
  kind('archive', 'a gzip archive', '\x1f\x8b'),
  kind('archive', 'a bzip2 archive', 'BZh'),
  kind('archive', 'an xz archive', '\xfd7zXZ\0'),
  kind('archive', 'a Zstandard archive', '\x28\xb5\x2f\xfd'),
  kind('archive', 'a tar archive', 'ustar', 257),
  kind('archive', 'a cabinet archive', 'MSCF'),
  kind('media', 'a sound file (MP3)', 'ID3'),
  kind('media', 'a sound file (WAV)', 'WAVE', 8),
  kind('media', 'a sound file (FLAC)', 'fLaC'),
  kind('media', 'a sound or film file (Ogg)', 'OggS'),
  kind('media', 'a sound file (M4A)', 'ftypM4A', 4),
  kind('media', 'a film (MP4 or MOV)', 'ftyp', 4),
  kind('media', 'a film (AVI)', 'AVI ', 8),
  kind('media', 'a film (Matroska or WebM)', '\x1aE\xdf\xa3'),
  kind('media', 'a film (MPEG)', '\0\0\x01\xba'),
  kind('media', 'a film or sound file (Windows Media)', '\x30\x26\xb2\x75'),
  kind('program', 'a Windows program', 'MZ'),
  kind('program', 'a Linux program', '\x7fELF'),
  kind('program', 'a macOS program', '\xcf\xfa\xed\xfe'),
  kind('program', 'a Java class or macOS program', '\xca\xfe\xba\xbe'),
  kind('program', 'a WebAssembly program', '\0asm'),
  kind('program', 'a shortcut of Windows', 'L\0\0\0\x01\x14\x02\0'),
  kind('office', 'a database (SQLite)', 'SQLite format 3\0'),
  kind('office', 'a font', 'OTTO\0'),
  kind('office', 'a font', '\0\x01\0\0\0'),
];

/** What stands in a zip, by the beginning of a name in its directory. */
const zipKinds: readonly (KnownKind & { entry: string })[] = [
  { entry: 'xl/', what: 'an Excel workbook (.xlsx)', remedy: remedies.office },
  { entry: 'ppt/', what: 'a PowerPoint presentation (.pptx)', remedy: remedies.office },
  { entry: 'visio/', what: 'a Visio drawing (.vsdx)', remedy: remedies.office },
  { entry: 'Index/', what: 'a document of Apple Pages, Numbers or Keynote', remedy: remedies.office },
  { entry: 'AndroidManifest.xml', what: 'an Android program', remedy: remedies.program },
  { entry: 'META-INF/MANIFEST.MF', what: 'a Java program', remedy: remedies.program },
  { entry: 'word/', what: 'a damaged Word document', remedy: 'Open it in Word, save it again and send that file.' },
];

const openDocumentKinds: ReadonlyMap<string, string> = new Map([
  ['application/vnd.oasis.opendocument.text', 'an OpenDocument text (.odt)'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument spreadsheet (.ods)'],
  ['application/vnd.oasis.opendocument.presentation', 'an OpenDocument presentation (.odp)'],
  ['application/epub+zip', 'an e-book (.epub)'],
]);

/** Names looked at in the directory of a zip; an archive may hold millions. */
const mostEntries = 2_000;

/** What the file is, in a few words, text and the unknown included: for "the file is …, not a Word document". */
export function describeKind(bytes: Uint8Array): string {
  if (startsWith(bytes, '%PDF-')) return 'a PDF document';
  return kindOf(bytes)?.what ?? (looksLikeText(bytes) ? 'plain text' : 'no document that is known here');
}

/** True where nothing speaks against text: no NUL byte at the start, and none of the known beginnings. */
export function looksLikeText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 8192).includes(0) && kindOf(bytes) === null;
}

/** What the file is; `null` where nothing is known, as for plain text. */
export function kindOf(bytes: Uint8Array): KnownKind | null {
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return zipKindOf(bytes);
  const isBinary = bytes.subarray(0, 8192).includes(0);
  for (const signature of signatures) {
    // Three letters are no proof: text may begin with "BM" or "MZ". A binary file also holds a NUL byte.
    if (startsWith(bytes, signature.magic, signature.at) && (isBinary || signature.magic.length > 3)) return signature;
  }
  if (isBinary)
    return isWideText(bytes) ? { what: 'UTF-16 text without a byte order mark', remedy: remedies.encoding } : null;
  return markupKindOf(bytes);
}

function startsWith(bytes: Uint8Array, magic: string, at = 0): boolean {
  for (let index = 0; index < magic.length; index++) if (bytes[at + index] !== magic.charCodeAt(index)) return false;
  return true;
}

function zipKindOf(bytes: Uint8Array): KnownKind {
  // OpenDocument and EPUB keep their type as the first entry, unpacked (OpenDocument 1.3 part 2, 3.3).
  if (startsWith(bytes, 'mimetype', 30)) {
    const type = latin1(bytes, 38, 38 + 80);
    for (const [prefix, what] of openDocumentKinds)
      if (type.startsWith(prefix)) return { what, remedy: remedies.office };
  }
  const names = zipNames(bytes);
  return (
    zipKinds.find(({ entry }) => names.some((name) => name.startsWith(entry))) ?? {
      what: 'a zip archive',
      remedy: remedies.archive,
    }
  );
}

/** Names in the directory at the end of a zip (APPNOTE 4.3.12, 4.3.16), as far as it can be followed. */
function zipNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_600 && !startsWith(bytes, 'PK\x05\x06', end)) end--;
  if (end < 0 || !startsWith(bytes, 'PK\x05\x06', end)) return [];
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  while (names.length < mostEntries && at + 46 <= bytes.length && startsWith(bytes, 'PK\x01\x02', at)) {
    const length = view.getUint16(at + 28, true);
    names.push(latin1(bytes, at + 46, at + 46 + length));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(from, to));
}

/** Latin text in UTF-16: every second byte is zero, the others hardly ever are. */
function isWideText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  return Math.max(even, odd) > 0.35 * start.length && Math.min(even, odd) < 0.02 * start.length;
}

/** Text that is written for programs: reading its marks as words would only mislead. */
function markupKindOf(bytes: Uint8Array): KnownKind | null {
  const start = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart().toLowerCase();
  if (/^(?:<!doctype html|<html[\s>])/u.test(start)) return { what: 'a web page (HTML)', remedy: remedies.web };
  if (/^(?:<\?xml[^>]*>\s*)?<svg[\s>]/u.test(start)) return { what: 'an SVG drawing', remedy: remedies.web };
  if (start.startsWith('<?xml')) return { what: 'an XML file', remedy: remedies.office };
  if (/^mime-version:|^(?:received|return-path): /u.test(start)) {
    return { what: 'an e-mail message or a saved web archive', remedy: remedies.mail };
  }
  return null;
}
