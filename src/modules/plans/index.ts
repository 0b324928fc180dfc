/** Plans: strategic, action and operational plans as results frameworks. */
import type { Recogniser } from '#formats/document/index.ts';
import type { PlanRecord } from '#kernel/reading/index.ts';
import { readPlan, recognisePlan } from './domain/recognise/plan.ts';
import { suitsPlan } from './domain/recognise/suits.ts';

export { recognisePlan };

/** Recognises plans. */
export const planRecogniser: Recogniser<PlanRecord> = {
  kind: 'plan',
  suits: suitsPlan,
  recognise: (source) => readPlan(source),
};
