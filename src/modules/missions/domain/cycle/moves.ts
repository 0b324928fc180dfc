/** Choosing a move in a cycle: the same rule for requests and for offers, whoever asks. */
import { movesFrom, stageOf, type CycleRole, type Deadlines, type Move, type Workflow } from './cycle.ts';

/** A move that may be made, or why it may not. */
export type Choice =
  | { move: Move; /** Decided now, told later. */ heldBack: boolean }
  | { move: null; why: 'not-from-here' | 'not-yours' | 'reason-missing' };

/**
 * The move that somebody asks for. Only the secretariat holds back: what an applicant or an offerer does is theirs, and
 * known to them at once.
 * @param roles on whose behalf the person may act on this thing
 */
export function chooseMove(
  workflow: Workflow,
  stage: string,
  roles: readonly CycleRole[],
  { to, reason }: { to: string; reason: string },
): Choice {
  const from = stageOf(workflow, stage)?.to ?? [];
  if (!from.some((move) => move.to === to)) return { move: null, why: 'not-from-here' };
  const move = movesFrom(workflow, stage, roles).find((one) => one.to === to);
  if (move === undefined) return { move: null, why: 'not-yours' };
  if (move.reason && reason.trim() === '') return { move: null, why: 'reason-missing' };
  return { move, heldBack: move.heldBack && roles.includes('secretariat') };
}

/** What a stage is called for the secretariat, or for everybody else; its key where a changed workflow lost it. */
export function stageLabel(workflow: Workflow, key: string, forStaff: boolean): string {
  const stage = stageOf(workflow, key);
  if (stage === null) return key;
  return forStaff ? stage.staffLabel : stage.applicantLabel;
}

/** Whether those who wrote it may still change it. */
export const isOpen = (workflow: Workflow, stage: string): boolean => stageOf(workflow, stage)?.open ?? false;

/** The last day on which members can apply: the one that is set, or else the day by which offers have to be there. */
export const lastDayToApply = ({ applications, offers }: Deadlines): string | null => applications ?? offers;
