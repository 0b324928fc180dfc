/** Writes content as a Word file: real revisions with authors and dates, notes, controls, bookmarks, headers. */
import { buildDocx, escapeXml, field, list, relationshipOf } from '../../src/testing/docx.ts';
import {
  blank,
  type Block,
  type Cell,
  type Change,
  type ControlProperties,
  type Inline,
  type Look,
  type Paragraph,
  type Row,
  type Table,
  type Words,
} from './content.ts';
import { styleSheet } from './styles.ts';

export interface Author {
  name: string;
  /** ISO 8601, of all revisions of this author. */
  date: string;
}

export interface WordFile {
  title: string;
  /** The body or person that wrote the file. */
  creator: string;
  /** ISO 8601. */
  date: string;
  blocks: Block[];
  /** In the order in which changes name them. */
  authors?: readonly Author[];
  /** Stands in the header of all pages but the first, under the number of the page. */
  code?: string;
  /** Stands at the foot of all pages. */
  footer?: string;
  /** XML that the file carries unseen, for programs. */
  data?: string;
}

/** Numbers of the lists that paragraphs may use. */
export const lists = { bullets: 1, dashes: 2 } as const;

/** The bytes of the file; the same content gives the same bytes. */
export function wordFile(file: WordFile): Uint8Array {
  const writer = new Writer(file.authors ?? []);
  // Word wants a paragraph behind a table at the end.
  const body = writer.blocks(file.blocks.at(-1)?.kind === 'table' ? [...file.blocks, blank] : file.blocks);
  const header =
    file.code === undefined
      ? []
      : [
          `<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>${run('– ')}${field('PAGE', '2')}${run(' –')}</w:p>` +
            `<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>${run(file.code)}</w:p>`,
        ];
  const footer =
    file.footer === undefined ? [] : [`<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${run(file.footer)}</w:p>`];
  return buildDocx({
    body: body + sectionXml(header.length, footer.length),
    styles: styleSheet,
    numbering: numbering(),
    settings:
      '<w:zoom w:percent="100"/><w:defaultTabStop w:val="794"/><w:characterSpacingControl w:val="doNotCompress"/>' +
      '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' +
      '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
    footnotes: writer.notes(),
    headers: header,
    footers: footer,
    core:
      `<dc:title>${escapeXml(file.title)}</dc:title><dc:creator>${escapeXml(file.creator)}</dc:creator>` +
      `<cp:lastModifiedBy>${escapeXml(file.creator)}</cp:lastModifiedBy>` +
      ['created', 'modified']
        .map(
          (name) => `<dcterms:${name} xmlns:xsi="${instance}" xsi:type="dcterms:W3CDTF">${file.date}</dcterms:${name}>`,
        )
        .join(''),
    ...(file.data === undefined
      ? {}
      : {
          files: { 'customXml/item1.xml': file.data },
          relationships: [{ id: 'rId-data', type: 'customXml', target: '../customXml/item1.xml' }],
        }),
  });
}

const instance = 'http://www.w3.org/2001/XMLSchema-instance';

function sectionXml(headers: number, footers: number): string {
  return (
    '<w:sectPr>' +
    (headers > 0 ? `<w:headerReference w:type="default" r:id="${relationshipOf('header1')}"/>` : '') +
    (footers > 0
      ? `<w:footerReference w:type="default" r:id="${relationshipOf('footer1')}"/><w:footerReference w:type="first" r:id="${relationshipOf('footer1')}"/>`
      : '') +
    '<w:pgSz w:w="11907" w:h="16840"/>' +
    '<w:pgMar w:top="1418" w:right="1134" w:bottom="1418" w:left="1134" w:header="720" w:footer="720" w:gutter="0"/>' +
    `${headers > 0 ? '<w:titlePg/>' : ''}</w:sectPr>`
  );
}

const bullets = (first: string): { format: string; text: string; properties: string }[] =>
  [first, '–', '·'].map((text) => ({ format: 'bullet', text, properties: '' }));

function numbering(): string {
  // All definitions of lists stand before the lists that use them.
  const parts = [list(lists.bullets, bullets('•')), list(lists.dashes, bullets('–'))].map((xml) => {
    const at = xml.indexOf('<w:num ');
    return [indented(xml.slice(0, at)), xml.slice(at)] as const;
  });
  return parts.map(([one]) => one).join('') + parts.map(([, one]) => one).join('');
}

function indented(abstract: string): string {
  let level = 0;
  return abstract.replaceAll('</w:lvl>', () => {
    level++;
    return `<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${level * 397}" w:hanging="397"/></w:pPr></w:lvl>`;
  });
}

function run(text: string, look: Look = {}, element: 't' | 'delText' = 't'): string {
  const rPr =
    (look.style === undefined ? '' : `<w:rStyle w:val="${look.style}"/>`) +
    (look.bold === true ? '<w:b/>' : '') +
    (look.italic === true ? '<w:i/>' : '') +
    (look.size === undefined ? '' : `<w:sz w:val="${look.size}"/><w:szCs w:val="${look.size}"/>`);
  const inside = text
    .split(/(\t|\n)/)
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>';
      if (piece === '\n') return '<w:br/>';
      return piece === '' ? '' : `<w:${element} xml:space="preserve">${escapeXml(piece)}</w:${element}>`;
    })
    .join('');
  return `<w:r>${rPr === '' ? '' : `<w:rPr>${rPr}</w:rPr>`}${inside}</w:r>`;
}

const elements: Record<Exclude<Change, 'same' | 'undone'>, string> = {
  inserted: 'ins',
  deleted: 'del',
  'moved-from': 'moveFrom',
  'moved-to': 'moveTo',
};

const edge = (name: string, value: string): string =>
  `<w:${name} w:val="${value}" w:sz="4" w:space="0" w:color="auto"/>`;

const separator = (id: number, type: string): string =>
  `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${type}/></w:r></w:p></w:footnote>`;

/** Writes one document: numbers its revisions, notes, bookmarks and controls. */
class Writer {
  readonly #authors: readonly Author[];
  readonly #notes: string[] = [];
  #revision = 0;
  #bookmark = 0;
  #move = 0;
  #control = 0;

  constructor(authors: readonly Author[]) {
    this.#authors = authors;
  }

  #by(author = 0): string {
    const who = this.#authors[author];
    if (who === undefined) throw new Error('A document with changes needs the authors of the changes.');
    return `w:id="${++this.#revision}" w:author="${escapeXml(who.name)}" w:date="${who.date}"`;
  }

  blocks(blocks: readonly Block[]): string {
    return blocks.map((block) => this.#block(block)).join('');
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'paragraph':
        return this.#paragraph(block);
      case 'table':
        return this.#table(block);
      case 'control-block':
        return this.#controlXml(block.properties, this.blocks(block.blocks));
    }
  }

  #paragraph(paragraph: Paragraph): string {
    const { style, list, align, mark } = paragraph;
    const pPr =
      (style === null ? '' : `<w:pStyle w:val="${style}"/>`) +
      (paragraph.pageBefore === true ? '<w:pageBreakBefore/>' : '') +
      (list === undefined ? '' : `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.id}"/></w:numPr>`) +
      (align === undefined ? '' : `<w:jc w:val="${align}"/>`) +
      (mark === 'same' ? '' : `<w:rPr>${this.#markXml(mark)}</w:rPr>`);
    const { before, behind } = this.#moveRange(mark);
    return `<w:p>${pPr === '' ? '' : `<w:pPr>${pPr}</w:pPr>`}${before}${this.#inlines(paragraph.inlines)}</w:p>${behind}`;
  }

  /** The range of a moved paragraph. Its two halves share a name; they follow each other in the order of the document. */
  #moveRange(mark: Change): { before: string; behind: string } {
    if (mark !== 'moved-from' && mark !== 'moved-to') return { before: '', behind: '' };
    const name = `move${Math.floor(this.#move++ / 2) + 1}`;
    const range = `w:${elements[mark]}Range`;
    const by = this.#by();
    return { before: `<${range}Start ${by} w:name="${name}"/>`, behind: `<${range}End w:id="${this.#revision}"/>` };
  }

  #markXml(mark: Change): string {
    if (mark === 'undone') return `<w:ins ${this.#by()}/><w:del ${this.#by(1)}/>`;
    return mark === 'same' ? '' : `<w:${elements[mark]} ${this.#by()}/>`;
  }

  #inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join('');
  }

  #inline(inline: Inline): string {
    switch (inline.kind) {
      case 'words':
        return this.#words(inline);
      case 'bookmark': {
        const id = ++this.#bookmark;
        return `<w:bookmarkStart w:id="${id}" w:name="${inline.name}"/><w:bookmarkEnd w:id="${id}"/>`;
      }
      case 'note': {
        const id = this.#notes.length + 1;
        const mark = `<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>`;
        const text = inline.change === 'deleted' ? 'delText' : 't';
        const reference = `<w:r>${mark}<w:footnoteReference w:customMarkFollows="1" w:id="${id}"/><w:${text}>${inline.mark}</w:${text}></w:r>`;
        const content = `<w:r>${mark}<w:${text}>${inline.mark}</w:${text}></w:r>${run(`\t${inline.text}`, {}, text)}`;
        const noteMark = inline.change === 'same' ? '' : `<w:rPr>${this.#markXml(inline.change)}</w:rPr>`;
        this.#notes.push(
          `<w:footnote w:id="${id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>${noteMark}</w:pPr>${this.#revised(inline.change, content)}</w:p></w:footnote>`,
        );
        return this.#revised(inline.change, reference);
      }
      case 'control':
        return this.#controlXml(inline.properties, this.#inlines(inline.inlines));
      case 'field':
        return field(inline.instruction, run(inline.shown));
    }
  }

  #words({ text, look, change, author }: Words): string {
    if (change === 'undone') {
      return `<w:ins ${this.#by()}><w:del ${this.#by(1)}>${run(text, look, 'delText')}</w:del></w:ins>`;
    }
    return this.#revised(change, run(text, look, change === 'deleted' ? 'delText' : 't'), author);
  }

  #revised(change: Change, content: string, author?: number): string {
    if (change === 'same' || change === 'undone') return content;
    const element = elements[change];
    return `<w:${element} ${this.#by(author)}>${content}</w:${element}>`;
  }

  #controlXml({ tag, title, type, prompt }: ControlProperties, content: string): string {
    const kinds = {
      text: '<w:text/>',
      rich: '',
      ticked: checkbox(1),
      'empty-box': checkbox(0),
    };
    return (
      `<w:sdt><w:sdtPr><w:alias w:val="${escapeXml(title)}"/><w:tag w:val="${escapeXml(tag)}"/><w:id w:val="${++this.#control}"/>` +
      `${prompt === true ? '<w:showingPlcHdr/>' : ''}${kinds[type]}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    );
  }

  #table({ widths, rows, lines }: Table): string {
    const drawn: Record<Table['lines'], readonly string[]> = {
      grid: ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'],
      box: ['top', 'left', 'bottom', 'right'],
      below: ['bottom'],
      none: [],
    };
    const borders = drawn[lines].map((name) => edge(name, 'single')).join('');
    return (
      `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/>` +
      `${borders === '' ? '' : `<w:tblBorders>${borders}</w:tblBorders>`}<w:tblLayout w:type="fixed"/></w:tblPr>` +
      `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
      `${rows.map((row) => this.#row(row, widths)).join('')}</w:tbl>`
    );
  }

  #row({ cells, header, change }: Row, widths: readonly number[]): string {
    const trPr =
      '<w:cantSplit/>' +
      (header === true ? '<w:tblHeader/>' : '') +
      (change === undefined ? '' : `<w:${elements[change]} ${this.#by()}/>`);
    let column = 0;
    const content = cells.map((cell) => {
      const span = cell.span ?? 1;
      const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      column += span;
      return this.#cell(cell, span, width);
    });
    return `<w:tr><w:trPr>${trPr}</w:trPr>${content.join('')}</w:tr>`;
  }

  #cell({ blocks, merge, shaded }: Cell, span: number, width: number): string {
    const tcPr =
      `<w:tcW w:w="${width}" w:type="dxa"/>` +
      (span > 1 ? `<w:gridSpan w:val="${span}"/>` : '') +
      (merge === undefined ? '' : merge === 'begins' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') +
      (shaded === true ? '<w:shd w:val="clear" w:color="auto" w:fill="DEEAF6"/>' : '');
    return `<w:tc><w:tcPr>${tcPr}</w:tcPr>${this.blocks(blocks)}</w:tc>`;
  }

  /** The notes in the order of their references, after the two separators that Word expects. */
  notes(): string {
    return separator(-1, 'separator') + separator(0, 'continuationSeparator') + this.#notes.join('');
  }
}

function checkbox(checked: 0 | 1): string {
  return (
    `<w14:checkbox><w14:checked w14:val="${checked}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>` +
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
  );
}
