/** The roster as a list: what it can be narrowed by. */
import { languageName, modalityNames } from '#modules/missions/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { roster } from '#modules/missions/server/index.ts';
import type { ListDefinition } from '#ui/listing.ts';
import { countryName, topicName } from '../../words.ts';
import { comingMonths } from './shown.ts';

interface RosterRow {
  slug: string;
  name: string;
  organisation: string | null;
  country: string | null;
  topics: string[];
  help: string[];
  languages: string[];
  available: string;
  state: string;
}

const joined = (values: readonly string[]): string | null => values.join(', ') || null;

export const rosterList: ListDefinition<RosterRow> & { rows: (context: Context) => Promise<RosterRow[]> } = {
  name: 'roster',
  order: 'name',
  rows: async (context) =>
    (await roster(context)).map((entry) => ({
      slug: entry.slug,
      name: entry.name,
      organisation: entry.organisationName || null,
      country: entry.country === null ? null : countryName(entry.country),
      topics: entry.profile.topics.map(({ code }) => topicName(code)),
      help: entry.profile.modalities.map((code) => modalityNames[code]),
      languages: entry.profile.languages.map(({ code }) => languageName(code)),
      available: comingMonths(entry, context.now()),
      state: entry.stale ? 'stale' : 'confirmed',
    })),
  address: (row) => `/missions/roster/${row.slug}`,
  columns: [
    { key: 'name', name: 'Name', value: (row) => row.name },
    { key: 'organisation', name: 'Organisation', value: (row) => row.organisation },
    { key: 'country', name: 'Country', value: (row) => row.country, choice: true },
    { key: 'topics', name: 'Topics', value: (row) => joined(row.topics), each: (row) => row.topics, choice: true },
    { key: 'help', name: 'Kinds of help', value: (row) => joined(row.help), each: (row) => row.help, choice: true },
    {
      key: 'languages',
      name: 'Languages',
      value: (row) => joined(row.languages),
      each: (row) => row.languages,
      choice: true,
    },
    { key: 'available', name: 'Next six months', value: (row) => row.available, choice: true },
    { key: 'state', name: 'Entry', value: (row) => row.state, choice: true },
  ],
};
