/** The words of a paragraph as XML: runs inside links, content controls and revisions. */
import type { Control, Paragraph, RevisionMark, Run } from '../../document/index.ts';
import type { PartWriter } from './part.ts';
import { around, attribute, valued, wordsXml } from './xml.ts';

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** The content of a w:p behind its properties. */
export function runsXml(paragraph: Paragraph, part: PartWriter): string {
  return grouped(paragraph.runs, (run) => run.link)
    .map(([link, ofLink]) => {
      const inside = grouped(ofLink, (run) => (part.writes(run.control) ? run.control : null))
        .map(([control, runs]) => {
          const content = revisedXml(runs, paragraph.style.id, part);
          return control === null ? content : controlXml(part.control(control), content, part);
        })
        .join('');
      return link === null ? inside : linkXml(link, inside, part);
    })
    .join('');
}

function grouped<K>(runs: readonly Run[], key: (run: Run) => K): [K, Run[]][] {
  const groups: [K, Run[]][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last !== undefined && last[0] === key(run)) last[1].push(run);
    else groups.push([key(run), [run]]);
  }
  return groups;
}

/** Neighbours under the same revisions stand in one element. */
function revisedXml(runs: readonly Run[], styleId: string | null, part: PartWriter): string {
  const { revisions } = part.file;
  let open: readonly RevisionMark[] = [];
  let xml = '';
  const turnTo = (marks: readonly RevisionMark[], keep: number): void => {
    for (const mark of open.slice(keep).toReversed()) xml += revisions.close(mark);
    for (const mark of marks.slice(keep)) xml += revisions.open(mark);
    open = marks;
  };
  for (const run of runs) {
    const ranges = revisions.movesBegin(run.marks);
    let keep = 0;
    if (ranges === '')
      while (keep < open.length && keep < run.marks.length && same(open[keep], run.marks[keep])) keep++;
    if (ranges !== '') turnTo([], 0);
    xml += ranges;
    if (keep < open.length || keep < run.marks.length) turnTo(run.marks, keep);
    xml += runXml(run, styleId, part);
    const ends = revisions.movesEnd(run.marks);
    if (ends !== '') turnTo([], 0);
    xml += ends;
  }
  turnTo([], 0);
  return xml;
}

function same(one: RevisionMark | undefined, other: RevisionMark | undefined): boolean {
  return (
    one === other ||
    (one?.kind === other?.kind &&
      one?.author === other?.author &&
      one?.date === other?.date &&
      one?.move === other?.move)
  );
}

function runXml(run: Run, styleId: string | null, part: PartWriter): string {
  const deleted = run.marks.some(({ kind }) => kind === 'deleted');
  if (run.note !== null) return part.noteReference(run, styleId, deleted);
  if (run.text === '') return '';
  const properties = part.file.styles.runProperties(run.style, styleId, rightToLeft.test(run.text));
  return `<w:r>${around('rPr', properties)}${wordsXml(run.text, deleted)}</w:r>`;
}

/** Addresses that a package may hold as they are; those with other characters become fields, which take any words. */
const address = /^(?:https?|ftp|mailto):[\u0021\u0023-\u003b\u003d\u003f-\u005b\u005d\u005f\u0061-\u007a\u007e]+$/;
/**
 * Where a link may lead: pages, letters, a place in the same file. Links to programs, scripts and files of the reader's
 * computer or network came with somebody's document; their words are written, where they lead is not.
 */
export const isSafeLink = (link: string): boolean => /^(?:https?:|ftp:|mailto:|#[^#])/i.test(link);

function linkXml(link: string, inside: string, part: PartWriter): string {
  if (!isSafeLink(link)) return inside;
  if (/^#[^#]/.test(link)) return `<w:hyperlink w:anchor="${attribute(link.slice(1))}">${inside}</w:hyperlink>`;
  if (address.test(link))
    return `<w:hyperlink r:id="${part.relationship('hyperlink', link, true)}">${inside}</w:hyperlink>`;
  const words = link.replaceAll('"', '');
  const cut = words.indexOf('#');
  const instruction =
    cut < 0 ? `HYPERLINK "${words}"` : `HYPERLINK "${words.slice(0, cut)}" \\l "${words.slice(cut + 1)}"`;
  return `<w:fldSimple w:instr="${attribute(instruction)}">${inside}</w:fldSimple>`;
}

const kinds: Readonly<Record<Control['kind'], string>> = {
  text: '<w:text/>',
  rich: '',
  checkbox: '',
  choice: '',
  date: '<w:date/>',
  picture: '',
  group: '<w:group/>',
  other: '',
};

function listXml(choices: readonly string[]): string {
  // No two entries may be the same.
  const items = [...new Set(choices)].map((one) => {
    const words = attribute(one);
    return `<w:listItem w:displayText="${words}" w:value="${words}"/>`;
  });
  return items.length === 0 ? '<w:dropDownList/>' : `<w:dropDownList>${items.join('')}</w:dropDownList>`;
}

/** A content control around runs, or around paragraphs. */
export function controlXml(
  { alias, tag, kind, checked, placeholder, choices = [] }: Control,
  content: string,
  part: PartWriter,
): string {
  const box =
    `<w14:checkbox><w14:checked w14:val="${checked === true ? 1 : 0}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>` +
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>';
  return (
    `<w:sdt><w:sdtPr>${alias === null ? '' : valued('alias', alias)}${tag === null ? '' : valued('tag', tag)}` +
    `<w:id w:val="${part.file.revisions.nextId()}"/>${placeholder ? '<w:showingPlcHdr/>' : ''}${kind === 'checkbox' ? box : kind === 'choice' ? listXml(choices) : kinds[kind]}</w:sdtPr>` +
    `<w:sdtContent>${content}</w:sdtContent></w:sdt>`
  );
}
