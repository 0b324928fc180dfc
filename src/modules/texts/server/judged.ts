/** What became of proposals, told from what the viewer may see; comparing takes long, so results are remembered. */
import { setImmediate } from 'node:timers/promises';
import { topicsIn } from '#kernel/topics.ts';
import type { LegalText } from '#kernel/reading/index.ts';
import { audienceOf } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { conferenceKey } from '../domain/bodies/conferences.ts';
import { fateOf, type Outcome, type ProposalFate } from '../domain/fate/fate-of.ts';
import { textMadeOf } from '../domain/fate/new-text.ts';
import { datedTexts, type DatedText } from '../store/conferences.ts';
import { textsById } from '../store/instruments.ts';
import type { Contribution, ProposalSummary, StoredProposal } from '../store/proposals.ts';
import { everyConference, goesTo, type ConferenceFinder, type ShownConference } from './conferences.ts';

/** What became of a proposal, without its single changes. */
export type FateInBrief = Pick<ProposalFate, 'fate' | 'why' | 'counts'>;

/** A proposal with what became of it. */
export interface JudgedProposal<Told extends FateInBrief = FateInBrief> {
  proposal: ProposalSummary;
  proponent: string | null;
  conference: ShownConference | null;
  /** The text it would change, where the register has it. */
  base: DatedText | null;
  /** The text that the conference adopted, or its suppression. */
  adopted: DatedText | null;
  /** For a draft new text: how sure it is that this is the text it became. */
  found: 'sure' | 'likely' | null;
  fate: Told;
  /** Topics of the instrument's title; empty where none is recognised. */
  themes: string[];
}

/** Judges proposals change by change. */
export async function judgedInFull(
  context: Context,
  proposals: readonly StoredProposal[],
  contributions: readonly Contribution[],
): Promise<JudgedProposal<ProposalFate>[]> {
  const placed = await placedAll(context, proposals, contributions);
  const texts = await textsOf(context, placed);
  return placed.map((one) => ({ ...factsOf(one), ...judge(one, texts) }));
}

/** Judges proposals; what was judged before, of the same versions of everything it depends on, is remembered. */
export async function judgedInBrief(
  context: Context,
  proposals: readonly StoredProposal[],
  contributions: readonly Contribution[],
): Promise<JudgedProposal[]> {
  const placed = await placedAll(context, proposals, contributions);
  const unknown = placed.filter((one) => !memory.has(keyOf(one)));
  const texts = await textsOf(context, unknown);
  for (const one of unknown) {
    remember(keyOf(one), judge(one, texts));
    // Others' requests are not to wait for a whole conference.
    await setImmediate();
  }
  return placed.map((one) => ({ ...factsOf(one), ...(memory.get(keyOf(one)) ?? judge(one, texts)) }));
}

type Told<T extends FateInBrief> = Pick<JudgedProposal<T>, 'adopted' | 'found' | 'fate'>;

/** Nothing in here depends on who asks: its keys name everything that was compared. */
const memory = new Map<string, Told<FateInBrief>>();
const mostRemembered = 5000;

function remember(key: string, { adopted, found, fate }: Told<ProposalFate>): void {
  const { fate: name, why, counts } = fate;
  const [oldest] = memory.keys();
  if (memory.size >= mostRemembered && oldest !== undefined) memory.delete(oldest);
  memory.set(key, { adopted, found, fate: { fate: name, why, counts } });
}

const version = (one: { id: string; version: number } | null): string =>
  one === null ? '' : `${one.id} ${one.version}`;

function keyOf({ proposal, base, adopted, fresh, conference }: PlacedProposal): string {
  return [proposal, base, adopted, ...fresh].map(version).join('|') + String(conference?.complete ?? false);
}

async function placedAll(
  context: Context,
  proposals: readonly StoredProposal[],
  contributions: readonly Contribution[],
): Promise<PlacedProposal[]> {
  const { find } = await everyConference(context);
  const dated = await datedTexts(context.db, audienceOf(context.viewer));
  const documents = new Map(contributions.map((one) => [one.id, one]));
  return proposals.map((proposal) => placedIn(proposal, documents.get(proposal.contribution) ?? null, dated, find));
}

async function textsOf(context: Context, placed: readonly PlacedProposal[]): Promise<Map<string, LegalText>> {
  const ids = placed.flatMap(({ base, adopted, fresh }) => [base, adopted, ...fresh].flatMap((one) => one?.id ?? []));
  return ids.length === 0 ? new Map() : textsById(context.db, [...new Set(ids)]);
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
  const base =
    own.find(
      ({ place, year, held }) =>
        held &&
        before !== null &&
        place !== null &&
        year !== null &&
        conferenceKey(place, year) === conferenceKey(before.place, before.year),
    ) ?? null;
  return {
    proposal,
    proponent: contribution?.proponent ?? proposal.reference.split('/')[0] ?? null,
    conference,
    base,
    adopted: own.find((one) => one !== base && here(one)) ?? null,
    fresh: target.isNew ? dated.filter((one) => here(one) && one.held && !one.revised) : [],
    title: own.findLast(({ title }) => title !== null)?.title ?? proposal.title,
  };
}

function factsOf({ proposal: stored, proponent, conference, base, title }: PlacedProposal) {
  const { record, ...proposal } = stored;
  return { proposal, proponent, conference, base, themes: topicsIn(title ?? record.title.after ?? '') };
}

function judge(placed: PlacedProposal, texts: ReadonlyMap<string, LegalText>): Told<ProposalFate> {
  const made = madeOf(placed, texts);
  const adopted = made?.text.dated ?? placed.adopted;
  const text = (one: DatedText | null): LegalText | null => (one === null ? null : (texts.get(one.id) ?? null));
  const outcome = outcomeOf(adopted, text(adopted), placed.conference);
  return { adopted, found: made?.certainty ?? null, fate: fateOf(placed.proposal.record, text(placed.base), outcome) };
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
