/** An entry of the roster in words. */
import { availability, languageLevelNames, languageName, modalityNames } from '#modules/missions/index.ts';
import type { RosterEntry } from '#modules/missions/server/index.ts';
import { day } from '#ui/format.ts';
import { countryName, topicName } from '../../words.ts';

export interface ShownEntry {
  summary: string;
  experience: string;
  missions: string;
  /** Everything else, by its name; what is not said is left out. */
  facts: { name: string; value: string }[];
}

/** Months from this one on that lists look at. */
const ahead = 6;

/** Whether somebody can come within six months, in words. */
export function comingMonths(entry: RosterEntry, now: Date): string {
  if (!entry.active) return 'not for now';
  const month = (after: number): string =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + after, 1)).toISOString().slice(0, 7);
  const words = { whole: 'available', partly: 'partly available', none: 'away', unknown: 'not known' };
  return words[availability(entry.profile, month(0), month(ahead - 1))];
}

/** How fresh an entry is, in words. */
function freshness({ confirmedOn, stale }: RosterEntry): string {
  if (confirmedOn === null) return 'never confirmed';
  return stale ? `stale: last confirmed on ${day(confirmedOn)}` : `confirmed on ${day(confirmedOn)}`;
}

export function shownEntry(entry: RosterEntry, now: Date): ShownEntry {
  const { profile } = entry;
  const places = (kind: string): string =>
    profile.places
      .filter((place) => place.kind === kind)
      .map(({ country }) => countryName(country))
      .join(', ');
  const topics = (weight: string): string =>
    profile.topics
      .filter((topic) => topic.weight === weight)
      .map(({ code }) => topicName(code))
      .join(', ');
  const facts = [
    ['Organisation', entry.organisationName],
    ['Country', entry.country === null ? '' : countryName(entry.country)],
    ['Known for', topics('core')],
    ['Also', topics('side')],
    ['Kinds of help', profile.modalities.map((code) => modalityNames[code]).join(', ')],
    [
      'Languages',
      profile.languages.map(({ code, level }) => `${languageName(code)} (${languageLevelNames[level]})`).join(', '),
    ],
    ['Has worked in', places('worked')],
    ['Next six months', comingMonths(entry, now)],
    ['Cannot come', profile.unavailable.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join(', ')],
    ['Nationality', profile.nationality === null ? '' : countryName(profile.nationality)],
    ['Not to be sent to', places('barred')],
    ['Conflict of interest in', places('conflict')],
    ['Not to work for', profile.interests.join('; ')],
    ['Entry', freshness(entry)],
  ] as const;
  return {
    summary: profile.summary,
    experience: profile.experience,
    missions: profile.missions,
    facts: facts.flatMap(([name, value]) => (value === '' ? [] : [{ name, value }])),
  };
}
