/** Filled forms as people send them back: what is done to the file, and what a person reads in it. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeDocx } from '#formats/docx/write/index.ts';
import { noAnswer, type Answers } from '../../../src/modules/missions/domain/forms/answers.ts';
import type { Form } from '../../../src/modules/missions/domain/forms/form.ts';
import { usualApplicationForm, usualOfferForm } from '../../../src/modules/missions/domain/forms/house-forms.ts';
import {
  emptyForm,
  formDocument,
  formTemplate,
  type FormToFill,
} from '../../../src/modules/missions/domain/forms/word/index.ts';

export const programme = 'Coral Expert Programme 2027';
export const organiser = 'the Oceanic Communications Union';
export const cycle = 'coral-expert-programme-2027';
export const applicationForm = usualApplicationForm(programme);
export const planForm = usualOfferForm(programme, organiser);

/** What a person who looks at the file reads in it. Written down before any program had read it. */
export interface Expected {
  country?: string;
  organisation?: string;
  title?: string;
  /** By question: its words, lines parted by a blank; empty where nothing is written, `null` where it is not asked. */
  answers: Readonly<Record<string, string | null>>;
  /** Options chosen; `null` where nobody can tell. */
  chosen?: readonly string[] | null;
  /** "2027-05..2027-07", "2027-05.." for what only begins, "?" for a time that names no month. */
  times?: readonly string[];
  /** "what for | 5200 USD | organiser 60, offerer 40"; "?" for an amount or a payer that cannot be told. */
  costs?: readonly string[];
  /** "name | organisation". */
  experts?: readonly string[];
  /** Words that must be left over or placed, and never under an answer they do not belong to. */
  extra?: readonly string[];
  /** Ways to reach people: in nothing that the intake tells. */
  withheld?: readonly string[];
}

export interface FormFile {
  /** What was done to it, in words. */
  what: string;
  name: string;
  kind: 'application' | 'assistance-plan';
  /** `converted` files are made by LibreOffice from these bytes. */
  bytes: Uint8Array;
  converted?: 'odt' | 'pdf';
  /** Written over prompts and ticked in LibreOffice. */
  typed?: { written: readonly (readonly [string, string])[]; ticked: readonly string[] };
  expected: Expected;
}

export interface Filling {
  form?: Form;
  head?: FormToFill['head'];
  answers?: Readonly<Record<string, string>>;
  chosen?: readonly string[];
  other?: string;
  costs?: FormToFill['costs'];
  experts?: FormToFill['experts'];
}

/** Our form in Word with these answers typed into its controls, and its XML changed afterwards. */
export function inWord(filling: Filling, change: (xml: string) => string = (xml) => xml): Uint8Array {
  const form = filling.form ?? applicationForm;
  const answers: Answers = Object.fromEntries(
    Object.entries(filling.answers ?? {}).map(([key, text]) => [key, { ...noAnswer, state: 'given' as const, text }]),
  );
  if (filling.chosen !== undefined) {
    const { chosen, other = null } = filling;
    answers['expected_outcomes'] = { ...noAnswer, state: 'given', chosen: [...chosen], other };
  }
  const { head = {}, costs = [], experts = [] } = filling;
  const bytes = writeDocx(formDocument({ ...emptyForm(cycle, form), head, answers, costs, experts }), formTemplate);
  const files = unzipSync(bytes);
  files['word/document.xml'] = strToU8(change(strFromU8(files['word/document.xml'] ?? new Uint8Array())));
  return zipSync(files);
}

export const inPlainText = (text: string): Uint8Array => strToU8(text.replace(/^\n/u, ''));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A run; "\n" is a line break inside it. */
export const run = (text: string): string =>
  `<w:r>${escaped(text)
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
    .join('<w:br/>')}</w:r>`;

export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${text === '' ? '' : run(text)}</w:p>`;

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid>${(rows[0] ?? []).map(() => '<w:gridCol w:w="2000"/>').join('')}</w:tblGrid>${rows
    .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

/** The whole control of a question, its properties, and what it holds. */
const control = (path: string): RegExp =>
  new RegExp(
    `<w:sdt><w:sdtPr>((?:(?!</w:sdtPr>).)*?/${path}"/>(?:(?!</w:sdtPr>).)*)</w:sdtPr><w:sdtContent>(.*?)</w:sdtContent></w:sdt>`,
    'u',
  );

/** Puts something in place of a control. */
export function atControl(
  xml: string,
  path: string,
  make: (whole: string, properties: string, content: string) => string,
): string {
  if (!control(path).test(xml)) throw new Error(`no control ${path}`);
  return xml.replace(control(path), (whole: string, properties: string, content: string) =>
    make(whole, properties, content),
  );
}

/** Other blocks inside a control. */
export const holding = (xml: string, path: string, blocks: string): string =>
  atControl(
    xml,
    path,
    (_, properties) =>
      `<w:sdt><w:sdtPr>${properties.replace('<w:showingPlcHdr/>', '')}</w:sdtPr><w:sdtContent>${blocks}</w:sdtContent></w:sdt>`,
  );

/** Every control taken off, as other programs and copying do. */
export const withoutControls = (xml: string): string =>
  xml.replace(/<w:sdt>|<\/w:sdt>|<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdtContent>/gu, '');

/** The tables of a form (costs, experts), first to last, replaced by other blocks. */
export function atTable(xml: string, heading: string, blocks: string): string {
  const at = xml.indexOf(heading);
  const from = xml.indexOf('<w:tbl>', at);
  const to = xml.indexOf('</w:tbl>', from) + '</w:tbl>'.length;
  if (at === -1 || from === -1) throw new Error(`no table below ${heading}`);
  return `${xml.slice(0, from)}${blocks}${xml.slice(to)}`;
}
