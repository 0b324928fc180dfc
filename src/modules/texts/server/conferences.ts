/** Conferences: those that texts and contributions name, with what the calendar and people say of them. */
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { audienceOf } from '#modules/access/index.ts';
import { mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import {
  conferenceKey,
  conferenceNamed,
  conferenceOf,
  conferenceSlug,
  type Conference,
} from '../domain/bodies/conferences.ts';
import { nameOfInstrument } from '../domain/register/identity.ts';
import { lastDayOf } from '../domain/history/in-force.ts';
import {
  conferenceFacts,
  datedTexts,
  insertConference,
  namedConferences,
  updateConference,
  type DatedText,
} from '../store/conferences.ts';
import { listContributions, listProposals, type Contribution, type ProposalSummary } from '../store/proposals.ts';
import { bodies, type ShownBody } from './bodies.ts';

export type { DatedText };

export interface ShownConference extends Conference {
  /** Unlike a stored address this follows from body, place and year. */
  slug: string;
  body: ShownBody;
  /** 0 while nobody has said anything of it. */
  version: number;
}

/** Finds the conference of a body's text by the place and year it names. */
export type ConferenceFinder = (
  body: string | null,
  place: string | null,
  year: number | null,
) => ShownConference | null;

/** The conference that a contribution goes to. @param body that of the instrument, where the contribution names none */
export function goesTo(
  contribution: Pick<Contribution, 'body' | 'place' | 'year'> | null,
  body: string | null,
  find: ConferenceFinder,
): ShownConference | null {
  return find(contribution?.body ?? body, contribution?.place ?? null, contribution?.year ?? null);
}

/** All conferences that the viewer may know of, newest first. */
export async function conferences(context: Context): Promise<ShownConference[]> {
  return (await everyConference(context)).all;
}

/** For services of this room: the conferences, and how to find one. */
export async function everyConference(context: Context): Promise<{ all: ShownConference[]; find: ConferenceFinder }> {
  const known = await bodies(context);
  const named = await namedConferences(context.db, audienceOf(context.viewer));
  const facts = await conferenceFacts(context.db);
  const byId = new Map(known.flatMap((body) => body.family.map((id) => [id, body] as const)));
  const found = new Map<string, ShownConference>();
  for (const one of named) {
    const body = byId.get(one.body);
    if (body === undefined) continue;
    const { place, year } = conferenceNamed(body.key, one.place, one.year);
    const key = keyOf(body, place, year);
    if (found.has(key)) continue;
    const said = facts.find(
      (fact) => body.family.includes(fact.body) && conferenceKey(fact.place, fact.year) === conferenceKey(place, year),
    );
    const slug = conferenceSlug(body, place, year);
    found.set(key, { ...conferenceOf(body.key, place, year, said), slug, body, version: said?.version ?? 0 });
  }
  const all = withOwnSlugs([...found.values()]);
  const byKey = new Map(all.map((one) => [keyOf(one.body, one.place, one.year), one]));
  const find: ConferenceFinder = (id, place, year) => {
    const body = id === null ? undefined : byId.get(id);
    if (body === undefined || place === null || year === null) return null;
    const named = conferenceNamed(body.key, place, year);
    return byKey.get(keyOf(body, named.place, named.year)) ?? null;
  };
  return { all: all.sort((one, other) => other.year - one.year || one.slug.localeCompare(other.slug)), find };
}

/**
 * A conference with the texts it adopted or suppressed, the contributions that go to it, and the proposals in those.
 * @throws Refusal `not-found`
 */
export async function conference(
  context: Context,
  slug: string,
): Promise<{
  conference: ShownConference;
  texts: DatedText[];
  contributions: Contribution[];
  proposals: ProposalSummary[];
}> {
  const { all, find } = await everyConference(context);
  const found = all.find((one) => one.slug === slug);
  if (found === undefined) {
    refuse(
      'not-found',
      'There is no conference at this address, or it is not shown to you.',
      'Look in the list, or sign in.',
    );
  }
  const audience = audienceOf(context.viewer);
  const texts = await datedTexts(context.db, audience);
  const documents = await listContributions(context.db, audience);
  const proposals = await listProposals(context.db, audience, null);
  const here = (body: string | null, place: string | null, year: number | null) => find(body, place, year) === found;
  const contributions = documents
    .filter(({ body, place, year }) => here(body, place, year))
    .sort((one, other) => one.title.localeCompare(other.title, 'en', { numeric: true }));
  const ids = new Set(contributions.map(({ id }) => id));
  return {
    conference: found,
    texts: texts
      .filter(({ body, place, year }) => here(body, place, year))
      .sort((one, other) => nameOfInstrument(one).localeCompare(nameOfInstrument(other), 'en', { numeric: true })),
    contributions,
    proposals: proposals.filter(({ contribution }) => ids.has(contribution)),
  };
}

/**
 * Says what is known of a conference: its days, that a person checked it, that the register holds all it decided.
 * @param version as it was seen; 0 where nobody had said anything
 */
export async function describeConference(
  context: Context,
  slug: string,
  version: number,
  change: { firstDay: string | null; lastDay: string | null; confirmed: boolean; complete: boolean },
): Promise<void> {
  mustMay(context, 'edit-records');
  const { firstDay, lastDay, confirmed, complete } = change;
  for (const [field, day] of [
    ['firstDay', firstDay],
    ['lastDay', lastDay],
  ] as const) {
    if (day !== null && (day.length !== 10 || lastDayOf(day) === null)) {
      refuse('bad-day', `“${day}” is not a day.`, 'Enter it like 2026-11-09.', { field });
    }
  }
  if (firstDay !== null && lastDay !== null && lastDay < firstDay) {
    refuse('bad-day', 'The last day is before the first.', 'Correct one of the two.', { field: 'lastDay' });
  }
  await together(context, async (context) => {
    const { conference: found } = await conference(context, slug);
    if (found.version !== version) refuseStale('The conference');
    const said = { first_day: firstDay, last_day: lastDay, confirmed, complete };
    const stored = (await conferenceFacts(context.db)).find(
      (fact) =>
        found.body.family.includes(fact.body) &&
        conferenceKey(fact.place, fact.year) === conferenceKey(found.place, found.year),
    );
    const id = stored?.id ?? newId(context.now().getTime());
    const done =
      stored === undefined
        ? await insertConference(context.db, { id, body: found.body.id, place: found.place, year: found.year, ...said })
        : await updateConference(context.db, id, version, said);
    if (!done) refuseStale('The conference');
    await remember(
      context,
      'described',
      { kind: 'conference', id },
      { before: stored ?? null, after: { slug, ...said } },
    );
  });
}

const keyOf = (body: ShownBody, place: string, year: number): string => `${body.id} ${conferenceKey(place, year)}`;

/** Two bodies of different organisations may have conferences of one name: the later ones are counted. */
function withOwnSlugs(all: ShownConference[]): ShownConference[] {
  const counts = new Map<string, number>();
  return [...all]
    .sort((one, other) => one.body.slug.localeCompare(other.body.slug))
    .map((one) => {
      const count = (counts.get(one.slug) ?? 0) + 1;
      counts.set(one.slug, count);
      return count === 1 ? one : { ...one, slug: `${one.slug}-${count}` };
    });
}
