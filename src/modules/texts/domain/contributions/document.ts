/** A contribution as a document in a house template: front page, support, then one proposal after the other. */
import { plainStyle, type Block, type Cell, type Document, type Table } from '#formats/document/index.ts';
import type { HouseTemplate } from '#formats/docx/write/index.ts';
import { documentOf, paragraphOf, plainParagraph, runsOf, textBlocks, type Published } from '../publish/index.ts';
import type { SupportTally } from '../support/support.ts';
import { bookmarkOf, referenceOf, type ContributionHead, type PreparedProposal } from './contribution.ts';
import { documentName, templateNamed, type ContributionTemplate } from './templates.ts';

/** How a proposal stands with its members, with their names; `null` where nobody was asked. */
export interface PrintedSupport {
  tally: SupportTally;
  supporting: readonly string[];
  opposing: readonly string[];
}

export interface ContributionToPrint {
  head: ContributionHead;
  proposals: readonly (PreparedProposal & { support: PrintedSupport | null })[];
  /** The group or administration in words, under the front page. */
  source: string;
  /** As printed: "1 June 2025". */
  date: string;
}

/** The document and the looks of its template. */
export function contributionDocument(made: ContributionToPrint): { document: Document; look: HouseTemplate } {
  const template = templateNamed(made.head.template);
  const { head, proposals } = made;
  const pages = proposals.map((proposal) => proposalParts(proposal, made, template));
  const document = documentOf([...frontPage(made, template), ...pages.flatMap(({ parts }) => parts)], {
    name: `${head.proponent} ${documentName(head)}.docx`.replaceAll('/', '-'),
    properties: { title: head.title, creator: made.source },
  });
  document.bookmarks = proposals.map(({ serial }) => ({
    name: bookmarkOf(head, serial),
    line: lineOf(document, referenceOf(head, serial)),
  }));
  const header = template.pageHeader(head);
  if (header !== '') document.margins.unshift({ kind: 'header', blocks: [plainParagraph('Header', header)] });
  return { document, look: template.look };
}

type Parts = (Published | Table)[];

const published = (...blocks: Published['blocks']): Published => ({ blocks, notes: [] });
const paragraphs = (style: string, words: string): Published =>
  published(
    ...words
      .split(/\n+/)
      .filter((line) => line.trim() !== '')
      .map((line) => plainParagraph(style, line.trim())),
  );

function frontPage({ head, proposals, source, date }: ContributionToPrint, template: ContributionTemplate): Parts {
  const { left, right } = template.frontPage(head);
  const supported = proposals.filter(({ support }) => support !== null);
  return [
    table([[left, [...right, date]]], 'Dochead', false),
    paragraphs('Source', source),
    paragraphs('Title1', head.title),
    ...(supported.length === 0
      ? []
      : [
          paragraphs('Headingb', template.words.support),
          table(
            [
              [['Proposal'], ['About'], ['Supporting'], ['Not supporting']],
              ...supported.map(({ serial, symbol, about, support }) => [
                [referenceOf(head, serial)],
                [`${symbol} ${about}`],
                [namesIn(support?.supporting)],
                [namesIn(support?.opposing)],
              ]),
            ],
            'Tabletext',
            true,
          ),
          paragraphs('Note', signatories(supported)),
        ]),
  ];
}

const namesIn = (names: readonly string[] = []): string => (names.length === 0 ? '–' : names.join(', '));

/** Who signs: the members that support all of it stand under the whole document. */
function signatories(proposals: readonly { support: PrintedSupport | null }[]): string {
  const [first, ...others] = proposals.map(({ support }) => support?.supporting ?? []);
  const all = (first ?? []).filter((name) => others.every((names) => names.includes(name)));
  return all.length === 0 ? '' : `Signatories of all proposals: ${all.join(', ')}.`;
}

function proposalParts(
  proposal: ContributionToPrint['proposals'][number],
  { head, source, proposals }: ContributionToPrint,
  { words, summaryBox }: ContributionTemplate,
): { parts: Parts } {
  const reference = referenceOf(head, proposal.serial);
  const status = { common: 'Common proposal', opposed: 'Proposal', preliminary: 'Preliminary common proposal' };
  const summary =
    proposal.summary.trim() === ''
      ? []
      : [
          `Proposal ${reference} – ${words.summary}:`,
          ...proposal.summary.split(/\n+/).filter((line) => line.trim() !== ''),
        ];
  const text = proposal.text === null ? [] : [textBlocks(proposal.text, { author: source, date: null })];
  const reasons = proposal.reasons.trim() === '' ? '' : `${words.reasons}\t${proposal.reasons.trim()}`;
  return {
    parts: [
      ...(proposals.length > 1 ? [paragraphs('Separator', '* * * * * * * * * *')] : []),
      ...(summary.length === 0
        ? []
        : summaryBox
          ? [table([[summary]], 'Summary', false)]
          : [published(...summary.map((line) => plainParagraph('Summary', line)))]),
      ...(proposal.support === null ? [] : [paragraphs('Note', `${status[proposal.support.tally.state]}.`)]),
      ...(proposal.introduction.trim() === ''
        ? []
        : [paragraphs('Headingb', words.introduction), paragraphs('Normal', proposal.introduction)]),
      published(plainParagraph('Proposal', `${proposal.symbol}\t${reference}`)),
      ...(text.length === 0
        ? [paragraphs('ResNo', proposal.about), paragraphs('Restitle', proposal.title ?? '')]
        : text),
      paragraphs('Reasons', reasons),
    ],
  };
}

/** A table of plain words; each cell is a list of paragraphs. */
function table(rows: readonly (readonly (readonly string[])[])[], style: string, headed: boolean): Table {
  return {
    kind: 'table',
    rows: rows.map((row, index) => ({
      header: headed && index === 0,
      marks: [],
      cells: row.map((cell): Cell => ({
        blocks: (cell.length === 0 ? [''] : cell).map((words) =>
          cellParagraph(words, headed && index === 0 ? 'Tablehead' : style),
        ),
        span: 1,
        continuesAbove: false,
        marks: [],
      })),
    })),
  };
}

function cellParagraph(words: string, style: string): Block {
  return paragraphOf(style, runsOf([{ text: words, change: 'same' }], { author: null, date: null }, plainStyle));
}

/** The line of the code line of a proposal; bookmarks lead there. */
function lineOf({ blocks }: Document, reference: string): number {
  const found = blocks.find(
    (block) =>
      block.kind === 'paragraph' &&
      block.style.id === 'Proposal' &&
      block.runs
        .map(({ text }) => text)
        .join('')
        .endsWith(`\t${reference}`),
  );
  return found?.kind === 'paragraph' ? found.line : 1;
}
