/** Conferences of a body: what texts name, what the public calendar lists, and what a person confirmed. */
import { conferences as calendar } from '#data/conferences.ts';
import { slugOf } from '#kernel/ids.ts';
import type { Revision } from '#kernel/reading/index.ts';
import { onCalendar } from './known.ts';
import { bodyNameOf } from './names.ts';

export interface Conference {
  place: string;
  year: number;
  /** ISO dates where known. */
  firstDay: string | null;
  lastDay: string | null;
  /** Where place and days come from. */
  known: 'confirmed' | 'calendar' | 'named';
  /** The register holds all that it decided. */
  complete: boolean;
}

/** What a person said of a conference. */
export interface Said {
  place: string;
  year: number;
  first_day: string | null;
  last_day: string | null;
  confirmed: boolean;
  complete: boolean;
}

/** Two spellings of one place in one year: without case, accents and signs. */
export const conferenceKey = (place: string, year: number): string =>
  `${place.normalize('NFKD').replace(/\P{L}/gu, '').toLowerCase()} ${year}`;

/**
 * The conference that a text's place and year name. "(Rev.WRC-15)" names the body instead of the place: the calendar
 * tells the place where it lists one conference of that year.
 * @param key short key of the body, `null` where it has none
 */
export function conferenceNamed(key: string | null, place: string, year: number): { place: string; year: number } {
  if (key === null) return { place, year };
  const listed = onCalendar(key, place, year);
  if (listed !== null) return { place: listed.place, year };
  const [only, ...others] = place === key ? calendar.filter((one) => one.body === key && one.year === year) : [];
  return { place: only !== undefined && others.length === 0 ? only.place : place, year };
}

/** A conference with the best that is known of it. */
export function conferenceOf(key: string | null, place: string, year: number, said: Said | undefined): Conference {
  const listed = key === null ? null : onCalendar(key, place, year);
  const dates = listed?.dates ?? null;
  return {
    place,
    year,
    firstDay: said?.first_day ?? dates?.[0] ?? null,
    lastDay: said?.last_day ?? dates?.[1] ?? null,
    known:
      said?.confirmed === true || listed?.confirmed === true ? 'confirmed' : listed === null ? 'named' : 'calendar',
    complete: said?.complete ?? false,
  };
}

/** "pp-dubai-2018", "plenipotentiary-assembly-apia-2025". */
export function conferenceSlug(body: { key: string | null; name: string }, place: string, year: number): string {
  return slugOf(`${body.key ?? bodyNameOf(body.name).core} ${place} ${year}`, 90);
}

/** Where a contribution goes, as its proposals say. */
export interface Destination {
  body: string | null;
  place: string | null;
  year: number | null;
}

/**
 * The conference that most proposals of a contribution would have adopt them, by the body that speaks in them. A
 * revision that is named both as the old and the new one says nothing: the heading was left as it was.
 */
export function destinationOf(
  proposals: readonly { body: string | null; before: Revision | null; after: Revision | null }[],
): Destination {
  const named = proposals.flatMap(({ before, after }) =>
    after === null || (before !== null && keyOf(before) === keyOf(after)) ? [] : [after],
  );
  const there = mostNamed(named, keyOf);
  const body = mostNamed(
    proposals.flatMap((one) => one.body ?? []),
    (name) => name,
  );
  return { body, place: there?.place ?? null, year: there?.year ?? null };
}

const keyOf = ({ place, year }: Revision): string => conferenceKey(place, year);

/** Of several that are named as often, the first. */
function mostNamed<T>(all: readonly T[], keyOf: (one: T) => string): T | null {
  const groups = [...Map.groupBy(all, keyOf).values()].sort((one, other) => other.length - one.length);
  return groups[0]?.[0] ?? null;
}
