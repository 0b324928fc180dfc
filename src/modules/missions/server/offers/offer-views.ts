/** An offer as its pages show it: what it says, who bears its costs, what should be looked at, what the viewer may do. */
import { audienceOf, may } from '#modules/access/index.ts';
import { mustMay, mustSee, type Context } from '#modules/access/server/index.ts';
import { contacts, organisationNames, organisations, type Contact } from '#modules/directory/server/index.ts';
import { isId } from '#kernel/ids.ts';
import { movesFrom, type CycleRole, type Move } from '../../domain/cycle/cycle.ts';
import { stageLabel } from '../../domain/cycle/moves.ts';
import { usualSettings } from '../../domain/cycle/usual.ts';
import type { Form } from '../../domain/forms/form.ts';
import { whoBears, type Bearing } from '../../domain/offers/bearing.ts';
import { checksOfOffer, type OfferFinding } from '../../domain/offers/checks.ts';
import { totalsOf, type Totals } from '../../domain/offers/totals.ts';
import type { TypedShare } from '../../domain/offers/typed.ts';
import { cycleBy, type Cycle } from '../../store/cycles.ts';
import {
  assistancePlanBy,
  listApplications,
  listAssistancePlans,
  type Application,
  type StoredAssistancePlan,
} from '../../store/missions.ts';
import { toldTo } from '../missions.ts';
import { isStaff, mayWrite, seenBy, surroundingsOf } from './offer-rights.ts';

/** An offer with everything that its pages show. */
export interface OfferView {
  offer: StoredAssistancePlan;
  cycle: Cycle | null;
  form: Form | null;
  /** Those requests of it that the viewer may see, and how many others there are. */
  requests: Application[];
  otherRequests: number;
  bearing: Bearing;
  totals: Totals;
  /** For those who work on it. */
  findings: OfferFinding[];
  stage: string;
  /** The secretariat's name for a decision that is taken and not yet told; `null` for everybody else. */
  heldBack: string | null;
  roles: CycleRole[];
  mayWrite: boolean;
  moves: Move[];
  /** Who is meant by the payers and sides of its cost lines. */
  payerName: (who: string) => string;
  /** How to reach its experts, by person; `null` for everybody but the secretariat. */
  contacts: Map<string, Contact[]> | null;
}

/** An offer with what the viewer may see and do. @throws Refusal `not-found` */
export async function offerView(context: Context, slug: string): Promise<OfferView> {
  const found = mustSee(context, await assistancePlanBy(context.db, { slug }), 'assistance plan');
  const at = await surroundingsOf(context, found);
  const { cycle, form, roles } = at;
  const settings = cycle?.settings ?? usualSettings('the organiser');
  const { content } = found;
  const requests = seenBy(context.viewer, at.requests);
  const works = roles.includes('offerer') || roles.includes('secretariat');
  const around = { form, deadlines: settings.deadlines, ceiling: settings.ceiling, requests: at.requests };
  const people = content.experts.flatMap(({ person }) => person ?? []);
  const offer = toldTo(context.viewer, found);
  return {
    offer,
    cycle,
    form,
    requests,
    otherRequests: at.requests.length - requests.length,
    bearing: whoBears(content, form, settings.organiser),
    totals: totalsOf(content),
    findings: works ? checksOfOffer(content, around) : [],
    stage: stageLabel(settings.offers, found.stage, isStaff(context.viewer)),
    heldBack: offer.pending === null ? null : stageLabel(settings.offers, offer.pending.stage, true),
    roles,
    mayWrite: mayWrite(at) && may(context.viewer, 'offer-missions').allowed,
    moves: cycle === null ? [] : movesFrom(settings.offers, found.stage, roles),
    payerName: await payerNames(context, found, settings.organiser, requests),
    contacts: await contacts(context, people),
  };
}

/** What the payers of an offer are called. */
async function payerNames(
  context: Context,
  { content, organisation }: StoredAssistancePlan,
  organiser: string,
  requests: readonly Application[],
): Promise<(who: string) => string> {
  const others = content.costs.flatMap(({ payers }) => payers.map(({ who }) => who)).filter(isId);
  const asking = requests.map((request) => request.organisation);
  const names = await organisationNames(context, [organisation, ...asking, ...others]);
  const offerer = (organisation === null ? undefined : names.get(organisation)?.name) ?? content.organisation;
  const applicant = asking.length === 1 ? (asking[0] ?? null) : null;
  const sides: Record<string, string> = {
    organiser,
    offerer: offerer === '' ? 'the offering organisation' : offerer,
    beneficiary: (applicant === null ? undefined : names.get(applicant)?.name) ?? 'the receiving side',
  };
  return (who) => sides[who] ?? names.get(who)?.name ?? (isId(who) ? 'an organisation no longer known' : who);
}

/** One offer in a list. */
export interface OfferRow {
  offer: StoredAssistancePlan;
  cycle: Cycle | null;
  offerer: string;
  /** Titles of those requests that the viewer may see. */
  requests: string[];
  stage: string;
}

/** Offers the viewer may see, each with its offerer, its requests and its stage in words. */
export async function offerRows(context: Context): Promise<OfferRow[]> {
  const audience = audienceOf(context.viewer);
  const offers = await listAssistancePlans(context.db, audience, null);
  const names = await organisationNames(
    context,
    offers.map(({ organisation }) => organisation),
  );
  const cycles = await cyclesOf(context, offers);
  const requests = new Map((await listApplications(context.db, audience, null)).map(({ id, title }) => [id, title]));
  return offers.map((offer) => {
    const cycle = offer.cycle === null ? null : (cycles.get(offer.cycle) ?? null);
    const known = offer.organisation === null ? undefined : names.get(offer.organisation);
    return {
      offer: toldTo(context.viewer, offer),
      cycle,
      offerer: known?.name ?? offer.content.organisation,
      requests: offer.applications.flatMap((id) => requests.get(id) ?? []),
      stage: stageLabel((cycle?.settings ?? usualSettings('')).offers, offer.stage, isStaff(context.viewer)),
    };
  });
}

async function cyclesOf(context: Context, things: readonly { cycle: string | null }[]): Promise<Map<string, Cycle>> {
  const known = new Map<string, Cycle>();
  for (const id of new Set(things.flatMap(({ cycle }) => cycle ?? []))) {
    const found = await cycleBy(context.db, { id });
    if (found !== null) known.set(id, found);
  }
  return known;
}

/** Offers the viewer may see, each with who bears its costs in words, as everything says it that leaves the house. */
export async function offersWithBearing(
  context: Context,
): Promise<{ slug: string; content: StoredAssistancePlan['content']; bearing: Bearing }[]> {
  const offers = await listAssistancePlans(context.db, audienceOf(context.viewer), null);
  const found = [];
  for (const offer of offers) {
    const { form, cycle } = await surroundingsOf(context, offer);
    const bearing = whoBears(offer.content, form, cycle?.settings.organiser);
    found.push({ slug: offer.slug, content: offer.content, bearing });
  }
  return found;
}

/** What somebody chooses from who begins an offer. */
export interface OfferChoices {
  /** Requests in circulation that the viewer may see, by cycle. */
  cycles: { cycle: { slug: string; name: string; deadline: string | null }; requests: Application[] }[];
  /** For whom the secretariat may open an offer; everybody else offers for the own organisation. */
  organisations: { id: string; name: string }[] | null;
}

/** The requests that may be answered with an offer. */
export async function offerChoices(context: Context): Promise<OfferChoices> {
  mustMay(context, 'offer-missions');
  const seen = (await listApplications(context.db, audienceOf(context.viewer), null)).filter(
    ({ stage, cycle }) => cycle !== null && (stage === 'circulated' || stage === 'matched'),
  );
  const cycles = await cyclesOf(context, seen);
  const all = isStaff(context.viewer) ? await organisations(context) : null;
  return {
    cycles: [...cycles.values()]
      .sort((one, other) => other.year - one.year)
      .map(({ id, slug, programme, year, settings }) => ({
        cycle: { slug, name: `${programme} ${year}`, deadline: settings.deadlines.offers },
        requests: seen.filter((request) => request.cycle === id).map((request) => toldTo(context.viewer, request)),
      })),
    organisations: all?.map(({ id, name }) => ({ id, name })) ?? null,
  };
}

/** Payers as typed, with organisations of the directory by their ids where a name is theirs. */
export async function knownPayers(context: Context, shares: readonly TypedShare[]): Promise<TypedShare[]> {
  mustMay(context, 'offer-missions');
  const names = new Map(
    (await organisations(context)).flatMap(({ id, name, key }) => [
      [name.toLowerCase(), id],
      [key.toLowerCase(), id],
    ]),
  );
  return shares.map(({ who, share }) => ({ who: names.get(who.trim().toLowerCase()) ?? who.trim(), share }));
}
