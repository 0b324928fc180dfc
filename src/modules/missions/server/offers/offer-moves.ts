/** Moves of offers from stage to stage, through one path: by the rules of their cycle, with history. */
import { refuse } from '#kernel/problem.ts';
import { announce, mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { stageLabel } from '../../domain/cycle/moves.ts';
import { checksOfOffer, type OfferFinding } from '../../domain/offers/checks.ts';
import { openLines } from '../../domain/offers/settling.ts';
import type { Cycle } from '../../store/cycles.ts';
import { updateAssistancePlan, type StoredAssistancePlan } from '../../store/missions.ts';
import { holdBackOffer } from '../../store/offers.ts';
import { mustChoose, type MoveWords } from '../requests/moves.ts';
import { lockedForWork, type OfferAtWork } from './offer-rights.ts';
import { offerWritten } from '../written.ts';

/**
 * Moves an offer to another stage, as its cycle's workflow lets this person. What is to be told later is kept as
 * `pending`, seen by the secretariat only, and told by {@link releaseOffer}. A move at once replaces what was held back.
 * @param version of the offer as it was seen
 * @returns whether it was held back
 * @throws Refusal `not-found`, `not-tied`, `not-from-here`, `not-allowed`, `reason-missing`, `not-ready`,
 * `decided-already`, `changed-meanwhile`
 */
export async function moveOffer(
  context: Context,
  slug: string,
  version: number,
  to: string,
  { reason = '', instead = null }: MoveWords = {},
): Promise<{ heldBack: boolean }> {
  mustMay(context, 'offer-missions');
  return together(context, async (context) => {
    const found = await lockedForWork(context, slug);
    const { offer, roles } = found;
    const cycle = tiedCycle(found);
    const workflow = cycle.settings.offers;
    const { heldBack } = mustChoose(workflow, offer.stage, roles, { to, reason });
    if (offer.version !== version) refuseStale('The offer');
    mustBeReady(found, cycle, to);
    if (!heldBack) {
      await change(context, found, cycle, to, reason);
      return { heldBack };
    }
    if (offer.pending !== null && offer.pending.at !== instead) {
      const decided = stageLabel(workflow, offer.pending.stage, true);
      refuse('decided-already', `${offer.pending.by} has decided: “${decided}”.`, 'Load the page again.');
    }
    const pending = { stage: to, reason, by: context.viewer.name, at: context.now().toISOString() };
    await holdBackOffer(context.db, offer.id, pending);
    const subject = { kind: 'assistance-plan', id: offer.id } as const;
    await remember(context, 'decided on', subject, { before: offer.pending, after: pending });
    return { heldBack };
  });
}

/** Tells a decision that was held back: the offer moves to where it was decided to. @throws Refusal `nothing-held-back` */
export async function releaseOffer(context: Context, slug: string, version: number): Promise<void> {
  mustMay(context, 'run-missions');
  await together(context, async (context) => {
    const found = await lockedForWork(context, slug);
    const { pending } = found.offer;
    if (pending === null) {
      return refuse('nothing-held-back', 'No decision on this offer is held back.', 'Load the page again.');
    }
    if (found.offer.version !== version) refuseStale('The offer');
    await change(context, found, tiedCycle(found), pending.stage, pending.reason);
  });
}

function tiedCycle({ cycle }: OfferAtWork): Cycle {
  return (
    cycle ??
    refuse('not-tied', 'The plan belongs to no cycle yet.', 'Tie it to a cycle, an organisation and requests first.')
  );
}

/** What stops an offer from being sent in; everything else is told, and settled in coordination. */
const neededToSend: OfferFinding['rule'][] = ['answer-missing', 'no-expert', 'no-request'];

/** What has to be there before an offer reaches some of the stages that the program knows. */
function mustBeReady({ offer, form, requests }: OfferAtWork, { settings }: Cycle, to: string): void {
  if (to === 'received' && offer.stage === 'draft') {
    const around = { form, requests, deadlines: settings.deadlines, ceiling: settings.ceiling };
    const gaps = checksOfOffer(offer.content, around).filter(({ rule }) => neededToSend.includes(rule));
    if (gaps.length > 0) {
      const field = gaps[0]?.field ?? null;
      const all = gaps.map(({ text }) => text).join(' ');
      refuse('not-ready', all, 'Complete it, then send it in.', field === null ? {} : { field });
    }
  }
  if (to === 'coordination' && requests.length === 0) {
    refuse('not-ready', 'There is nobody to coordinate with: the offer answers no request.', 'Tie it to a request.');
  }
  if (to === 'agreed') {
    const [open] = openLines(offer.content);
    if (open !== undefined) {
      const name = open.text === '' ? open.category : open.text;
      refuse(
        'not-ready',
        `It is not agreed yet who bears “${name}”.`,
        'Agree on shares that make 100 % for every line.',
        { field: open.id },
      );
    }
  }
}

async function change(
  context: Context,
  { offer, requests }: OfferAtWork,
  cycle: Cycle,
  to: string,
  reason: string,
): Promise<void> {
  const parties = to === 'coordination' ? withApplicants(offer, requests) : offer.parties;
  const changes = { stage: to, pending: null, parties };
  if (!(await updateAssistancePlan(context.db, offer.id, offer.version, changes, context.now())))
    refuseStale('The offer');
  await remember(
    context,
    'moved',
    { kind: 'assistance-plan', id: offer.id },
    {
      before: { stage: offer.stage, parties: offer.parties },
      after: changes,
      ...(reason === '' ? {} : { note: reason }),
    },
  );
  await announce(context, { written: [offerWritten({ ...offer, ...changes }, cycle.year)] });
}

/** From coordination on, those who asked for help see what is offered to them. */
function withApplicants({ parties }: StoredAssistancePlan, requests: OfferAtWork['requests']): string[] {
  return [...new Set([...parties, ...requests.flatMap(({ organisation }) => organisation ?? [])])];
}
