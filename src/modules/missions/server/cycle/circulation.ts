/** Papers of a cycle to hand out: the summary, all requests in one file, the introduction; in Word and as PDF. */
import type { Document } from '#formats/document/index.ts';
import { slugOf } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { audienceOf, may } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { plans } from '#modules/plans/server/index.ts';
import { isInWork, isSentRound } from '../../domain/cycle/standing.ts';
import { usualApplicationForm } from '../../domain/forms/house-forms.ts';
import { introductionPaper } from '../../domain/papers/introduction.ts';
import { paperTemplate } from '../../domain/papers/paper.ts';
import { requestsPaper } from '../../domain/papers/requests.ts';
import { summaryPaper } from '../../domain/papers/summary.ts';
import { formsOf } from '../../store/cycles.ts';
import { listApplications } from '../../store/missions.ts';
import { cycle } from './cycles.ts';
import { paperFile, type PaperFile, type PaperFormat } from '../forms/paper-files.ts';
import { publicSummary, summaryRows, summaryTable } from './summary.ts';

const fileOf = (document: Document, format: PaperFormat): PaperFile =>
  paperFile({ ...document, name: slugOf(document.name, 80) }, format, paperTemplate);

const nameOf = ({ programme, year }: { programme: string; year: number }): string => `${programme} ${year}`;

/** The summary table: for the secretariat all of it, for others what was sent round. @throws Refusal `not-found` */
export async function summaryFile(context: Context, slug: string, format: PaperFormat): Promise<PaperFile> {
  const found = await cycle(context, slug);
  const rows = may(context.viewer, 'run-missions').allowed
    ? (await summaryTable(context, slug)).rows
    : await publicSummary(context, slug);
  return fileOf(summaryPaper(nameOf(found), rows), format);
}

/**
 * All requests in one file, contacts withheld: for the secretariat those in work, for others those that were sent round
 * and are shown to them. @throws Refusal `not-found`, `nothing-to-print`
 */
export async function requestsFile(context: Context, slug: string, format: PaperFormat): Promise<PaperFile> {
  const found = await cycle(context, slug);
  const isStaff = may(context.viewer, 'run-missions').allowed;
  const all = (await listApplications(context.db, audienceOf(context.viewer), { cycle: found.id }))
    .filter(({ stage }) => (isStaff ? isInWork(stage) : isSentRound(stage)))
    .map((one) => (isStaff ? one : { ...one, pending: null }));
  const forms = await formsOf(context.db, found.id, 'application');
  const { rows } = await summaryRows(context, found, all);
  if (rows.length === 0) {
    refuse('nothing-to-print', 'There is no request to print.', 'Requests are printed once they are sent in.');
  }
  const byId = new Map(all.map((application) => [application.id, application]));
  const document = requestsPaper({
    cycle: nameOf(found),
    organiser: found.settings.organiser,
    offers: found.settings.deadlines.offers,
    rows,
    requests: rows.flatMap(({ application, number }) => {
      const request = byId.get(application);
      if (request === undefined) return [];
      const { content, formVersion } = request;
      const form =
        forms.find(({ version }) => version === formVersion) ?? forms[0] ?? usualApplicationForm(nameOf(found));
      return [{ number, content, form }];
    }),
  });
  return fileOf(document, format);
}

/** The introduction, for everybody who sees the cycle. @throws Refusal `not-found` */
export async function introductionFile(context: Context, slug: string, format: PaperFormat): Promise<PaperFile> {
  const found = await cycle(context, slug);
  const plan = found.plan === null ? undefined : (await plans(context)).find(({ id }) => id === found.plan);
  const document = introductionPaper({
    cycle: nameOf(found),
    settings: found.settings,
    plan: plan?.title ?? null,
    application: (await formsOf(context.db, found.id, 'application'))[0] ?? null,
    offer: (await formsOf(context.db, found.id, 'assistance-plan'))[0] ?? null,
  });
  return fileOf(document, format);
}
