/** Texts in force at a date, and suppressions. */
import { refuse } from '#kernel/problem.ts';
import type { LegalText } from '#kernel/reading/index.ts';
import type { Origin } from '#kernel/register.ts';
import { audienceOf } from '#modules/access/index.ts';
import { mustMay, mustSee, remember, together, type Context } from '#modules/access/server/index.ts';
import { bodyNameOf, sameBody } from '../domain/bodies/names.ts';
import { lastDayOf, standingAt, type RevisionStatus, type Standing } from '../domain/history/in-force.ts';
import { suppressionsIn } from '../domain/history/suppressions.ts';
import { nameOfInstrument, type Identity } from '../domain/register/identity.ts';
import { datedTexts, deleteSuppression, type DatedText } from '../store/conferences.ts';
import {
  findRevision,
  insertRevision,
  listInstruments,
  instrumentBy,
  revisionBySlug,
  type Instrument,
} from '../store/instruments.ts';
import { everyConference, type ShownConference } from './conferences.ts';
import { instrumentOf, newRevision } from './known-texts.ts';

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
  const texts = Map.groupBy(await textsWithDays(context), ({ instrument }) => instrument);
  const all = await listInstruments(context.db, audienceOf(context.viewer));
  return {
    day,
    texts: all
      .map((one) => ({
        instrument: { id: one.id, slug: one.slug, name: nameOfInstrument(one), title: one.title },
        standing: standingAt(texts.get(one.id) ?? [], day),
      }))
      .sort((one, other) => byName(one.instrument, other.instrument)),
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

/** Resolution 9 before Resolution 12. */
const byName = (one: { name: string }, other: { name: string }): number =>
  one.name.localeCompare(other.name, 'en', { numeric: true });

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
    const revision = await newRevision(context, instrument, { place, year: at.year, revised: false }, origin);
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

/**
 * Records the suppressions that a text of final acts lists, in the caller's transaction; what the register has of the
 * same conference stays.
 * @returns the instruments that were suppressed
 */
export async function suppressionsTold(
  context: Context,
  text: LegalText,
  of: Pick<Identity, 'body'>,
  origin: Origin,
): Promise<Instrument[]> {
  const told: Instrument[] = [];
  for (const { kind, number, revision: named, body, place, year } of suppressionsIn(text)) {
    // Lists print the body in capitals and without its organisation.
    const same = of.body !== null && sameBody(bodyNameOf(of.body), bodyNameOf(body)) !== null;
    const identity = { kind, number, revision: named, body: same ? of.body : body };
    const instrument = await instrumentOf(context, identity, null, origin);
    if ((await findRevision(context.db, instrument.id, place, year)) !== null) continue;
    const revision = await newRevision(context, instrument, { place, year, revised: false }, origin);
    await insertRevision(context.db, { ...revision, status: 'suppressed', source: origin.source });
    await remember(
      context,
      'suppressed',
      { kind: 'instrument', id: instrument.id },
      { after: { place, year, source: origin.source } },
    );
    told.push(instrument);
  }
  return told;
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
