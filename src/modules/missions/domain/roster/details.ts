/** What a form or a row of a list says of an entry, and whether it can be kept. All problems are told at once. */
import { z } from 'zod';
import { topics } from '#data/topics.ts';
import { withholdContacts } from '#kernel/contacts.ts';
import { countryCode } from '#kernel/countries.ts';
import type { Problem } from '#kernel/problem.ts';
import { TypedContact } from '#modules/directory/index.ts';
import { languageCode } from './languages.ts';
import { Modality, Profile } from './profile.ts';

/** An entry as somebody writes it; ways to reach them go to the directory and nowhere else. */
export const Details = z.object({
  kind: z.enum(['person', 'organisation']),
  name: z.string().trim().min(1, 'Enter a name.').max(200, 'Write at most 200 characters.'),
  organisation: z.string().trim().max(300, 'Write at most 300 characters.'),
  country: z.string().length(2).nullable(),
  email: z.string().trim().max(254),
  telephone: z.string().trim().max(60),
  active: z.boolean(),
  profile: Profile,
});
export type Details = z.infer<typeof Details>;

/** The same as it is typed: words, one a line where there may be several. */
export interface TypedDetails {
  kind: string;
  name: string;
  organisation: string;
  country: string;
  nationality: string;
  email: string;
  telephone: string;
  active: boolean;
  /** Codes; `core` are those that they are known for. */
  topics: string[];
  core: string[];
  modalities: string[];
  languages: { language: string; level: string }[];
  worked: string;
  barred: string;
  conflict: string;
  interests: string;
  away: { from: string; to: string }[];
  summary: string;
  experience: string;
  missions: string;
}

export const nothingTyped: TypedDetails = {
  kind: 'person',
  name: '',
  organisation: '',
  country: '',
  nationality: '',
  email: '',
  telephone: '',
  active: true,
  topics: [],
  core: [],
  modalities: [],
  languages: [],
  worked: '',
  barred: '',
  conflict: '',
  interests: '',
  away: [],
  summary: '',
  experience: '',
  missions: '',
};

const knownTopics = new Set(topics.map(({ code }) => code));

/** Checks what was typed. `details` is `null` where there are problems; each problem names its field. */
export function checkDetails(typed: TypedDetails): { details: Details | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const tell = (field: string, message: string, remedy = ''): void => {
    if (!problems.some((problem) => problem.place.field === field)) {
      problems.push({ code: 'bad-entry', message, remedy, place: { field } });
    }
  };
  const profile = {
    topics: topicsOf(typed),
    modalities: typed.modalities.filter((code) => Modality.safeParse(code).success),
    languages: languagesOf(typed, tell),
    places: placesOf(typed, tell),
    nationality: countryOf(typed.nationality, 'nationality', tell),
    interests: linesOf(typed.interests),
    unavailable: typed.away
      .filter(({ from, to }) => from !== '' || to !== '')
      .map(({ from, to }) => wholeSpan(from, to)),
    summary: typed.summary,
    experience: typed.experience,
    missions: typed.missions,
  };
  const country = countryOf(typed.country, 'country', tell);
  tellContacts(typed, tell);
  const { kind, name, organisation, email, telephone, active } = typed;
  const checked = Details.safeParse({ kind, name, organisation, country, email, telephone, active, profile });
  for (const issue of checked.error?.issues ?? []) {
    const [first, second] = issue.path.map(String);
    const field = first === 'profile' ? (second ?? '') : (first ?? '');
    tell(formFields[field] ?? field, issue.message);
  }
  return { details: checked.success && problems.length === 0 ? checked.data : null, problems };
}

/** Where parts of a profile are typed that have no field of their own name. */
const formFields: Record<string, string> = { unavailable: 'away', places: 'worked' };

function topicsOf({ topics, core }: TypedDetails): Profile['topics'] {
  const codes = [...new Set([...topics, ...core])].filter((code) => knownTopics.has(code));
  return codes.map((code) => ({ code, weight: core.includes(code) ? 'core' : 'side' }));
}

type Tell = (field: string, message: string, remedy?: string) => void;

function languagesOf({ languages }: TypedDetails, tell: Tell): { code: string; level: string }[] {
  const found = new Map<string, string>();
  for (const { language, level } of languages) {
    if (language.trim() === '') continue;
    const code = languageCode(language);
    if (code === null) tell('languages', `“${language.trim()}” is no language that is known here.`, 'Choose one.');
    else found.set(code, level === '' ? 'work' : level);
  }
  return [...found].map(([code, level]) => ({ code, level }));
}

function placesOf({ worked, barred, conflict }: TypedDetails, tell: Tell): Profile['places'] {
  return Object.entries({ worked, barred, conflict }).flatMap(([kind, text]) => {
    const codes = countriesOf(text).map((name) => countryOf(name, kind, tell));
    return [...new Set(codes.filter((code) => code !== null))].map((country) => ({
      country,
      kind: kind as 'worked' | 'barred' | 'conflict',
    }));
  });
}

/** A country by its name or its two letters; `null` for none. */
function countryOf(words: string, field: string, tell: Tell): string | null {
  const name = words.trim();
  if (name === '') return null;
  const code = countryCode(name) ?? (/^[A-Z]{2}$/.test(name) ? name : null);
  if (code === null)
    tell(field, `“${name.slice(0, 80)}” is no country that is known here.`, 'Write its name in English.');
  return code;
}

/** One month alone is a span of that month. */
function wholeSpan(from: string, to: string): { from: string; to: string } {
  return { from: from.trim() === '' ? to.trim() : from.trim(), to: to.trim() === '' ? from.trim() : to.trim() };
}

/** Values typed one a line, or behind semicolons on one. */
export function linesOf(text: string): string[] {
  return [...new Set(text.split(/[\r\n;]+/).map((part) => part.trim()))].filter((part) => part !== '');
}

/** Countries one a line, or behind commas; "Hong Kong, China" on a line of its own is one. */
function countriesOf(text: string): string[] {
  return linesOf(text).flatMap((line) => (countryCode(line) === null ? line.split(',') : [line]));
}

const openTexts = ['name', 'organisation', 'interests', 'summary', 'experience', 'missions'] as const;

/** Texts are shown and quoted, so they hold no way to reach anybody. */
function tellContacts(typed: TypedDetails, tell: Tell): void {
  for (const field of openTexts) {
    if (withholdContacts(typed[field]).count > 0) {
      tell(field, 'This text holds an address or a telephone number.', 'Take it out: others may see this text.');
    }
  }
  for (const [field, kind] of [
    ['email', 'e-mail'],
    ['telephone', 'telephone'],
  ] as const) {
    if (typed[field].trim() === '') continue;
    const issue = TypedContact.safeParse({ kind, value: typed[field] }).error?.issues[0];
    if (issue !== undefined) tell(field, issue.message);
  }
}

/** An entry as its form shows it. @param nameOf the name of a country by its code */
export function typedFrom(details: Details, nameOf: (iso2: string) => string): TypedDetails {
  const { profile } = details;
  const places = (kind: string): string =>
    profile.places
      .filter((place) => place.kind === kind)
      .map(({ country }) => nameOf(country))
      .join('\n');
  return {
    kind: details.kind,
    name: details.name,
    organisation: details.organisation,
    country: details.country === null ? '' : nameOf(details.country),
    nationality: profile.nationality === null ? '' : nameOf(profile.nationality),
    email: details.email,
    telephone: details.telephone,
    active: details.active,
    topics: profile.topics.map(({ code }) => code),
    core: profile.topics.filter(({ weight }) => weight === 'core').map(({ code }) => code),
    modalities: profile.modalities,
    languages: profile.languages.map(({ code, level }) => ({ language: code, level })),
    worked: places('worked'),
    barred: places('barred'),
    conflict: places('conflict'),
    interests: profile.interests.join('\n'),
    away: profile.unavailable,
    summary: profile.summary,
    experience: profile.experience,
    missions: profile.missions,
  };
}
