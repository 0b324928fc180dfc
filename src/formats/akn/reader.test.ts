import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import { linesOf, textOf, type Document } from '../document/index.ts';
import { openDocument } from '../readers.ts';
import { readAkn } from './index.ts';
import { limits } from './xml.ts';

const namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
const bytesOf = (xml: string): Uint8Array => new TextEncoder().encode(xml);
const akn = (inside: string, prefix = ''): Uint8Array =>
  bytesOf(
    `<?xml version="1.0" encoding="UTF-8"?>\n<${prefix}akomaNtoso xmlns${prefix === '' ? '' : `:${prefix.slice(0, -1)}`}="${namespace}">${inside}</${prefix}akomaNtoso>`,
  );

/** Style and words of each paragraph, "style|words". */
const printed = (document: Document): string[] =>
  linesOf(document).map(({ paragraph, text }) => `${paragraph.style.id ?? ''}|${text}`);

function problem(bytes: Uint8Array): Refusal['problem'] {
  try {
    readAkn(bytes, 'x.xml');
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
  throw new Error('was read');
}

const resolution = `<statement name="resolution">
  <preface>
    <longTitle><p>
      <docType>RESOLUTION</docType>
      <docNumber>5 (OSLO, 2018)</docNumber>
    </p></longTitle>
    <container name="title"><p>Charting   of
      reefs</p></container>
  </preface>
  <preamble>
    <formula name="enactingFormula"><p>The Assembly (Oslo, 2018),</p></formula>
    <recitals>
      <intro><p><i>considering</i></p></intro>
      <recital><p>a) that reefs are long;</p></recital>
      <recital><num>b)</num><p>that cables are short,</p><blockList><item><num>i)</num><p>very short</p></item></blockList></recital>
    </recitals>
  </preamble>
  <mainBody>
    <hcontainer name="resolves"><heading><i>resolves</i></heading>
      <paragraph><num>1</num><intro><p>to chart:</p></intro>
        <list><point><num>1.1</num><content><p>reefs;</p></content></point></list></paragraph>
      <paragraph><content><p>to act.</p></content></paragraph>
    </hcontainer>
  </mainBody>
  <attachments><attachment><doc name="annex"><preface><longTitle><p>ANNEX <docNumber>1</docNumber></p></longTitle></preface>
    <mainBody><hcontainer name="part"><num>2</num><heading>Where</heading><paragraph><content><p>Here.</p></content></paragraph></hcontainer>
    <table><tr><th><p>Reef</p></th><th><p>Depth</p></th></tr><tr><td><p>Long</p></td><td>5</td></tr></table></mainBody></doc></attachment></attachments>
</statement>`;

test('elements tell the styles that the house templates use; white space is folded', () => {
  expect(printed(readAkn(akn(resolution), 'x'))).toEqual([
    'ResNo|RESOLUTION 5 (OSLO, 2018)',
    'Restitle|Charting of reefs',
    'Normalaftertitle|The Assembly (Oslo, 2018),',
    'Call|considering',
    'enumlev1|a) that reefs are long;',
    'enumlev1|b)\tthat cables are short,',
    'enumlev2|i)\tvery short',
    'Call|resolves',
    'enumlev1|1\tto chart:',
    'enumlev2|1.1\treefs;',
    'enumlev1|to act.',
    'AnnexNo|ANNEX 1',
    'Heading1|2\tWhere',
    'enumlev1|Here.',
    '|Reef',
    '|Depth',
    '|Long',
    '|5',
  ]);
});

test('any prefix, and a file of any name, by its content', async () => {
  const document = await openDocument(
    akn('<n:doc name="x"><n:mainBody><n:p>A reef</n:p></n:mainBody></n:doc>', 'n:'),
    'x.docx',
  );
  expect([document.media, printed(document)]).toEqual(['akn', ['|A reef']]);
});

test('number and title of a text in one line are two paragraphs', () => {
  const xml =
    '<statement name="decision"><preface><longTitle><p><docType>DECISION</docType> <docNumber>3</docNumber> <docTitle>Reefs</docTitle></p></longTitle></preface></statement>';
  expect(printed(readAkn(akn(xml), 'x'))).toEqual(['DecNo|DECISION 3', 'Dectitle|Reefs']);
});

test('numbers that are no labels stand beside the words', () => {
  const [line] = linesOf(
    readAkn(
      akn(
        '<act><body><paragraph><num>No. 29A</num><content><p>Reefs are charted.</p></content></paragraph></body></act>',
      ),
      'x',
    ),
  );
  expect([line?.text, line?.paragraph.number]).toEqual([
    'Reefs are charted.',
    { base: 'No. 29A', proposed: 'No. 29A' },
  ]);
});

test('ins and del are revisions, by whom the metadata names; what is removed is deleted whole', () => {
  const xml = `<statement name="resolution"><meta><identification><FRBRExpression><FRBRauthor href="#p"/></FRBRExpression></identification>
    <references><TLCOrganization eId="p" href="/nic" showAs="NIC"/></references></meta>
    <mainBody><paragraph><num><del>1</del><ins>2</ins></num><content><p>to chart <ins>all </ins>reefs</p></content></paragraph>
    <paragraph status="removed"><num>3</num><content><p>to wait</p></content></paragraph></mainBody></statement>`;
  const document = readAkn(akn(xml), 'x');
  const sides = linesOf(document).map(({ paragraph: { runs } }) => [textOf(runs, 'base'), textOf(runs, 'proposed')]);
  expect(sides).toEqual([
    ['1\tto chart reefs', '2\tto chart all reefs'],
    ['3\tto wait', ''],
  ]);
  const marks = linesOf(document).flatMap(({ paragraph }) => paragraph.runs.flatMap((run) => run.marks));
  expect(new Set(marks.map(({ author }) => author))).toEqual(new Set(['NIC']));
});

test('notes of the metadata and notes in the words, each at its line and once', () => {
  const xml = `<statement name="resolution"><meta><notes><note eId="n1" marker="1"><p>Deep <b>reefs</b>.</p></note></notes></meta><mainBody>
    <p>Reefs<noteRef href="#n1" marker="1"/> and reefs<noteRef href="#n1" marker="1"/></p>
    <p>Cables<authorialNote marker="2"><p>Laid.</p><p>Twice.</p></authorialNote>.</p></mainBody></statement>`;
  const document = readAkn(akn(xml), 'x');
  expect(printed(document)).toEqual(['|Reefs and reefs', '|Cables.']);
  const words = document.notes.map(({ mark, line, blocks }) => [
    mark,
    line,
    blocks.map((block) => (block.kind === 'paragraph' ? textOf(block.runs) : '')),
  ]);
  expect(words).toEqual([
    ['1', 1, ['Deep reefs.']],
    ['2', 2, ['Laid.', 'Twice.']],
  ]);
});

const component = (words: string): string =>
  `<component><statement name="r"><meta><notes><note eId="n1" marker="1"><p>${words}</p></note></notes></meta><mainBody><p eId="p1">A reef<noteRef href="#n1"/></p></mainBody></statement></component>`;

test('two documents of a file may use one eId for two notes; that ids repeat is told', () => {
  const document = readAkn(
    akn(
      `<documentCollection><components>${component('First.')}${component('Second.')}</components></documentCollection>`,
    ),
    'x',
  );
  expect(
    document.notes.map(({ mark, line, blocks }) => [
      mark,
      line,
      blocks[0]?.kind === 'paragraph' ? textOf(blocks[0].runs) : '',
    ]),
  ).toEqual([
    ['1', 1, 'First.'],
    ['1', 2, 'Second.'],
  ]);
  expect(document.remarks).toEqual([
    { code: 'ids-repeat', message: '2 eIds are given out more than once; nothing can be found by them.', line: null },
  ]);
});

test('words that no paragraph holds are not lost', () => {
  expect(
    printed(readAkn(akn('<doc><mainBody>Reefs <section><num>1</num></section><li>Cables</li></mainBody></doc>'), 'x')),
  ).toEqual(['|Reefs', '|1\t', 'enumlev1|Cables']);
});

describe('hostile files are refused, with the reason', () => {
  const entities = `<!DOCTYPE akomaNtoso [<!ENTITY a "reef"><!ENTITY b "&a;&a;&a;&a;">]>`;
  test.each([
    ['a document type', bytesOf(`${entities}<akomaNtoso xmlns="${namespace}">&b;</akomaNtoso>`), 'dtd'],
    ['an entity of its own', akn('<doc>&reef;</doc>'), 'malformed-xml'],
    ['an element that is not closed', akn('<doc><p>'), 'malformed-xml'],
    ['nothing but a declaration', bytesOf('<?xml version="1.0"?>'), 'malformed-xml'],
    ['no words at all', akn('<doc><mainBody><p> </p></mainBody></doc>'), 'empty'],
    ['another vocabulary', bytesOf('<html><akomaNtoso/></html>'), 'not-akoma-ntoso'],
    ['bytes that are no characters', new Uint8Array([...bytesOf('<akomaNtoso>'), 0xff, 0xfe, 0xfd]), 'wrong-encoding'],
    ['elements nested too deep', akn('<p>'.repeat(limits.depth + 1)), 'too-deep'],
    [
      'attributes without end',
      akn(`<p ${Array.from({ length: limits.attributes + 1 }, (_, at) => `a${at}="1"`).join(' ')}/>`),
      'too-large',
    ],
    ['elements without end', akn('<p/>'.repeat(limits.elements + 1)), 'too-large'],
  ])('%s', (_, bytes, code) => {
    expect(problem(bytes).code).toBe(code);
  });

  test('and a file with a document type is asked of this reader, so that it is refused for that', async () => {
    const work = openDocument(bytesOf(`${entities}<akomaNtoso>&b;</akomaNtoso>`), 'x.xml');
    await expect(work).rejects.toMatchObject({ problem: { code: 'dtd' } });
  });

  test('XML of other kinds stays refused as XML', async () => {
    await expect(openDocument(bytesOf('<?xml version="1.0"?><iati-activities/>'), 'x.xml')).rejects.toMatchObject({
      problem: { code: 'unsupported' },
    });
  });

  test('whatever the elements and however they are nested, it reads or refuses', () => {
    const names = [
      'p',
      'num',
      'heading',
      'recital',
      'recitals',
      'table',
      'tr',
      'td',
      'note',
      'noteRef',
      'authorialNote',
      'ins',
      'del',
      'statement',
      'meta',
      'container',
      'docTitle',
      'docType',
      'paragraph',
      'list',
      'article',
      'attachment',
      'doc',
      'eol',
      'longTitle',
    ];
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom('1', ' words ', 'a)', '', '&lt;'),
        fc
          .tuple(
            fc.constantFrom(...names),
            fc.constantFrom('', ' href="#n"', ' eId="n"', ' status="removed"', ' colspan="x"', ' name="title"'),
            fc.array(tie('tree'), { maxLength: 4 }),
          )
          .map(([name, attributes, inner]) => `<${name}${attributes}>${inner.join('')}</${name}>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (parts) => {
        const document = readAkn(akn(`<p>One</p>${parts.join('')}`), 'x');
        const numbers = linesOf(document).map((line) => line.number);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      }),
      { numRuns: 300 },
    );
  });
});
