/**
 * The agreement on a mission, its terms of reference: made from the record clause by clause, changed by people, signed
 * by each party. A version that somebody signed stands; what is changed after that is a new version.
 */
import { z } from 'zod';
import type { Document } from '#formats/document/index.ts';
import { withholdContacts } from '#kernel/contacts.ts';
import { printedDay } from '#kernel/dates.ts';
import { wordChanges } from '#modules/texts/index.ts';
import type { CostLine, Payer } from '../forms/answers.ts';
import { printedAmount, printedShare } from '../offers/amounts.ts';
import { countedShares, wholeLine } from '../offers/bearing.ts';
import { Day } from './days.ts';
import { detailOf, inOrder, milestoneNames, type Milestone } from './milestones.ts';
import { mannerNames, type MissionDetails } from './mission.ts';
import { paperOf, partsOfWords, rowInWords, type Part } from './writing.ts';

export const Clause = z.object({
  /** Stable over versions. */
  key: z.string(),
  title: z.string().trim().min(1).max(200),
  /** Paragraphs, one a line; "- " begins an item, "| a | b |" is a row of a table. */
  text: z.string().max(20_000, 'Use at most 20,000 characters.'),
});
export type Clause = z.infer<typeof Clause>;

export const Signature = z.object({
  /** Id of an organisation, or `organiser`. */
  party: z.string(),
  /** Who signed for it, with function. */
  name: z.string().trim().min(1, 'Enter who signed.').max(300, 'Use at most 300 characters.'),
  on: Day,
  /** Whose account recorded it. */
  by: z.string(),
});
export type Signature = z.infer<typeof Signature>;

export const organiserParty = 'organiser';

/** What the agreement is made from. */
export interface AgreementSource {
  title: string;
  /** Who runs the cycle. */
  organiser: string;
  country: string | null;
  details: MissionDetails;
  milestones: readonly Milestone[];
  costs: readonly CostLine[];
  /** In the words of the request and of the offers; contacts in them are withheld here. */
  scope: string;
  deliverables: string;
  /** What the offers ask of the secretariat. */
  others: string;
}

const said = (words: string, instead: string): string => {
  const text = withholdContacts(words).text.trim();
  return text === '' ? instead : text;
};

const clause = (key: string, title: string, ...lines: string[]): Clause => ({
  key,
  title,
  text: lines.filter((line) => line !== '').join('\n'),
});

/** The clauses as the record gives them. */
export function clausesFrom(source: AgreementSource): Clause[] {
  const { title, organiser, details, country } = source;
  const offering = details.offerers.map(({ name }) => name).join(', ') || 'The offering organisation';
  return [
    clause(
      'parties',
      'Parties',
      `- ${details.beneficiary}${country === null ? '' : ` (${country})`}, which receives the mission (“the beneficiary”)`,
      ...details.offerers.map(({ name }) => `- ${name}, which sends experts (“the offering organisation”)`),
      `- ${organiser}, which runs the programme (“the organiser”)`,
    ),
    clause(
      'scope',
      'Purpose and scope',
      `The mission: ${title}.`,
      said(source.scope, 'The scope is not yet described.'),
    ),
    clause('manner', 'Manner and place', ...mannerLines(details)),
    clause('schedule', 'Schedule', ...scheduleLines(source.milestones)),
    clause('deliverables', 'Deliverables', said(source.deliverables, 'The deliverables are not yet described.')),
    clause('experts', 'Experts', ...expertLines(details)),
    clause('costs', 'Costs', ...costLines(source.costs, details, organiser)),
    clause(
      'beneficiary',
      'Duties of the beneficiary',
      '- names one person who answers for the mission on its side;',
      '- gives the experts the documents and figures that the work needs, and arranges hearings and visits;',
      '- provides rooms, local transport and interpretation where the mission is on site;',
      '- comments on the draft report within the time of the schedule.',
    ),
    clause(
      'offerer',
      'Duties of the offering organisation',
      `- ${offering} sends the experts named above, and replaces one who cannot come by another of equal standing after asking the beneficiary;`,
      '- keeps to the schedule, and says in time when a date has to move;',
      '- delivers what is listed under “Deliverables”.',
      said(source.others, ''),
    ),
    clause(
      'organiser',
      'Duties of the organiser',
      '- coordinates between the parties and keeps the record of the mission;',
      '- pays what “Costs” says it bears, against vouchers;',
      '- reports on the mission to its governing body.',
    ),
    clause(
      'report',
      'Report and evaluation',
      'The experts give a draft report, take up the comments of the beneficiary, and give a final report with numbered advice. Both sides evaluate the mission. A year after the final report, the beneficiary says what became of each piece of advice.',
    ),
    clause(
      'data-protection',
      'Data protection',
      'The parties use personal data and documents received for the mission for its purpose only, show them to nobody else without consent, and delete what is no longer needed when the mission is closed. Ways to reach persons are exchanged through the organiser and do not stand in this agreement.',
    ),
    clause(
      'changes',
      'Changes',
      'A change of this agreement is a new version signed by all parties. Dates of single steps may be moved by agreement of the parties with a reason that is kept on record.',
    ),
  ];
}

function mannerLines({ manner, place, start, end }: MissionDetails): string[] {
  const when =
    start === null && end === null
      ? 'First and last day are not yet agreed.'
      : `From ${start === null ? 'a day not yet agreed' : printedDay(start)} to ${end === null ? 'a day not yet agreed' : printedDay(end)}.`;
  const where = manner === 'virtual' ? '' : place === '' ? 'The place is not yet agreed.' : `Place: ${place}.`;
  return [`${mannerNames[manner]}.`, where, when];
}

function scheduleLines(milestones: readonly Milestone[]): string[] {
  const held = inOrder(milestones).filter(({ dropped }) => dropped === null);
  if (held.length === 0) return ['The steps are not yet planned.'];
  return [
    rowInWords(['Step', 'In detail', 'By']),
    ...held.map((step) =>
      rowInWords([milestoneNames[step.kind], withholdContacts(detailOf(step)).text, printedDay(step.on)]),
    ),
  ];
}

function expertLines({ experts }: MissionDetails): string[] {
  if (experts.length === 0) return ['The experts are not yet named.'];
  return experts.map(
    ({ name, organisation, role }) =>
      `- ${withholdContacts(name).text}${organisation === '' ? '' : `, ${organisation}`}${role === null ? '' : ` (${role})`}`,
  );
}

/** On which ground somebody bears a part, in words. */
export function groundInWords({ who, basis }: Payer): string {
  if (basis === 'agreed') return 'agreed';
  if (basis === 'asked') return 'asked, not yet agreed';
  // An empty answer makes the offering organisation bear the rest; a part that names another payer was stated.
  return basis === 'implied-by-blank' && who === 'offerer'
    ? 'what the organiser should pay was left blank, so the offering organisation bears it'
    : 'as offered';
}

/** What a payer is called. @param names of organisations by their ids */
export function payerName(who: string, organiser: string, names: ReadonlyMap<string, string>): string {
  if (who === 'organiser') return organiser;
  if (who === 'offerer') return 'the offering organisation';
  if (who === 'beneficiary') return 'the beneficiary';
  return names.get(who) ?? (who === 'not-said' ? 'not said' : 'an organisation no longer known');
}

/** "The Union 40 %"; a whole line is the payer's without a figure. */
function shareInWords({ who, share }: Payer, organiser: string, names: ReadonlyMap<string, string>): string {
  const part = share === null || share === wholeLine ? '' : ` ${printedShare(share)}`;
  return `${payerName(who, organiser, names)}${part}`;
}

function costLines(costs: readonly CostLine[], details: MissionDetails, organiser: string): string[] {
  if (costs.length === 0) return ['No costs are stated.'];
  const names = new Map(details.offerers.flatMap(({ id, name }) => (id === null ? [] : [[id, name] as const])));
  const rows = costs.map((line) => {
    const shares = countedShares(line);
    return rowInWords([
      withholdContacts(line.text).text,
      line.amount === null ? 'not stated' : printedAmount(line.amount).replace(' ', '\u00a0'),
      shares.length === 0 ? 'not said' : shares.map((payer) => shareInWords(payer, organiser, names)).join(', '),
      [...new Set(shares.map(groundInWords))].join('; '),
    ]);
  });
  return [rowInWords(['Line', 'Amount', 'Borne by', 'Ground']), ...rows];
}

/** How two versions differ, clause by clause; clauses without a difference are left out. */
export interface ClauseDifference {
  key: string;
  title: string;
  words: { text: string; change: 'same' | 'inserted' | 'deleted' }[];
}

export function differencesOf(before: readonly Clause[], after: readonly Clause[]): ClauseDifference[] {
  const earlier = new Map(before.map((clause) => [clause.key, clause.text]));
  const changed = after.flatMap(({ key, title, text }): ClauseDifference[] => {
    const old = earlier.get(key) ?? '';
    return old === text ? [] : [{ key, title, words: wordChanges(old, text) }];
  });
  const gone = before
    .filter(({ key }) => after.every((clause) => clause.key !== key))
    .map(({ key, title, text }): ClauseDifference => ({ key, title, words: [{ text, change: 'deleted' }] }));
  return [...changed, ...gone];
}

/** One version with what its paper prints. */
export interface AgreementPaper {
  title: string;
  programme: string;
  number: number;
  madeOn: string;
  clauses: readonly Clause[];
  parties: readonly { party: string; name: string }[];
  signatures: readonly Signature[];
}

/** The agreement as a document, for the writers of Word and PDF. */
export function agreementDocument(paper: AgreementPaper): Document {
  const parts: Part[] = [
    { kind: 'title', text: 'Agreement on an expert mission' },
    { kind: 'subtitle', text: `${paper.title}\n${paper.programme}` },
    { kind: 'note', text: `Terms of reference, version ${paper.number} of ${printedDay(paper.madeOn)}` },
    ...paper.clauses.flatMap(({ title, text }, index): Part[] => [
      { kind: 'heading', text: `${index + 1}\t${title}` },
      ...partsOfWords(text),
    ]),
    { kind: 'heading', text: 'Signed' },
    {
      kind: 'table',
      head: ['For', 'Name and function', 'On'],
      rows: paper.parties.map(({ party, name }) => {
        const signed = paper.signatures.find((one) => one.party === party);
        return [name, signed?.name ?? '\n', signed === undefined ? '' : printedDay(signed.on)];
      }),
    },
  ];
  return paperOf(parts, `Agreement ${paper.title.slice(0, 60)} v${paper.number}`, `Agreement: ${paper.title}`);
}
