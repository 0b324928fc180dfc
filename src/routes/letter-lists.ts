/** The lists of letters, and of those who get them. */
import { inForce } from '#modules/directory/index.ts';
import { categories, memberships, organisationNames } from '#modules/directory/server/index.ts';
import { letterKindNames, letterStateNames } from '#modules/missions/index.ts';
import { calls, cycles, letters } from '#modules/missions/server/index.ts';
import { list } from './list.ts';
import { countryName } from './words.ts';

export const memberList = list({
  name: 'members',
  order: 'name',
  rows: async (context) => {
    const [all, names] = await Promise.all([memberships(context), categories(context)]);
    const named = await organisationNames(
      context,
      all.map(({ organisation }) => organisation),
    );
    const today = context.now().toISOString().slice(0, 10);
    return all.flatMap(({ organisation: id, category, fellowship, from, to, confirmedOn }) => {
      const organisation = named.get(id);
      if (organisation === undefined) return [];
      const { slug, name, country } = organisation;
      return {
        slug,
        name,
        country: country === null ? null : countryName(country),
        category: names[category].one,
        fellowship: fellowship === null ? 'not known' : fellowship ? 'entitled' : 'not entitled',
        from,
        to,
        confirmed: confirmedOn === null ? 'not confirmed' : 'confirmed',
        current: inForce({ from, to }, today),
      };
    });
  },
  address: (row) => `/partners/organisations/${row.slug}`,
  columns: [
    { key: 'name', name: 'Organisation', value: (row) => row.name },
    { key: 'country', name: 'Country', value: (row) => row.country },
    { key: 'category', name: 'Category', value: (row) => row.category, choice: true },
    { key: 'fellowship', name: 'Fellowships', value: (row) => row.fellowship, choice: true },
    { key: 'from', name: 'From', value: (row) => row.from },
    { key: 'to', name: 'To', value: (row) => row.to },
    { key: 'confirmed', name: 'Confirmed', value: (row) => row.confirmed, choice: true },
  ],
});

/** Letters of the house, and those of calls that were read from files. */
export const letterList = list({
  name: 'letters',
  order: null,
  rows: async (context) => {
    const [written, known, read] = await Promise.all([letters(context), cycles(context), calls(context)]);
    const names = new Map(known.map(({ id, programme, year }) => [id, `${programme} ${year}`]));
    return [
      ...written.map(({ slug, kind, state, cycle, content, sentAt }) => ({
        address: `/missions/letters/${slug}`,
        subject: content.subject,
        reference: content.reference,
        kind: letterKindNames[kind],
        cycle: cycle === null ? null : (names.get(cycle) ?? null),
        date: content.date ?? sentAt?.toISOString().slice(0, 10) ?? null,
        state: letterStateNames[state].toLowerCase(),
      })),
      ...read.flatMap(({ slug, programme, year, frame: { letter } }) =>
        letter === null
          ? []
          : [
              {
                address: `/missions/calls/${slug}`,
                subject: letter.subject,
                reference: letter.reference,
                kind: letterKindNames.circulation,
                cycle: `${programme} ${year}`,
                date: letter.date,
                state: 'sent',
              },
            ],
      ),
    ];
  },
  address: (row) => row.address,
  columns: [
    { key: 'subject', name: 'Letter', value: (row) => row.subject },
    { key: 'reference', name: 'Reference', value: (row) => row.reference },
    { key: 'kind', name: 'Kind', value: (row) => row.kind, choice: true },
    { key: 'cycle', name: 'Cycle', value: (row) => row.cycle, choice: true },
    { key: 'date', name: 'Date', value: (row) => row.date },
    { key: 'state', name: 'State', value: (row) => row.state, choice: true },
  ],
});
