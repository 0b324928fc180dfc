/** Plans in the register. */
export { acceptPlan, anchorOf } from './accept.ts';
export { plan, plans, rewordNode, type Plan, type PlanSummary, type StoredNode } from './plans.ts';
