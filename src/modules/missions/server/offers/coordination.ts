/**
 * Coordination: the offering organisation, the administration that asked and the secretariat settle, line by line, who
 * bears what, and what the mission is about. Everything said is kept.
 */
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { announce, mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import type { CostLine } from '../../domain/forms/answers.ts';
import { tidied } from '../../domain/forms/change.ts';
import { withImplied } from '../../domain/offers/bearing.ts';
import { agreedAsItStands, isAgreed, openLines, withShares, type Share } from '../../domain/offers/settling.ts';
import { updateAssistancePlan } from '../../store/missions.ts';
import {
  coordinationEntries,
  insertCoordinationEntries,
  type CoordinationEntry,
  type CoordinationSide,
} from '../../store/offers.ts';
import { lockedForWork, type OfferAtWork } from './offer-rights.ts';
import { offerView, type OfferView } from './offer-views.ts';
import { offerWritten } from '../written.ts';

/** Stages at which an offer is settled or has been. */
const settledAt = new Set(['coordination', 'agreed']);
const longestNote = 4000;

/** An offer with all that was said while it was settled. */
export interface Coordination extends OfferView {
  side: CoordinationSide;
  entries: CoordinationEntry[];
  /** Whether shares may be said now. */
  open: boolean;
  /** Lines whose shares are not agreed on. */
  openLines: string[];
}

/**
 * What was said about an offer, as far as the viewer may see it.
 * @throws Refusal `not-found` where the offer is not shown, or is not in coordination
 */
export async function coordination(context: Context, slug: string): Promise<Coordination> {
  const view = await offerView(context, slug);
  const side = sideOf(view.roles);
  if (side === null || (side !== 'secretariat' && !settledAt.has(view.offer.stage))) {
    return refuse('not-found', 'This offer is not in coordination.', 'Look at the offer.');
  }
  return {
    ...view,
    side,
    entries: await coordinationEntries(context.db, view.offer.id, side === 'secretariat'),
    open: view.offer.stage === 'coordination',
    openLines: openLines(view.offer.content).map(({ id }) => id),
  };
}

function sideOf(roles: OfferView['roles']): CoordinationSide | null {
  if (roles.includes('secretariat')) return 'secretariat';
  if (roles.includes('offerer')) return 'offerer';
  return roles.includes('applicant') ? 'beneficiary' : null;
}

/** What one side says of a cost line. */
export interface SharesSaid {
  line: string;
  shares: readonly Share[];
  basis: 'asked' | 'offered' | 'agreed';
  words: string;
}

/**
 * Says who should bear, would bear, or bears a line. What is agreed the secretariat writes down, and it makes exactly
 * 100 %; the administration that asked speaks of its own share only.
 * @throws Refusal `not-found`, `not-allowed`, `not-in-coordination`, `shares-differ`, `changed-meanwhile`
 */
export async function sayShares(context: Context, slug: string, version: number, said: SharesSaid): Promise<void> {
  mustSpeak(context);
  await together(context, async (context) => {
    const { at, side } = await settling(context, slug, version);
    const line = at.offer.content.costs.find(({ id }) => id === said.line);
    if (line === undefined) return refuse('not-found', 'This cost line is not there any more.', 'Load the page again.');
    if (said.basis === 'agreed' && side !== 'secretariat') {
      refuse('not-allowed', 'What is agreed is written down by the secretariat.', 'Say what you offer or ask.');
    }
    const own = said.basis === 'offered' && said.shares.every(({ who }) => who === 'beneficiary');
    if (side === 'beneficiary' && !own) {
      refuse(
        'not-allowed',
        'You may offer a share of your own administration only.',
        'Write a note for anything else.',
      );
    }
    const others = line.payers.filter(({ basis, who }) => basis === said.basis && who !== 'beneficiary');
    const kept = side === 'beneficiary' ? others.map(({ who, share }) => ({ who, share: share ?? 0 })) : [];
    const after = withShares(line, [...kept, ...said.shares], said.basis);
    await settle(context, at, [after]);
    await insertCoordinationEntries(
      context.db,
      [entryOf(context, at, side, { line: line.id, words: said.words, shares: [...said.shares], basis: said.basis })],
      context.now(),
    );
  });
}

/**
 * Agrees on all lines whose shares, as they stand, make 100 %. Others stay open.
 * @returns how many lines were agreed on by this
 */
export async function agreeAsItStands(context: Context, slug: string, version: number): Promise<number> {
  mustMay(context, 'run-missions');
  return together(context, async (context) => {
    const { at, side } = await settling(context, slug, version);
    const changed = at.offer.content.costs.flatMap((line) => {
      const after = agreedAsItStands(line);
      return !isAgreed(line) && isAgreed(after) ? [after] : [];
    });
    if (changed.length === 0) return 0;
    await settle(context, at, changed);
    const entries = changed.map((line) =>
      entryOf(context, at, side, {
        line: line.id,
        words: '',
        shares: line.payers.flatMap(({ who, share, basis }) =>
          basis === 'agreed' && share !== null ? [{ who, share }] : [],
        ),
        basis: 'agreed',
      }),
    );
    await insertCoordinationEntries(context.db, entries, context.now());
    return changed.length;
  });
}

/**
 * Writes a note on the scope of the mission, or on one cost line. Notes that are for the secretariat only are written and
 * read by it alone.
 * @throws Refusal `not-found`, `not-allowed`, `not-in-coordination`, `words-missing`, `too-long`
 */
export async function noteOnOffer(
  context: Context,
  slug: string,
  { words, line = null, onlySecretariat = false }: { words: string; line?: string | null; onlySecretariat?: boolean },
): Promise<void> {
  mustSpeak(context);
  await coordination(context, slug);
  const text = tidied(words).trim();
  if (text === '') refuse('words-missing', 'Enter the note.', '', { field: 'note' });
  if (text.length > longestNote) {
    refuse('too-long', `A note is at most ${longestNote} characters long.`, 'Shorten it.', { field: 'note' });
  }
  await together(context, async (context) => {
    const { at, side } = await settling(context, slug, null);
    const hidden = onlySecretariat && side === 'secretariat';
    const entry = entryOf(context, at, side, { line, words: text, shares: null, basis: null });
    await insertCoordinationEntries(context.db, [{ ...entry, onlySecretariat: hidden }], context.now());
    await remember(context, 'wrote a note on', { kind: 'assistance-plan', id: at.offer.id }, { note: text });
  });
}

/** Those who offer and those who apply both take part. */
function mustSpeak(context: Context): void {
  mustMay(context, 'offer-missions');
}

/** The offer in coordination, locked; and on which side the viewer stands. */
async function settling(
  context: Context,
  slug: string,
  version: number | null,
): Promise<{ at: OfferAtWork; side: CoordinationSide }> {
  const at = await lockedForWork(context, slug);
  const side = sideOf(at.roles);
  if (side === null) {
    return refuse('not-allowed', 'Only the two sides and the secretariat take part in coordination.', 'Ask them.');
  }
  if (at.offer.stage !== 'coordination' && !(version === null && side === 'secretariat')) {
    refuse('not-in-coordination', 'The offer is not in coordination.', 'The secretariat can open it again.');
  }
  if (version !== null && at.offer.version !== version) refuseStale('The offer');
  return { at, side };
}

function entryOf(
  context: Context,
  { offer }: OfferAtWork,
  side: CoordinationSide,
  said: Pick<CoordinationEntry, 'line' | 'words' | 'shares' | 'basis'>,
): Omit<CoordinationEntry, 'madeAt'> {
  return {
    id: newId(context.now().getTime()),
    offer: offer.id,
    side,
    organisation: side === 'secretariat' ? null : context.viewer.organisation,
    account: context.viewer.account,
    onlySecretariat: false,
    ...said,
    words: tidied(said.words).slice(0, longestNote),
  };
}

/** Writes lines as they are settled now. */
async function settle(
  context: Context,
  { offer, form, cycle }: OfferAtWork,
  lines: readonly CostLine[],
): Promise<void> {
  const before = offer.content;
  const costs = before.costs.map((line) => lines.find(({ id }) => id === line.id) ?? line);
  const content = withImplied({ ...before, costs }, form);
  if (!(await updateAssistancePlan(context.db, offer.id, offer.version, { content }, context.now()))) {
    refuseStale('The offer');
  }
  await remember(
    context,
    'settled costs of',
    { kind: 'assistance-plan', id: offer.id },
    { before: { costs: before.costs }, after: { costs: content.costs } },
  );
  await announce(context, { written: [offerWritten({ ...offer, content }, cycle?.year ?? null)] });
}
