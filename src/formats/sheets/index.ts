/** Tables of spreadsheets, whatever the file: XLSX by what the bytes are, CSV for text. */
import { readCsv } from '../csv/index.ts';
import { isCompound } from '../docx/package/compound.ts';
import { isZip } from '../docx/package/zip.ts';
import { readXlsx } from '../xlsx/index.ts';
import type { Workbook } from './workbook.ts';

export {
  wordsOfValue,
  columnLetters,
  type Merged,
  type Sheet,
  type SheetCell,
  type SheetRow,
  type SheetValue,
  type Workbook,
} from './workbook.ts';

/** Reads a file of tables. @throws Refusal that says what the file is instead */
export function openWorkbook(bytes: Uint8Array, name: string): Workbook {
  return isZip(bytes) || isCompound(bytes) || /\.xls[xmb]?$/i.test(name) ? readXlsx(bytes, name) : readCsv(bytes, name);
}
