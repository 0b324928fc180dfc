/**
 * Activities as the International Aid Transparency Initiative publishes them, version 2.03 (IATI Standard,
 * http://iatistandard.org/, CC BY 4.0): the smallest record that the schema and the rules take, and nothing invented.
 */
import { element, xmlOf, type Markup } from '../xml/markup.ts';

/** Codes of IATI's ActivityStatus: 1 in preparation, 2 under way, 3 finalisation, 4 closed, 5 cancelled, 6 suspended. */
export type ActivityStatus = 1 | 2 | 3 | 4 | 5 | 6;
/** ActivityDateType. */
export type DateType = 'planned-start' | 'actual-start' | 'planned-end' | 'actual-end';
/** OrganisationRole. */
export type OrganisationRole = 'funding' | 'accountable' | 'extending' | 'implementing';

export interface Organisation {
  name: string;
  /** Organisation identifier such as "XM-DAC-…", where it is known. */
  ref: string | null;
  /** OrganisationType, such as 10 government or 40 multilateral; `null` where it is not known. */
  type: number | null;
}

export interface ReportingOrganisation extends Organisation {
  ref: string;
  type: number;
}

/** One activity. */
export interface Activity {
  /** What follows the organisation's identifier: "mission-tonga-2027". */
  name: string;
  title: string;
  description: string;
  participating: readonly (Organisation & { role: OrganisationRole })[];
  status: ActivityStatus;
  /** ISO dates; at least one. */
  dates: readonly { type: DateType; day: string }[];
  /** ISO 3166-1. */
  countries: readonly string[];
  /** Codes of our own list of topics, with their names. */
  topics: readonly { code: string; name: string }[];
  /** What it is planned to cost: decimal, ISO 4217, and the days for which it is meant. */
  budgets: readonly { value: string; currency: string; from: string; to: string }[];
  /** Money spent: decimal, ISO 4217, the day. */
  spent: readonly { value: string; currency: string; day: string; what: string }[];
}

export interface ActivityFile {
  reporting: ReportingOrganisation;
  /** ISO 639-1 of the words. */
  language: string;
  made: Date;
  /** Where our own list of topics is explained. */
  topicsAddress: string;
  activities: readonly Activity[];
}

const dateTypes: Record<DateType, string> = {
  'planned-start': '1',
  'actual-start': '2',
  'planned-end': '3',
  'actual-end': '4',
};
const roles: Record<OrganisationRole, string> = { funding: '1', accountable: '2', extending: '3', implementing: '4' };

/** IATI's BudgetStatus 1 is indicative; TransactionType 4 is expenditure; vocabulary 99 is the reporting body's own. */
const indicative = '1';
const expenditure = '4';
const ownVocabulary = '99';

/** An activity cannot be written without a date and a body that takes part: the schema demands both. */
export function isWritable({ dates, participating }: Activity): boolean {
  return dates.length > 0 && participating.length > 0;
}

/** The file. Activities that {@link isWritable} refuses are left out; callers say which. */
export function iatiOf(file: ActivityFile): string {
  return xmlOf(
    element(
      'iati-activities',
      { version: '2.03', 'generated-datetime': file.made.toISOString() },
      file.activities.filter(isWritable).map((activity) => activityOf(file, activity)),
    ),
  );
}

function activityOf({ reporting, language, topicsAddress }: ActivityFile, activity: Activity): Markup {
  return element('iati-activity', { 'xml:lang': language, 'default-currency': undefined }, [
    element('iati-identifier', {}, [`${reporting.ref}-${activity.name}`]),
    element('reporting-org', { ref: reporting.ref, type: String(reporting.type) }, [narrative(reporting.name)]),
    element('title', {}, [narrative(activity.title)]),
    element('description', { type: '1' }, [
      narrative(activity.description === '' ? activity.title : activity.description),
    ]),
    ...activity.participating.map(({ name, ref, type, role }) =>
      element(
        'participating-org',
        { ref: ref ?? undefined, type: type === null ? undefined : String(type), role: roles[role] },
        [narrative(name)],
      ),
    ),
    element('activity-status', { code: String(activity.status) }),
    ...activity.dates.map(({ type, day }) => element('activity-date', { type: dateTypes[type], 'iso-date': day })),
    ...countriesOf(activity.countries),
    ...activity.topics.map(({ code, name }, index) =>
      element(
        'sector',
        {
          vocabulary: ownVocabulary,
          'vocabulary-uri': topicsAddress,
          code,
          percentage: shareOf(index, activity.topics.length),
        },
        [narrative(name)],
      ),
    ),
    ...activity.budgets.map(({ value, currency, from, to }) =>
      element('budget', { type: '1', status: indicative }, [
        element('period-start', { 'iso-date': from }),
        element('period-end', { 'iso-date': to }),
        element('value', { currency, 'value-date': from }, [value]),
      ]),
    ),
    ...activity.spent.map(({ value, currency, day, what }) =>
      element('transaction', {}, [
        element('transaction-type', { code: expenditure }),
        element('transaction-date', { 'iso-date': day }),
        element('value', { currency, 'value-date': day }, [value]),
        ...(what === '' ? [] : [element('description', {}, [narrative(what)])]),
      ]),
    ),
  ]);
}

const narrative = (words: string): Markup => element('narrative', {}, [words]);

/** Several countries share the activity evenly: their percentages make 100, as the rules want. */
function countriesOf(countries: readonly string[]): Markup[] {
  return countries.map((code, index) =>
    element('recipient-country', {
      code,
      percentage: countries.length === 1 ? undefined : shareOf(index, countries.length),
    }),
  );
}

/** An even share in per cent with two decimals; the first takes what rounding leaves. */
function shareOf(index: number, of: number): string | undefined {
  if (of <= 1) return undefined;
  const each = Math.floor(10000 / of);
  const share = index === 0 ? 10000 - each * (of - 1) : each;
  return (share / 100).toFixed(2);
}
