import { expect, test } from 'vitest';
import { linesOf, sideParagraphs } from '#formats/document/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import { writeDocx } from '#formats/docx/write/index.ts';
import type { LegalText } from '#kernel/reading/index.ts';
import { proposalsRecogniser } from '../proposals/recogniser.ts';
import { cleanClause, sideOfText } from '../register/sides.ts';
import { tallyOf, usualRule } from '../support/support.ts';
import { contributionTemplates } from './templates.ts';
import { contributionDocument, type ContributionToPrint } from './document.ts';

const text: LegalText = {
  heading: 'RESOLUTION 4 (Rev. Apia, 2025)',
  changedHeading: { before: 'RESOLUTION 4 (Rev. Suva, 2021)', after: 'RESOLUTION 4 (Rev. Apia, 2025)' },
  title: 'Connecting small islands',
  opening: 'The Plenipotentiary Assembly of the Oceanic Communications Union (Apia, 2025),',
  sections: [
    {
      kind: 'operative',
      heading: 'resolves',
      status: 'changed',
      line: 4,
      clauses: [
        cleanClause({ label: '1', words: 'to lay cables;', line: 5, children: [] }),
        {
          ...cleanClause({ label: '2', words: '', line: 6, children: [] }),
          status: 'changed',
          before: 'to report every four years.',
          after: 'to report every two years.',
          runs: [
            { text: 'to report every ', change: 'same' },
            { text: 'four', change: 'deleted' },
            { text: 'two', change: 'inserted' },
            { text: ' years.', change: 'same' },
          ],
        },
      ],
    },
  ],
  annexes: [],
  footnotes: [{ mark: '1', text: 'Of fibre.', line: 5 }],
};

const contribution = (template: string): ContributionToPrint => ({
  head: {
    proponent: 'NIC',
    conference: 'Plenipotentiary Assembly',
    place: 'Apia',
    year: 2025,
    number: 12,
    addendum: 1,
    title: 'Common proposals',
    template,
  },
  source: 'Northern Islands Conference',
  date: '1 June 2025',
  proposals: [
    {
      serial: 1,
      symbol: 'MOD',
      about: 'Resolution 4 (Rev. Suva, 2021)',
      title: 'Connecting small islands',
      summary: 'Reports come sooner.\nNothing else changes.',
      introduction: 'Cables break.',
      reasons: 'Four years are long.',
      text,
      support: {
        tally: tallyOf(usualRule, ['Atoll', 'Bay'], [{ member: 'Atoll', answer: 'supporting' }]),
        supporting: ['Atoll'],
        opposing: [],
      },
    },
    {
      serial: 2,
      symbol: 'SUP',
      about: 'Resolution 17 (Suva, 2021)',
      title: 'Charts',
      summary: '',
      introduction: '',
      reasons: 'It was fulfilled.',
      text: null,
      support: null,
    },
  ],
});

test.each(contributionTemplates.map(({ id }) => id))(
  'template %s: what is written is read as the same proposals',
  (id) => {
    const { document, look } = contributionDocument(contribution(id));
    const back = readDocx(writeDocx(document, look), document.name);
    const { record, findings } = proposalsRecogniser.recognise({ document: back, lines: linesOf(back) });
    expect(record.document).toEqual({ proponent: 'NIC', number: 12, addendum: 1 });
    const [first, second] = record.proposals;
    expect(first).toMatchObject({
      reference: 'NIC/12A1/1',
      bookmark: 'NIC_12A1_1',
      action: 'MOD',
      target: { kind: 'resolution', number: 4 },
      revision: { before: { place: 'Suva', year: 2021 }, after: { place: 'Apia', year: 2025 } },
    });
    expect(first?.parts.summary).not.toBeNull();
    expect(first?.parts.reasons).not.toBeNull();
    expect(first?.text?.sections[0]?.clauses.map(({ label, runs }) => [label.after, runs])).toEqual(
      text.sections[0]?.clauses.map(({ label, runs }) => [label.after, runs]),
    );
    expect(first?.text?.footnotes.map((note) => note.text)).toEqual(['Of fibre.']);
    expect(second).toMatchObject({
      reference: 'NIC/12A1/2',
      action: 'SUP',
      target: { kind: 'resolution', number: 17 },
    });
    expect(findings.filter(({ level }) => level !== 'info').map(({ rule }) => rule)).toEqual([]);
    const words = (side: 'base' | 'proposed') => sideParagraphs(back, side).map((paragraph) => paragraph.text);
    expect(words('base')).toContain('2\tto report every four years.');
    expect(words('proposed')).toContain('2\tto report every two years.');
    expect(words('base').join('\n')).toContain('Signatories of all proposals: Atoll.');
    expect(sideOfText(text, 'base').heading).toBe('RESOLUTION 4 (Rev. Suva, 2021)');
  },
);
