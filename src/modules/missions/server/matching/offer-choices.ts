/** The beneficiary chooses: the offers for a request side by side, and what was said of each. */
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { audienceOf } from '#modules/access/index.ts';
import { mustMay, mustSee, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { stageLabel } from '../../domain/cycle/moves.ts';
import { usualSettings } from '../../domain/cycle/usual.ts';
import { lockApplication } from '../../store/applications.ts';
import { cycleBy, type Cycle } from '../../store/cycles.ts';
import { choicesOf, insertChoice, type OfferChoice } from '../../store/matching.ts';
import { applicationBy, listAssistancePlans, type Application } from '../../store/missions.ts';
import { lockedOffer } from '../../store/offers.ts';
import { toldTo } from '../missions.ts';
import { moveApplication, rolesIn } from '../requests/moves.ts';
import { moveOffer } from '../offers/offer-moves.ts';
import { offerView, type OfferView } from '../offers/offer-views.ts';

/** Stages in which the administration that asked compares and chooses. */
const comparable = new Set(['coordination', 'agreed']);

export interface OfferForRequest {
  view: OfferView;
  /** What was last said of it; `null` while nothing was. */
  answer: OfferChoice | null;
  /** Whether it can be chosen now. */
  open: boolean;
}

export interface OffersForRequest {
  application: Application;
  cycle: Cycle | null;
  offers: OfferForRequest[];
  isStaff: boolean;
  /** Label of the request's stage, for this viewer. */
  stage: string;
}

/**
 * The offers for a request: to the administration that asked from coordination on, to the secretariat all that were sent
 * in. Nobody else learns whether there are any.
 * @throws Refusal `not-found`
 */
export async function offersFor(context: Context, slug: string): Promise<OffersForRequest> {
  mustMay(context, 'apply-for-missions');
  const found = await mine(context, slug);
  const isStaff = rolesIn(context.viewer, found).includes('secretariat');
  const cycle = found.cycle === null ? null : await cycleBy(context.db, { id: found.cycle });
  const choices = await choicesOf(context.db, found.id);
  const plans = (await listAssistancePlans(context.db, audienceOf(context.viewer), found.cycle)).filter(
    ({ applications, stage }) =>
      applications.includes(found.id) && (isStaff ? stage !== 'draft' : comparable.has(stage)),
  );
  const offers: OfferForRequest[] = [];
  for (const plan of plans) {
    offers.push({
      view: await offerView(context, plan.slug),
      answer: choices.findLast(({ offer }) => offer === plan.id) ?? null,
      open: comparable.has(plan.stage) && found.stage === 'circulated',
    });
  }
  const workflow = (cycle?.settings ?? usualSettings('')).applications;
  return {
    application: toldTo(context.viewer, found),
    cycle,
    offers,
    isStaff,
    stage: stageLabel(workflow, found.stage, isStaff),
  };
}

/** A request of the viewer's own organisation, or any for the secretariat. @throws Refusal `not-found` */
async function mine(context: Context, slug: string): Promise<Application> {
  const found = mustSee(context, await applicationBy(context.db, { slug }), 'application');
  const shown = rolesIn(context.viewer, found).length > 0 ? found : null;
  return mustSee(context, shown, 'application');
}

/** What is said of an offer. */
export interface OfferAnswer {
  /** Slug of the offer. */
  offer: string;
  /** Versions of request and offer as they were seen. */
  version: number;
  offerVersion: number;
  answer: 'chosen' | 'declined';
  /** Needed to decline. */
  reason: string;
  /** The letter it came by; needed where the secretariat writes down what the administration said. */
  letter: string;
}

/**
 * Chooses an offer, which settles it: the offer is agreed and the request has its offer. Or declines it, with a reason;
 * what follows for the offer is the secretariat's to decide.
 * @throws Refusal `not-found`, `not-open`, `reason-missing`, `letter-missing`, `not-ready`, `answered-already`,
 * `changed-meanwhile`
 */
export async function answerOffer(context: Context, slug: string, said: OfferAnswer): Promise<void> {
  mustMay(context, 'apply-for-missions');
  await offersFor(context, slug);
  const [reason, letter] = [said.reason.trim().slice(0, 5000), said.letter.trim().slice(0, 500)];
  if (said.answer === 'declined' && reason === '') {
    refuse('reason-missing', 'Say why the offer does not suit.', 'A sentence is enough.', { field: 'reason' });
  }
  await together(context, async (context) => {
    await lockApplication(context.db, slug);
    await lockedOffer(context.db, said.offer);
    const { application, offers, isStaff } = await offersFor(context, slug);
    const chosen = offers.find(({ view }) => view.offer.slug === said.offer);
    if (chosen === undefined) return refuse('not-found', 'There is no such offer for this request.', 'Load it again.');
    if (!chosen.open) {
      refuse('not-open', 'Nothing can be said of this offer now.', 'Offers are chosen while they are coordinated.');
    }
    if (isStaff && letter === '') {
      refuse('letter-missing', 'Say by which letter the administration said so.', 'Its date or reference.', {
        field: 'letter',
      });
    }
    const { offer } = chosen.view;
    if (application.version !== said.version) refuseStale('The request');
    if (offer.version !== said.offerVersion) refuseStale('The offer');
    if (said.answer === 'declined' && chosen.answer?.answer === 'declined') {
      refuse('answered-already', 'This offer was declined already.', 'Load the page again.', { field: 'reason' });
    }
    const choice: OfferChoice = {
      id: newId(context.now().getTime()),
      application: application.id,
      offer: offer.id,
      answer: said.answer,
      reason,
      letter: isStaff ? letter : '',
      organisation: application.organisation,
      account: context.viewer.account,
      actor: context.viewer.name,
      madeAt: context.now(),
    };
    await insertChoice(context.db, choice);
    await remember(
      context,
      said.answer === 'chosen' ? 'chose an offer for' : 'declined an offer for',
      { kind: 'application', id: application.id },
      { after: choice, ...(reason === '' ? {} : { note: reason }) },
    );
    if (said.answer === 'declined') return;
    // The choice is the beneficiary's; the two moves that follow from it are the cycle's, whoever it lets make them else.
    const settled = { ...context, viewer: { ...context.viewer, role: 'secretariat' as const } };
    const words = { reason: reason === '' ? 'The administration chose this offer.' : reason };
    if (offer.stage === 'coordination') await moveOffer(settled, offer.slug, said.offerVersion, 'agreed', words);
    await moveApplication(settled, slug, said.version, 'matched', words);
  });
}
