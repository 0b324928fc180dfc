/**
 * Builds small Word packages from XML fragments, for tests, benchmarks and examples. What is not given is left out of
 * the package, so a test holds only what it is about.
 *
 *   buildDocx({ body: paragraph(run('The Council '), inserted(run('shall '), 'meet')) })
 */
import { strToU8, zipSync, type Zippable } from 'fflate';

const transitional = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
};
const strict = {
  w: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  r: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  m: 'http://purl.oclc.org/ooxml/officeDocument/math',
};
const common = {
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
};
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const wordTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** What goes into the package. Every string is the XML inside the part's root element. */
export interface DocxParts {
  body: string;
  styles?: string;
  numbering?: string;
  settings?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  headers?: string[];
  footers?: string[];
  /** Inside cp:coreProperties; the prefixes dc, dcterms and cp are bound. */
  core?: string;
  relationships?: { id: string; type: string; target: string; external?: boolean }[];
  /** Further entries of the package, or other contents for those made here. */
  files?: Record<string, string | Uint8Array>;
  /** Use the namespaces of strict Open XML. */
  strict?: boolean;
}

/** The bytes of a .docx file. The same parts give the same bytes. */
export function buildDocx(parts: DocxParts): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(docxFiles(parts))) {
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  // Zip files keep local times: a local midnight is the same bytes wherever this runs.
  return zipSync(files, { level: 6, mtime: new Date(2026, 0, 2) });
}

/** The id of the relationship that leads from the main part to one of the parts made here ("header1", "styles"). */
export function relationshipOf(part: string): string {
  return `rId-${part}`;
}

/** The entries that {@link buildDocx} packs, by name. */
export function docxFiles(parts: DocxParts): Record<string, string | Uint8Array> {
  const spaces = { ...(parts.strict === true ? strict : transitional), ...common };
  const declarations = Object.entries(spaces)
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
    .join('');
  const root = (name: string, inside: string): string =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name}${declarations}>${inside}</w:${name}>`;

  const word: { name: string; type: string; relation: string; xml: string }[] = [];
  const add = (name: string, relation: string, xml: string | undefined, type = relation, element = relation): void => {
    if (xml !== undefined) word.push({ name, type, relation, xml: root(element, xml) });
  };
  add('styles', 'styles', parts.styles);
  add('numbering', 'numbering', parts.numbering);
  add('settings', 'settings', parts.settings);
  add('footnotes', 'footnotes', parts.footnotes);
  add('endnotes', 'endnotes', parts.endnotes);
  add('comments', 'comments', parts.comments);
  parts.headers?.forEach((xml, index) => add(`header${index + 1}`, 'header', xml, 'header', 'hdr'));
  parts.footers?.forEach((xml, index) => add(`footer${index + 1}`, 'footer', xml, 'footer', 'ftr'));

  const relations = [
    ...word.map((part) => ({ id: relationshipOf(part.name), type: part.relation, target: `${part.name}.xml` })),
    ...(parts.relationships ?? []),
  ];
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      `<?xml version="1.0" encoding="UTF-8"?>\n<Types xmlns="${contentTypes}">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/word/document.xml" ContentType="${wordTypes}.document.main+xml"/>` +
      word
        .map((part) => `<Override PartName="/word/${part.name}.xml" ContentType="${wordTypes}.${part.type}+xml"/>`)
        .join('') +
      (parts.core === undefined
        ? ''
        : '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>') +
      `</Types>`,
    '_rels/.rels': relationshipsXml(spaces.r, [
      { id: 'rId1', type: 'officeDocument', target: 'word/document.xml' },
      ...(parts.core === undefined
        ? []
        : [
            {
              id: 'rId2',
              type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
              target: 'docProps/core.xml',
            },
          ]),
    ]),
    'word/document.xml': root('document', `<w:body>${parts.body}</w:body>`),
  };
  if (relations.length > 0) files['word/_rels/document.xml.rels'] = relationshipsXml(spaces.r, relations);
  for (const part of word) files[`word/${part.name}.xml`] = part.xml;
  if (parts.core !== undefined) {
    files['docProps/core.xml'] =
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
      ` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${parts.core}</cp:coreProperties>`;
  }
  return { ...files, ...parts.files };
}

function relationshipsXml(base: string, relations: NonNullable<DocxParts['relationships']>): string {
  const entries = relations.map(
    ({ id, type, target, external }) =>
      `<Relationship Id="${id}" Type="${type.includes(':') ? type : `${base}/${type}`}" Target="${escapeXml(target)}"${external === true ? ' TargetMode="External"' : ''}/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="${packageRelationships}">${entries.join('')}</Relationships>`;
}

/** Text as it may stand in XML, in content and in attributes. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Plain words or XML made by the functions below; plain words become runs. XML is told by its first character. */
export type Content = string;

/** The elements that record a revision around runs. */
export type RevisionElement = 'ins' | 'del' | 'moveFrom' | 'moveTo';

const by = (id: number): string => `w:id="${id}" w:author="A. Drafter" w:date="2026-01-02T03:04:05Z"`;
const revisionId = 900;

function runs(content: readonly Content[], textElement: 't' | 'delText' = 't'): string {
  return content.map((piece) => (piece.startsWith('<') ? piece : run(piece, '', textElement))).join('');
}

/** `<w:r>` with the words; `properties` is the XML inside w:rPr. */
export function run(text: string, properties = '', textElement: 't' | 'delText' = 't'): string {
  const rPr = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${rPr}<w:${textElement} xml:space="preserve">${escapeXml(text)}</w:${textElement}></w:r>`;
}

/** Runs inside w:ins. */
export function inserted(...content: Content[]): string {
  return `<w:ins ${by(revisionId)}>${runs(content)}</w:ins>`;
}

/** Runs inside w:del; plain words become w:delText. */
export function deleted(...content: Content[]): string {
  return `<w:del ${by(revisionId)}>${runs(content, 'delText')}</w:del>`;
}

/** The half of a move that words left, between its range markers. */
export function movedFrom(name: string, id: number, ...content: Content[]): string {
  return movedHalf('moveFrom', name, id, runs(content));
}

/** The half of a move that words came to, between its range markers. */
export function movedTo(name: string, id: number, ...content: Content[]): string {
  return movedHalf('moveTo', name, id, runs(content));
}

function movedHalf(half: 'moveFrom' | 'moveTo', name: string, id: number, inside: string): string {
  return (
    `<w:${half}RangeStart ${by(id)} w:name="${escapeXml(name)}"/>` +
    `<w:${half} ${by(id + 1)}>${inside}</w:${half}><w:${half}RangeEnd w:id="${id}"/>`
  );
}

export interface ParagraphOptions {
  style?: string;
  /** Revisions of the paragraph mark, outermost first. */
  mark?: RevisionElement[];
  numbering?: { id: number; level: number };
  /** Further XML inside w:pPr. */
  properties?: string;
}

/** `<w:p>`; give options first where there are any. */
export function paragraph(...content: [ParagraphOptions, ...Content[]] | Content[]): string {
  const [first, ...rest] = content;
  const options = typeof first === 'object' ? first : {};
  const words = (typeof first === 'object' || first === undefined ? rest : [first, ...rest]) as Content[];
  const mark = (options.mark ?? []).map((kind) => `<w:${kind} ${by(revisionId)}/>`).join('');
  const pPr =
    (options.style === undefined ? '' : `<w:pStyle w:val="${options.style}"/>`) +
    (options.numbering === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="${options.numbering.level}"/><w:numId w:val="${options.numbering.id}"/></w:numPr>`) +
    (options.properties ?? '') +
    (mark === '' ? '' : `<w:rPr>${mark}</w:rPr>`);
  return `<w:p>${pPr === '' ? '' : `<w:pPr>${pPr}</w:pPr>`}${runs(words)}</w:p>`;
}

/** `<w:tbl>` of rows. */
export function table(...rows: string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** `<w:tr>`; `mark` is the revision of the row. */
export function row(cells: string[], options: { mark?: 'ins' | 'del'; header?: boolean } = {}): string {
  const trPr =
    (options.header === true ? '<w:tblHeader/>' : '') +
    (options.mark === undefined ? '' : `<w:${options.mark} ${by(revisionId)}/>`);
  return `<w:tr>${trPr === '' ? '' : `<w:trPr>${trPr}</w:trPr>`}${cells.join('')}</w:tr>`;
}

/** `<w:tc>`; plain words become a paragraph. `properties` is the XML inside w:tcPr. */
export function cell(content: string, properties = ''): string {
  const tcPr = properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`;
  return `<w:tc>${tcPr}${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;
}

/** The properties of a cell that was inserted or deleted. */
export function cellRevision(kind: 'cellIns' | 'cellDel'): string {
  return `<w:${kind} ${by(revisionId)}/>`;
}

export interface ControlOptions {
  tag?: string;
  alias?: string;
  /** XML of the kind: `<w:text/>`, `<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>` … */
  kind?: string;
  placeholder?: boolean;
}

/** `<w:sdt>` around content of any level. */
export function control(options: ControlOptions, content: string): string {
  return (
    `<w:sdt><w:sdtPr>${valueElement('alias', options.alias)}${valueElement('tag', options.tag)}` +
    `${options.placeholder === true ? '<w:showingPlcHdr/>' : ''}${options.kind ?? ''}</w:sdtPr>` +
    `<w:sdtContent>${content}</w:sdtContent></w:sdt>`
  );
}

function valueElement(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<w:${name} w:val="${escapeXml(text)}"/>`;
}

/** A complex field: instruction and cached result, each as runs. */
export function field(instruction: string, ...result: Content[]): string {
  return (
    `${fieldCharacter('begin')}<w:r><w:instrText xml:space="preserve"> ${escapeXml(instruction)} </w:instrText></w:r>` +
    `${fieldCharacter('separate')}${runs(result)}${fieldCharacter('end')}`
  );
}

/** The begin, separate or end of a complex field, as a run. */
export function fieldCharacter(type: 'begin' | 'separate' | 'end'): string {
  return `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
}

/** A level of a list: number format and pattern ("%1."). */
export interface LevelOptions {
  format: string;
  text: string;
  start?: number;
  /** Further XML inside w:lvl. */
  properties?: string;
}

/** An abstract list and a list of the same number that uses it, for {@link DocxParts.numbering}. */
export function list(id: number, levels: LevelOptions[], override = ''): string {
  const xml = levels.map(
    ({ format, text, start = 1, properties = '' }, level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${properties}<w:lvlText w:val="${escapeXml(text)}"/></w:lvl>`,
  );
  return (
    `<w:abstractNum w:abstractNumId="${id}">${xml.join('')}</w:abstractNum>` +
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/>${override}</w:num>`
  );
}

/** A paragraph or character style, for {@link DocxParts.styles}. `inside` holds basedOn, pPr and rPr. */
export function style(type: 'paragraph' | 'character', id: string, name: string, inside = ''): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
}

/** A footnote or endnote, for {@link DocxParts.footnotes} and {@link DocxParts.endnotes}. */
export function note(kind: 'footnote' | 'endnote', id: number, content: string): string {
  return `<w:${kind} w:id="${id}">${content.startsWith('<') ? content : paragraph(content)}</w:${kind}>`;
}

/** The reference to a note, as a run. */
export function noteReference(kind: 'footnote' | 'endnote', id: number): string {
  return `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
}
