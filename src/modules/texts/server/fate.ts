/** What became of proposals, as far as the viewer may see both the proposals and the texts that were adopted. */
import { topicsIn } from '#kernel/topics.ts';
import type { LegalText } from '#kernel/reading/index.ts';
import { audienceOf } from '#modules/access/index.ts';
import { mustSee, type Context } from '#modules/access/server/index.ts';
import { conferenceKey } from '../domain/bodies/conferences.ts';
import { fateOf, type Outcome, type ProposalFate } from '../domain/fate/fate-of.ts';
import { textMadeOf } from '../domain/fate/new-text.ts';
import { successBy, type Success } from '../domain/fate/success.ts';
import { datedTexts, type DatedText } from '../store/conferences.ts';
import { textsById } from '../store/instruments.ts';
import {
  contributionBy,
  proposalBySlug,
  proposalsWithRecords,
  type Contribution,
  type ProposalSummary,
  type StoredProposal,
} from '../store/proposals.ts';
import { conference, everyConference, goesTo, type ConferenceFinder, type ShownConference } from './conferences.ts';

/** A proposal with what became of it. */
export interface JudgedProposal {
  proposal: ProposalSummary;
  proponent: string | null;
  conference: ShownConference | null;
  /** The text it would change, where the register has it. */
  base: DatedText | null;
  /** The text that the conference adopted, or its suppression. */
  adopted: DatedText | null;
  /** For a draft new text: how sure it is that this is the text it became. */
  found: 'sure' | 'likely' | null;
  fate: ProposalFate;
  /** Topics of the instrument's title; empty where none is recognised. */
  themes: string[];
}

/** Proposals with the tables of how far their proponents, and the themes, got. */
export interface Fates {
  proposals: JudgedProposal[];
  byProponent: Success[];
  byTheme: Success[];
}

/** What became of one proposal. @throws Refusal `not-found` */
export async function fateOfProposal(context: Context, slug: string): Promise<JudgedProposal> {
  const found = mustSee(context, await proposalBySlug(context.db, slug), 'proposal');
  const within = mustSee(context, await contributionBy(context.db, { id: found.contribution }), 'contribution');
  const [judged] = await judgeAll(context, [found], [within]);
  if (judged === undefined) throw new Error('A proposal was judged and gave nothing.');
  return judged;
}

/** What became of the proposals of a contribution, in their order. @throws Refusal `not-found` */
export async function fatesOfContribution(context: Context, slug: string): Promise<Fates> {
  const found = mustSee(context, await contributionBy(context.db, { slug }), 'contribution');
  return fatesOf(context, [found]);
}

/** What became of all proposals to a conference. @throws Refusal `not-found` */
export async function fatesOfConference(context: Context, slug: string): Promise<Fates> {
  const { contributions } = await conference(context, slug);
  return fatesOf(context, contributions);
}

async function fatesOf(context: Context, contributions: readonly Contribution[]): Promise<Fates> {
  const audience = audienceOf(context.viewer);
  const ids = contributions.map(({ id }) => id);
  const proposals = await proposalsWithRecords(context.db, audience, { contributions: ids });
  const judged = await judgeAll(
    context,
    proposals.sort(
      (one, other) => ids.indexOf(one.contribution) - ids.indexOf(other.contribution) || one.serial - other.serial,
    ),
    contributions,
  );
  return {
    proposals: judged,
    byProponent: successBy(judged, ({ proponent }) => (proponent === null ? [] : [proponent])),
    byTheme: successBy(judged, ({ themes }) => themes),
  };
}

async function judgeAll(
  context: Context,
  proposals: readonly StoredProposal[],
  contributions: readonly Contribution[],
): Promise<JudgedProposal[]> {
  const { find } = await everyConference(context);
  const dated = await datedTexts(context.db, audienceOf(context.viewer));
  const documents = new Map(contributions.map((one) => [one.id, one]));
  const placed = proposals.map((proposal) =>
    placedIn(proposal, documents.get(proposal.contribution) ?? null, dated, find),
  );
  const texts = await textsById(context.db, [
    ...new Set(placed.flatMap(({ base, adopted, fresh }) => [base, adopted, ...fresh].flatMap((one) => one?.id ?? []))),
  ]);
  return placed.map((one) => judgedOf(one, texts));
}

interface PlacedProposal {
  proposal: StoredProposal;
  proponent: string | null;
  conference: ShownConference | null;
  base: DatedText | null;
  adopted: DatedText | null;
  /** For a draft new text: the texts that the conference adopted as new. */
  fresh: DatedText[];
  title: string | null;
}

function placedIn(
  proposal: StoredProposal,
  contribution: Contribution | null,
  dated: readonly DatedText[],
  find: ConferenceFinder,
): PlacedProposal {
  const { revision, target } = proposal.record;
  const own = proposal.instrument === null ? [] : dated.filter(({ instrument }) => instrument === proposal.instrument);
  const conference = goesTo(contribution, own[0]?.body ?? null, find);
  const here = ({ body, place, year, status }: DatedText): boolean =>
    conference !== null && status !== 'proposed' && find(body, place, year) === conference;
  const { before } = revision;
  return {
    proposal,
    proponent: contribution?.proponent ?? proposal.reference.split('/')[0] ?? null,
    conference,
    base:
      own.find(
        ({ place, year, held }) =>
          held &&
          before !== null &&
          place !== null &&
          year !== null &&
          conferenceKey(place, year) === conferenceKey(before.place, before.year),
      ) ?? null,
    adopted: own.find(here) ?? null,
    fresh: target.isNew ? dated.filter((one) => here(one) && one.held && !one.revised) : [],
    title: own.findLast(({ title }) => title !== null)?.title ?? proposal.title,
  };
}

function judgedOf(placed: PlacedProposal, texts: ReadonlyMap<string, LegalText>): JudgedProposal {
  const { record, ...proposal } = placed.proposal;
  const made = madeOf(placed, texts);
  const adopted = made?.text.dated ?? placed.adopted;
  const text = (one: DatedText | null): LegalText | null => (one === null ? null : (texts.get(one.id) ?? null));
  return {
    proposal,
    proponent: placed.proponent,
    conference: placed.conference,
    base: placed.base,
    adopted,
    found: made?.certainty ?? null,
    fate: fateOf(record, text(placed.base), outcomeOf(adopted, text(adopted), placed.conference)),
    themes: topicsIn(placed.title ?? ''),
  };
}

function madeOf({ proposal, fresh }: PlacedProposal, texts: ReadonlyMap<string, LegalText>) {
  if (!proposal.record.target.isNew || proposal.record.text === null) return null;
  const candidates = fresh.flatMap((dated) => {
    const text = texts.get(dated.id);
    return text === undefined ? [] : [{ text, dated }];
  });
  return textMadeOf(proposal.record.text, candidates);
}

/** A text that is only known by name says nothing; none at all says something where the register holds everything. */
function outcomeOf(adopted: DatedText | null, text: LegalText | null, conference: ShownConference | null): Outcome {
  if (adopted?.status === 'suppressed') return { state: 'suppressed' };
  if (text !== null) return { state: 'adopted', text };
  return adopted === null && conference?.complete === true ? { state: 'unchanged' } : { state: 'unknown' };
}
