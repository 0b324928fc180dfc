/** Screening of all requests of a cycle, on what they say now, with the secretariat's answers to findings. */
import { refuse } from '#kernel/problem.ts';
import { audienceOf } from '#modules/access/index.ts';
import { mustMay, mustSee, remember, together, type Context } from '#modules/access/server/index.ts';
import { isInWork } from '../../domain/cycle/standing.ts';
import { usualApplicationForm } from '../../domain/forms/house-forms.ts';
import { screen, type ScreeningFinding } from '../../domain/screening/screen.ts';
import type { TableRow } from '../../domain/summary/table.ts';
import { formsOf, type Cycle } from '../../store/cycles.ts';
import { applicationBy, listApplications, type Application } from '../../store/missions.ts';
import {
  attachmentCounts,
  findingAnswers,
  keepFindingAnswer,
  questionsOn,
  removeFindingAnswer,
  type FindingAnswer,
  type Question,
} from '../../store/screening.ts';
import { cycle, cycleOfId } from './cycles.ts';
import { summaryRows } from './summary.ts';

export type { FindingAnswer, Question };

/** A finding with the secretariat's answer to it. */
export type JudgedFinding = ScreeningFinding & { answer: FindingAnswer | null };

/** One request and what a person should look at. */
export interface ScreenedRequest {
  application: Application;
  findings: JudgedFinding[];
  /** Answers whose finding is gone: it was mended. */
  settled: FindingAnswer[];
  questions: Question[];
}

/** All requests of a cycle that were sent in, with their findings. For the secretariat. @throws Refusal `not-found` */
export async function screening(
  context: Context,
  slug: string,
): Promise<{ cycle: Cycle; requests: ScreenedRequest[] }> {
  mustMay(context, 'run-missions');
  const found = await cycle(context, slug);
  const all = await listApplications(context.db, audienceOf(context.viewer), { cycle: found.id });
  return { cycle: found, requests: await screened(context, found, all) };
}

/** Screens requests of one cycle against each other; the caller has asked the policy. */
async function screened(context: Context, within: Cycle, all: readonly Application[]): Promise<ScreenedRequest[]> {
  const live = all.filter(({ stage }) => isInWork(stage));
  const ids = live.map(({ id }) => id);
  const [forms, files, answers, questions, table] = [
    await formsOf(context.db, within.id, 'application'),
    await attachmentCounts(context.db, ids),
    await findingAnswers(context.db, ids),
    await questionsOn(context.db, ids),
    await summaryRows(context, within, all),
  ];
  const rows = new Map<string, TableRow>(table.rows.map((row) => [row.application, row]));
  return live.map((application) => {
    const { id, content, formVersion } = application;
    const its = answers.filter((answer) => answer.application === id);
    const findings = screen({
      id,
      content,
      form: forms.find(({ version }) => version === formVersion) ?? forms[0] ?? usualApplicationForm(within.programme),
      attachments: files.get(id) ?? 0,
      deadlines: within.settings.deadlines,
      row: rows.get(id) ?? null,
      others: live
        .filter((other) => other.id !== id)
        .map((other) => ({
          id: other.id,
          organisation: other.content.organisation,
          inSummary: rows.get(other.id)?.organisation ?? null,
          title: other.title,
        })),
    });
    const keys = new Set(findings.map(({ key }) => key));
    return {
      application,
      findings: findings.map((finding) => ({
        ...finding,
        answer: its.find((answer) => answer.finding === finding.key) ?? null,
      })),
      settled: its.filter((answer) => !keys.has(answer.finding)),
      questions: questions.filter((question) => question.application === id),
    };
  });
}

/** Findings and questions of one request. For the secretariat. @throws Refusal `not-found`, `no-cycle` */
export async function screeningOf(context: Context, slug: string): Promise<ScreenedRequest> {
  mustMay(context, 'run-missions');
  const application = mustSee(context, await applicationBy(context.db, { slug }), 'application');
  const all = application.cycle === null ? [] : await requestsOfCycle(context, application.cycle);
  const found = all.find((request) => request.application.id === application.id);
  return (
    found ?? {
      application,
      findings: [],
      settled: [],
      questions: await questionsOn(context.db, [application.id]),
    }
  );
}

async function requestsOfCycle(context: Context, id: string): Promise<ScreenedRequest[]> {
  const { slug } = await cycleOfId(context, id);
  return (await screening(context, slug)).requests;
}

/**
 * Says why a finding does not stand in the way, or (empty words) takes that back.
 * @throws Refusal `not-found`
 */
export async function answerFinding(context: Context, slug: string, finding: string, text: string): Promise<void> {
  mustMay(context, 'run-missions');
  await together(context, async (context) => {
    const { application, findings } = await screeningOf(context, slug);
    const found = findings.find(({ key }) => key === finding);
    if (found === undefined) {
      refuse('not-found', 'This finding is no longer there: the request was changed.', 'Load the page again.');
    }
    const words = text.trim().slice(0, 2000);
    if (words === '') await removeFindingAnswer(context.db, application.id, finding);
    else {
      const answer = { application: application.id, finding, text: words, byName: context.viewer.name };
      await keepFindingAnswer(context.db, { ...answer, at: context.now() }, context.viewer.account);
    }
    await remember(
      context,
      'answered a finding on',
      { kind: 'application', id: application.id },
      { before: found.answer?.text ?? null, after: words === '' ? null : words, note: found.text },
    );
  });
}
