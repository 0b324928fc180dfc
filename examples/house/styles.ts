/**
 * The style sheet of the Oceanic Communications Union. The ids and names are those that the templates of conferences
 * use, for readers tell the parts of a text by them; the looks are our own.
 */
import { escapeXml } from '../../src/testing/docx.ts';

interface StyleRule {
  id: string;
  name: string;
  basedOn?: string;
  next?: string;
  /** XML of the paragraph properties, in the order of the schema. */
  paragraph?: string;
  /** XML of the run properties, in the order of the schema. */
  run?: string;
}

const spacing = (before: number, after = 0): string => `<w:spacing w:before="${before}" w:after="${after}"/>`;
const keep = '<w:keepNext/><w:keepLines/>';
const centred = '<w:jc w:val="center"/>';
const indent = (left: number, hanging: number): string => `<w:ind w:left="${left}" w:hanging="${hanging}"/>`;
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const level = (outline: number): string => `<w:outlineLvl w:val="${outline}"/>`;
const blue = '<w:color w:val="1F4E79"/>';

/** Paragraph styles besides Normal. */
const rules: readonly StyleRule[] = [
  { id: 'Title', name: 'Title', paragraph: `${keep}${spacing(240, 120)}${centred}`, run: `<w:b/>${size(32)}` },
  { id: 'Subtitle', name: 'Subtitle', paragraph: `${keep}${spacing(60, 240)}${centred}`, run: size(26) },
  heading(1, 28, 360),
  heading(2, 25, 280),
  heading(3, 23, 200),
  { id: 'Headingb', name: 'Heading_b', paragraph: `${keep}${spacing(200, 60)}`, run: '<w:b/>' },
  { id: 'Headingi', name: 'Heading_i', paragraph: `${keep}${spacing(160)}`, run: '<w:i/>' },
  { id: 'Dochead', name: 'Doc_head', paragraph: spacing(0, 40), run: '<w:b/>' },
  { id: 'Letterhead', name: 'Letterhead', paragraph: `${spacing(0)}${centred}`, run: blue },
  { id: 'Source', name: 'Source', paragraph: `${spacing(600)}${centred}`, run: `<w:b/>${size(28)}` },
  { id: 'Title1', name: 'Title 1', paragraph: `${spacing(200, 240)}${centred}`, run: `<w:caps/>${size(28)}` },
  { id: 'Summary', name: 'Summary', paragraph: spacing(60, 60) },
  { id: 'Proposal', name: 'Proposal', next: 'ResNo', paragraph: `${keep}${spacing(360)}${level(0)}`, run: '<w:b/>' },
  {
    id: 'ResNo',
    name: 'Res_No',
    next: 'Restitle',
    paragraph: `${keep}${spacing(480)}${centred}`,
    run: `<w:caps/>${size(26)}`,
  },
  { id: 'Restitle', name: 'Res_title', paragraph: `${keep}${spacing(200)}${centred}`, run: `<w:b/>${size(26)}` },
  { id: 'Normalaftertitle', name: 'Normal_after_title', paragraph: spacing(320) },
  { id: 'Call', name: 'Call', paragraph: `${keep}${spacing(160)}<w:ind w:left="794"/>`, run: '<w:i/>' },
  { id: 'enumlev1', name: 'enumlev1', paragraph: `${spacing(80)}${indent(794, 794)}` },
  { id: 'enumlev2', name: 'enumlev2', paragraph: `${spacing(80)}${indent(1191, 397)}` },
  { id: 'enumlev3', name: 'enumlev3', paragraph: `${spacing(80)}${indent(1588, 397)}` },
  {
    id: 'AnnexNo',
    name: 'Annex_No',
    next: 'Annextitle',
    paragraph: `${keep}${spacing(480)}${centred}`,
    run: `<w:caps/>${size(26)}`,
  },
  { id: 'Annextitle', name: 'Annex_title', paragraph: `${keep}${spacing(200)}${centred}`, run: `<w:b/>${size(26)}` },
  { id: 'Reasons', name: 'Reasons', paragraph: spacing(240) },
  { id: 'Note', name: 'Note', paragraph: spacing(80), run: size(20) },
  { id: 'Separator', name: 'Separator', paragraph: `${spacing(360, 240)}${centred}` },
  { id: 'Tablehead', name: 'Table_head', paragraph: `${keep}${spacing(60, 60)}${centred}`, run: `<w:b/>${size(20)}` },
  { id: 'Tabletext', name: 'Table_text', paragraph: spacing(40, 40), run: size(20) },
  {
    id: 'Tablelist',
    name: 'Table_list',
    basedOn: 'Tabletext',
    paragraph: `${spacing(20, 20)}<w:contextualSpacing/>`,
  },
  {
    id: 'Tabletitle',
    name: 'Table_title',
    paragraph: `${keep}${spacing(200, 80)}${centred}`,
    run: `<w:b/>${size(22)}`,
  },
  { id: 'Bullet', name: 'List Bullet', paragraph: `<w:contextualSpacing/>` },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: `<w:tabs><w:tab w:val="right" w:pos="9639"/></w:tabs>${spacing(0)}`,
    run: size(18),
  },
  { id: 'Header', name: 'header', paragraph: `${spacing(0)}${centred}`, run: size(20) },
  {
    id: 'FootnoteText',
    name: 'footnote text',
    paragraph: `<w:keepLines/><w:tabs><w:tab w:val="left" w:pos="255"/></w:tabs>${spacing(60)}`,
    run: size(20),
  },
  { id: 'Question', name: 'Question', paragraph: `<w:keepNext/>${spacing(200, 60)}${indent(794, 794)}`, run: '<w:b/>' },
];

function heading(number: number, halfPoints: number, before: number): StyleRule {
  return {
    id: `Heading${number}`,
    name: `heading ${number}`,
    next: 'Normal',
    paragraph: `${keep}${spacing(before, 100)}${level(number - 1)}`,
    run: `<w:b/>${blue}${size(halfPoints)}`,
  };
}

const characters: readonly { id: string; name: string; run: string }[] = [
  { id: 'href', name: 'href', run: '' },
  { id: 'Artref', name: 'Art_ref', run: '' },
  { id: 'FootnoteReference', name: 'footnote reference', run: `<w:vertAlign w:val="superscript"/>` },
  { id: 'PlaceholderText', name: 'Placeholder Text', run: '<w:color w:val="7F7F7F"/>' },
];

const defaults =
  '<w:docDefaults><w:rPrDefault><w:rPr>' +
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>' +
  `${size(24)}<w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
  '<w:pPrDefault/></w:docDefaults>';

const normal =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
  `<w:pPr><w:tabs><w:tab w:val="left" w:pos="794"/><w:tab w:val="left" w:pos="1191"/><w:tab w:val="left" w:pos="1588"/></w:tabs>${spacing(120)}</w:pPr></w:style>` +
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';

/** Styles of Word's own keep their names; all others are custom. */
const builtIn =
  /^(?:Title|Subtitle|heading \d|List Bullet|header|footer|footnote (?:text|reference)|Placeholder Text)$/;

function ruleXml({ id, name, basedOn = 'Normal', next, paragraph = '', run = '' }: StyleRule): string {
  return (
    `<w:style w:type="paragraph"${builtIn.test(name) ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${escapeXml(name)}"/>` +
    `<w:basedOn w:val="${basedOn}"/>${next === undefined ? '' : `<w:next w:val="${next}"/>`}<w:qFormat/>` +
    `${paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`}${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>`
  );
}

/** The XML inside w:styles. */
export const styleSheet: string =
  defaults +
  normal +
  rules.map(ruleXml).join('') +
  characters
    .map(
      ({ id, name, run }) =>
        `<w:style w:type="character"${builtIn.test(name) ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${name}"/>` +
        `<w:basedOn w:val="DefaultParagraphFont"/>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>`,
    )
    .join('');
