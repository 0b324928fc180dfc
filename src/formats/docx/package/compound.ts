/**
 * The names in an OLE compound file (MS-CFB): the shell of encrypted Open XML files and of the old binary formats.
 * Only enough of it is read to say which of them it is.
 */

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const largestChain = 2000;
const endOfChain = 0xfffffffa;

export function isCompound(bytes: Uint8Array): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** What the file is, in words for a refusal. */
export function compoundKind(bytes: Uint8Array): { code: string; message: string; remedy: string } {
  const names = new Set(directoryNames(bytes));
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) {
    return {
      code: 'encrypted',
      message: 'The document is encrypted with a password or a rights policy.',
      remedy: 'Open it in Word, remove the protection, save it and send it again.',
    };
  }
  const known: [name: string, what: string][] = [
    ['WordDocument', 'an old Word document (.doc)'],
    ['Workbook', 'an old Excel workbook (.xls)'],
    ['Book', 'an old Excel workbook (.xls)'],
    ['PowerPoint Document', 'an old PowerPoint presentation (.ppt)'],
    ['__properties_version1.0', 'an Outlook message (.msg)'],
  ];
  const [, what] = known.find(([name]) => names.has(name)) ?? [
    '',
    'an encrypted document or a file of an old Office format',
  ];
  return {
    code: 'not-word',
    message: `The file is ${what}, not a Word document (.docx).`,
    remedy: names.has('WordDocument')
      ? 'Open it in Word and save it as .docx.'
      : 'Open it in its program and save it as Word (.docx) or PDF.',
  };
}

/** Names of the streams and storages, as far as the directory can be followed. */
function directoryNames(bytes: Uint8Array): string[] {
  if (bytes.length < 512) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(0x1e, true);
  if (shift !== 9 && shift !== 12) return [];
  const sectorSize = 1 << shift;
  const names: string[] = [];
  let sector = view.getUint32(0x30, true);
  for (let steps = 0; steps < largestChain && sector < endOfChain; steps++) {
    const start = (sector + 1) * sectorSize;
    if (start + sectorSize > bytes.length) break;
    for (let at = start; at < start + sectorSize; at += 128) names.push(entryName(view, at));
    sector = nextSector(view, sector, shift);
  }
  return names;
}

function entryName(view: DataView, at: number): string {
  const length = Math.min(64, view.getUint16(at + 64, true));
  let name = '';
  for (let offset = 0; offset + 2 < length; offset += 2) {
    name += String.fromCharCode(view.getUint16(at + offset, true));
  }
  return name;
}

/** The sector after this one in its chain; only chains that the first 109 table sectors describe are followed. */
function nextSector(view: DataView, sector: number, shift: number): number {
  const perTable = (1 << shift) / 4;
  const index = Math.floor(sector / perTable);
  if (index >= 109) return endOfChain;
  const table = view.getUint32(0x4c + index * 4, true);
  const at = (table + 1) * (1 << shift) + (sector % perTable) * 4;
  return at + 4 > view.byteLength ? endOfChain : view.getUint32(at, true);
}
