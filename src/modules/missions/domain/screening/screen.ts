/** All rules on one request. They read what it says now, so that a finding vanishes once its cause is mended. */
import { head, lostTicks, requiredAnswers } from './answers.ts';
import { attachments } from './attachments.ts';
import { citations } from './citations.ts';
import { dates } from './dates.ts';
import type { Rule, Screened, ScreeningFinding } from './finding.ts';
import { funders } from './funders.ts';
import { manyAsks } from './many-asks.ts';
import { linkedApplicants, ownStakeholder } from './stakeholders.ts';
import { summaryDiffers } from './summary.ts';

export type { Screened, ScreeningFinding } from './finding.ts';

/** In the order in which a person would look. */
export const rules: readonly Rule[] = [
  head,
  requiredAnswers,
  lostTicks,
  dates,
  manyAsks,
  attachments,
  summaryDiffers,
  funders,
  ownStakeholder,
  linkedApplicants,
  citations,
];

const order = { error: 0, warning: 1, info: 2 };

/**
 * Findings on one request, the gravest first, otherwise by rule and words: the same whatever order rules, questions and
 * other requests come in.
 */
export function screen(request: Screened, using: readonly Rule[] = rules): ScreeningFinding[] {
  const byKey = new Map(using.flatMap((rule) => rule(request)).map((found) => [found.key, found]));
  return [...byKey.values()].sort(
    (a, b) => order[a.level] - order[b.level] || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
}

/** One letter to the applicant out of several findings; empty where none of them has anything to ask. */
export function draftQuestion(findings: readonly ScreeningFinding[]): string {
  const asks = [...new Set(findings.flatMap(({ ask }) => ask ?? []))];
  if (asks.length <= 1) return asks.join('');
  return asks.map((ask, index) => `${index + 1}. ${ask}`).join('\n\n');
}
