/**
 * Six invented contributions in different house styles, with what a careful reader would mark in each. They were written
 * before the rules were measured on anything; what the rules found at first sight is told in docs/lint.md.
 */
import { buildDocx, deleted, inserted, note, noteReference, paragraph, style } from '../../src/testing/docx.ts';

export interface InventedContribution {
  name: string;
  bytes: Uint8Array;
  /** Each fault: the rule that should tell of it, and words of the line where it stands. */
  faults: readonly (readonly [rule: string, words: string])[];
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** Plain text with typed labels; a new resolution full of slips, one without, a suppression without reasons. */
const copiedText = `Southern Seas Forum
Common proposals for the work of the Assembly

Summary:
A new resolution on reefs.

PROPOSAL
ADD\tSSF/21A1/1
Draft New Resolution [SSF-1] (Rev. Oslo, 2018)
Charting of reefs
The Assembly of the Oceanic Communications Union (Oslo, 2018),
considering
a)\tthat reefs are charted by many hands, and that charts are shared among the the members;
b)\tthat the Register of Reefs and Cables (RRC) was opened by the Union;
d)\tthat surveys are made with small boats,
recalling
a)\tthat the Register of Reefs and Cables (RRC) is kept by the Bureau;
b)\tResolution 4 (Rev. Lagos, 2014), on small islands;
c)\t
resolves
1\tto chart all reefs by 2016;
2\tto keep the Register as set out in the Annex to this resolution;
3\tto publish charts (in the languages of the Union;
4\tthe yearly report is sent to members.
instructs the Secretary-General
1\tto report on resolves 7 above to the Council;
2\tto carry out [the survey of northern reefs] without delay;
2\tto find the means for it.

* * * * *

Summary:
Nothing to do any more.

PROPOSAL
SUP\tSSF/21A1/2
RESOLUTION 12 (Lagos, 2014)
Pilots for deep channels
Reasons:

* * * * *

Summary:
Buoys.

PROPOSAL
NOC\tSSF/21A1/4
RESOLUTION 15 (Lagos, 2014)
Buoys
Reasons: Buoys are where they should be.
`;

/** The same house, nothing wrong: no rule should have anything to say above a note. */
const carefulText = `Northern Islands Conference
Proposals for the work of the Assembly

PROPOSAL
ADD\tNIC/31A2/1
Draft New Resolution [NIC-1]
Lights on landing stages
The Assembly of the Oceanic Communications Union (Oslo, 2018),
recalling
a)\tResolution 4 (Rev. Lagos, 2014) of this Assembly, on small islands;
b)\tthe results of the session held from 2015 to 2017;
c)\tthat that session asked for lights that ships can see,
noting
that landing stages have been built in Pago Pago, and that more will follow by the end of this decade,
resolves
1\tthat lights be placed on all landing stages, by 2022 at the latest;
2\tthat each light be listed in the Annex to this resolution,
instructs the Secretary-General
1\tto keep the list referred to in resolves 2 above;
2\tto report every year, including:
–\ton lights that were placed;
–\ton lights that went out;
3\tto submit to the next Assembly what is needed under recalling a) and b) above,
invites Member States
to place lights.
ANNEX (to Resolution [NIC-1])
List of lights
1\tNorth stage.
2\tSouth stage.

SUP\tNIC/31A2/2
RESOLUTION 9 (Lagos, 2014)
Signals by flag
Reasons: Flags are no longer used by any member.
`;

/** A copy without revision marks: old and new words fused. */
const flattenedText = `Proposal EUR/40A3/1 - Summary:
Cables need care.

INTRODUCTION
Cables are old.

PROPOSAL
MOD\tEUR/40A3/1
RESOLUTION 5 (Rev. Lagos, 2014OSLO, 2018)
Care of submarine cables
The Assembly of the Oceanic Communications Union (Lagos, 2014Oslo, 2018),
considering
a)\tthat cables are many;
b)\tthat cables are long;
bc)\tthat cables are old;
cd)\tthat some cables are owned by several members,
recognizing
that, as noted in considering b) above, old cables break,
resolves
1\tto mend cables before 2017;
2\tto lay new cables, as asked for in Resolution 8 (Rev. Busan, 2018);
23\tto report to the 2015 2019 session of the Council;
34\tto keep in mind recognizing d) above;
45\tto keep a list of cables;;
instructs the Secretary-General
to make the list known.
Reasons: Cables.
`;

const styles =
  style('paragraph', 'Proposal', 'Proposal') +
  style('paragraph', 'ResNo', 'Res_No') +
  style('paragraph', 'Restitle', 'Res_title') +
  style('paragraph', 'Normalaftertitle', 'Normal_after_title') +
  style('paragraph', 'Call', 'Call') +
  style('paragraph', 'Reasons', 'Reasons');

const p = (name: string, ...content: string[]): string => paragraph({ style: name }, ...content);
const tab = (label: string, words: string): string => `${label}\t${words}`;

/** Word with revisions in the house's styles; what a drafter forgets when clauses are renumbered. */
const markedWord = buildDocx({
  styles,
  footnotes: note('footnote', 2, 'These include buoys.') + note('footnote', 3, ' '),
  body: [
    p('Proposal', 'MOD\tRCC/50A1/1'),
    p('ResNo', 'RESOLUTION 20 (Rev. Lagos, 2014)'),
    p('Restitle', 'Harbours and their reports for ', deleted('2015-2018'), inserted('2019-2022')),
    p(
      'Normalaftertitle',
      'The Assembly of the Oceanic Communications Union (',
      deleted('Lagos, 2014'),
      inserted('Oslo, 2018'),
      '),',
    ),
    p('Call', 'considering'),
    paragraph({ mark: ['del'] }, deleted(tab('a)', 'that harbours are few;'))),
    paragraph(deleted('b'), inserted('a'), ')\tthat harbours are deep;'),
    paragraph(deleted('c'), inserted('b'), ')\tthat harbours are safe', noteReference('footnote', 2), ';'),
    paragraph({ mark: ['ins'] }, inserted(tab('c)', 'that harbours are lit,'))),
    p('Call', 'resolves'),
    paragraph(tab('1', 'to keep harbours deep, as noted in considering b) above;')),
    paragraph(tab('2', 'to report on the plan for 2015-2018 once a year;')),
    paragraph(deleted('3'), inserted('4'), '\tto bear in mind considering c) above', noteReference('footnote', 3), ';'),
    paragraph(deleted('4'), inserted('5'), '\tto inform members'),
    p('Call', 'instructs the Director'),
    p('Call', 'invites Member States'),
    paragraph('to light their harbours.'),
    p('Reasons', 'Reasons:'),
    p('Proposal', 'NOC\tRCC/50A1/2'),
    p('ResNo', 'RESOLUTION 21 (Lagos, 2014)'),
    p('Restitle', 'Pilots'),
    p('Call', 'resolves'),
    paragraph('to train pilots', inserted(' and captains'), '.'),
    p('Reasons', 'Reasons: Pilots are trained.'),
  ].join(''),
});

/** Word with revisions, no styles, labels as "(a)" and "1."; renumbered with care. */
const carefulWord = buildDocx({
  body: [
    paragraph('MOD\tAFCP/60A1/1'),
    paragraph('RESOLUTION 30 (', deleted('Lagos, 2014'), inserted('Rev. Oslo, 2018'), ')'),
    paragraph('Tides and their tables'),
    paragraph(
      'The Assembly of the Oceanic Communications Union (',
      deleted('Lagos, 2014'),
      inserted('Oslo, 2018'),
      '),',
    ),
    paragraph('considering'),
    paragraph('(a)\tthat tides rise;'),
    paragraph({ mark: ['ins'] }, inserted('(b)\tthat tides fall;')),
    paragraph('(', deleted('b'), inserted('c'), ')\tthat tables of tides are printed each year,'),
    paragraph('resolves'),
    paragraph('1.\tthat tables be printed, having regard to considering (', deleted('b'), inserted('c'), ') above;'),
    paragraph('2.\tthat tables be free of charge', inserted(' (for members)'), ','),
    paragraph('requests the Council'),
    paragraph('to follow the matter', deleted(' until 2016'), '.'),
    paragraph('Reasons: Tides fall as well.'),
  ].join(''),
});

/** A text that stands alone, in running paragraphs, as other assemblies write. */
const runningText = `RESOLUTION 41 (Oslo, 2018)
Lighthouses
The Assembly of the Oceanic Communications Union (Lagos, 2014),
Recalling its resolution 30 (Lagos, 2014) on tides,
Noting the report on lighthouses from 2017 to 2015,
1. Decides to keep all lighthouses lit;
2. Requests the Director to report on on lamps by the end of 2012;
4. Invites members to pay for lamps “as they see fit.
`;

export const inventedContributions: readonly InventedContribution[] = [
  {
    name: 'copied text with slips.txt',
    bytes: text(copiedText),
    faults: [
      ['add-with-base-revision', 'Draft New Resolution [SSF-1]'],
      ['doubled-word', 'the the members'],
      ['abbreviation-defined-twice', 'is kept by the Bureau'],
      ['label-sequence', 'with small boats'],
      ['empty-clause', 'c)'],
      ['deadline-past', 'by 2016'],
      ['annex-missing', 'the Annex to this resolution'],
      ['unbalanced-brackets', 'publish charts'],
      ['clause-not-parallel', 'yearly report'],
      ['list-end-punctuation', 'yearly report'],
      ['reference-mismatch', 'resolves 7'],
      ['square-brackets-left', 'northern reefs'],
      ['duplicate-label', 'find the means'],
      ['missing-reasons', 'SUP'],
      ['serial-gap', 'NOC'],
    ],
  },
  { name: 'careful text.txt', bytes: text(carefulText), faults: [] },
  {
    name: 'flattened text.txt',
    bytes: text(flattenedText),
    faults: [
      ['deadline-past', 'before 2017'],
      ['citation-impossible', 'Busan, 2018'],
      ['reference-not-followed', 'considering b)'],
      ['reference-mismatch', 'recognizing d)'],
      ['doubled-sign', 'list of cables'],
      ['list-end-punctuation', 'list of cables'],
    ],
  },
  {
    name: 'marked Word with slips.docx',
    bytes: markedWord,
    faults: [
      ['revision-not-raised', 'RESOLUTION 20'],
      ['reference-not-followed', 'considering b)'],
      ['reference-not-followed', 'considering c)'],
      ['period-left-behind', 'plan for 2015-2018'],
      ['label-sequence', 'bear in mind'],
      ['empty-footnote', 'bear in mind'],
      ['list-end-punctuation', 'to inform members'],
      ['heading-without-clauses', 'instructs the Director'],
      ['reasons-empty', 'Reasons:'],
      ['noc-with-changes', 'to train pilots'],
    ],
  },
  { name: 'careful Word.docx', bytes: carefulWord, faults: [] },
  {
    name: 'running paragraphs.txt',
    bytes: text(runningText),
    faults: [
      ['heading-opening-disagree', 'The Assembly of the Oceanic'],
      ['range-backwards', 'from 2017 to 2015'],
      ['doubled-word', 'on on lamps'],
      ['deadline-past', '2012'],
      ['label-sequence', 'Invites members'],
      ['unbalanced-brackets', 'as they see fit'],
    ],
  },
];
