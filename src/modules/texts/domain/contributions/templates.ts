/**
 * House templates of contributions: how the front page is laid out and which words stand over the parts, as data that a
 * conference chooses from. The styles keep the ids by which readers tell the parts (Proposal, ResNo, Call …).
 */
import { houseTemplate, type HouseTemplate } from '#formats/docx/write/index.ts';
import type { ContributionHead } from './contribution.ts';

export interface ContributionTemplate {
  id: string;
  /** What people choose it by. */
  name: string;
  /** Over the front page, left and right: conference and committee, code and date. */
  frontPage: (head: ContributionHead) => { left: string[]; right: string[] };
  /** In the header of every page. */
  pageHeader: (head: ContributionHead) => string;
  /** Words over the parts of each proposal. */
  words: { summary: string; introduction: string; reasons: string; support: string };
  /** Whether summaries stand in a box. */
  summaryBox: boolean;
  look: HouseTemplate;
}

/** "12(Add.1)-E", as conferences number their documents; "(number to be given)" before they have. */
export function documentName({ number, addendum }: Pick<ContributionHead, 'number' | 'addendum'>): string {
  if (number === null) return '(number to be given)';
  return addendum === null ? `Document ${number}-E` : `Addendum ${addendum} to Document ${number}-E`;
}

const where = ({ place, year }: ContributionHead): string => `${place}, ${year}`;

/** The templates that come with the workbench; the first is used where a conference names none. */
export const contributionTemplates: readonly [ContributionTemplate, ...ContributionTemplate[]] = [
  {
    id: 'conference',
    name: 'Conference document: front page with number, boxed summaries',
    frontPage: (head) => ({
      left: [head.conference, where(head), 'PLENARY MEETING'],
      right: [documentName(head), 'Original: English'],
    }),
    pageHeader: (head) =>
      head.number === null ? '' : `${head.number}${head.addendum === null ? '' : `(Add.${head.addendum})`}-E`,
    words: { summary: 'Summary', introduction: 'INTRODUCTION', reasons: 'Reasons:', support: 'Support' },
    summaryBox: true,
    look: houseTemplate,
  },
  {
    id: 'preparatory-meeting',
    name: 'Preparatory meeting of a group: plain headings, sans serif',
    frontPage: (head) => ({
      left: [`Preparation of the ${head.conference}`, where(head)],
      right: [`Preliminary common proposals of ${head.proponent}`, documentName(head)],
    }),
    pageHeader: (head) => `${head.proponent}: preliminary common proposals`,
    words: { summary: 'Summary', introduction: 'Background', reasons: 'Reasons:', support: 'Support by members' },
    summaryBox: false,
    look: { ...houseTemplate, font: 'Arial', size: 22 },
  },
];

/** A template by its id; the first one for an id that is not known any more. */
export function templateNamed(id: string): ContributionTemplate {
  return contributionTemplates.find((template) => template.id === id) ?? contributionTemplates[0];
}
