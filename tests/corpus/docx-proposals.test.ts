/**
 * Contributions whose changes are tracked in odd places: automatic numbers, content controls, moved sections, fields,
 * footnotes, rows of tables. Each is compared with what docxodus gives for both sides and with the record that a
 * person who looks at the file in Word would write down.
 */
import { describe, expect, test } from 'vitest';
import { linesOf, sideParagraphsOf, type Side } from '#formats/document/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import type { Clause } from '#kernel/reading/index.ts';
import { readProposals, shown } from '../../src/modules/texts/domain/testing/recognisers.ts';
import {
  buildDocx,
  cell,
  control,
  deleted,
  field,
  inserted,
  list,
  movedFrom,
  movedTo,
  note,
  noteReference,
  paragraph,
  row,
  run,
  table,
  type DocxParts,
} from '../../src/testing/docx.ts';
import { docxodusText } from './judges/docxodus.ts';

const sides: readonly Side[] = ['base', 'proposed'];
const p = paragraph;
const head = [
  p('MOD\tOCP/12A1/1'),
  p('RESOLUTION 5 (Rev. ', deleted('Lagos, 2014'), inserted('Oslo, 2018'), ')'),
  p('Cables'),
  p('The Assembly of the Oceanic Communications Union (', deleted('Lagos, 2014'), inserted('Oslo, 2018'), '),'),
].join('');

interface Case {
  name: string;
  body: string[];
  parts?: Partial<DocxParts>;
  expected: string[];
}

const numbered = { numbering: list(1, [{ format: 'decimal', text: '%1' }]) };
const item = { numbering: { id: 1, level: 0 } };
const moveStart = (half: 'moveFrom' | 'moveTo', id: number): string =>
  `<w:${half}RangeStart w:id="${id}" w:author="A. Drafter" w:date="2026-01-02T03:04:05Z" w:name="section"/>`;
const moveEnd = (half: 'moveFrom' | 'moveTo', id: number): string => `<w:${half}RangeEnd w:id="${id}"/>`;
const half = (kind: 'moveFrom' | 'moveTo', text: string): string =>
  p(
    { mark: [kind] },
    `<w:${kind} w:id="77" w:author="A. Drafter" w:date="2026-01-02T03:04:05Z">${run(text)}</w:${kind}>`,
  );

const cases: Case[] = [
  {
    name: 'items of an automatic list are inserted and struck out',
    parts: numbered,
    body: [
      p('resolves'),
      p(item, 'to chart reefs;'),
      p({ ...item, mark: ['ins'] }, inserted('to lay cables;')),
      p(item, 'to buy ', deleted('ships'), inserted('boats'), ';'),
      p({ ...item, mark: ['del'] }, deleted('to sell ships;')),
      p(item, 'to report.'),
    ],
    expected: [
      '# resolves changed',
      '1>1 kept sure: to chart reefs;',
      '∅>2 inserted sure: {+to lay cables;+}',
      '2>3 changed sure: to buy [-ships-]{+boats+};',
      '3>∅ deleted sure: [-to sell ships;-]',
      '4>4 kept sure: to report.',
    ],
  },
  {
    name: 'content controls within content controls',
    body: [
      p('considering'),
      control(
        { tag: 'outer' },
        control(
          { tag: 'inner' },
          p('a)\tthat ', control({ tag: 'word' }, deleted('reefs') + inserted('cables')), run(' grow;')),
        ) + p('b)\tthat ships are slow,'),
      ),
      p('resolves'),
      control({ tag: 'outer' }, p({ mark: ['ins'] }, inserted('1\tto lay cables;'))),
      p(inserted('2\t'), 'to chart reefs.'),
    ],
    expected: [
      '# considering changed',
      'a)>a) changed sure: that [-reefs-]{+cables+} grow;',
      'b)>b) kept sure: that ships are slow,',
      '# resolves changed',
      '∅>1 inserted sure: {+to lay cables;+}',
      '>2 renumbered sure: to chart reefs.',
    ],
  },
  {
    name: 'a section moves as a whole',
    body: [
      p('considering'),
      p('that cables break,'),
      moveStart('moveFrom', 70),
      half('moveFrom', 'noting'),
      half('moveFrom', 'a)\tthat reefs grow;'),
      half('moveFrom', 'b)\tthat ships are slow,'),
      moveEnd('moveFrom', 70),
      p('recalling'),
      p('that buoys drift,'),
      moveStart('moveTo', 80),
      half('moveTo', 'noting'),
      half('moveTo', 'a)\tthat reefs grow;'),
      half('moveTo', 'b)\tthat ships are slow,'),
      moveEnd('moveTo', 80),
      p('resolves'),
      p('to lay cables.'),
    ],
    expected: [
      '# considering kept',
      '> kept sure: that cables break,',
      '# noting deleted',
      'a)>∅ deleted sure: [-that reefs grow;-]',
      'b)>∅ deleted sure: [-that ships are slow,-]',
      '# recalling kept',
      '> kept sure: that buoys drift,',
      '# noting inserted',
      '∅>a) inserted sure: {+that reefs grow;+}',
      '∅>b) inserted sure: {+that ships are slow,+}',
      '# resolves kept',
      '> kept sure: to lay cables.',
    ],
  },
  {
    name: 'the words of a footnote change, and a reference to one is inserted',
    parts: {
      footnotes:
        note('footnote', 1, p('Of ', deleted('two'), inserted('three'), ' reefs.')) +
        note('footnote', 2, p(inserted('New.'))),
    },
    body: [
      p('resolves'),
      p('1\tto chart reefs', noteReference('footnote', 1), run(';')),
      p('2\tto lay cables', inserted(noteReference('footnote', 2)), run('.')),
    ],
    expected: [
      '# resolves kept',
      '1>1 kept sure: to chart reefs;',
      '2>2 kept sure: to lay cables.',
      'note 1: Of three reefs.',
      'note 2: New.',
    ],
  },
  {
    name: 'the result of a field changes',
    body: [
      p('resolves'),
      p('1\tto chart reefs;'),
      p({ mark: ['ins'] }, inserted('2\tto lay cables;')),
      p(
        deleted('2'),
        inserted('3'),
        '\tto report on resolves ',
        field('REF x', deleted('1') + inserted('2')),
        run(' above.'),
      ),
    ],
    expected: [
      '# resolves changed',
      '1>1 kept sure: to chart reefs;',
      '∅>2 inserted sure: {+to lay cables;+}',
      '2>3 changed sure: to report on resolves [-1-]{+2+} above.',
    ],
  },
  {
    name: 'rows of a table in an annex are inserted and struck out',
    body: [
      p('resolves'),
      p('to keep the table of the annex', inserted(' up to date'), '.'),
      p('ANNEX TO RESOLUTION 5 (Rev. ', deleted('Lagos, 2014'), inserted('Oslo, 2018'), ')'),
      p('Cables and their lengths'),
      table(
        row([cell('Cable'), cell('Length')]),
        row([cell('North'), cell(p('10', deleted(' miles'), inserted(' km')))]),
        row([cell(p({ mark: ['ins'] }, inserted('South'))), cell(p({ mark: ['ins'] }, inserted('20 km')))], {
          mark: 'ins',
        }),
        row([cell(p({ mark: ['del'] }, deleted('West'))), cell(p({ mark: ['del'] }, deleted('30 miles')))], {
          mark: 'del',
        }),
      ),
    ],
    expected: [
      '# resolves changed',
      '> changed sure: to keep the table of the annex{+ up to date+}.',
      '#  changed',
      '> kept sure: Cable',
      '> kept sure: Length',
      '> kept sure: North',
      '> changed sure: 10[- miles-]{+ km+}',
      '∅> inserted sure: {+South+}',
      '∅> inserted sure: {+20 km+}',
      '>∅ deleted sure: [-West-]',
      '>∅ deleted sure: [-30 miles-]',
    ],
  },
  {
    name: 'one clause becomes two, and two become one',
    body: [
      p('resolves'),
      p({ mark: ['ins'] }, '1\tto chart reefs', inserted(';')),
      p(inserted('2\t'), deleted(' and '), 'to lay cables;'),
      p({ mark: ['del'] }, deleted('2'), inserted('3'), '\tto buy boats', deleted(';')),
      p(deleted('3\t'), inserted(' and '), 'to report.'),
    ],
    expected: [
      '# resolves changed',
      '1>1 changed sure: to chart reefs{+;+}[- and to lay cables;-]',
      '∅>2 inserted sure: {+to lay cables;+}',
      '2>3 changed sure: to buy boats[-;-]{+ and to report.+}',
      '3>∅ deleted sure: [-to report.-]',
    ],
  },
  {
    name: 'paragraphs run from right to left, and words move inside one',
    parts: numbered,
    body: [
      p('resolves'),
      p({ ...item, properties: '<w:bidi/>' }, 'to chart ', inserted('all '), 'reefs;'),
      p(
        { ...item, properties: '<w:bidi/>' },
        'to lay ',
        movedFrom('m', 50, 'long '),
        'cables',
        movedTo('m', 60, ' that are long'),
        '.',
      ),
    ],
    expected: [
      '# resolves changed',
      '1>1 changed sure: to chart {+all +}reefs;',
      '2>2 changed sure: to lay [-long -]cables{+ that are long+}.',
    ],
  },
  {
    name: 'changes inside links and tags, a deletion inside an insertion',
    body: [
      p('resolves'),
      p(
        '1\tto chart ',
        `<w:hyperlink w:anchor="a">${deleted('reefs')}${inserted('coral ', deleted('and '), 'reefs')}</w:hyperlink>`,
        run(';'),
      ),
      p(
        '2\tto lay ',
        `<w:smartTag w:element="e">${run('long ')}${deleted('cables')}${inserted('lines')}</w:smartTag>`,
        run('.'),
      ),
    ],
    expected: [
      '# resolves changed',
      '1>1 changed sure: to chart [-reefs-]{+coral reefs+};',
      '2>2 changed sure: to lay long [-cables-]{+lines+}.',
    ],
  },
  {
    name: 'a heading becomes another one, and a section is struck out',
    body: [
      p('considering'),
      p('that cables break,'),
      p({ mark: ['del'] }, deleted('noting')),
      p({ mark: ['del'] }, deleted('that ships are slow,')),
      p(deleted('resolves'), inserted('instructs the Director')),
      p('to lay cables.'),
    ],
    expected: [
      '# considering kept',
      '> kept sure: that cables break,',
      '# noting deleted',
      '>∅ deleted sure: [-that ships are slow,-]',
      '# instructs the Director changed',
      '> kept sure: to lay cables.',
    ],
  },
];

const letters = (texts: readonly string[]): string => texts.join('').replace(/\s+/gu, '');
const shownAll = (clauses: readonly Clause[]): string[] =>
  clauses.flatMap((clause) => [shown(clause), ...shownAll(clause.children)]);

describe('contributions tracked in odd places', () => {
  test.each(cases)('$name', async ({ body, parts, expected }) => {
    const bytes = buildDocx({ ...parts, body: head + body.join('') });
    const document = readDocx(bytes, 'x.docx');
    for (const side of sides) {
      const theirs = await docxodusText(bytes, side);
      expect(letters(sideParagraphsOf(document.blocks, side).map(({ text }) => text))).toBe(letters(theirs.body));
    }
    const { record } = readProposals({ document, lines: linesOf(document) });
    const text = record.proposals[0]?.text;
    const sections = [...(text?.sections ?? []), ...(text?.annexes ?? []).flatMap((annex) => annex.sections)];
    const found = [
      ...sections.flatMap(({ heading, status, clauses }) => [`# ${heading ?? ''} ${status}`, ...shownAll(clauses)]),
      ...(text?.footnotes ?? []).map((footnote) => `note ${footnote.mark}: ${footnote.text}`),
    ];
    expect(found).toEqual(expected);
  });
});
