import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { plainRun, type Block, type Control, type Document, type Paragraph } from '../../document/index.ts';
import { readDocx } from '../index.ts';
import { writeDocx } from './index.ts';

const paragraph = (line: number, text: string, control: number | null = null): Paragraph => ({
  kind: 'paragraph',
  line,
  style: { id: null, name: null, outlineLevel: null },
  number: { base: null, proposed: null },
  runs: [{ ...plainRun(text), control }],
  mark: [],
  formatChanged: false,
  rightToLeft: false,
  indent: null,
  page: null,
  raw: null,
});

const control = (tag: string, more: Partial<Control>): Control => ({
  tag,
  alias: null,
  kind: 'rich',
  checked: null,
  placeholder: false,
  text: '',
  lines: [1, 1],
  ...more,
});

const documentOf = (blocks: Block[], controls: Control[] = [], more: Partial<Document> = {}): Document => ({
  media: 'docx',
  name: 'form.docx',
  blocks,
  notes: [],
  comments: [],
  controls,
  bookmarks: [],
  margins: [],
  properties: {},
  remarks: [],
  ...more,
});

const row = (line: number, text: string, repeats?: string) => ({
  header: false,
  marks: [],
  cells: [{ blocks: [paragraph(line, text)], span: 1, continuesAbove: false, marks: [] }],
  ...(repeats === undefined ? {} : { repeats }),
});

const cell = (line: number) => ({ blocks: [paragraph(line, 'x')], span: 1, continuesAbove: false, marks: [] });

const partOf = (document: Document, name: string): string => strFromU8(unzipSync(writeDocx(document))[name]!);

describe('what forms need of the writer', () => {
  test('a rich control around all words of a paragraph is written around the paragraph', () => {
    const document = documentOf([paragraph(1, 'Write here', 0)], [control('answer', { text: 'Write here' })]);
    expect(partOf(document, 'word/document.xml')).toMatch(
      /<\/w:sdtPr><w:sdtContent><w:p>.*Write here.*<\/w:p><\/w:sdtContent>/u,
    );
    expect(readDocx(writeDocx(document), 'form.docx').controls).toMatchObject([{ tag: 'answer', text: 'Write here' }]);
  });

  test('a drop-down holds its choices, each once', () => {
    const document = documentOf(
      [paragraph(1, 'Travel', 0)],
      [control('kind', { kind: 'choice', text: 'Travel', choices: ['Travel', 'Fees & more', 'Travel'] })],
    );
    expect(partOf(document, 'word/document.xml')).toContain(
      '<w:dropDownList><w:listItem w:displayText="Travel" w:value="Travel"/><w:listItem w:displayText="Fees &amp; more" w:value="Fees &amp; more"/></w:dropDownList>',
    );
    expect(readDocx(writeDocx(document), 'form.docx').controls[0]).toMatchObject({ kind: 'choice', text: 'Travel' });
  });

  test('rows that repeat stand in a section, each an item; they come back as rows', () => {
    const table: Block = { kind: 'table', rows: [row(1, 'Head'), row(2, 'One', 'lines'), row(3, 'Two', 'lines')] };
    const xml = partOf(documentOf([table]), 'word/document.xml');
    expect(xml.match(/<w15:repeatingSection\/>/gu)).toHaveLength(1);
    expect(xml.match(/<w15:repeatingSectionItem\/>/gu)).toHaveLength(2);
    const back = readDocx(writeDocx(documentOf([table])), 'form.docx');
    expect(back.blocks[0]).toMatchObject({ kind: 'table', rows: [{}, {}, {}] });
    expect(back.controls[0]?.tag).toBe('lines');
  });

  test('columns are as wide as they are told', () => {
    const table: Block = {
      kind: 'table',
      widths: [1, 3],
      rows: [{ header: false, marks: [], cells: [cell(1), cell(2)] }],
    };
    const widths = [...partOf(documentOf([table]), 'word/document.xml').matchAll(/<w:gridCol w:w="(\d+)"/gu)];
    expect(widths.map(([, width]) => Number(width))).toEqual([2409, 7229]);
  });

  test('hidden values are a part of custom XML, and are read again', () => {
    const data = { form: 'cycle/application/1', online: 'a & b <c>' };
    const document = documentOf([paragraph(1, 'Words')], [], { data });
    expect(partOf(document, 'customXml/item1.xml')).toContain('<form>cycle/application/1</form>');
    expect(readDocx(writeDocx(document), 'form.docx').data).toEqual(data);
    expect(readDocx(writeDocx(documentOf([paragraph(1, 'Words')])), 'form.docx').data).toBeUndefined();
  });
});
