/**
 * The Word writer: the common tree into a .docx file with real revisions.
 *
 * Words, both sides, styles, tables, notes, comments, links and bookmarks come back from `readDocx` as they went in.
 * What the format or the tree does not allow: an unknown author is written as "Unknown"; a paragraph without a style
 * gets Normal; a date that is no date is left out; a content control around rows, or around parts of several paragraphs, is
 * not written, its words are; a moved row is deleted here and inserted there; pages are not written.
 */
import type { Block, Document, ReaderNote } from '../../document/index.ts';
import { commentsPart, marginParts, notesParts, type Aside } from './asides.ts';
import { blocksXml } from './blocks.ts';
import { Lists } from './lists.ts';
import { coreXml, packageOf, relationshipTo, type WordPart } from './package.ts';
import { PartWriter, type FileWriter } from './part.ts';
import { RevisionWriter } from './revisions.ts';
import { StyleSheet } from './styles.ts';
import { isSafeLink } from './runs.ts';
import { surveyOf } from './survey.ts';
import { houseTemplate, type HouseTemplate } from './template.ts';
import { attribute, hasIllegal } from './xml.ts';

export { unknownAuthor } from './revisions.ts';
export { houseTemplate, labelStops, ruleOf, type HouseTemplate, type StyleRule } from './template.ts';

/** The bytes of a Word file; the same document gives the same bytes. Never throws, whatever the words are. */
export function writeDocx(document: Document, template: HouseTemplate = houseTemplate): Uint8Array {
  const survey = surveyOf(document);
  const file: FileWriter = {
    document,
    template,
    survey,
    styles: new StyleSheet(template, survey.paragraphStyles, survey.runStyles),
    revisions: new RevisionWriter(survey.moves),
    lists: new Lists(),
  };
  const body = new PartWriter(file, 'body');
  const { page } = template;
  const blocks = blocksXml(document.blocks, body, page.width - page.left - page.right) + body.anchorsLeft();
  const asides = [...notesParts(file), ...commentsPart(file), ...marginParts(file)];
  const main: WordPart = {
    name: 'document',
    kind: 'document',
    root: 'document',
    xml: `<w:body>${blocks}${sectionXml(template, asides)}</w:body>`,
    relationships: body.relationships,
  };
  const numbering = file.lists.xml();
  const language = document.properties['language'] ?? template.language;
  const others = [
    plainPart('styles', file.styles.xml(language)),
    ...(numbering === null ? [] : [plainPart('numbering', numbering)]),
    plainPart('settings', settingsXml(survey.revised, asides)),
    ...asides.map(asidePart),
  ];
  return packageOf(main, others, coreXml(document.properties), document.data ?? null);
}

/** What is not written into a Word file: characters that XML has no room for, links that lead to odd places. */
export function remarksOnWriting(document: Document): ReaderNote[] {
  const remarks: ReaderNote[] = [];
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.kind === 'table') block.rows.forEach(({ cells }) => cells.forEach((cell) => walk(cell.blocks)));
      else if (block.runs.some(({ text }) => hasIllegal(text))) {
        const message = 'The line holds control characters, which no Word file can hold; they are left out.';
        remarks.push({ code: 'control-characters', message, line: block.line });
      }
      if (block.kind === 'paragraph' && block.runs.some(({ link }) => link !== null && !isSafeLink(link))) {
        const message =
          'A link of the line leads to no page, letter or place of the file; its words are written without it.';
        remarks.push({ code: 'link-left-out', message, line: block.line });
      }
    }
  };
  walk(document.blocks);
  for (const { blocks } of [...document.notes, ...document.comments, ...document.margins]) walk(blocks);
  return remarks;
}

const plainPart = (name: string, xml: string): WordPart => ({ name, kind: name, root: name, xml, relationships: [] });

function asidePart({ name, kind, xml, part }: Aside): WordPart {
  const root = kind === 'header' ? 'hdr' : kind === 'footer' ? 'ftr' : kind;
  return { name, kind, root, xml, relationships: part.relationships };
}

/** The one section: its first header and footer stand on all pages; more of them have no section to belong to. */
function sectionXml({ page }: HouseTemplate, asides: readonly Aside[]): string {
  const references = (['header', 'footer'] as const).map((kind) => {
    const first = asides.find((aside) => aside.kind === kind);
    return first === undefined
      ? ''
      : `<w:${kind}Reference w:type="default" r:id="${attribute(relationshipTo(first.name))}"/>`;
  });
  return (
    `<w:sectPr>${references.join('')}<w:pgSz w:w="${page.width}" w:h="${page.height}"/>` +
    `<w:pgMar w:top="${page.top}" w:right="${page.right}" w:bottom="${page.bottom}" w:left="${page.left}" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>`
  );
}

/** A file with revisions goes on recording them. */
function settingsXml(revised: boolean, asides: readonly Aside[]): string {
  const notes = (['footnote', 'endnote'] as const)
    .filter((kind) => asides.some((aside) => aside.kind === `${kind}s`))
    .map((kind) => `<w:${kind}Pr><w:${kind} w:id="-1"/><w:${kind} w:id="0"/></w:${kind}Pr>`);
  return (
    `<w:zoom w:percent="100"/>${revised ? '<w:trackRevisions/>' : ''}<w:defaultTabStop w:val="794"/>` +
    `<w:characterSpacingControl w:val="doNotCompress"/>${notes.join('')}` +
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
  );
}
