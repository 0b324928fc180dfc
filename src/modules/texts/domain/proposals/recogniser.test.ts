import { describe, expect, test } from 'vitest';
import type { Recognition } from '#formats/document/index.ts';
import type { ProposalsRecord } from '#kernel/reading/index.ts';
import { sourceOfText } from '../testing/documents.ts';
import { everyClause, readProposals, shown } from '../testing/recognisers.ts';
import { proposalsRecogniser } from './recogniser.ts';

function read(text: string): Recognition<ProposalsRecord> {
  return readProposals(sourceOfText(text));
}

const opening = 'The Plenipotentiary Conference of the Oceanic Communications Union (Oslo, 2018),';

describe('a contribution with summaries', () => {
  const text = `\t[bookmark: ocp_1]Proposal OCP/12A1/1 - Summary: 
No change to the Constitution.


INTRODUCTION
The Constitution is stable.

PROPOSAL
It is proposed to leave it.
NOC	OCP/12A1/1
	
	CONSTITUTION OF
THE OCEANIC
COMMUNICATIONS UNION


Reasons:	Stability.
* * * * *
	[bookmark: ocp_2][bookmark: _GoBack]Proposal OCP/12A1/2 - Summary: Two changes.


The reefs are growing.
PROPOSAL
It is proposed to modify Resolution 5.
MOD	OCP/12A1/2#4711
[bookmark: _Toc1]RESOLUTION 5 (Rev. Lagos, 2014OSLO, 2018)
Charts of reefs[footnoteRef:1]1 and shoals [1: 1	Also called banks.] 

The Plenipotentiary Conference of the Oceanic Communications Union (Lagos, 2014Oslo, 2018),
considering
that reefs grow,
resolves
1	to chart them;
2	to publish the charts.
ANNEX TO RESOLUTION 5 (Rev. Lagos, 2014OSLO, 2018)
Signs on charts
–	a cross
–	a ring
* * * * *
 INTRODUCTION
Buoys are lost.
PROPOSAL
Suppress Resolution 8.
SUP	OCP/12A1/3
RESOLUTION 8 (Lagos, 2014)
Lost buoys
The Plenipotentiary Conference of the Oceanic Communications Union (Lagos, 2014),

                        
Buoys by year
Lost	1	2	3	
`;
  const { record, placed, findings } = read(text);
  const [first, second, third] = record.proposals;

  test('belongs to a document', () => {
    expect(record.document).toEqual({ proponent: 'OCP', number: 12, addendum: 1 });
    expect(record.proposals.map((one) => [one.action, one.reference, one.externalId, one.bookmark])).toEqual([
      ['NOC', 'OCP/12A1/1', null, 'ocp_1'],
      ['MOD', 'OCP/12A1/2', '4711', 'ocp_2'],
      ['SUP', 'OCP/12A1/3', null, null],
    ]);
  });

  test('has its parts, also where headings are missing', () => {
    expect(first?.parts).toEqual({ summary: [1, 2], introduction: [5, 6], proposal: [8, 9], reasons: [17, 17] });
    expect(second?.parts).toEqual({ summary: [19, 19], introduction: [22, 22], proposal: [23, 24], reasons: null });
    expect(third?.parts).toEqual({ summary: null, introduction: [40, 41], proposal: [42, 43], reasons: null });
    expect(record.proposals.map((one) => one.lines)).toEqual([
      [1, 17],
      [19, 38],
      [40, 47],
    ]);
  });

  test('no change: the title of the treaty, no text', () => {
    expect(first?.target).toEqual({ kind: 'constitution', number: null, part: null, isNew: false });
    expect(first?.title.after).toBe('CONSTITUTION OF THE OCEANIC COMMUNICATIONS UNION');
    expect(first?.text).toBeNull();
  });

  test('modification: both revisions, sections, annex, footnote in the title', () => {
    expect(second?.target).toEqual({ kind: 'resolution', number: 5, part: null, isNew: false });
    expect(second?.revision).toEqual({
      before: { place: 'Lagos', year: 2014, revised: true },
      after: { place: 'Oslo', year: 2018, revised: true },
    });
    expect(second?.title).toEqual({ before: 'Charts of reefs and shoals', after: 'Charts of reefs and shoals' });
    expect(second?.text?.heading).toBe('RESOLUTION 5 (Rev. OSLO, 2018)');
    expect(second?.text?.opening).toBe(opening);
    expect(second?.text?.sections.map((one) => [one.kind, one.heading, one.clauses.length])).toEqual([
      ['preamble', 'considering', 1],
      ['operative', 'resolves', 2],
    ]);
    expect(second?.text?.annexes).toMatchObject([{ title: 'Signs on charts', line: 35 }]);
    expect(second?.text?.annexes[0]?.sections[0]?.clauses.map((one) => one.label.printed)).toEqual(['–', '–']);
    expect(second?.text?.footnotes).toEqual([{ mark: '1', text: 'Also called banks.', line: 27 }]);
  });

  test('suppression: the text that goes, none that comes', () => {
    expect(third?.title).toEqual({ before: 'Lost buoys', after: null });
    expect(third?.revision).toEqual({ before: { place: 'Lagos', year: 2014, revised: false }, after: null });
  });

  test('rows of stars and the stray chart stay unplaced', () => {
    const lines = text.split('\n');
    const left = lines.flatMap((line, index) => (line.trim() !== '' && !placed.has(index + 1) ? [index + 1] : []));
    expect(left).toEqual([18, 39, 50, 51]);
  });

  test('what a person should look at', () => {
    expect(findings.map((one) => [one.rule, one.lines])).toEqual(
      expect.arrayContaining([
        ['missing-summary', [44, 44]],
        ['missing-bookmark', [44, 44]],
        ['missing-reasons', [44, 44]],
        ['orphan-tail', [50, 51]],
      ]),
    );
  });
});

describe('contributions of other proponents', () => {
  test('codes in a row with reasons between them, one introduction for all', () => {
    const { record } = read(
      [
        'European Common Proposals',
        'Introduction',
        'Europe proposes the following.',
        'MOD\tEUR/48A2/1',
        'RESOLUTION 5 (Rev. Oslo, 2018)',
        'Cables',
        opening,
        'resolves',
        'to lay cables.',
        'Reasons:\tCables are old.',
        'ADD\tEUR/48A2/2',
        'DRAFT NEW RESOLUTION [EUR-1]',
        'Buoys',
        opening,
        'resolves',
        'to set out buoys.',
        'Reasons:\t',
      ].join('\n'),
    );
    expect(
      record.proposals.map((one) => [one.reference, one.parts.introduction, one.parts.reasons, one.target]),
    ).toEqual([
      ['EUR/48A2/1', [2, 3], [10, 10], { kind: 'resolution', number: 5, part: null, isNew: false }],
      ['EUR/48A2/2', null, [17, 17], { kind: 'resolution', number: 'EUR-1', part: null, isNew: true }],
    ]);
  });

  test('no addendum, a decision and a recommendation', () => {
    const { record } = read(
      [
        'MOD\tRCC/62/1',
        'DECISION 5 (Rev. Oslo, 2018)',
        'Income',
        opening,
        'decides',
        'that dues stay as they are.',
        'MOD\tRCC/62/2',
        'RECOMMENDATION 3 (Rev. Oslo, 2018)',
        'Tides',
        opening,
        'recommends',
        'that tides be watched.',
      ].join('\n'),
    );
    expect(record.document).toEqual({ proponent: 'RCC', number: 62, addendum: null });
    expect(record.proposals.map((one) => [one.target.kind, one.target.number])).toEqual([
      ['decision', 5],
      ['recommendation', 3],
    ]);
    expect(record.proposals.map((one) => one.text?.sections.map((section) => section.heading))).toEqual([
      ['decides'],
      ['recommends'],
    ]);
  });

  test('articles of a treaty, provision by provision', () => {
    const { record, findings, placed } = read(
      [
        'CONVENTION OF THE OCEANIC COMMUNICATIONS UNION',
        'MOD\tIAP/63A1/1',
        'ARTICLE 4',
        'The Council',
        'ADD\tIAP/63A1/2',
        '\t79A',
        '\tThe Council shall also review charts.',
        '',
        'MOD\tIAP/63A1/3',
        'Something else altogether',
      ].join('\n'),
    );
    expect(record.proposals.map((one) => one.target)).toEqual([
      { kind: 'convention', number: null, part: 'Article 4', isNew: false },
      { kind: 'convention', number: null, part: 'No. 79A', isNew: true },
      { kind: 'resolution', number: null, part: null, isNew: false },
    ]);
    expect(findings.map((one) => one.rule)).toContain('target-unclear');
    expect(record.proposals.map((one) => one.text?.sections.map((section) => section.heading))).toEqual([
      ['ARTICLE 4 The Council'],
      [null],
      undefined,
    ]);
    expect(everyClause(record.proposals[1]?.text).map(shown)).toEqual([
      '∅>79A inserted sure: {+The Council shall also review charts.+}',
    ]);
    expect([...placed].sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 9]);
  });

  test('conferences that name revisions by number', () => {
    const { record } = read(
      [
        'MOD\tAFCP/9A20/1',
        'RESOLUTION 28 (REV.WRC-1519)',
        'References',
        'The World Radiocommunication Conference (Geneva, 2015Sharm el-Sheikh, 2019),',
        'considering',
        'a)\tthat texts refer to one another;',
        'b)\tthat references age,',
        'resolves',
        'to keep them fresh.',
      ].join('\n'),
    );
    expect(record.proposals[0]?.text?.opening).toBe('The World Radiocommunication Conference (Sharm el-Sheikh, 2019),');
    expect(record.proposals[0]?.revision.before).toEqual({ place: 'WRC', year: 2015, revised: true });
    expect(record.proposals[0]?.revision.after).toEqual({ place: 'WRC', year: 2019, revised: true });
  });

  test('an annex alone, its heading before the code line', () => {
    const { record } = read(
      [
        'PROPOSAL',
        'Amend the annex.',
        'RESOLUTION 7 (Rev. Lagos, 2014Oslo, 2018)',
        'Plan for 2016-2019 2020-2023',
        'MOD\tOCP/12A1/9',
        'ANNEX 1 to RESOLUTION 7 (Rev. oslo, 2018)',
        'Plan of the Union',
        '1.\tVision',
        'A connected ocean.',
        '2\tMission',
        'To connect it.',
      ].join('\n'),
    );
    const [one] = record.proposals;
    expect(one?.target).toEqual({ kind: 'resolution', number: 7, part: 'Annex 1', isNew: false });
    expect(one?.title).toEqual({ before: 'Plan for 2016-2019', after: 'Plan for 2020-2023' });
    expect(one?.lines).toEqual([1, 11]);
    expect(one?.text?.annexes.map((annex) => [annex.title, annex.sections.map((section) => section.heading)])).toEqual([
      ['Plan of the Union', ['1. Vision', '2 Mission']],
    ]);
  });
});

describe('findings', () => {
  test('numbering, missing texts and changes, odd names', () => {
    const { findings } = read(
      [
        'MOD\tOCP/12A1/1',
        'RESOLUTION 5 (Oslo, 2018)',
        'Cables',
        opening,
        'resolves',
        'to lay cables by Resolution 3 (Rev. Busan, 2018) in Buenos Aires, the Buenos Aires and Buenos Aires plans, or Bueno Aires.',
        'MOD\tOCP/12A1/4',
        'RESOLUTION 6 (Oslo, 2018)',
        'MOD\tOCP/13A1/5',
        'RESOLUTION 7 (Oslo, 2018)',
        'Reefs',
        opening,
        'considering',
        'a)\tthat reefs grow,',
        'b)\tthat ships are large;',
        'resolves',
        '1\tto chart them, as said in considering c) above;',
        '3\tto publish charts',
      ].join('\n'),
    );
    const rules = findings.map((one) => `${one.rule} ${one.lines?.join('-')}`);
    expect(rules).toEqual([
      'change-missing 1-1',
      'place-spelling 6-6',
      'revision-name-unlikely 6-6',
      'text-missing 7-7',
      'serial-gap 7-7',
      'change-missing 9-9',
      'other-document 9-9',
      'list-end-punctuation 14-14',
      'list-end-punctuation 15-15',
      'label-sequence 17-18',
      'reference-mismatch 17-17',
      'list-end-punctuation 18-18',
    ]);
  });
});

describe('what suits', () => {
  test('a code line is certain, prose is not', () => {
    expect(proposalsRecogniser.suits(sourceOfText('MOD\tOCP/12A1/1\nRESOLUTION 5')).score).toBe(1);
    expect(proposalsRecogniser.suits(sourceOfText('A letter about MOD and ADD.')).score).toBe(0);
  });
});
