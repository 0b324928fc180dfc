/** Tables, content controls and text boxes. */
import { describe, expect, test } from 'vitest';
import { linesOf, sideParagraphsOf, type Document, type Table } from '../../document/index.ts';
import {
  buildDocx,
  cell,
  cellRevision,
  control,
  deleted,
  field,
  fieldCharacter,
  inserted,
  paragraph,
  row,
  run,
  table,
  type DocxParts,
} from '../../../testing/docx.ts';
import { readDocx } from '../reader.ts';

const read = (body: string, parts: Omit<DocxParts, 'body'> = {}): Document =>
  readDocx(buildDocx({ body, ...parts }), 'x.docx');
const lines = (document: Document): [number, string][] => linesOf(document).map(({ number, text }) => [number, text]);

const tableOf = (body: string): Table => {
  const found = read(body).blocks.find((block) => block.kind === 'table');
  if (found === undefined) throw new Error('no table');
  return found;
};

describe('tables', () => {
  test('have rows and cells with spans, merges, headers and revisions', () => {
    const { rows } = tableOf(
      table(
        row([cell('a', '<w:gridSpan w:val="2"/>'), cell('b', '<w:vMerge w:val="restart"/>')], { header: true }),
        row([cell('c'), cell('d', cellRevision('cellIns')), cell('', '<w:vMerge/>')], { mark: 'ins' }),
      ),
    );
    expect(rows.map(({ header, marks }) => [header, marks.map(({ kind }) => kind)])).toEqual([
      [true, []],
      [false, ['inserted']],
    ]);
    expect(rows[0]?.cells.map(({ span, continuesAbove }) => [span, continuesAbove])).toEqual([
      [2, false],
      [1, false],
    ]);
    expect(rows[1]?.cells[1]?.marks.map(({ kind }) => kind)).toEqual(['inserted']);
    expect(rows[1]?.cells[2]?.continuesAbove).toBe(true);
  });

  test('nest; lines count through cells', () => {
    const inner = table(row([cell('two'), cell('three')]));
    const document = read(paragraph('one') + table(row([cell(inner + paragraph('four'))])) + paragraph('five'));
    expect(lines(document)).toEqual([
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
      [4, 'four'],
      [5, 'five'],
    ]);
    expect(linesOf(document)[1]?.cell).toMatchObject({ depth: 1, column: 0 });
  });

  test('may have rows and cells inside content controls', () => {
    const body = table(control({ tag: 'r' }, row([cell('a'), control({ tag: 'c' }, cell('b'))])), row([cell('c')]));
    const document = read(body);
    expect(lines(document).map(([, text]) => text)).toEqual(['a', 'b', 'c']);
    expect(document.controls.map(({ tag, text, lines: range }) => [tag, text, range])).toEqual([
      ['r', 'a\nb', [1, 2]],
      ['c', 'b', [2, 2]],
    ]);
  });

  test('do not believe in a million columns', () => {
    expect(tableOf(table(row([cell('a', '<w:gridSpan w:val="1000000"/>')]))).rows[0]?.cells[0]?.span).toBe(63);
  });
});

const form = (inside: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Tick1"/>${inside}</w:ffData></w:fldChar></w:r>`;

const tick = (inside: string): string =>
  form(`<w:checkBox>${inside}</w:checkBox>`) + fieldCharacter('separate') + fieldCharacter('end');

describe('content controls', () => {
  test('know tag, alias, kind, words of the proposed side and lines', () => {
    const document = read(
      paragraph(
        'Country: ',
        control({ tag: 'country', alias: 'Country', kind: '<w:text/>' }, deleted('Fiji') + inserted('Tonga')),
      ) + control({ alias: 'Details' }, paragraph('one') + paragraph('two')),
    );
    expect(document.controls).toEqual([
      {
        tag: 'country',
        alias: 'Country',
        kind: 'text',
        checked: null,
        placeholder: false,
        text: 'Tonga',
        lines: [1, 1],
      },
      { tag: null, alias: 'Details', kind: 'rich', checked: null, placeholder: false, text: 'one\ntwo', lines: [2, 3] },
    ]);
    expect(linesOf(document)[0]?.paragraph.runs.map((one) => [one.text, one.control])).toEqual([
      ['Country: ', null],
      ['Fiji', 0],
      ['Tonga', 0],
    ]);
    expect(linesOf(document)[2]?.paragraph.runs[0]?.control).toBe(1);
  });

  test.each([
    ['<w:comboBox/>', 'choice'],
    ['<w:dropDownList/>', 'choice'],
    ['<w:date/>', 'date'],
    ['<w:picture/>', 'picture'],
    ['<w:group/>', 'group'],
    ['<w:richText/>', 'rich'],
    ['<w:docPartObj/>', 'other'],
    ['<w:bibliography/>', 'other'],
  ])('%s is a %s', (kind, name) => {
    expect(read(paragraph(control({ kind }, run('x')))).controls[0]?.kind).toBe(name);
  });

  test.each([
    ['<w14:checked w14:val="1"/>', true],
    ['<w14:checked w14:val="true"/>', true],
    ['<w14:checked w14:val="on"/>', true],
    ['<w14:checked/>', true],
    ['<w14:checked w14:val="0"/>', false],
    ['<w14:checked w14:val="False"/>', false],
    ['<w14:checked w14:val="off"/>', false],
    ['', false],
  ])('a check box with %j is checked: %s', (checked, expected) => {
    const kind = `<w14:checkbox>${checked}</w14:checkbox>`;
    expect(read(paragraph(control({ kind }, run('☐')))).controls[0]).toMatchObject({
      kind: 'checkbox',
      checked: expected,
    });
  });

  test('that show their prompt say so', () => {
    const prompt = control({ placeholder: true, kind: '<w:text/>' }, run('Click here'));
    expect(read(paragraph(prompt)).controls[0]).toMatchObject({ placeholder: true, text: 'Click here' });
    const off = prompt.replace('<w:showingPlcHdr/>', '<w:showingPlcHdr w:val="0"/>');
    expect(read(paragraph(off)).controls[0]?.placeholder).toBe(false);
  });

  test('nest; the outer one has the words of the inner ones in their place', () => {
    const document = read(paragraph(control({ tag: 'a' }, run('x ') + control({ tag: 'b' }, run('y')) + run(' z'))));
    expect(document.controls.map(({ tag, text }) => [tag, text])).toEqual([
      ['a', 'x y z'],
      ['b', 'y'],
    ]);
    expect(linesOf(document)[0]?.paragraph.runs.map((one) => one.control)).toEqual([0, 1, 0]);
  });

  test('of the old kind are read as well', () => {
    const document = read(
      paragraph(tick('<w:default w:val="1"/>'), ' yes ', tick('<w:default w:val="1"/><w:checked w:val="0"/>'), ' no') +
        paragraph(form('<w:textInput/>'), fieldCharacter('separate'), 'filled in', fieldCharacter('end')) +
        paragraph(
          form('<w:ddList><w:result w:val="1"/><w:listEntry w:val="A"/><w:listEntry w:val="B"/></w:ddList>'),
          fieldCharacter('end'),
        ),
    );
    expect(lines(document).map(([, text]) => text)).toEqual(['☒ yes ☐ no', 'filled in', 'B']);
    expect(document.controls.map(({ kind, checked, text, tag }) => [kind, checked, text, tag])).toEqual([
      ['checkbox', true, '☒', 'Tick1'],
      ['checkbox', false, '☐', 'Tick1'],
      ['text', null, 'filled in', 'Tick1'],
      ['choice', null, 'B', 'Tick1'],
    ]);
  });
});

const content = (inside: string): string => `<w:txbxContent>${inside}</w:txbxContent>`;
const box = (inside: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${content(inside)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict><v:shape><v:textbox>${content(inside)}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

describe('text boxes', () => {
  test('are read once and follow the paragraph that anchors them', () => {
    const document = read(
      paragraph('before ', box(paragraph('in box') + paragraph('more')), 'after') + paragraph('next'),
    );
    expect(lines(document)).toEqual([
      [1, 'before after'],
      [2, 'in box'],
      [3, 'more'],
      [4, 'next'],
    ]);
  });

  test('go with the words that anchor them', () => {
    const document = read(paragraph('a', deleted(box(paragraph('gone')))) + paragraph('b'));
    expect(sideParagraphsOf(document.blocks, 'proposed').map(({ text }) => text)).toEqual(['a', 'b']);
    expect(sideParagraphsOf(document.blocks, 'base').map(({ text }) => text)).toEqual(['a', 'gone', 'b']);
  });

  test('in cells stay in their cell, and old ones are read too', () => {
    const old = `<w:r><w:pict><v:shape><v:textbox>${content(paragraph('old'))}</v:textbox></v:shape></w:pict></w:r>`;
    const document = read(table(row([cell(paragraph('a', old)), cell('b')])));
    expect(linesOf(document).map(({ text, cell: place }) => [text, place?.column])).toEqual([
      ['a', 0],
      ['old', 0],
      ['b', 1],
    ]);
  });

  test('of an unknown kind give way to the fallback; without one they are read all the same', () => {
    const unknown = box(paragraph('x')).replace('Requires="wps"', 'Requires="w16"').replace('wps:txbx>', 'wps:txbx>');
    expect(lines(read(paragraph('a', unknown)))).toEqual([
      [1, 'a'],
      [2, 'x'],
    ]);
    const alone = unknown.replace(/<mc:Fallback>.*<\/mc:Fallback>/, '');
    expect(lines(read(paragraph('a', alone))).map(([, text]) => text)).toEqual(['a', 'x']);
  });

  test('fields around do not reach into them', () => {
    const body =
      paragraph(fieldCharacter('begin'), box(paragraph(field('PAGE', '7')))) +
      paragraph(fieldCharacter('separate'), 'r', fieldCharacter('end'));
    expect(lines(read(body)).map(([, text]) => text)).toEqual(['', '7', 'r']);
  });

  test('are read from the first form that is understood', () => {
    const two = box(paragraph('new form')).replace(/(<mc:Fallback>.*)new form/, '$1old form');
    expect(lines(read(paragraph('a', two))).map(([, text]) => text)).toEqual(['a', 'new form']);
    const unknown = two.replace('Requires="wps"', 'Requires="wps o"');
    expect(lines(read(paragraph('a', unknown))).map(([, text]) => text)).toEqual(['a', 'old form']);
  });
});
