/** Lays out a contribution to the Assembly: front page, then one proposal after the other. */
import { blank, cell, gridTable, paragraph, paragraphs, words, type Block, type Cell, type Inline } from './content.ts';

export interface Contribution {
  /** The code of the document in the headers: "PA25/12(Add.1)-E". */
  code: string;
  /** "Addendum 1 to Document 12-E". */
  document: string;
  /** As printed. */
  date: string;
  /** Who submits it. */
  source: string;
  title: string;
  /** Words before the proposals. */
  preface: string[];
  /** Number, subject and supporters of each proposal. */
  support?: string[][];
  proposals: readonly ContributedProposal[];
}

export interface ContributedProposal {
  action: 'NOC' | 'MOD' | 'ADD' | 'SUP';
  /** "NIC/12A1/3", with or without the number of the proposal system ("#2203"). */
  reference: string;
  bookmark: string;
  /** In a box above the proposal; absent in contributions of groups that write none. */
  summary?: string[];
  introduction: string[];
  /** What is proposed, in a sentence. */
  proposal: string[];
  /** The text proposed with its changes. */
  text: Block[];
  reasons?: string;
}

/** Half of the width between the margins, in twentieths of a point. */
const half = 4819;

/** All pages. */
export function contributionBlocks(contribution: Contribution): Block[] {
  return [
    ...frontPage(contribution),
    ...contribution.proposals.flatMap((one, index) => [...(index === 0 ? [] : [separator()]), ...proposalBlocks(one)]),
    separator(),
  ];
}

const head = (...texts: string[]): Cell => cell('Dochead', texts);

function frontPage({ document, date, source, title, preface, support }: Contribution): Block[] {
  const none: Cell = { blocks: [blank] };
  return [
    {
      kind: 'table',
      widths: [half + 1000, half - 1000],
      lines: 'below',
      rows: [
        {
          cells: [
            head('Plenipotentiary Assembly (PA-25)', 'Apia, 8–19 September 2025'),
            { blocks: [paragraph(null, words('OCU', 'same', { bold: true, size: 48 }), { align: 'right' })] },
          ],
        },
        { cells: [head('PLENARY MEETING'), head(document, date, 'Original: English')] },
        { cells: [none, none] },
      ],
    },
    paragraph('Source', source),
    paragraph('Title1', title),
    ...paragraphs(null, ...preface),
    ...(support === undefined
      ? []
      : [gridTable([1500, 3600, 4538], ['Number', 'Subject', 'Member States in support'], support), blank]),
  ];
}

function separator(): Block {
  const stars: Inline = {
    kind: 'words',
    text: Array.from({ length: 10 }, () => '*').join(' '),
    look: {},
    change: 'same',
  };
  return paragraph('Separator', [stars]);
}

function proposalBlocks(one: ContributedProposal): Block[] {
  const [plainReference = ''] = one.reference.split('#');
  const bookmark: Inline = { kind: 'bookmark', name: one.bookmark };
  const box: Block[] =
    one.summary === undefined
      ? []
      : [
          {
            kind: 'table',
            widths: [2 * half],
            lines: 'box',
            rows: [
              {
                cells: [
                  {
                    blocks: [
                      paragraph('Summary', [bookmark, ...words(`**Proposal ${plainReference} – Summary:**`)]),
                      ...paragraphs('Summary', ...one.summary),
                    ],
                  },
                ],
              },
            ],
          },
          blank,
        ];
  return [
    ...box,
    paragraph('Headingb', 'INTRODUCTION'),
    ...paragraphs(null, ...one.introduction),
    paragraph('Headingb', 'PROPOSAL'),
    ...paragraphs(null, ...one.proposal),
    paragraph('Proposal', [
      ...(one.summary === undefined ? [bookmark] : []),
      ...words(one.action),
      ...words('\t'),
      { kind: 'words', text: one.reference, look: { bold: false }, change: 'same' },
    ]),
    ...one.text,
    ...(one.reasons === undefined ? [] : [paragraph('Reasons', [...words('**Reasons:**\t'), ...words(one.reasons)])]),
  ];
}

/** The head of a treaty: a provision has its number in the left cell, the words in the right one. */
export function treatyHead(...lines: string[]): Block {
  return {
    kind: 'table',
    widths: [1200, 2 * half - 1200],
    lines: 'none',
    rows: [{ cells: [{ blocks: [blank] }, { blocks: lines.map((line) => paragraph('Title1', line)) }] }],
  };
}
