/** The table that sums up the requests of a cycle: shown, changed, and as a file. */
import { audienceOf, maySee, system } from '#modules/access/index.ts';
import { mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { refuse } from '#kernel/problem.ts';
import { isInWork, isSentRound } from '../../domain/cycle/standing.ts';
import { firstRows, movedRow, SummaryRow, tableOf, type TableRow, type ToSum } from '../../domain/summary/table.ts';
import type { Cycle } from '../../store/cycles.ts';
import { callBy, listApplications, type Application } from '../../store/missions.ts';
import { keepSummary, summaryOf } from '../../store/summaries.ts';
import { cycle } from './cycles.ts';

export type { SummaryRow, TableRow };

/** The table with the version of what was kept; 0 before anybody kept it. */
export interface Summary {
  rows: TableRow[];
  version: number;
}

/** The summary of a cycle for the secretariat: all requests in work. @throws Refusal `not-found` */
export async function summaryTable(context: Context, slug: string): Promise<Summary & { cycle: Cycle }> {
  mustMay(context, 'run-missions');
  const found = await cycle(context, slug);
  const all = await listApplications(context.db, audienceOf(context.viewer), { cycle: found.id });
  return { cycle: found, ...(await summaryRows(context, found, all)) };
}

/** The rows over requests that the caller has chosen and may show. */
export async function summaryRows(context: Context, within: Cycle, all: readonly Application[]): Promise<Summary> {
  const { rows, version } = await keptRows(context, within, all);
  return { rows: tableOf(summed(all), rows), version };
}

/** Requests whose decision, told or not, keeps them in the work of the cycle. */
const summed = (all: readonly Application[]): ToSum[] =>
  all
    .filter(({ stage, pending }) => isInWork(stage) && isInWork(pending?.stage ?? stage))
    .map(({ id, position, content, title }) => ({
      id,
      position,
      country: content.country.printed,
      organisation: content.organisation,
      title,
    }));

async function keptRows(
  context: Context,
  within: Cycle,
  all: readonly Application[],
): Promise<{ rows: SummaryRow[]; version: number }> {
  const kept = await summaryOf(context.db, within.id);
  if (kept !== null) return kept;
  const call = within.call === null ? null : await callBy(context.db, { id: within.call });
  return { rows: firstRows(summed(all), call?.frame.summary ?? []), version: 0 };
}

/** A row as everybody may read it where the page of the call is public. */
export type PublicRow = Pick<TableRow, 'number' | 'heading' | 'country' | 'organisation' | 'title' | 'sameCountry'> & {
  /** The request's address, where the viewer may see the whole of it. */
  slug: string | null;
};

/**
 * The summary as its readers get it: the requests that were sent round. With a public page, all of them by country,
 * organisation and title; without one, those that the viewer may see.
 * @throws Refusal `not-found`
 */
export async function publicSummary(context: Context, slug: string): Promise<PublicRow[]> {
  const found = await cycle(context, slug);
  // The organiser has decided that these four words of each request are for everybody.
  const audience = audienceOf(found.settings.publicPage ? system : context.viewer);
  const all = (await listApplications(context.db, audience, { cycle: found.id })).filter(({ stage }) =>
    isSentRound(stage),
  );
  const byId = new Map(all.map((application) => [application.id, application]));
  const told = all.map((application) => ({ ...application, pending: null }));
  return (await summaryRows(context, found, told)).rows.map((row) => {
    const { number, heading, country, organisation, title, sameCountry, application } = row;
    const request = byId.get(application);
    const isSeen = request !== undefined && maySee(context.viewer, request).allowed;
    return { number, heading, country, organisation, title, sameCountry, slug: isSeen ? request.slug : null };
  });
}

/** What a person changes of the table, row by row. */
export interface SummaryChange {
  application: string;
  heading: string;
  country: string;
  organisation: string;
  title: string;
}

/**
 * Keeps the table: headings, and what is printed instead of the words of the forms; then moves one row where asked.
 * @throws Refusal `not-found`, `bad-summary`, `changed-meanwhile`
 */
export async function changeSummary(
  context: Context,
  slug: string,
  version: number,
  changes: readonly SummaryChange[],
  moving: { application: string; by: -1 | 1 } | null = null,
): Promise<void> {
  mustMay(context, 'run-missions');
  await together(context, async (context) => {
    const { cycle: found, rows: table } = await summaryTable(context, slug);
    const byId = new Map(changes.map((change) => [change.application, change]));
    const rows = table.map(({ application, heading, country, organisation, title, form }) => {
      const change = byId.get(application) ?? { heading: heading ?? '', country, organisation, title };
      return checkedRow(application, change, form);
    });
    const moved = moving === null ? rows : movedRow(rows, moving.application, moving.by);
    const before = await summaryOf(context.db, found.id);
    if (!(await keepSummary(context.db, found.id, version, moved))) refuseStale('The summary');
    await remember(
      context,
      'changed the summary of',
      { kind: 'cycle', id: found.id },
      { before: before?.rows ?? null, after: moved },
    );
  });
}

/** What is printed instead of a form's words; `null` where they stand. */
const own = (words: string, printed: string): string | null =>
  words.trim() === '' || words.trim() === printed.trim() ? null : words.trim();

function checkedRow(
  application: string,
  change: Omit<SummaryChange, 'application'>,
  form: { country: string; organisation: string; title: string },
): SummaryRow {
  const row = {
    application,
    heading: change.heading.trim() === '' ? null : change.heading.trim(),
    country: own(change.country, form.country),
    organisation: own(change.organisation, form.organisation),
    title: own(change.title, form.title),
  };
  const checked = SummaryRow.safeParse(row);
  if (checked.success) return checked.data;
  const part = String(checked.error.issues[0]?.path[0] ?? 'title');
  return refuse('bad-summary', 'These words are too long for a table.', 'Shorten them.', {
    field: `${part}-${application}`,
  });
}
