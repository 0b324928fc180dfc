/** Experts, organisations, offers and partners' activities as the score reads them. */
import { topics } from '#data/topics.ts';
import type { OfferContent } from '../forms/answers.ts';
import type { Form } from '../forms/form.ts';
import { languageName } from '../roster/languages.ts';
import { modalityNames, type Profile } from '../roster/profile.ts';
import type { Candidate, Declared, Field } from './words.ts';

const country = new Intl.DisplayNames('en', { type: 'region' });
const countryName = (iso2: string): string => country.of(iso2) ?? iso2;
const topicName = (code: string): string => topics.find((topic) => topic.code === code)?.label ?? code;

const words = (key: string, name: string, text: string, more: Partial<Field> = {}): Field => ({
  key,
  name,
  text,
  use: 'words',
  core: false,
  declares: null,
  ...more,
});

const entered = (key: string, name: string, text: string, declares: Declared, core = false): Field => ({
  ...words(key, name, text, { core }),
  declares,
});

/** An expert or an organisation of the roster. */
export interface Listed {
  kind: 'expert' | 'organisation';
  id: string;
  name: string;
  address: string;
  organisation: string | null;
  profile: Profile;
  /** Day of the last confirmation, ISO. */
  confirmedOn: string | null;
  /** Names of the organisation that an expert works for. */
  own: readonly string[];
  /** Missions finished here: in words, and the evaluation in hundredths of the best. */
  missions: readonly { words: string; grade: number | null }[];
}

export function candidateOfProfile(listed: Listed): Candidate {
  const { profile, missions, own, kind, id, name, address, organisation, confirmedOn } = listed;
  const places = profile.places.map(({ country: iso2, kind: as }, at) =>
    entered(`place-${at + 1}`, placeNames[as], countryName(iso2), { is: 'country', iso2, as }),
  );
  const national = profile.nationality;
  return {
    kind,
    id,
    name,
    address,
    organisation,
    confirmedOn,
    withdrawn: false,
    statement: false,
    offeredFor: [],
    costs: null,
    conflicts: { ...profile, own },
    fields: [
      ...profile.topics.map(({ code, weight }) =>
        entered(`topic-${code}`, 'Topics', topicName(code), { is: 'topic', code }, weight === 'core'),
      ),
      ...profile.modalities.map((one) =>
        entered(`kind-${one}`, 'Kinds of help', modalityNames[one], { is: 'kind', kind: one }),
      ),
      ...profile.languages.map(({ code }) =>
        entered(`language-${code}`, 'Languages', languageName(code), { is: 'language', code }),
      ),
      ...places,
      ...(national === null
        ? []
        : [
            entered('national', 'Nationality', countryName(national), {
              is: 'country',
              iso2: national,
              as: 'national',
            }),
          ]),
      ...profile.unavailable.map(({ from, to }, at) =>
        entered(`away-${at + 1}`, 'Not available', `${from} to ${to}`, { is: 'time', from, to, as: 'away' }),
      ),
      ...missions.map(({ words: text, grade }, at) =>
        entered(`mission-${at + 1}`, 'Missions', text, { is: 'mission', grade }),
      ),
      ...(profile.summary === '' ? [] : [words('summary', 'In their own words', profile.summary, { use: 'asks' })]),
      ...(profile.experience === '' ? [] : [words('experience', 'Earlier work', profile.experience, { past: true })]),
      ...(profile.missions === '' ? [] : [words('missions', 'Earlier missions', profile.missions, { past: true })]),
    ],
  };
}

const placeNames = { worked: 'Worked in', barred: 'Must not work in', conflict: 'Conflict of interest' };

/** An offer that was sent in. */
export interface Offered {
  id: string;
  name: string;
  address: string;
  organisation: string | null;
  applications: readonly string[];
  content: OfferContent;
  form: Pick<Form, 'items'>;
  withdrawn: boolean;
  missions: readonly { words: string; grade: number | null }[];
}

export function candidateOfOffer(offered: Offered): Candidate {
  const { content, form, id, name, address, organisation, withdrawn } = offered;
  const fields: Field[] = form.items.flatMap((item): Field[] => {
    const answer = content.answers[item.key];
    if (answer === undefined) return [];
    if (item.type === 'times') {
      return answer.times
        .filter(({ from, to }) => from !== null || to !== null)
        .map(({ printed, from, to }, at) =>
          entered(`${item.key}-${at + 1}`, item.question, printed, { is: 'time', from, to, as: 'time' }),
        );
    }
    if (item.type !== 'text' || answer.state !== 'given' || item.key === 'requested') return [];
    const core = item.key === 'interest' || item.key === 'details';
    return [words(item.key, item.question, answer.text, { core, use: core ? 'asks' : 'words' })];
  });
  return {
    kind: 'offer',
    id,
    name,
    address,
    organisation,
    withdrawn,
    confirmedOn: null,
    statement: false,
    conflicts: null,
    offeredFor: offered.applications,
    costs: content,
    fields: [
      ...fields,
      ...offered.missions.map(({ words: text, grade }, at) =>
        entered(`mission-${at + 1}`, 'Missions', text, { is: 'mission', grade }),
      ),
    ],
  };
}

/** An activity that a partner reported: context for a request, and nobody that can be sent. */
export interface Reported {
  id: string;
  organisation: string;
  words: string;
  address: string;
  isActivity: boolean;
  /** Topics found when it was read, without those that only the name of an organisation speaks of. */
  topics: readonly string[];
  years: readonly number[];
}

export function candidateOfActivity({
  id,
  organisation,
  words: text,
  address,
  isActivity,
  topics: found,
  years,
}: Reported): Candidate {
  return {
    kind: 'activity',
    id,
    address,
    name: organisation,
    organisation: null,
    confirmedOn: null,
    withdrawn: false,
    conflicts: null,
    statement: !isActivity,
    offeredFor: [],
    costs: null,
    fields: [
      words('words', 'Activity', text, { core: true, use: 'asks', topics: found }),
      ...[...new Set(years)]
        .filter((year) => text.includes(String(year)))
        .map((year) =>
          entered(`year-${year}`, 'Activity', String(year), {
            is: 'time',
            from: `${year}-01`,
            to: `${year}-12`,
            as: 'time',
          }),
        ),
    ],
  };
}
