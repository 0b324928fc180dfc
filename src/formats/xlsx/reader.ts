/** Reads a workbook: package → styles and shared texts → sheets. Formulas are never run, links never followed. */
import { Refusal, refuse } from '#kernel/problem.ts';
import { compoundKind, isCompound } from '../docx/package/compound.ts';
import { Package, refuseOversize } from '../docx/package/package.ts';
import { isZip } from '../docx/package/zip.ts';
import type { Element } from '../docx/xml/element.ts';
import { describeKind } from '../kinds.ts';
import type { DateSystem } from '../sheets/serial.ts';
import type { Sheet, Workbook } from '../sheets/workbook.ts';
import { limits } from './limits.ts';
import { readSheet, type Shared } from './sheet.ts';
import { sharedStrings } from './strings.ts';
import { dateStyles } from './styles.ts';

/** Reads the bytes of an .xlsx. @throws Refusal for everything that is no sound workbook */
export function readXlsx(bytes: Uint8Array, name: string): Workbook {
  try {
    return read(openPackage(bytes, name), name);
  } catch (error) {
    throw error instanceof Refusal ? inWordsOfSheets(error) : error;
  }
}

function read(source: Package, name: string): Workbook {
  const main = mainPart(source);
  const relationships = source.relationships(main);
  const partOf = (type: string): string | undefined =>
    [...relationships.values()].find((one) => one.type === type && !one.external && source.has(one.target))?.target;
  const { system, listed } = readBook(source, main);
  const strings = partOf('sharedStrings');
  const shared: Shared = {
    source,
    system,
    strings: strings === undefined ? [] : sharedStrings(source, strings),
    dates: dateStyles(source, partOf('styles')),
    counted: { cells: 0, characters: 0 },
  };
  const remarks: string[] = [];
  const sheets = listed.flatMap(({ id, name, hidden }): Sheet[] => {
    const target = relationships.get(id);
    if (target?.type !== 'worksheet' || target.external || !source.has(target.target)) {
      remarks.push(`“${name}” is no sheet of cells (a chart, or missing); it is not read.`);
      return [];
    }
    return [{ name, hidden, ...readSheet(shared, target.target) }];
  });
  source.refuseHiddenDoctypes();
  return { media: 'xlsx', name, sheets, remarks: [...remarks, ...remarksOn(sheets)] };
}

/** What of a workbook people overlook: hidden parts, errors, formulas without a result. */
function remarksOn(sheets: readonly Sheet[]): string[] {
  return sheets.flatMap(({ name, hidden, rows, hiddenColumns }) => {
    const cells = rows.flatMap((row) => row.cells);
    const hiddenRows = rows.filter((row) => row.hidden).length;
    const errors = cells.filter(({ value }) => value.kind === 'error').length;
    const unknown = cells.filter(({ value }) => value.kind === 'unknown').length;
    return [
      hidden ? `The sheet “${name}” is hidden; it is read all the same.` : null,
      hiddenRows > 0 ? `“${name}” has ${hiddenRows} hidden row(s); they are read all the same.` : null,
      hiddenColumns.length > 0 ? `“${name}” has hidden columns; they are read all the same.` : null,
      errors > 0 ? `“${name}” has ${errors} cell(s) with an error instead of a value.` : null,
      unknown > 0 ? `“${name}” has ${unknown} formula(s) whose result the file does not hold.` : null,
    ].filter((remark) => remark !== null);
  });
}

function openPackage(bytes: Uint8Array, file: string): Package {
  if (bytes.length === 0) refuse('empty', 'The file is empty.', 'Send it again.', { file });
  refuseOversize(bytes, file);
  if (isCompound(bytes)) {
    const { code, message } = compoundKind(bytes);
    if (code === 'encrypted') {
      refuse(code, message, 'Open it in Excel, remove the protection, save it and send it again.', { file });
    }
    const what = message.replace(/, not a Word.*$/, '');
    refuse('not-workbook', `${what}, not a workbook (.xlsx).`, 'Open it in its program and save it as .xlsx.', {
      file,
    });
  }
  if (!isZip(bytes)) {
    refuse('not-workbook', `The file is ${describeKind(bytes)}, not a workbook (.xlsx).`, 'Choose the right file.', {
      file,
    });
  }
  return new Package(bytes, file);
}

function mainPart(source: Package): string {
  const { file } = source;
  const main = [...source.relationships('').values()].find(
    (one) => one.type === 'officeDocument' && !one.external && source.has(one.target),
  )?.target;
  const type = main === undefined ? '' : source.typeOf(main).toLowerCase();
  if (type.includes('sheet.binary')) {
    refuse('not-workbook', 'The file is a binary workbook (.xlsb).', 'Save it as .xlsx and send it again.', { file });
  }
  if (source.hasMacros(type)) {
    refuse('macro-enabled', 'The workbook carries macros.', 'Save it as .xlsx without macros and send it again.', {
      file,
    });
  }
  if (main === undefined || !type.includes('spreadsheet')) {
    refuse('not-workbook', `The file is ${source.kind(type)}, not a workbook (.xlsx).`, 'Choose the right file.', {
      file,
    });
  }
  return main;
}

interface Listed {
  id: string;
  name: string;
  hidden: boolean;
}

function readBook(source: Package, main: string): { system: DateSystem; listed: Listed[] } {
  let system: DateSystem = 1900;
  const listed: Listed[] = [];
  const found = source.readXml(main, ['x:workbook'], (element: Element) => {
    if (element.name === 'x:workbookPr' && /^(?:1|true|on)$/i.test(element.attributes['date1904'] ?? '')) system = 1904;
    if (element.name !== 'x:sheets') return;
    for (const { name, attributes } of element.children) {
      if (name !== 'x:sheet') continue;
      const state = attributes['state'] ?? 'visible';
      listed.push({ id: attributes['r:id'] ?? '', name: attributes['name'] ?? '', hidden: state !== 'visible' });
    }
  });
  if (!found) {
    refuse('damaged', 'The workbook has no list of sheets.', 'Open the file in Excel and save it again.', {
      file: source.file,
      part: main,
    });
  }
  if (listed.length > limits.sheets) {
    refuse(
      'too-large',
      `The workbook has ${listed.length} sheets; at most ${limits.sheets} are read.`,
      'Split it into several files.',
      { file: source.file },
    );
  }
  return { system, listed };
}

const put = (words: string): string => words.replaceAll('Word', 'Excel').replaceAll('document', 'workbook');

/** The package below speaks of Word, which most of its files come from. */
function inWordsOfSheets({ problem }: Refusal): Refusal {
  return problem.code === 'not-workbook'
    ? new Refusal(problem)
    : new Refusal({ ...problem, message: put(problem.message), remedy: put(problem.remedy) });
}
