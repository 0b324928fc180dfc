/**
 * The lists of the workbench: their columns, and the services that fill them. Each page and the export of its list ask
 * the same entry here.
 */
import { refuse } from '#kernel/problem.ts';
import { roleNames } from '#modules/access/index.ts';
import { accounts, type Context } from '#modules/access/server/index.ts';
import { organisationNames, organisations } from '#modules/directory/server/index.ts';
import { kinds } from '#modules/intake/index.ts';
import { readings } from '#modules/intake/server/index.ts';
import { missionStageNames, printedAmount, totalsOf, unnamedOrganiser } from '#modules/missions/index.ts';
import { applicationRows, calls, cycles, missions, offerRows } from '#modules/missions/server/index.ts';
import { activities, meetings } from '#modules/partners/server/index.ts';
import { plans } from '#modules/plans/server/index.ts';
import { bodies, contributions, instruments, nameOfInstrument, proposals } from '#modules/texts/server/index.ts';
import { asObjects, listing, selected, type Listing } from '#ui/listing.ts';
import { atomOfList, csvOfList, xlsxOfList } from './tables.ts';
import { rosterList } from './missions/roster/list.ts';
import { letterList, memberList } from './letter-lists.ts';
import { list, type List } from './list.ts';
import { actionNames, countryName, topicName } from './words.ts';

const instrumentList = list({
  name: 'instruments',
  order: 'name',
  rows: async (context) => {
    const [all, known] = await Promise.all([instruments(context), bodies(context)]);
    const names = new Map(known.flatMap(({ family, name }) => family.map((id) => [id, name] as const)));
    return all.map(({ slug, kind, number, body, adopted_by, title, texts, proposals }) => ({
      slug,
      name: nameOfInstrument({ kind, number }),
      body: (adopted_by === null ? undefined : names.get(adopted_by)) ?? body,
      title,
      texts,
      proposals,
    }));
  },
  address: (row) => `/texts/instruments/${row.slug}`,
  columns: [
    { key: 'name', name: 'Instrument', value: (row) => row.name },
    { key: 'title', name: 'Title', value: (row) => row.title },
    { key: 'body', name: 'Adopted by', value: (row) => row.body, choice: true },
    { key: 'texts', name: 'Texts', value: (row) => row.texts },
    { key: 'proposals', name: 'Proposals', value: (row) => row.proposals },
  ],
});

const contributionList = list({
  name: 'contributions',
  order: null,
  rows: async (context) =>
    (await contributions(context)).map(({ slug, title, proponent, proposals }) => ({
      slug,
      title,
      proponent,
      proposals,
    })),
  address: (row) => `/texts/contributions/${row.slug}`,
  columns: [
    { key: 'title', name: 'Contribution', value: (row) => row.title },
    { key: 'proponent', name: 'Proponent', value: (row) => row.proponent, choice: true },
    { key: 'proposals', name: 'Proposals', value: (row) => row.proposals },
  ],
});

const proposalList = list({
  name: 'proposals',
  order: 'reference',
  rows: async (context) => {
    const [found, known, documents] = await Promise.all([
      proposals(context),
      instruments(context),
      contributions(context),
    ]);
    const instrumentsById = new Map(known.map((instrument) => [instrument.id, nameOfInstrument(instrument)]));
    const documentsById = new Map(documents.map((document) => [document.id, document.proponent]));
    return found.map(({ slug, reference, action, title, instrument, contribution }) => ({
      slug,
      reference,
      action,
      title,
      instrument: instrument === null ? null : (instrumentsById.get(instrument) ?? null),
      proponent: documentsById.get(contribution) ?? null,
    }));
  },
  address: (row) => `/texts/proposals/${row.slug}`,
  columns: [
    { key: 'reference', name: 'Reference', value: (row) => row.reference },
    { key: 'action', name: 'Action', value: (row) => actionNames[row.action], choice: true },
    { key: 'instrument', name: 'On', value: (row) => row.instrument ?? 'a new text', choice: true },
    { key: 'title', name: 'Title', value: (row) => row.title },
    { key: 'proponent', name: 'Proponent', value: (row) => row.proponent, choice: true },
  ],
});

const planList = list({
  name: 'plans',
  order: '-from',
  rows: async (context) => (await plans(context)).map(({ slug, title, from, to }) => ({ slug, title, from, to })),
  address: (row) => `/plans/${row.slug}`,
  columns: [
    { key: 'title', name: 'Plan', value: (row) => row.title },
    { key: 'from', name: 'From', value: (row) => row.from },
    { key: 'to', name: 'To', value: (row) => row.to },
  ],
});

const callList = list({
  name: 'calls',
  order: '-year',
  rows: async (context) =>
    (await calls(context)).map(({ slug, programme, year, frame }) => ({
      slug,
      name: `${programme} ${year}`,
      year,
      requests: frame.summary.length,
      deadline: frame.letter?.deadline ?? null,
    })),
  address: (row) => `/missions/calls/${row.slug}`,
  columns: [
    { key: 'name', name: 'Call', value: (row) => row.name },
    { key: 'year', name: 'Year', value: (row) => row.year },
    { key: 'requests', name: 'Requests', value: (row) => row.requests },
    { key: 'deadline', name: 'Offers by', value: (row) => row.deadline },
  ],
});

const cycleList = list({
  name: 'cycles',
  order: '-year',
  rows: async (context) =>
    (await cycles(context)).map(({ slug, programme, year, settings }) => ({
      slug,
      name: `${programme} ${year}`,
      year,
      organiser: settings.organiser === unnamedOrganiser ? null : settings.organiser,
      applications: settings.deadlines.applications,
      offers: settings.deadlines.offers,
    })),
  address: (row) => `/missions/${row.slug}`,
  columns: [
    { key: 'name', name: 'Cycle', value: (row) => row.name },
    { key: 'year', name: 'Year', value: (row) => row.year },
    { key: 'organiser', name: 'Organiser', value: (row) => row.organiser, choice: true },
    { key: 'applications', name: 'Requests by', value: (row) => row.applications },
    { key: 'offers', name: 'Offers by', value: (row) => row.offers },
  ],
});

const applicationList = list({
  name: 'applications',
  order: null,
  rows: async (context) =>
    (await applicationRows(context)).map(
      ({ application: { slug, title, content, changedAt }, cycle, stage, mine }) => ({
        slug,
        title,
        country: content.country.printed,
        organisation: content.organisation,
        cycle: cycle?.name ?? null,
        stage,
        mine,
        changedAt,
      }),
    ),
  address: (row) => `/missions/applications/${row.slug}`,
  feed: ({ changedAt, country, organisation }) => ({
    changed: changedAt,
    category: 'request',
    summary: [organisation, country].filter((part) => part !== '').join(', '),
  }),
  columns: [
    { key: 'title', name: 'Request', value: (row) => row.title },
    { key: 'country', name: 'Country', value: (row) => row.country, choice: true },
    { key: 'organisation', name: 'Organisation', value: (row) => row.organisation },
    { key: 'cycle', name: 'Cycle', value: (row) => row.cycle ?? 'without a cycle', choice: true },
    { key: 'stage', name: 'Stage', value: (row) => row.stage, choice: true },
  ],
});

const offerList = list({
  name: 'assistance-plans',
  order: null,
  rows: async (context) =>
    (await offerRows(context)).map(({ offer, offerer, requests, stage }) => ({
      slug: offer.slug,
      title: offer.title,
      offerer,
      requests: requests.join('; '),
      stage,
      total: totalsOf(offer.content).all.map(printedAmount).join(' and ') || null,
      experts: offer.content.experts.length,
    })),
  address: (row) => `/missions/assistance-plans/${row.slug}`,
  columns: [
    { key: 'title', name: 'Offer', value: (row) => row.title },
    { key: 'offerer', name: 'By', value: (row) => row.offerer, choice: true },
    { key: 'requests', name: 'For', value: (row) => row.requests },
    { key: 'stage', name: 'Stage', value: (row) => row.stage, choice: true },
    { key: 'total', name: 'Costs', value: (row) => row.total },
    { key: 'experts', name: 'Experts', value: (row) => row.experts },
  ],
});

const missionList = list({
  name: 'missions',
  order: null,
  rows: async (context) =>
    (await missions(context)).map(({ slug, title, country, beneficiary, offerers, stage, start, end, changedAt }) => ({
      slug,
      title,
      country: country === null ? null : countryName(country),
      beneficiary,
      offerers: offerers.join(', '),
      stage: missionStageNames[stage],
      start,
      end,
      changedAt,
    })),
  address: (row) => `/missions/missions/${row.slug}`,
  feed: ({ changedAt, stage, country, beneficiary }) => ({
    changed: changedAt,
    category: 'mission',
    summary: [stage, beneficiary, country ?? ''].filter((part) => part !== '').join(', '),
  }),
  columns: [
    { key: 'title', name: 'Mission', value: (row) => row.title },
    { key: 'country', name: 'Country', value: (row) => row.country, choice: true },
    { key: 'beneficiary', name: 'Beneficiary', value: (row) => row.beneficiary },
    { key: 'offerers', name: 'Sent by', value: (row) => row.offerers, choice: true },
    { key: 'stage', name: 'Stage', value: (row) => row.stage, choice: true },
    { key: 'start', name: 'First day', value: (row) => row.start },
    { key: 'end', name: 'Last day', value: (row) => row.end },
  ],
});

const meetingList = list({
  name: 'meetings',
  order: '-date',
  rows: async (context) =>
    (await meetings(context)).map(({ slug, series, number, date, place }) => ({ slug, series, number, date, place })),
  address: (row) => `/partners/meetings/${row.slug}`,
  columns: [
    { key: 'series', name: 'Meeting', value: (row) => row.series },
    { key: 'number', name: 'Number', value: (row) => row.number },
    { key: 'date', name: 'Date', value: (row) => row.date },
    { key: 'place', name: 'Place', value: (row) => row.place },
  ],
});

const activityList = list({
  name: 'activities',
  order: null,
  rows: async (context) =>
    (await activities(context))
      .filter((activity) => activity.is_activity)
      .map((activity) => ({
        address: `/partners/meetings/${activity.meetingSlug}#activity-${activity.position + 1}`,
        words: activity.words,
        organisation: activity.organisation_key,
        countries: activity.countries.map(countryName).join(', ') || null,
        topics: activity.topics.map(topicName).join(', ') || null,
        date: activity.meetingDate,
      })),
  address: (row) => row.address,
  columns: [
    { key: 'words', name: 'Activity', value: (row) => row.words },
    { key: 'organisation', name: 'Organisation', value: (row) => row.organisation, choice: true },
    { key: 'countries', name: 'Countries', value: (row) => row.countries },
    { key: 'topics', name: 'Topics', value: (row) => row.topics },
    { key: 'date', name: 'Told on', value: (row) => row.date },
  ],
});

const organisationList = list({
  name: 'organisations',
  order: 'name',
  rows: async (context) =>
    (await organisations(context)).map(({ slug, key, name, country }) => ({
      slug,
      key: key === name ? null : key,
      name,
      country: country === null ? null : countryName(country),
    })),
  address: (row) => `/partners/organisations/${row.slug}`,
  columns: [
    { key: 'name', name: 'Organisation', value: (row) => row.name },
    { key: 'key', name: 'Short name', value: (row) => row.key },
    { key: 'country', name: 'Country', value: (row) => row.country, choice: true },
  ],
});

const stateNames = { open: 'waits', accepted: 'accepted', dismissed: 'laid aside' };

const readingList = list({
  name: 'readings',
  order: null,
  rows: async (context) =>
    (await readings(context, null, 10_000)).map((item) => ({
      id: item.id,
      name: item.name,
      example: item.example,
      kind: kinds[item.kind].name,
      state: stateNames[item.state],
      findings: item.findings,
      unplaced: item.unplaced,
      cameAt: item.cameAt.toISOString().slice(0, 10),
      cameBy: item.cameBy,
    })),
  address: (row) => `/intake/${row.id}`,
  columns: [
    { key: 'name', name: 'File', value: (row) => row.name },
    { key: 'kind', name: 'Kind', value: (row) => row.kind, choice: true },
    { key: 'state', name: 'State', value: (row) => row.state, choice: true },
    { key: 'findings', name: 'To look at', value: (row) => row.findings },
    { key: 'unplaced', name: 'Left over', value: (row) => row.unplaced },
    { key: 'cameAt', name: 'Came in', value: (row) => row.cameAt },
    { key: 'cameBy', name: 'By', value: (row) => row.cameBy },
  ],
});

const accountList = list({
  name: 'accounts',
  order: 'name',
  rows: async (context) => {
    const all = await accounts(context);
    const named = await organisationNames(
      context,
      all.map((account) => account.organisation),
    );
    return all.map(({ id, name, signInName, role, organisation, disabled }) => ({
      id,
      name,
      signInName,
      role: roleNames[role],
      organisation: organisation === null ? null : (named.get(organisation)?.key ?? null),
      state: disabled ? 'disabled' : 'open',
    }));
  },
  address: (row) => `/people/${row.id}`,
  columns: [
    { key: 'name', name: 'Name', value: (row) => row.name },
    { key: 'signInName', name: 'Sign-in name', value: (row) => row.signInName },
    { key: 'role', name: 'Role', value: (row) => row.role, choice: true },
    { key: 'organisation', name: 'Organisation', value: (row) => row.organisation, choice: true },
    { key: 'state', name: 'State', value: (row) => row.state, choice: true },
  ],
});

/** All lists by their names in addresses. */
export const lists = {
  accounts: accountList,
  activities: activityList,
  applications: applicationList,
  'assistance-plans': offerList,
  calls: callList,
  contributions: contributionList,
  cycles: cycleList,
  instruments: instrumentList,
  letters: letterList,
  meetings: meetingList,
  missions: missionList,
  members: memberList,
  organisations: organisationList,
  plans: planList,
  proposals: proposalList,
  readings: readingList,
  roster: rosterList,
} as const;

/** One page of a list, as its address asks. */
export async function listed<Row>(list: List<Row>, context: Context, url: URL): Promise<Listing<Row>> {
  return listing(list, await list.rows(context), url.searchParams);
}

/** A list to take along: what the page shows, on all its pages. */
export async function exported<Row>(
  list: List<Row>,
  context: Context,
  url: URL,
  format: 'csv' | 'xlsx' | 'atom' | 'json',
): Promise<string | Uint8Array> {
  const { found } = selected(list, await list.rows(context), url.searchParams);
  if (format === 'csv') return csvOfList(list, found, url.origin);
  if (format === 'xlsx') return xlsxOfList(list, found, url.origin);
  if (format === 'atom') {
    const feed = atomOfList(list, found, url);
    return feed ?? refuse('no-feed', 'This list cannot be followed as a feed.', 'Take it along as CSV or JSON.');
  }
  return JSON.stringify({ list: list.name, total: found.length, rows: asObjects(list, found, url.origin) });
}
