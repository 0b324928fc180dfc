/** The form of an entry on the roster: what was typed, what is offered, and how it is taken. */
import { fail, type ActionFailure } from '@sveltejs/kit';
import { countryNames } from '#data/countries.ts';
import { topics } from '#data/topics.ts';
import { Refusal, refuse, type Problem } from '#kernel/problem.ts';
import {
  checkDetails,
  Consent,
  consentMonths,
  languageLevelNames,
  languages,
  Modality,
  modalityNames,
  monthsAfter,
  nothingTyped,
  typedFrom,
  type Details,
  type TypedDetails,
} from '#modules/missions/index.ts';
import type { RosterEntry } from '#modules/missions/server/index.ts';
import { statusOf } from '#platform/http/index.ts';
import { field } from '../../pages.ts';
import { countryName } from '../../words.ts';

/** What the form offers. */
export const offered = {
  topics: topics.map(({ code, label }) => ({ code, label })),
  modalities: Modality.options.map((code) => ({ code, label: modalityNames[code] })),
  languages: languages().map(({ code, name }) => ({ code, label: name })),
  levels: Object.entries(languageLevelNames).map(([code, label]) => ({ code, label })),
  countries: countryNames
    .trim()
    .split('\n')
    .map((row) => row.slice(3).split('|')[0] ?? '')
    .sort((a, b) => a.localeCompare(b, 'en')),
  months: consentMonths.map((months) => ({ months, label: `${months / 12} year${months === 12 ? '' : 's'}` })),
};

/** What was ticked of consent. */
export interface TypedConsent {
  kept: boolean;
  members: boolean;
  public: boolean;
  months: string;
  /** Day on which it was given, where the secretariat notes it. */
  givenOn: string;
  /** Whether the secretariat notes a consent at all. */
  noted: boolean;
  /** Whether the person confirmed the entry today, as the secretariat was told. */
  confirmed: boolean;
}

/** Nothing is ticked beforehand. */
export const nothingAllowed: TypedConsent = {
  kept: false,
  members: false,
  public: false,
  months: '24',
  givenOn: '',
  noted: false,
  confirmed: false,
};

/** What a form that could not be taken shows again. */
export interface EntryProblems {
  problems: Problem[];
  typed: TypedDetails;
  allowed: TypedConsent;
}

const all = (form: FormData, name: string): string[] =>
  form.getAll(name).flatMap((value) => (typeof value === 'string' ? [value.replaceAll('\u0000', '')] : []));
const texts = [
  ...(['kind', 'name', 'organisation', 'country', 'nationality', 'email', 'telephone'] as const),
  ...(['worked', 'barred', 'conflict', 'interests', 'summary', 'experience', 'missions'] as const),
];

/** What was typed into the form of an entry. */
export function typedIn(form: FormData): TypedDetails {
  const levels = all(form, 'level');
  const until = all(form, 'awayTo');
  return {
    ...nothingTyped,
    ...Object.fromEntries(texts.map((name) => [name, field(form, name)])),
    active: field(form, 'resting') !== 'yes',
    topics: all(form, 'topic'),
    core: all(form, 'core'),
    modalities: all(form, 'help'),
    languages: all(form, 'language').map((language, at) => ({ language, level: levels[at] ?? '' })),
    away: all(form, 'awayFrom').map((from, at) => ({ from, to: until[at] ?? '' })),
  };
}

export function allowedIn(form: FormData): TypedConsent {
  const ticked = (name: string): boolean => field(form, name) === 'yes';
  return {
    kept: ticked('kept'),
    members: ticked('members'),
    public: ticked('public'),
    months: field(form, 'months'),
    givenOn: field(form, 'givenOn'),
    noted: ticked('noted'),
    confirmed: ticked('confirmed'),
  };
}

/** What a person ticked, from today on; told as a problem at its field where it is not enough. */
export function consentFrom(allowed: TypedConsent, by: Consent['by'], today: string): Consent {
  const months = consentMonths.find((one) => String(one) === allowed.months);
  const givenOn = by === 'person' ? today : allowed.givenOn;
  if (months === undefined) return refuse('bad-consent', 'Choose for how long.', '', { field: 'months' });
  if (!/^\d{4}-\d\d-\d\d$/.test(givenOn) || givenOn > today) {
    return refuse('bad-consent', 'Enter the day on which consent was given, not later than today.', '', {
      field: 'givenOn',
    });
  }
  const checked = Consent.safeParse({ ...allowed, by, givenOn, expiresOn: monthsAfter(givenOn, months) });
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  return refuse('bad-consent', issue?.message ?? 'This consent cannot be kept.', '', {
    field: String(issue?.path[0] ?? 'kept'),
  });
}

/**
 * Does what the form of an entry asks. All that was typed goes back into the form where it cannot be taken.
 * @param consent reads the consent, where the form asks for one; it may refuse
 */
export async function takeEntry<T>(
  form: FormData,
  consent: (allowed: TypedConsent) => Consent | undefined,
  work: (details: Details, consent: Consent | undefined, confirmed: boolean) => Promise<T>,
): Promise<T | ActionFailure<EntryProblems>> {
  const typed = typedIn(form);
  const allowed = allowedIn(form);
  const { details, problems } = checkDetails(typed);
  let given: Consent | undefined;
  try {
    given = consent(allowed);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    problems.push(cause.problem);
  }
  if (details === null || problems.length > 0) return fail(400, { problems, typed, allowed });
  try {
    return await work(details, given, allowed.confirmed);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return fail(statusOf(cause.problem), { problems: [cause.problem], typed, allowed });
  }
}

/** An entry as its form shows it. */
export function typedOf(entry: RosterEntry, contacts: { email: string; telephone: string } | null): TypedDetails {
  const { kind, name, organisationName: organisation, country, active, profile } = entry;
  const { email = '', telephone = '' } = contacts ?? {};
  return typedFrom({ kind, name, organisation, country, active, profile, email, telephone }, countryName);
}

/** What was consented to before, for those who change their own entry with an account. */
export function allowedOf({ consent }: RosterEntry): TypedConsent {
  if (consent === null) return nothingAllowed;
  return { ...nothingAllowed, kept: true, members: consent.members, public: consent.public };
}
