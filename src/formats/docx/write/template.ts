/**
 * House templates: the styles that a conference writes its documents with, as data. Readers tell the parts of a text by
 * the ids and names of its styles, so those are the ones that the templates of conferences share; the looks are ours.
 */

/** One paragraph or character style. Lengths are twentieths of a point, as in the format. */
export interface StyleRule {
  id: string;
  name: string;
  kind: 'paragraph' | 'character';
  /** Id of the rule it builds on; paragraph styles build on Normal where nothing is said. */
  basedOn?: string;
  /** Id of the style of the paragraph that is typed after it. */
  next?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  capitals?: boolean;
  /** Kept in the file, shown nowhere. */
  hidden?: boolean;
  vertical?: 'superscript' | 'subscript';
  /** Size of the letters in half points. */
  size?: number;
  /** RRGGBB. */
  colour?: string;
  /** Space before and after the paragraph. */
  before?: number;
  after?: number;
  align?: 'center' | 'right' | 'both';
  left?: number;
  hanging?: number;
  /** A thin frame around the paragraph, or around neighbours of the same style together. */
  framed?: boolean;
  /** Colour of the ground, RRGGBB. */
  ground?: string;
  tabs?: readonly { at: number; kind: 'left' | 'right' }[];
  /** Stays on the page of the paragraph after it. */
  keepNext?: boolean;
  /** Begins a page. */
  newPage?: boolean;
  /** 0 for the highest level of headings. */
  outline?: number;
}

export interface HouseTemplate {
  font: string;
  /** Size of plain letters in half points. */
  size: number;
  /** Language of texts that do not name theirs, as a BCP 47 tag. */
  language: string;
  page: { width: number; height: number; top: number; right: number; bottom: number; left: number };
  styles: readonly StyleRule[];
}

/** Where labels, sub-labels and their sub-labels end and the words begin. */
export const labelStops = [794, 1191, 1588] as const;
const [first, second, third] = labelStops;

type Rest = Omit<StyleRule, 'id' | 'name' | 'kind'>;
const paragraph = (id: string, name: string, rest: Rest = {}): StyleRule => ({ id, name, kind: 'paragraph', ...rest });
const character = (id: string, name: string, rest: Rest = {}): StyleRule => ({ id, name, kind: 'character', ...rest });
const heading = (level: number, size: number, before: number): StyleRule =>
  paragraph(`Heading${level}`, `heading ${level}`, {
    next: 'Normal',
    keepNext: true,
    before,
    after: 100,
    bold: true,
    colour: '1F3864',
    size,
    outline: level - 1,
  });

const number: Rest = { keepNext: true, before: 480, align: 'center', capitals: true, size: 28 };
const title: Rest = { keepNext: true, before: 240, align: 'center', bold: true, size: 28 };
const level = (left: number, hanging: number): Rest => ({ before: 80, left, hanging });

/** What is used where a conference has no template of its own. */
export const houseTemplate: HouseTemplate = {
  font: 'Times New Roman',
  size: 24,
  language: 'en-GB',
  page: { width: 11907, height: 16840, top: 1418, right: 1134, bottom: 1418, left: 1134 },
  styles: [
    paragraph('Normal', 'Normal', { before: 120, tabs: labelStops.map((at) => ({ at, kind: 'left' })) }),
    paragraph('Title', 'Title', { keepNext: true, before: 240, after: 120, align: 'center', bold: true, size: 32 }),
    paragraph('Subtitle', 'Subtitle', { keepNext: true, before: 60, after: 240, align: 'center', size: 26 }),
    heading(1, 28, 360),
    heading(2, 25, 280),
    heading(3, 23, 200),
    paragraph('Headingb', 'Heading_b', { keepNext: true, before: 200, after: 60, bold: true }),
    paragraph('Headingi', 'Heading_i', { keepNext: true, before: 160, italic: true }),
    paragraph('Dochead', 'Doc_head', { before: 0, after: 40, bold: true }),
    paragraph('Source', 'Source', { before: 840, align: 'center', bold: true, size: 28 }),
    paragraph('Title1', 'Title 1', { before: 240, after: 240, align: 'center', capitals: true, size: 28 }),
    paragraph('Summary', 'Summary', { before: 60, after: 60 }),
    paragraph('Proposal', 'Proposal', { next: 'ResNo', keepNext: true, before: 360, bold: true, outline: 0 }),
    paragraph('ResNo', 'Res_No', { next: 'Restitle', ...number }),
    paragraph('Restitle', 'Res_title', { next: 'Normalaftertitle', ...title }),
    paragraph('AnnexNo', 'Annex_No', { next: 'Annextitle', ...number }),
    paragraph('Annextitle', 'Annex_title', { next: 'Normalaftertitle', ...title }),
    paragraph('Normalaftertitle', 'Normal_after_title', { before: 320 }),
    paragraph('Call', 'Call', { next: 'Normal', keepNext: true, before: 160, left: first, italic: true }),
    paragraph('enumlev1', 'enumlev1', level(first, first)),
    paragraph('enumlev2', 'enumlev2', level(second, second - first)),
    paragraph('enumlev3', 'enumlev3', level(third, third - second)),
    paragraph('Reasons', 'Reasons', { before: 240 }),
    paragraph('Note', 'Note', { before: 80, size: 20 }),
    paragraph('Separator', 'Separator', { before: 360, after: 240, align: 'center' }),
    paragraph('Tabletitle', 'Table_title', { keepNext: true, before: 200, after: 80, align: 'center', bold: true }),
    paragraph('Tablehead', 'Table_head', {
      keepNext: true,
      before: 60,
      after: 60,
      align: 'center',
      bold: true,
      size: 20,
    }),
    paragraph('Tabletext', 'Table_text', { before: 40, after: 40, size: 20 }),
    paragraph('Header', 'header', { before: 0, align: 'center', size: 18 }),
    paragraph('Footer', 'footer', { before: 0, align: 'center', size: 18 }),
    paragraph('FootnoteText', 'footnote text', { before: 60, size: 20, tabs: [{ at: 284, kind: 'left' }] }),
    paragraph('EndnoteText', 'endnote text', { before: 60, size: 20, tabs: [{ at: 284, kind: 'left' }] }),
    paragraph('CommentText', 'annotation text', { before: 0, size: 20 }),
    character('href', 'href'),
    character('Artdef', 'Art_def', { bold: true }),
    character('Artref', 'Art_ref'),
    character('Resdef', 'Res_def', { bold: true }),
    character('Resref', 'Res_ref'),
    character('Hyperlink', 'Hyperlink', { colour: '0563C1', underline: true }),
    character('FootnoteReference', 'footnote reference', { vertical: 'superscript' }),
    character('EndnoteReference', 'endnote reference', { vertical: 'superscript' }),
    character('CommentReference', 'annotation reference', { size: 16 }),
    character('PlaceholderText', 'Placeholder Text', { colour: '767676' }),
  ],
};

/** House templates differ in blanks and underscores only. */
const plainName = (name: string): string => name.toLowerCase().replace(/[\s_]/g, '');

/** The rule that a style of a document follows: by its name, else by its id; `null` for styles the house does not know. */
export function ruleOf(
  { styles }: HouseTemplate,
  kind: StyleRule['kind'],
  id: string | null,
  name: string | null,
): StyleRule | null {
  const plain = plainName(name ?? id ?? '');
  const rules = styles.filter((rule) => rule.kind === kind);
  return (
    rules.find((rule) => plainName(rule.name) === plain) ??
    rules.find((rule) => rule.id === id || plainName(rule.id) === plain) ??
    null
  );
}
