/** What an offer stands in: its cycle, its form, its requests, and on whose behalf the viewer looks at it. */
import { refuse } from '#kernel/problem.ts';
import { may, maySee, type Viewer } from '#modules/access/index.ts';
import { mustMay, mustSee, type Context } from '#modules/access/server/index.ts';
import type { CycleRole } from '../../domain/cycle/cycle.ts';
import { isOpen } from '../../domain/cycle/moves.ts';
import { usualSettings } from '../../domain/cycle/usual.ts';
import type { Form } from '../../domain/forms/form.ts';
import { cycleBy, formsOf, type Cycle } from '../../store/cycles.ts';
import type { Application, StoredAssistancePlan } from '../../store/missions.ts';
import { toldTo } from '../missions.ts';
import { lockedOffer, requestsById } from '../../store/offers.ts';

/** Whether somebody acts for the secretariat of the cycle. */
export const isStaff = (viewer: Viewer): boolean => may(viewer, 'run-missions').allowed;

/** An offer with what it stands in. */
export interface OfferAtWork {
  offer: StoredAssistancePlan;
  /** `null` until an imported plan is tied to one. */
  cycle: Cycle | null;
  /** The version of the form that it answers. */
  form: Form | null;
  /** All requests it answers, whoever may see them. */
  requests: Application[];
  roles: CycleRole[];
}

/** On whose behalf the viewer acts on an offer. The administration that asked is `applicant`. */
export function rolesOn(viewer: Viewer, offer: StoredAssistancePlan, requests: readonly Application[]): CycleRole[] {
  if (isStaff(viewer)) return ['secretariat'];
  const { organisation } = viewer;
  if (organisation === null) return [];
  const roles: CycleRole[] = [];
  if (organisation === offer.organisation && may(viewer, 'offer-missions').allowed) roles.push('offerer');
  const asked = requests.some((request) => request.organisation === organisation);
  if (asked && may(viewer, 'apply-for-missions').allowed) roles.push('applicant');
  return roles;
}

/** What an offer stands in; the caller has asked whether it may be seen. */
export async function surroundingsOf(context: Context, offer: StoredAssistancePlan): Promise<OfferAtWork> {
  const cycle = offer.cycle === null ? null : await cycleBy(context.db, { id: offer.cycle });
  const forms = cycle === null ? [] : await formsOf(context.db, cycle.id, 'assistance-plan');
  const requests = await requestsById(context.db, offer.applications);
  return {
    offer,
    cycle,
    form: forms.find(({ version }) => version === offer.formVersion) ?? forms[0] ?? null,
    requests,
    roles: rolesOn(context.viewer, offer, requests),
  };
}

/** An offer that nobody else changes until the transaction ends. @throws Refusal `not-found` */
export async function lockedForWork(context: Context, slug: string): Promise<OfferAtWork> {
  return surroundingsOf(context, mustSee(context, await lockedOffer(context.db, slug), 'assistance plan'));
}

/**
 * An offer that the viewer may write in: the offering side while its stage is open, the secretariat always.
 * @throws Refusal `not-found`, `not-allowed`, `closed`
 */
export async function lockedForWriting(context: Context, slug: string): Promise<OfferAtWork> {
  mustMay(context, 'offer-missions');
  const found = await lockedForWork(context, slug);
  if (!mayWrite(found)) {
    if (found.roles.includes('offerer')) {
      refuse('closed', 'The offer was sent in and is not open for changes.', 'Write to the secretariat.');
    }
    refuse('not-allowed', 'Only the offering organisation and the secretariat work on this offer.', 'Ask them.');
  }
  return found;
}

/** Whether the viewer may change what the offer says. */
export function mayWrite({ offer, cycle, roles }: OfferAtWork): boolean {
  if (roles.includes('secretariat')) return true;
  if (!roles.includes('offerer')) return false;
  return isOpen((cycle?.settings ?? usualSettings('')).offers, offer.stage);
}

/** Those of some requests that the viewer may see. */
export function seenBy(viewer: Viewer, requests: readonly Application[]): Application[] {
  return requests.filter((request) => maySee(viewer, request).allowed).map((request) => toldTo(viewer, request));
}
