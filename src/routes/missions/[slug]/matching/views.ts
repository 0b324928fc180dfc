/** Matches as their pages show them, and the partners' activities that stand around as context. */
import type { Context } from '#modules/access/server/index.ts';
import {
  candidateOfActivity,
  gradeNames,
  keyOfCandidate,
  partLabels,
  partNames,
  usualSettings,
  whyLower,
  type Candidate,
  type Grade,
  type Match,
  type Passage,
} from '#modules/missions/index.ts';
import type { Look, MatchingView } from '#modules/missions/server/index.ts';
import { activities } from '#modules/partners/server/index.ts';

type Weights = MatchingView['weights'];

export const kindNames: Record<Candidate['kind'], string> = {
  expert: 'Expert',
  organisation: 'Organisation',
  offer: 'Offer',
  activity: 'Partner’s activity',
};

/** The parts of the score with the names that their fields have in forms. */
export const weightFields = partNames.map((part) => ({ part, name: `weight-${part}`, label: partLabels[part] }));

/** Weights that an address asks to look at; `null` where it asks for none, or for what cannot be. */
export function weightsIn(values: { get(name: string): unknown }): Weights | null {
  const weights = { ...usualSettings('').weights };
  for (const { part, name } of weightFields) {
    const typed = values.get(name);
    if (typeof typed !== 'string' || !/^\d{1,3}$/.test(typed.trim()) || Number(typed) > 100) return null;
    weights[part] = Number(typed);
  }
  return weights;
}

/** What an address asks to look at. The room of missions does not know partners: their activities are brought to it. */
export async function lookOf(context: Context, url: URL): Promise<Look> {
  const weights = weightsIn(url.searchParams);
  const told = (await activities(context)).map((one) =>
    candidateOfActivity({
      id: one.id,
      organisation: one.organisation_key,
      words: one.words,
      address: `/partners/meetings/${one.meetingSlug}#activity-${one.position + 1}`,
      isActivity: one.is_activity,
      topics: one.topics,
      years: one.years,
    }),
  );
  return { activities: told, ...(weights === null ? {} : { weights }) };
}

/** A quoted passage with the place where it stands, which browsers find by its words. */
function quoteOf({ field, name, quote }: Passage, address: string | null) {
  const [page = '', place] = (address ?? '').split('#');
  const words = encodeURIComponent(quote).replaceAll('-', '%2D');
  const anchor = place ?? field.replace(/-[^-]*$/, '');
  return { name, quote, href: address === null ? null : `${page}#${anchor}:~:text=${words}` };
}

/** Most quotes of one side that are shown for one reason; the others are counted. */
const shownQuotes = 3;
function quotesOf(passages: readonly Passage[], address: string | null) {
  const different = [...new Map(passages.toReversed().map((one) => [one.quote.toLowerCase(), one])).values()].reverse();
  return {
    shown: different.slice(0, shownQuotes).map((one) => quoteOf(one, address)),
    more: Math.max(0, different.length - shownQuotes),
  };
}

export type MatchView = ReturnType<typeof matchView>;

/** A match with its explanation. @param before the one that ranks directly above */
export function matchView(match: Match, view: MatchingView, before: Match | null) {
  const { candidate, need } = match;
  const key = keyOfCandidate(candidate);
  return {
    key,
    kind: kindNames[candidate.kind],
    isContext: candidate.kind === 'activity',
    isOffered: candidate.offeredFor.includes(need.id),
    name: candidate.name,
    words: candidate.kind === 'activity' ? (candidate.fields[0]?.text ?? '') : null,
    address: candidate.address,
    score: match.score,
    order: match.order,
    parts: match.parts.map(({ part, points, most, reasons, assumed }) => ({
      part,
      label: partLabels[part],
      points,
      most,
      assumed: assumed?.why ?? null,
      reasons: reasons.map((reason) => ({
        points: reason.points,
        sentence: reason.sentence,
        need: quotesOf(reason.need, need.address),
        candidate: quotesOf(reason.candidate, candidate.address),
      })),
    })),
    penalties: match.penalties.map(({ points, why, at }) => ({ points, why, quotes: at.map(({ quote }) => quote) })),
    bars: match.bars.map(({ why, at }) => ({ why, quotes: at.map(({ quote }) => quote) })),
    missing: match.missing,
    judged: view.judgements
      .filter((one) => one.application === need.id && one.candidate === key)
      .map(({ actor, grade, note }) => ({ actor, grade: gradeNames[grade as Grade], note })),
    lower: before === null ? null : { than: before.candidate.name, why: whyLower(before, match) },
  };
}

/** What stays in addresses while one looks with other weights. */
export function looking(url: URL): string {
  const weights = weightsIn(url.searchParams);
  if (weights === null) return '';
  return `?${new URLSearchParams(weightFields.map(({ name, part }) => [name, String(weights[part])])).toString()}`;
}
