import { conferences as calendar, type Conference } from '#data/conferences.ts';
import type { Citation } from '#kernel/reading/index.ts';
import { audienceOf } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { clausesOf, codeOfBody, knownInstruments } from '../domain/citations/check/from-texts.ts';
import { knownTexts, type KnownInstrument, type KnownTexts } from '../domain/citations/check/known.ts';
import { nameOfRevision } from '../domain/register/identity.ts';
import { sideOfText } from '../domain/register/sides.ts';
import type { TextOf } from '../domain/register/texts-of.ts';
import { listInstruments, revisionsOf, type Instrument, type Revision } from '../store/instruments.ts';
import { conferences } from './conferences.ts';

/**
 * What the register knows of the texts that are cited, as far as the viewer may see them, for checking the citations.
 * @param own the texts of the document that cites: they are known as well
 */
export async function knownCitations(
  context: Context,
  citations: readonly Citation[],
  own: readonly TextOf[] = [],
): Promise<KnownTexts> {
  const cited = new Set(citations.map(({ kind, number }) => `${kind} ${number}`));
  const audience = audienceOf(context.viewer);
  const instruments = await listInstruments(context.db, audience);
  const until = conferenceYear(own);
  const known: KnownInstrument[] = [];
  for (const instrument of instruments) {
    if (!cited.has(`${instrument.kind} ${instrument.number ?? ''}`)) continue;
    const revisions = await revisionsOf(context.db, audience, instrument.id);
    known.push(
      knownOf(
        instrument,
        revisions.filter(({ year }) => until === null || year === null || year < until),
      ),
    );
  }
  return knownTexts([...known, ...knownInstruments(own)], await calendarOf(context));
}

/** Proposals can cite what stood before their conference, and nothing that it or a later one adopted. */
function conferenceYear(own: readonly TextOf[]): number | null {
  const years = own.flatMap(({ by }) => by?.proposal.revision.after?.year ?? []);
  return years.length === 0 ? null : Math.max(...years);
}

function knownOf({ kind, number, body }: Instrument, revisions: readonly Revision[]): KnownInstrument {
  const named = revisions.flatMap(({ place, year, revised, text, status }) =>
    place === null || year === null ? [] : [{ revision: { place, year, revised }, text, status }],
  );
  const last = named.at(-1);
  return {
    kind,
    number,
    body,
    code: codeOfBody(body),
    revisions: named
      .filter(({ status }) => status === 'adopted')
      .map(({ revision, text }) => ({
        revision,
        clauses: text === null ? null : clausesOf(sideOfText(text, 'proposed')),
      })),
    suppressed:
      last?.status === 'suppressed'
        ? `it was suppressed at ${nameOfRevision({ ...last.revision, revised: false })}`
        : null,
  };
}

/** The calendar that comes with the workbench, with what people of this organisation confirmed in its place. */
async function calendarOf(context: Context): Promise<Conference[]> {
  const confirmed = (await conferences(context)).flatMap(({ body: { key }, place, year, known }) =>
    key !== null && known === 'confirmed' ? [{ body: key, place, year, dates: null, confirmed: true }] : [],
  );
  const said = new Set(confirmed.map(({ body, year }) => `${body} ${year}`));
  return [...calendar.filter(({ body, year }) => !said.has(`${body} ${year}`)), ...confirmed];
}
