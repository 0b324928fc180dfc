/**
 * What Word insists on in a file (ECMA-376 part 1, transitional schema): the order of properties, one of each, ids that
 * nothing else has, attributes that must be there, paragraphs at the end of cells, parts that relationships lead to.
 */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

const revision = 'ins del moveFrom moveTo';
const look =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike vanish color spacing sz szCs highlight u vertAlign rtl cs lang';
/** Children of elements whose order the schema fixes, as far as we write them. */
const orders: Readonly<Record<string, string>> = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore numPr tabs bidi spacing ind contextualSpacing jc outlineLvl rPr sectPr pPrChange',
  rPr: `${revision} ${look}`,
  tblPr: 'tblStyle tblW tblInd tblBorders tblLayout tblCellMar',
  tblBorders: 'top left bottom right insideH insideV',
  trPr: 'cantSplit tblHeader ins del',
  tcPr: 'tcW gridSpan vMerge cellIns cellDel',
  tbl: 'tblPr tblGrid tr',
  sectPr: 'headerReference footerReference pgSz pgMar titlePg',
  sdtPr: 'alias tag id showingPlcHdr checkbox text dropDownList date group',
  style: 'name basedOn next qFormat pPr rPr tblPr',
  settings: 'zoom trackRevisions defaultTabStop characterSpacingControl footnotePr endnotePr compat',
  lvl: 'start numFmt lvlText lvlJc',
  numPr: 'ilvl numId',
  numbering: 'abstractNum num',
  styles: 'docDefaults style',
};
/** Elements that stand several times beside each other. */
const repeated = new Set(['tr', 'style', 'tab', 'abstractNum', 'num', 'headerReference', 'footerReference']);
/** Elements whose ids count as one set. */
const numbered = new Set(
  `${revision} moveFromRangeStart moveToRangeStart bookmarkStart pPrChange cellIns cellDel`.split(' '),
);

/** Everything that is wrong with a file, in words; empty for a sound one. */
export function faultsOf(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes);
  const faults: string[] = [];
  const ids = new Set<string>();
  const styles = new Set<string>();
  for (const [name, content] of Object.entries(files)) {
    if (!name.endsWith('.xml') && !name.endsWith('.rels')) continue;
    lookInto(name, strFromU8(content), faults, ids, styles);
  }
  if (files['word/document.xml'] === undefined) faults.push('There is no main part.');
  return faults;
}

interface Open {
  name: string;
  children: string[];
}

function lookInto(part: string, xml: string, faults: string[], ids: Set<string>, styles: Set<string>): void {
  const parser = new SaxesParser();
  const open: Open[] = [];
  const fault = (message: string): void => {
    if (faults.length < 20) faults.push(`${part}: ${message}`);
  };
  parser.on('error', (error) => fault(error.message));
  parser.on('opentag', ({ name: full, attributes }) => {
    const name = full.replace(/^w(?:14)?:/, '');
    open.at(-1)?.children.push(name);
    open.push({ name, children: [] });
    const id = attributes['w:id'];
    if (numbered.has(name)) {
      if (id === undefined) fault(`${name} has no id.`);
      else if (ids.has(id)) fault(`The id ${id} of ${name} stands twice.`);
      else ids.add(id);
    }
    const needsAuthor = numbered.has(name) && name !== 'bookmarkStart';
    if (needsAuthor && (attributes['w:author'] ?? '') === '') fault(`${name} has no author.`);
    const date = attributes['w:date'];
    if (date !== undefined && Number.isNaN(Date.parse(date))) fault(`${name} has the date "${date}".`);
    if (name === 'style') {
      const styleId = attributes['w:styleId'] ?? '';
      if (styles.has(styleId)) fault(`The style ${styleId} stands twice.`);
      styles.add(styleId);
    }
    const inDeleted = open.some((one) => one.name === 'del');
    if (name === 't' && inDeleted) fault('Kept words stand in a deletion.');
    if (name === 'delText' && !inDeleted) fault('Deleted words stand outside a deletion.');
  });
  parser.on('closetag', () => {
    const done = open.pop();
    if (done === undefined) return;
    const order = orders[done.name]?.split(' ');
    const blocks = done.children.filter((child) => !/RangeStart|RangeEnd/.test(child));
    if (done.name === 'tc' && blocks.at(-1) !== 'p') fault('A cell does not end with a paragraph.');
    if (done.name === 'tr' && !done.children.includes('tc')) fault('A row has no cells.');
    if (order === undefined) return;
    const places = blocks.map((child) => order.indexOf(child));
    if (places.includes(-1)) fault(`${done.name} holds ${done.children.join(' ')}.`);
    places.forEach((place, index) => {
      const before = places[index - 1] ?? -1;
      if (place < before || (place === before && !repeated.has(blocks[index] ?? '')))
        fault(`${done.name} holds ${done.children.join(' ')} in this order.`);
    });
  });
  parser.write(xml).close();
}
