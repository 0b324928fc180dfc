/** Which programme a call is for, and of which year. */
import { yearsIn } from '#kernel/dates.ts';

const noun =
  '(?:Missions?|Programmes?|Programs?|Schemes?|Initiatives?|Facility|Assistance|Cooperation|Support|Projects?|Services?|Deployments?|Secondments?|Exchanges?)';
const name = `((?:\\p{Lu}[\\p{L}\\p{N}&'’/-]{0,30}\\s(?:of\\s|and\\s|on\\s)?){0,6}${noun})(?![\\p{L}])`;
const yearBehind = new RegExp(
  `${name}(?:\\s(?:in|for|of|-|–))?[\\s,(]{0,2}((?:19|20)\\d\\d)(?!\\d|\\s?[-–/]\\s?(?:19|20)?\\d\\d)`,
  'gu',
);
const yearBefore = new RegExp(`(?<![\\d-])((?:19|20)\\d\\d)\\s${name}`, 'gu');
const nameOnly = new RegExp(name, 'gu');
/** Words with which a phrase may begin that are not part of the programme's name. */
const lead =
  /^(?:(?:The|An?|Supporting)\s|(?:Invitation|Introduction|Application|Support|Call|Request|Summary|Form|Assistance Plan)\s(?:of|and|on)\s)(?=\p{Lu})/u;

export interface Programme {
  programme: string;
  /** `null` when no year stands with the name. */
  year: number | null;
}

/** The programme named most often together with a year; without a year the one named most often; `null` when none is. */
export function programmeOf(texts: readonly string[]): Programme | null {
  const dated = new Map<string, Map<number, number>>();
  const bare = new Map<string, number>();
  for (const text of texts.map((one) => one.slice(0, 1000))) {
    for (const [, programme = '', year = ''] of text.matchAll(yearBehind))
      count(dated, cleaned(programme), Number(year));
    for (const [, year = '', programme = ''] of text.matchAll(yearBefore))
      count(dated, cleaned(programme), Number(year));
    for (const [, programme = ''] of text.matchAll(nameOnly))
      bare.set(cleaned(programme), (bare.get(cleaned(programme)) ?? 0) + 1);
  }
  const best = highest([...dated].map(([programme, years]) => [programme, total(years)] as const));
  if (best !== null) {
    const year = highest([...(dated.get(best) ?? [])].map(([one, times]) => [String(one), times] as const));
    return { programme: best, year: year === null ? null : Number(year) };
  }
  const only = highest([...bare].filter(([programme]) => programme.includes(' ')));
  return only === null ? null : { programme: only, year: null };
}

function total(years: ReadonlyMap<number, number>): number {
  return [...years.values()].reduce((sum, one) => sum + one, 0);
}

function cleaned(programme: string): string {
  let words = programme;
  while (lead.test(words)) words = words.replace(lead, '');
  return words;
}

function count(into: Map<string, Map<number, number>>, programme: string, year: number): void {
  const years = into.get(programme) ?? new Map<number, number>();
  years.set(year, (years.get(year) ?? 0) + 1);
  into.set(programme, years);
}

/** The name with the highest count; the longer one of equals, for it says more. */
function highest(counted: readonly (readonly [name: string, times: number])[]): string | null {
  const sorted = [...counted].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length);
  return sorted[0]?.[0] ?? null;
}

/** The year a text speaks of when it names just one; `null` otherwise. */
export function onlyYear(text: string): number | null {
  const years = yearsIn(text);
  return years.length === 1 ? (years[0] ?? null) : null;
}
