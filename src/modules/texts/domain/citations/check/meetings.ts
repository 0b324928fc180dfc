/** Citations of revisions that no conference can have adopted, by the calendar of conferences. */
import type { Conference } from '#data/conferences.ts';
import type { Citation, Revision } from '#kernel/reading/index.ts';
import { isOneSlip } from '../../words/slips.ts';
import { nameOfRevision } from '../../register/identity.ts';
import type { CitingDocument } from './citing.ts';
import { looksConfused } from './confusion.ts';
import { plainPlace, sameRevision, type KnownTexts } from './known.ts';
import type { CitationProblem } from './problem.ts';

/**
 * The problem of a citation that names a body, a place and a year that do not go together. Only where the calendar of the
 * body is known and covers the year; what a file or the register knows to have been adopted there speaks for it.
 */
export function impossibleMeeting(
  citation: Citation,
  known: KnownTexts,
  { own }: CitingDocument,
): CitationProblem | null {
  const { revision } = citation;
  if (revision === null || revision.place === '') return null;
  if (own.some((one) => sameRevision(one, revision))) return null;
  const body = citation.body ?? bodyMeant(revision, known.calendar);
  const meetings = known.calendar.filter((one) => one.body === body);
  if (body === null || !covers(meetings, revision.year)) return null;
  if (meetings.some((one) => isMeeting(one, body, revision))) return null;
  if (known.named(citation.kind, citation.number).some((one) => one.code === body && has(one.revisions, revision)))
    return null;
  const others = known.calendar.filter((one) => one.body !== body && isMeeting(one, one.body, revision));
  const rests = others.length > 0 ? others : meetings;
  const certainty = citation.body !== null && rests.every(({ confirmed }) => confirmed) ? 'sure' : 'likely';
  const name = nameOfRevision({ ...revision, revised: false });
  const made = { citation, certainty, newest: null, mend: null } as const;
  if (others.length > 0) {
    const met = [...new Set(others.map((one) => one.body))].join(' and ');
    return {
      ...made,
      kind: 'wrong-body',
      message: `"${citation.text}" is cited as of ${body}; in ${name} it was ${met} that met.`,
    };
  }
  return {
    ...made,
    kind: 'impossible',
    message: `"${citation.text}": no ${body} met in ${name}. ${nearest(meetings, revision)}`,
  };
}

const has = (revisions: readonly { revision: Revision }[], { place, year }: Revision): boolean =>
  revisions.some(({ revision }) => revision.year === year && plainPlace(revision.place) === plainPlace(place));

/** The one body that is known to have met at a place at all, where place and year look confused. */
function bodyMeant({ place, year }: Revision, calendar: readonly Conference[]): string | null {
  if (!looksConfused(place, year, calendar)) return null;
  const bodies = new Set(calendar.filter((one) => plainPlace(one.place) === plainPlace(place)).map(({ body }) => body));
  return bodies.size === 1 ? ([...bodies][0] ?? null) : null;
}

function covers(meetings: readonly Conference[], year: number): boolean {
  const years = meetings.map((one) => one.year);
  return years.length > 1 && year >= Math.min(...years) && year <= Math.max(...years);
}

/** A name one slip away is the same place, misspelt; "WTDC-14" names the body in the place of the place. */
function isMeeting({ place, year }: Conference, body: string, revision: Revision): boolean {
  if (year !== revision.year) return false;
  const [one, other] = [plainPlace(place), plainPlace(revision.place)];
  return one === other || revision.place === body || isOneSlip(other, one);
}

function nearest(meetings: readonly Conference[], { place, year }: Revision): string {
  const there = meetings.filter((one) => plainPlace(one.place) === plainPlace(place));
  const then = meetings.filter((one) => one.year === year);
  const named = [...there, ...then].map((one) => `${one.place}, ${one.year}`);
  return named.length === 0 ? 'Check place and year.' : `Known: ${[...new Set(named)].join('; ')}.`;
}
