/** Texts in force at a date, suppressions, and the history of a clause. */
import { refuse } from '#kernel/problem.ts';
import type { Origin } from '#kernel/register.ts';
import { audienceOf } from '#modules/access/index.ts';
import { mustMay, mustSee, remember, together, type Context } from '#modules/access/server/index.ts';
import type { ChangeFate } from '../domain/fate/change.ts';
import { fateOf } from '../domain/fate/fate-of.ts';
import { sameWords } from '../domain/fate/words.ts';
import { broughtBy, type BroughtWords, type ProposedWords } from '../domain/history/brought-by.ts';
import { lastDayOf, standingAt, type RevisionStatus, type Standing } from '../domain/history/in-force.ts';
import { nameOfInstrument, nameOfRevision } from '../domain/register/identity.ts';
import { datedTexts, deleteSuppression, type DatedText } from '../store/conferences.ts';
import {
  clausesOf,
  clauseTexts,
  findRevision,
  insertRevision,
  instrumentBy,
  revisionBySlug,
  revisionsOf,
  type Revision,
} from '../store/instruments.ts';
import { listContributions, proposalsWithRecords, type Contribution, type StoredProposal } from '../store/proposals.ts';
import { everyConference, goesTo, type ShownConference } from './conferences.ts';
import { newRevision } from './known-texts.ts';

/** A revision with the day on which it was adopted or suppressed, as far as it is known. */
export type TextWithDay = DatedText & { day: string | null; conference: ShownConference | null };

/** What stood of an instrument on a day. */
export interface InForce {
  instrument: { id: string; slug: string; name: string; title: string | null };
  standing: Standing<TextWithDay>;
}

/**
 * What stood on a day, of every instrument the viewer may see.
 * @param at ISO date; a year or a month means its last day
 * @throws Refusal `bad-day`
 */
export async function textsInForce(context: Context, at: string): Promise<{ day: string; texts: InForce[] }> {
  const day = dayAsked(at);
  const texts = await textsWithDays(context);
  const groups = [...Map.groupBy(texts, ({ instrument }) => instrument).values()];
  return {
    day,
    texts: groups.flatMap((revisions) => {
      const [first] = revisions;
      if (first === undefined) return [];
      const { instrument: id, instrument_slug: slug } = first;
      const title = revisions.findLast(({ title }) => title !== null)?.title ?? null;
      return [{ instrument: { id, slug, name: nameOfInstrument(first), title }, standing: standingAt(revisions, day) }];
    }),
  };
}

/** The revisions of an instrument with their days, and what stood on a day if one is asked for. @throws Refusal `not-found`, `bad-day` */
export async function revisionsInForce(
  context: Context,
  slug: string,
  at: string | null,
): Promise<{ day: string | null; revisions: TextWithDay[]; standing: Standing<TextWithDay> | null }> {
  const found = mustSee(context, await instrumentBy(context.db, { slug }), 'instrument');
  const day = at === null ? null : dayAsked(at);
  const revisions = (await textsWithDays(context)).filter(({ instrument }) => instrument === found.id);
  return { day, revisions, standing: day === null ? null : standingAt(revisions, day) };
}

async function textsWithDays(context: Context): Promise<TextWithDay[]> {
  const { find } = await everyConference(context);
  const texts = await datedTexts(context.db, audienceOf(context.viewer));
  return texts.map((text) => {
    const conference = find(text.body, text.place, text.year);
    return { ...text, conference, day: conference?.lastDay ?? null };
  });
}

function dayAsked(at: string): string {
  const day = lastDayOf(at);
  if (day === null)
    refuse('bad-day', `“${at.slice(0, 40)}” is not a day.`, 'Enter it like 2019-06-30.', { field: 'at' });
  return day;
}

/**
 * Records that a conference suppressed an instrument.
 * @throws Refusal `revision-known` when a text was adopted there
 */
export async function recordSuppression(
  context: Context,
  slug: string,
  at: { place: string; year: number },
): Promise<void> {
  mustMay(context, 'edit-records');
  const place = at.place.trim();
  if (place === '' || place.length > 60 || !Number.isInteger(at.year) || at.year < 1800 || at.year > 2200) {
    refuse(
      'bad-conference',
      'Place and year of the conference are needed.',
      'Enter them as texts print them, for example Apia and 2025.',
      { field: 'place' },
    );
  }
  await together(context, async (context) => {
    const instrument = mustSee(context, await instrumentBy(context.db, { slug }), 'instrument');
    if ((await findRevision(context.db, instrument.id, place, at.year)) !== null) {
      refuse(
        'revision-known',
        `The register has a text of ${nameOfInstrument(instrument)} of ${place}, ${at.year}.`,
        'A text that was adopted there was not suppressed there.',
        { field: 'place' },
      );
    }
    const origin: Origin = { source: '', visibility: instrument.visibility, parties: instrument.parties };
    const revision = await newRevision(context, instrument, { place, year: at.year, revised: true }, origin);
    const status: RevisionStatus = 'suppressed';
    await insertRevision(context.db, { ...revision, status });
    await remember(
      context,
      'suppressed',
      { kind: 'instrument', id: instrument.id },
      { after: { place, year: at.year } },
    );
  });
}

/** Takes a suppression that was recorded by mistake away again. */
export async function withdrawSuppression(context: Context, slug: string): Promise<void> {
  mustMay(context, 'edit-records');
  await together(context, async (context) => {
    const found = mustSee(context, await revisionBySlug(context.db, slug), 'suppression');
    if (!(await deleteSuppression(context.db, found.id))) {
      refuse('no-suppression', 'This is not a suppression.', 'Only a recorded suppression can be withdrawn.');
    }
    const { place, year } = found;
    await remember(
      context,
      'suppression withdrawn',
      { kind: 'instrument', id: found.instrument },
      { before: { place, year }, after: null },
    );
  });
}

/** A proposal as far as it concerns one clause. */
export interface ProposedForClause {
  slug: string;
  reference: string;
  proponent: string | null;
  change: ChangeFate;
}

/** A clause in one revision of its instrument. */
export interface ClauseInRevision {
  revision: { slug: string; name: string };
  /** `null` where the revision does not have the clause. */
  clause: { path: string; heading: string | null; label: string; words: string } | null;
  /** What is new since the revision before, and whose words those are; empty for the oldest text known. */
  brought: BroughtWords<ProposedForClause>[];
  /** Proposals on the clause that came to nothing, or took it out. */
  others: ProposedForClause[];
  /** Whether proposals to this conference are in the register at all: without any, nobody's words are told from somebody's. */
  proposals: number;
}

/**
 * A clause over all revisions that the viewer may see, oldest first.
 * @param slug a revision that has the clause
 * @param path its address in that revision, such as "resolves-2"
 * @throws Refusal `not-found`
 */
export async function clauseHistory(
  context: Context,
  slug: string,
  path: string,
): Promise<{
  instrument: { slug: string; name: string; title: string | null };
  place: string;
  rows: ClauseInRevision[];
}> {
  const audience = audienceOf(context.viewer);
  const found = mustSee(context, await revisionBySlug(context.db, slug), 'text');
  const instrument = mustSee(context, await instrumentBy(context.db, { id: found.instrument }), 'instrument');
  const clause = (await clausesOf(context.db, found.id)).find((one) => one.path === path);
  if (clause === undefined)
    refuse('not-found', 'This text has no such clause.', 'Choose a clause on the page of the text.');
  const revisions = (await revisionsOf(context.db, audience, instrument.id)).filter(({ text }) => text !== null);
  const texts = await clauseTexts(
    context.db,
    clause.clause,
    revisions.map(({ id }) => id),
  );
  const { find } = await everyConference(context);
  const proposed = await proposalsOf(context, instrument.id);
  const rows = revisions.map((revision, index): ClauseInRevision => {
    const own = texts.find((text) => text.revision === revision.id) ?? null;
    const earlier = revisions[index - 1];
    const name = `${nameOfInstrument(instrument)} ${nameOfDated(revision)}`.trim();
    const row = { revision: { slug: revision.slug, name }, clause: own, brought: [], others: [], proposals: 0 };
    if (earlier === undefined) return row;
    const before = texts.find((text) => text.revision === earlier.id)?.words ?? null;
    const conference = find(instrument.adopted_by, revision.place, revision.year);
    const here = proposed.filter(
      ({ contribution }) => conference !== null && goesTo(contribution, instrument.adopted_by, find) === conference,
    );
    return { ...row, ...stepOf(before, own, here, earlier, revision), proposals: here.length };
  });
  const place = `${clause.heading ?? 'text'} ${clause.label}`.trim();
  return {
    instrument: { slug: instrument.slug, name: nameOfInstrument(instrument), title: instrument.title },
    place,
    rows,
  };
}

/** Which proposals concern the clause from one revision to the next. */
function stepOf(
  before: string | null,
  own: { path: string; words: string } | null,
  proposals: readonly JudgedInput[],
  earlier: Revision,
  later: Revision,
): Pick<ClauseInRevision, 'brought' | 'others'> {
  const adopted = later.text;
  if (adopted === null) return { brought: [], others: [] };
  const concerned = proposals.flatMap(({ proposal, proponent }): ProposedForClause[] =>
    fateOf(proposal.record, earlier.text, { state: 'adopted', text: adopted }).changes.flatMap((change) => {
      const stands = own !== null && change.adoptedAt?.path === own.path;
      const wentAway = own === null && before !== null && change.before !== null && sameWords(change.before, before);
      const { slug, reference } = proposal;
      return stands || wentAway ? [{ slug, reference, proponent, change }] : [];
    }),
  );
  const asked = concerned.flatMap((by): ProposedWords<ProposedForClause>[] =>
    by.change.proposed === null ? [] : [{ by, before: by.change.before, proposed: by.change.proposed }],
  );
  const brought = own === null ? [] : broughtBy(before, own.words, asked);
  const credited = new Set(brought.flatMap(({ by }) => by.map((one) => one.by)));
  return { brought, others: concerned.filter((one) => !credited.has(one)) };
}

interface JudgedInput {
  proposal: StoredProposal;
  proponent: string | null;
  contribution: Contribution | null;
}

async function proposalsOf(context: Context, instrument: string): Promise<JudgedInput[]> {
  const audience = audienceOf(context.viewer);
  const proposals = await proposalsWithRecords(context.db, audience, { instrument });
  const contributions = await listContributions(context.db, audience);
  return proposals.map((proposal) => {
    const contribution = contributions.find(({ id }) => id === proposal.contribution) ?? null;
    return { proposal, contribution, proponent: contribution?.proponent ?? proposal.reference.split('/')[0] ?? null };
  });
}

const nameOfDated = ({ place, year, revised }: Pick<Revision, 'place' | 'year' | 'revised'>): string =>
  place === null || year === null ? '' : nameOfRevision({ place, year, revised });
