import { describe, expect, test } from 'vitest';
import { linesOf, sideParagraphs, type Document } from '../../document/index.ts';
import {
  buildDocx,
  deleted,
  field,
  fieldCharacter,
  inserted,
  paragraph,
  run,
  type DocxParts,
} from '../../../testing/docx.ts';
import { readDocx } from '../reader.ts';

const read = (body: string, parts: Omit<DocxParts, 'body'> = {}): Document =>
  readDocx(buildDocx({ body, ...parts }), 'x.docx');
const text = (body: string): string => linesOf(read(body))[0]?.text ?? '';
const inRun = (xml: string): string => text(`<w:p><w:r>${xml}</w:r></w:p>`);
const codes = (document: Document): string[] => document.remarks.map(({ code }) => code);

describe('characters', () => {
  test('that are elements of their own', () => {
    expect(inRun('<w:t>ITU</w:t><w:noBreakHyphen/><w:t>T</w:t>')).toBe('ITU\u2011T');
    expect(inRun('<w:t>co</w:t><w:softHyphen/><w:t>operate</w:t>')).toBe('co\u00adoperate');
    expect(inRun('<w:t>a)</w:t><w:tab/><w:t>that</w:t><w:ptab w:alignment="right"/><w:t>1</w:t>')).toBe('a)\tthat\t1');
    expect(inRun('<w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:br w:type="page"/>')).toBe('a\nb\nc\n');
  });

  test('of symbol fonts get their meaning: boxes, ticks, bullets, arrows, Greek', () => {
    const symbol = (font: string, char: string): string => inRun(`<w:sym w:font="${font}" w:char="${char}"/>`);
    expect(symbol('Wingdings', 'F0FE')).toBe('☑');
    expect(symbol('Wingdings', 'F0A8')).toBe('◻');
    expect(symbol('wingdings', 'F0FC')).toBe('✓');
    expect(symbol('Wingdings', 'FC')).toBe('✓');
    expect(symbol('Symbol', 'F0B7')).toBe('•');
    expect(symbol('Symbol', 'F0AE')).toBe('→');
    expect(symbol('Symbol', 'F062')).toBe('β');
    expect(symbol('Symbol', 'F0A3')).toBe('≤');
    expect(symbol('Wingdings 2', 'F052')).toBe('☑');
    expect(symbol('Times New Roman', '2612')).toBe('☒');
    expect(inRun('<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b7 x</w:t>')).toBe('• x');
  });

  test('of unknown symbols are kept and remarked', () => {
    const document = read('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0C9"/><w:sym w:char="zz"/></w:r></w:p>');
    expect(linesOf(document)[0]?.text).toBe('\uf0c9\ufffd');
    expect(codes(document)).toEqual(['symbol', 'symbol']);
  });

  test('blanks at the ends of a run count only where the file says so; no-break spaces always', () => {
    const words =
      '<w:r><w:t>one</w:t></w:r><w:r><w:t> two\u00a0 </w:t></w:r><w:r><w:t xml:space="preserve"> three</w:t></w:r>';
    expect(text(`<w:p>${words}</w:p>`)).toBe('onetwo\u00a0 three');
    expect(text(`<w:p xml:space="preserve">${words}</w:p>`)).toBe('one two\u00a0  three');
  });

  test('line ends inside words are blanks', () => {
    expect(inRun('<w:t xml:space="preserve">one\ntwo</w:t>')).toBe('one two');
  });

  test('hidden words are kept, with one remark a paragraph', () => {
    const document = read(paragraph('a ', run('b ', '<w:vanish/>'), run('c', '<w:i/><w:vanish/>')));
    expect(linesOf(document)[0]?.text).toBe('a b c');
    expect(document.remarks).toMatchObject([{ code: 'hidden-text', line: 1 }]);
  });

  test('a reading aid stands in brackets behind its word', () => {
    const ruby = `<w:ruby><w:rubyPr/><w:rt>${run('どう')}</w:rt><w:rubyBase>${run('道')}</w:rubyBase></w:ruby>`;
    expect(text(`<w:p><w:r>${ruby}</w:r></w:p>`)).toBe('道(どう)');
  });

  test('wrappers that mean nothing to us are looked through', () => {
    const wrapped = `<w:smartTag w:element="place">${run('Suva')}</w:smartTag><w:dir w:val="rtl">${run(' ')}</w:dir><w:customXml>${run('2026')}</w:customXml>`;
    expect(text(paragraph(wrapped))).toBe('Suva 2026');
  });

  test('words outside any paragraph get one, and a remark', () => {
    const document = read(`${paragraph('a')}${run('stray')}<w:del w:id="1">${run('gone', '', 'delText')}</w:del>`);
    expect(linesOf(document).map((line) => [line.number, line.text])).toEqual([
      [1, 'a'],
      [2, 'stray'],
      [3, 'gone'],
    ]);
    expect(sideParagraphs(document, 'proposed').map((one) => one.text)).toEqual(['a', 'stray', '']);
    expect(codes(document)).toEqual(['stray-words', 'stray-words']);
  });
});

describe('fields', () => {
  test('show their cached result, not their instruction', () => {
    expect(text(paragraph('see ', field('REF x \\h', 'clause 4'), '.'))).toBe('see clause 4.');
    expect(text(paragraph(`<w:fldSimple w:instr="PAGE">${run('7')}</w:fldSimple>`))).toBe('7');
    expect(text(paragraph('a ', field('TOC'), 'b'))).toBe('a b');
  });

  test('nest in instruction and in result', () => {
    const inner = field('MERGEFIELD x', 'inner');
    const outer =
      `${fieldCharacter('begin')}<w:r><w:instrText>IF</w:instrText></w:r>${inner}${run('code')}` +
      `${fieldCharacter('separate')}${run('shown ')}${inner}${fieldCharacter('end')}`;
    expect(text(paragraph('a ', outer, ' z'))).toBe('a shown inner z');
  });

  test('keep revisions inside their result', () => {
    const document = read(paragraph(field('PAGE', deleted('1'), inserted('2'))));
    expect(sideParagraphs(document, 'base')[0]?.text).toBe('1');
    expect(sideParagraphs(document, 'proposed')[0]?.text).toBe('2');
  });

  test('may run over paragraphs', () => {
    const body =
      paragraph(
        fieldCharacter('begin'),
        '<w:r><w:instrText>TOC</w:instrText></w:r>',
        fieldCharacter('separate'),
        'one',
      ) + paragraph('two', fieldCharacter('end'), ' after');
    expect(linesOf(read(body)).map((line) => line.text)).toEqual(['one', 'two after']);
  });

  test('that never end lose no words', () => {
    const document = read(paragraph('a ', fieldCharacter('begin'), 'b ', field('PAGE', '7'), ' c') + paragraph('d'));
    expect(linesOf(document).map((line) => line.text)).toEqual(['a b 7 c', 'd']);
    expect(document.remarks).toMatchObject([{ code: 'unclosed-field', line: 1 }]);
  });
});

describe('links', () => {
  const relationships = [{ id: 'r1', type: 'hyperlink', target: 'https://example.org/a?b=1&c=2', external: true }];
  const linkOf = (body: string): string | null | undefined =>
    linesOf(read(body, { relationships }))[0]?.paragraph.runs[0]?.link;

  test('lead to addresses, to bookmarks, or to a place at an address', () => {
    expect(linkOf(paragraph(`<w:hyperlink r:id="r1">${run('x')}</w:hyperlink>`))).toBe('https://example.org/a?b=1&c=2');
    expect(linkOf(paragraph(`<w:hyperlink w:anchor="top">${run('x')}</w:hyperlink>`))).toBe('#top');
    expect(linkOf(paragraph(`<w:hyperlink r:id="r1" w:anchor="p">${run('x')}</w:hyperlink>`))).toBe(
      'https://example.org/a?b=1&c=2#p',
    );
    expect(linkOf(paragraph(`<w:hyperlink r:id="none">${run('x')}</w:hyperlink>`))).toBeNull();
  });

  test('may be fields', () => {
    expect(linkOf(paragraph(field('HYPERLINK "https://example.org/x" \\o "tip"', 'x')))).toBe('https://example.org/x');
    expect(linkOf(paragraph(field('HYPERLINK \\l "place"', 'x')))).toBe('#place');
    expect(linkOf(paragraph(field('REF place', 'x')))).toBeNull();
  });
});

const r = (words: string): string => `<m:r><m:t>${words}</m:t></m:r>`;
const math = (inside: string): string => text(paragraph(`<m:oMath>${inside}</m:oMath>`));

describe('equations', () => {
  test('are one readable line', () => {
    expect(math(`<m:f><m:num>${r('a+b')}</m:num><m:den>${r('2')}</m:den></m:f>`)).toBe('(a+b)/2');
    expect(math(`<m:sSup><m:e>${r('x')}</m:e><m:sup>${r('n-1')}</m:sup></m:sSup>`)).toBe('x^(n-1)');
    expect(math(`<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${r('y')}</m:e></m:rad>`)).toBe('√y');
    expect(
      math(
        `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${r('i=1')}</m:sub><m:sup>${r('n')}</m:sup><m:e>${r('i')}</m:e></m:nary>`,
      ),
    ).toBe('∑_(i=1)^n i');
    expect(
      math(
        `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${r('a')}</m:e><m:e>${r('b')}</m:e></m:d>`,
      ),
    ).toBe('[a|b]');
    expect(
      math(
        `<m:m><m:mr><m:e>${r('1')}</m:e><m:e>${r('0')}</m:e></m:mr><m:mr><m:e>${r('0')}</m:e><m:e>${r('1')}</m:e></m:mr></m:m>`,
      ),
    ).toBe('[1, 0; 0, 1]');
  });

  test('keep their revisions', () => {
    const document = read(paragraph(`<m:oMath>${r('x')}<w:ins w:id="1">${r('+1')}</w:ins></m:oMath>`));
    expect(sideParagraphs(document, 'base')[0]?.text).toBe('x');
    expect(sideParagraphs(document, 'proposed')[0]?.text).toBe('x+1');
  });
});
