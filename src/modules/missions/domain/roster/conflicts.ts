/** What bars an expert from a mission, apart from any score. */
import { foldName, oneSpelling } from '#kernel/organisation-names.ts';
import type { Profile } from './profile.ts';

/** `national` counts only where the cycle bars nationals from missions to their own country. */
export type ConflictRule = 'barred' | 'interest' | 'national' | 'organisation';

export interface Conflict {
  rule: ConflictRule;
  /** In words for the secretariat; it names no more than the rule. */
  why: string;
}

/** What an entry says of conflicts. */
export type ConflictProfile = Pick<Profile, 'places' | 'nationality' | 'interests'>;

/**
 * Everything that speaks against sending somebody to a country (ISO 3166-1) for an organisation; empty where nothing
 * does, and where neither is known.
 * @param organisation its names, in any spelling; the first is shown
 * @param own names of the organisation that the expert works for
 */
export function conflictWith(
  profile: ConflictProfile,
  country: string | null,
  organisation: string | readonly string[] | null,
  own: readonly string[] = [],
): Conflict[] {
  const names = (typeof organisation === 'string' ? [organisation] : (organisation ?? [])).flatMap(formsOf);
  const asked = names.filter((name) => name !== '');
  const has = (kind: 'barred' | 'conflict'): boolean =>
    country !== null && profile.places.some((place) => place.kind === kind && place.country === country);
  const found: (Conflict | false)[] = [
    has('barred') && { rule: 'barred', why: 'Barred from this country.' },
    has('conflict') && { rule: 'interest', why: 'Has told of a conflict of interest in this country.' },
    country !== null && profile.nationality === country && { rule: 'national', why: 'Is a national of this country.' },
    profile.interests.some((name) => formsOf(name).some((form) => asked.includes(form))) && {
      rule: 'interest',
      why: 'Has told of a conflict of interest with this organisation.',
    },
    own.some((name) => formsOf(name).some((form) => asked.includes(form))) && {
      rule: 'organisation',
      why: 'Works for the organisation that asks.',
    },
  ];
  return found.filter((one) => one !== false);
}

/** A name as it is, and without the abbreviation that stands behind it in brackets: who has the one has the other. */
const formsOf = (name: string): string[] =>
  [name, name.replace(/\s*\([A-Z][\w-]{1,14}\)/gu, '')].map((one) => foldName(oneSpelling(one)));
