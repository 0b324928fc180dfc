/** Which parts of an entry a viewer gets. One function for pages, lists, exports and search. */
import type { Consent } from './consent.ts';
import type { Profile } from './profile.ts';

/** The parts of an entry that others than the secretariat and the person never get. */
export interface InnerParts {
  profile: Profile;
  consent: Consent | null;
  active: boolean;
}

/**
 * An entry as others see it: without nationality, conflicts, the countries that are barred, and what was consented to.
 * What is left is what the person agreed to show.
 */
export function forOthers<T extends InnerParts>(entry: T): T {
  const { profile } = entry;
  return {
    ...entry,
    consent: null,
    profile: {
      ...profile,
      nationality: null,
      interests: [],
      places: profile.places.filter(({ kind }) => kind === 'worked'),
    },
  };
}

/** The words by which search finds an entry: nothing that others never get. */
export function wordsOf({ profile }: InnerParts): string {
  return [profile.summary, profile.experience, profile.missions].filter((text) => text !== '').join('\n');
}
