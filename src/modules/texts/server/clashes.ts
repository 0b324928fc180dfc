/** Clash maps: who proposes to touch what of an instrument, as far as the viewer may see the proposals. */
import { topicsIn } from '#kernel/topics.ts';
import type { LegalText } from '#kernel/reading/index.ts';
import { audienceOf } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { byName, conferenceMap, type InstrumentOfConference } from '../domain/clashes/by-instrument.ts';
import { clashMapOf, clashMapWithDeeds, type MapWithDeeds } from '../domain/clashes/rows.ts';
import { baseOf, consolidate, type Contribution } from '../domain/consolidation/gather.ts';
import { nameOfInstrument } from '../domain/register/identity.ts';
import { sideOfText } from '../domain/register/sides.ts';
import { revisionsOf, type Instrument, type Revision } from '../store/instruments.ts';
import { proposalsWithRecords, type StoredProposal } from '../store/proposals.ts';
import { conference } from './conferences.ts';
import { instrument, instruments } from './texts.ts';

/** All proposals on an instrument, laid against the text that they would change. */
export interface ProposalsOnInstrument {
  instrument: Instrument;
  /** The revision that most of the proposals name, where the register has its text. */
  base: Revision | null;
  baseText: LegalText;
  proposals: StoredProposal[];
  contributions: Contribution[];
}

/** The clash map of one instrument, of all its proposals or those of some proponents. @throws Refusal `not-found` */
export async function clashMap(
  context: Context,
  slug: string,
  proponents: readonly string[] | null = null,
): Promise<ProposalsOnInstrument & { map: MapWithDeeds; everybody: string[] }> {
  const { instrument: found } = await instrument(context, slug);
  const all = await proposalsOn(context, found);
  const everybody = [...new Set(all.contributions.map(({ proponent }) => proponent))].sort();
  const contributions = all.contributions.filter(({ proponent }) => proponents?.includes(proponent) ?? true);
  const map = clashMapWithDeeds(consolidate(all.baseText, contributions, nameOfInstrument(found)));
  return { ...all, contributions, map, everybody };
}

/** One instrument among those that a conference is asked to change. */
export interface TouchedInstrument extends InstrumentOfConference {
  slug: string;
  title: string | null;
  /** Codes of topics that its title names; empty where none is recognised. */
  themes: string[];
}

/**
 * Which instruments are touched by whom: over everything the viewer may see, or over one conference.
 * @param of the slug of a conference @throws Refusal `not-found`
 */
export async function clashesOverview(context: Context, of: string | null = null): Promise<TouchedInstrument[]> {
  const within = of === null ? null : new Set((await conference(context, of)).proposals.map(({ id }) => id));
  const touched: TouchedInstrument[] = [];
  for (const found of await instruments(context)) {
    if (found.proposals === 0) continue;
    const { baseText, contributions } = await proposalsOn(context, found, within);
    if (contributions.length === 0) continue;
    const map = clashMapOf(consolidate(baseText, contributions, nameOfInstrument(found)));
    const { slug, title } = found;
    for (const row of conferenceMap([map])) touched.push({ ...row, slug, title, themes: topicsIn(title ?? '') });
  }
  return touched.sort((one, other) => byName(one.instrument, other.instrument));
}

/** The proposals on an instrument that the viewer may see, with the text that they are about. */
export async function proposalsOn(
  context: Context,
  found: Instrument,
  only: ReadonlySet<string> | null = null,
): Promise<ProposalsOnInstrument> {
  const audience = audienceOf(context.viewer);
  const proposals = (await proposalsWithRecords(context.db, audience, { instrument: found.id })).filter(
    ({ id }) => only?.has(id) ?? true,
  );
  const contributions = proposals.map(({ record, reference }) => ({
    proponent: reference.split('/')[0] ?? reference,
    text: record.text,
    action: record.action,
    reference,
  }));
  const base = baseAmong(await revisionsOf(context.db, audience, found.id), proposals);
  const text = base?.text ?? null;
  return {
    instrument: found,
    base,
    baseText: text === null ? baseOf(contributions) : sideOfText(text, 'proposed'),
    proposals,
    contributions,
  };
}

/** The revision that most proposals name as the one to change; without its text the proposals themselves are the base. */
function baseAmong(revisions: readonly Revision[], proposals: readonly StoredProposal[]): Revision | null {
  const votes = new Map<string, number>();
  for (const { record } of proposals) {
    const named = record.revision.before;
    if (named === null) continue;
    const key = `${named.place.toLowerCase()} ${named.year}`;
    votes.set(key, (votes.get(key) ?? 0) + 1);
  }
  const [most] = [...votes].sort(([one, a], [other, b]) => b - a || one.localeCompare(other));
  if (most === undefined) return null;
  const found = revisions.find(({ place, year }) => `${(place ?? '').toLowerCase()} ${year}` === most[0]);
  return found === undefined || found.text === null ? null : found;
}
