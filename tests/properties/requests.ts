/** Requests and candidates made up by chance, for the laws of matching and for measurements. */
import * as fc from 'fast-check';
import { topics } from '#data/topics.ts';
import {
  candidateOfActivity,
  candidateOfProfile,
  emptyProfile,
  Modality,
  type Candidate,
  type Field,
  type Need,
  type Profile,
} from '#modules/missions/index.ts';

const spoken = topics.flatMap(({ words }) => words).map((word) => word.replace('[sz]', 's').replace('*', 'y'));
const countries = ['Tonga', 'Samoa', 'Fiji', 'Kiribati', 'Nepal', 'Bhutan', 'Lao PDR', 'Norway', 'Viet Nam'];
const letters = ['TO', 'WS', 'FJ', 'KI', 'NP', 'BT', 'LA', 'NO', 'VN'];
const fillers =
  'the of a ministry plans to reach more people with help from abroad in the coming years, and reports on it. training workshop review study drafting of a roadmap assessment mentoring standards LDCs small islands South Asia Pacific Islands and so on several countries in Khmer French-speaking language'.split(
    ' ',
  );

const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...fillers) }, fc.constantFrom(...spoken, ...countries)), {
    minLength: 0,
    maxLength: 25,
  })
  .map((words) => words.join(' '));

const month = fc
  .tuple(fc.integer({ min: 2026, max: 2028 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, at]) => `${year}-${String(at).padStart(2, '0')}`);

const field = (key: string, more: Partial<Field> = {}): fc.Arbitrary<Field> =>
  text.map((words) => ({ key, name: key, text: words, use: 'words', core: false, declares: null, ...more }));

/** A request with every kind of field. */
export const need: fc.Arbitrary<Need> = fc
  .record({
    title: field('title', { use: 'title', core: true }),
    asks: field('support_action', { use: 'asks', core: true }),
    other: field('policy_issue'),
    country: fc.integer({ min: 0, max: countries.length - 1 }),
    times: fc.array(fc.tuple(month, fc.option(month)), { maxLength: 3 }),
  })
  .map(({ title, asks, other, country, times }) => ({
    id: 'need',
    name: `${countries[country] ?? ''}: a request`,
    address: '/need',
    organisation: null,
    organisationNames: [],
    fields: [
      title,
      asks,
      other,
      {
        key: 'country',
        name: 'Country',
        text: countries[country] ?? '',
        use: 'words' as const,
        core: false,
        declares: { is: 'country' as const, iso2: letters[country] ?? '', as: 'own' as const },
      },
      ...times.map(([from, to], at) => ({
        key: `timeline-${at + 1}`,
        name: 'Timeline',
        text: `${from} on`,
        use: 'words' as const,
        core: false,
        declares: { is: 'time' as const, from, to, as: 'time' as const },
      })),
    ],
  }));

const profile: fc.Arbitrary<Profile> = fc.record({
  topics: fc
    .uniqueArray(fc.constantFrom(...topics.map(({ code }) => code)), { maxLength: 5 })
    .chain((codes) =>
      fc.tuple(
        ...codes.map((code) => fc.constantFrom('core' as const, 'side' as const).map((weight) => ({ code, weight }))),
      ),
    ),
  modalities: fc.uniqueArray(fc.constantFrom(...Modality.options), { maxLength: 4 }),
  languages: fc
    .uniqueArray(fc.constantFrom('km', 'fr', 'en'), { maxLength: 2 })
    .map((codes) => codes.map((code) => ({ code, level: 'work' as const }))),
  places: fc
    .uniqueArray(fc.constantFrom(...letters), { maxLength: 3 })
    .map((codes) => codes.map((country) => ({ country, kind: 'worked' as const }))),
  nationality: fc.option(fc.constantFrom(...letters)),
  interests: fc.constant([]),
  missions: fc.constant(''),
  unavailable: fc
    .array(fc.tuple(month, month), { maxLength: 2 })
    .map((all) => all.map(([from, to]) => (from <= to ? { from, to } : { from: to, to: from }))),
  summary: text,
  experience: text,
});

const missions = fc.array(
  fc.record({ words: fc.constant('Mission in Suva, 2025'), grade: fc.option(fc.integer({ min: 0, max: 100 })) }),
  { maxLength: 3 },
);

/** An expert of the roster, or a partner's activity. */
export const candidate: fc.Arbitrary<Candidate> = fc.oneof(
  fc.tuple(profile, missions).map(([one, done]) =>
    candidateOfProfile({
      kind: 'expert',
      id: 'expert',
      name: 'An expert',
      address: '/expert',
      organisation: null,
      profile: { ...emptyProfile, ...one },
      confirmedOn: '2026-10-01',
      missions: done,
      own: [],
    }),
  ),
  fc.tuple(text, fc.boolean()).map(([words, isActivity]) =>
    candidateOfActivity({
      id: 'activity',
      organisation: 'OCU',
      words,
      address: '/activity',
      isActivity,
      years: [],
      topics: topics.map(({ code }) => code),
    }),
  ),
);
