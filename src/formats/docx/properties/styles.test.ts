import { describe, expect, test } from 'vitest';
import { linesOf, type Paragraph } from '../../document/index.ts';
import { buildDocx, list, paragraph, run, style } from '../../../testing/docx.ts';
import { readDocx } from '../reader.ts';

const first = (body: string, styles: string, numbering = ''): Paragraph => {
  const [line] = linesOf(readDocx(buildDocx({ body, styles, numbering }), 'x.docx'));
  if (line === undefined) throw new Error('no paragraph');
  return line.paragraph;
};
const look = (properties: string, styles: string, styleId = 'P'): string => {
  const words = first(paragraph({ style: styleId }, run('x', properties)), styles).runs[0]?.style;
  return Object.entries(words ?? {})
    .filter(([key, value]) => key !== 'name' && value !== false && value !== null)
    .map(([key, value]) => (value === true ? key : String(value)))
    .join(' ');
};

const direct = (level: number): string =>
  paragraph({ style: 'Call', properties: `<w:outlineLvl w:val="${level}"/><w:ind w:start="10"/>` }, 'x');

describe('paragraph styles', () => {
  const styles =
    `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>` +
    style('paragraph', 'Call', 'Call', '<w:pPr><w:outlineLvl w:val="3"/><w:ind w:left="794"/></w:pPr>') +
    style('paragraph', 'Call2', 'Call again', '<w:basedOn w:val="Call"/><w:pPr><w:bidi/></w:pPr>') +
    style('paragraph', 'H3', 'heading 3');

  test('give id, name, outline level, indent and direction, inherited ones too', () => {
    expect(first(paragraph({ style: 'Call2' }, 'x'), styles)).toMatchObject({
      style: { id: 'Call2', name: 'Call again', outlineLevel: 3 },
      indent: 794,
      rightToLeft: true,
    });
  });

  test('default to the style that the file calls so', () => {
    expect(first(paragraph('x'), styles).style).toEqual({ id: 'N', name: 'Normal', outlineLevel: null });
    expect(first(paragraph('x'), '').style).toEqual({ id: null, name: null, outlineLevel: null });
  });

  test('that are not defined keep their id', () => {
    expect(first(paragraph({ style: 'Gone' }, 'x'), styles).style).toEqual({
      id: 'Gone',
      name: null,
      outlineLevel: null,
    });
  });

  test('of headings have their level by name; a paragraph may say otherwise', () => {
    expect(first(paragraph({ style: 'H3' }, 'x'), styles).style.outlineLevel).toBe(2);
    expect(first(direct(0), styles)).toMatchObject({ style: { outlineLevel: 0 }, indent: 10 });
    expect(first(direct(9), styles).style.outlineLevel).toBeNull();
  });

  test('that are based on each other in a circle are read', () => {
    const circle =
      style('paragraph', 'A', 'a', '<w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr>') +
      style('paragraph', 'B', 'b', '<w:basedOn w:val="A"/>');
    expect(first(paragraph({ style: 'B' }, 'x'), circle).style.name).toBe('b');
  });

  test('in a chain of 100,000 are read', () => {
    let chain = style('paragraph', 'S0', 's', '<w:rPr><w:i/></w:rPr>');
    for (let at = 1; at < 100_000; at++) chain += style('paragraph', `S${at}`, 's', `<w:basedOn w:val="S${at - 1}"/>`);
    expect(first(paragraph({ style: 'S99999' }, 'x'), chain).runs[0]?.style.italic).toBe(true);
  });

  test('a list level indents what the paragraph does not', () => {
    const numbering = list(1, [{ format: 'decimal', text: '%1', properties: '<w:pPr><w:ind w:left="360"/></w:pPr>' }]);
    expect(first(paragraph({ style: 'Call', numbering: { id: 1, level: 0 } }, 'x'), styles, numbering).indent).toBe(
      360,
    );
  });
});

describe('looks', () => {
  const bold = '<w:rPr><w:b/></w:rPr>';
  const styles =
    style('paragraph', 'P', 'p') +
    style('paragraph', 'PB', 'bold', bold) +
    style('character', 'CB', 'Strong', bold) +
    style('character', 'CU', 'href', '<w:basedOn w:val="CB"/><w:rPr><w:u w:val="single"/></w:rPr>');

  test('come from the run, the character style and the paragraph style', () => {
    expect(look('<w:i/><w:strike/><w:vertAlign w:val="superscript"/>', styles)).toBe('italic strike superscript');
    expect(look('', styles, 'PB')).toBe('bold');
    expect(look('<w:rStyle w:val="CU"/>', styles)).toBe('bold underline');
    expect(look('<w:b w:val="0"/>', styles, 'PB')).toBe('');
    expect(look('<w:dstrike w:val="on"/><w:u w:val="none"/>', styles)).toBe('strike');
  });

  test('of two styles that both switch cancel out (17.7.3)', () => {
    expect(look('<w:rStyle w:val="CB"/>', styles, 'PB')).toBe('');
    expect(look('<w:rStyle w:val="CB"/><w:b/>', styles, 'PB')).toBe('bold');
  });

  test('of the defaults hold everywhere', () => {
    const defaults = `<w:docDefaults><w:rPrDefault>${bold}</w:rPrDefault></w:docDefaults>`;
    expect(look('<w:rStyle w:val="CB"/>', defaults + styles, 'PB')).toBe('bold');
  });

  test('of complex scripts have switches of their own', () => {
    expect(look('<w:rtl/><w:b/>', styles)).toBe('');
    expect(look('<w:rtl/><w:bCs/>', styles)).toBe('bold');
  });

  test('carry the name of the character style', () => {
    const names = ['CU', 'Gone'].map(
      (id) => first(paragraph(run('x', `<w:rStyle w:val="${id}"/>`)), styles).runs[0]?.style.name,
    );
    expect(names).toEqual(['href', 'Gone']);
  });
});
