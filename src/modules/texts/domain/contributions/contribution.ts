/** A contribution being prepared for a conference: what it is, what each of its proposals says, and how it is cited. */
import { z } from 'zod';
import { LegalText, type ProposalAction } from '#kernel/reading/index.ts';

/**
 * What a proposal asks, as printed on its code line: ADD* is brought from elsewhere, SUP* moved elsewhere, (MOD) an
 * editorial modification (design page on texts, "six proposal symbols").
 */
export const ProposalSymbol = z.enum(['NOC', 'MOD', '(MOD)', 'ADD', 'ADD*', 'SUP', 'SUP*']);
export type ProposalSymbol = z.infer<typeof ProposalSymbol>;

/** What the symbols mean, in words. */
export const symbolNames: Record<ProposalSymbol, string> = {
  NOC: 'no change',
  MOD: 'modification',
  '(MOD)': 'editorial modification',
  ADD: 'new text',
  'ADD*': 'text brought from elsewhere',
  SUP: 'suppression',
  'SUP*': 'text moved elsewhere',
};

/** The action of a symbol, as a reading tells it. */
export function actionOfSymbol(symbol: ProposalSymbol): ProposalAction {
  const plain = symbol.replace(/[()*]/g, '');
  return plain === 'NOC' || plain === 'ADD' || plain === 'SUP' ? plain : 'MOD';
}

/** Who submits which document to which conference. */
export const ContributionHead = z.object({
  /** Code of the group or administration: one that the code lines of proposals can carry. */
  proponent: z
    .string()
    .regex(/^[A-Z]{2,8}(\/[A-Z]{2,8})*$/, 'Enter the code in capital letters, for example NIC or ABC/DEF.'),
  conference: z.string().min(1, 'Enter the name of the conference.').max(200),
  place: z.string().min(1, 'Enter the place of the conference.').max(80),
  year: z.int('Enter the year of the conference.').min(1865).max(2200),
  number: z.int().min(1).max(99_999).nullable(),
  addendum: z.int().min(1).max(999).nullable(),
  title: z.string().min(1, 'Enter a title.').max(300),
  template: z.string(),
});
export type ContributionHead = z.infer<typeof ContributionHead>;

/** One proposal of it. */
export const PreparedProposal = z.object({
  serial: z.int().min(1),
  symbol: ProposalSymbol,
  /** "Resolution 4 (Rev. Suva, 2021)". */
  about: z.string(),
  title: z.string().nullable(),
  summary: z.string(),
  introduction: z.string(),
  reasons: z.string(),
  text: LegalText.nullable(),
});
export type PreparedProposal = z.infer<typeof PreparedProposal>;

/** "NIC/12A1"; a document without a number yet is "NIC/XX". */
export function codeOfContribution({
  proponent,
  number,
  addendum,
}: Pick<ContributionHead, 'proponent' | 'number' | 'addendum'>): string {
  return `${proponent}/${number ?? 'XX'}${addendum === null ? '' : `A${addendum}`}`;
}

/** "NIC/12A1/3". */
export function referenceOf(head: Pick<ContributionHead, 'proponent' | 'number' | 'addendum'>, serial: number): string {
  return `${codeOfContribution(head)}/${serial}`;
}

/** A name that Word takes for a bookmark: letters, digits and underscores, at most 40. */
export function bookmarkOf(head: Pick<ContributionHead, 'proponent' | 'number' | 'addendum'>, serial: number): string {
  return referenceOf(head, serial)
    .replace(/[^A-Za-z0-9]+/g, '_')
    .slice(0, 40);
}

/** What is still missing before a contribution can be submitted. */
export interface Gap {
  /** Serial of the proposal; `null` for the contribution as a whole. */
  serial: number | null;
  message: string;
}

/** Looks through a contribution for what readers of a conference will miss. */
export function gapsOf(head: ContributionHead, proposals: readonly PreparedProposal[]): Gap[] {
  const gaps: Gap[] = [];
  if (head.number === null)
    gaps.push({ serial: null, message: 'The document has no number yet; the conference gives it.' });
  if (proposals.length === 0) gaps.push({ serial: null, message: 'There is no proposal in it.' });
  for (const proposal of proposals) {
    const say = (message: string): number => gaps.push({ serial: proposal.serial, message });
    const action = actionOfSymbol(proposal.symbol);
    if ((action === 'NOC' || action === 'SUP') && proposal.reasons.trim() === '')
      say(`${proposal.symbol} needs reasons.`);
    if ((action === 'MOD' || action === 'ADD') && proposal.text === null)
      say(`${proposal.symbol} needs the text it proposes.`);
    if (action === 'MOD' && proposal.text !== null && !isChanged(proposal.text)) say('The text shows no change.');
    if (proposal.summary.trim() === '') say('It has no summary.');
  }
  return gaps;
}

function isChanged(text: LegalText): boolean {
  if ([text.changedHeading, text.changedTitle, text.changedOpening].some((words) => words !== undefined)) return true;
  const sections = [...text.sections, ...text.annexes.flatMap((annex) => annex.sections)];
  return sections.some((section) => section.status !== 'kept');
}
