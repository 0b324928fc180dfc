/** The proposal for all requests of a cycle: from their rankings to who goes where, with a reason where nobody does. */
import { z } from 'zod';
import { groupsOf } from '../matching/place.ts';
import { mayBeProposed, type Ranking } from '../matching/score.ts';
import { keyOfCandidate, type MatchingSettings } from '../matching/settings.ts';
import { countryOf, type Candidate, type Need } from '../matching/words.ts';
import { assign, type Assignment } from './assignment.ts';

/** Who is proposed for a request. No name is kept: people on the roster may ask for theirs to be removed. */
export const Proposed = z.object({
  need: z.string(),
  /** "expert:<id>". */
  candidate: z.string(),
  score: z.int(),
});
export type Proposed = z.infer<typeof Proposed>;

/** A change by hand: somebody is put in, or taken out, and why. */
export const HandChange = z.object({
  need: z.string(),
  candidate: z.string(),
  score: z.int(),
  what: z.enum(['put in', 'taken out']),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type HandChange = z.infer<typeof HandChange>;

export const Proposal = z.object({
  needs: z.array(z.object({ id: z.string(), name: z.string(), address: z.string(), priority: z.array(z.string()) })),
  pairs: z.array(Proposed),
  /** Requests with nobody, and why. */
  nobody: z.array(z.object({ need: z.string(), why: z.string() })),
  /** The score that every served request has at least. */
  least: z.int().nullable(),
});
export type Proposal = z.infer<typeof Proposal>;

/** Kinds that can be sent somewhere; an activity is context. */
const sent = new Set(['expert', 'organisation', 'offer']);

/** An offer is made for its own requests; everybody else may be asked for any. */
const suits = ({ kind, offeredFor }: Candidate, need: Need): boolean =>
  sent.has(kind) && (kind !== 'offer' || offeredFor.includes(need.id));

/** Why a request comes first where all else is equal: declared, and shown beside it. */
export function priorityOf(need: Need, servedLately: ReadonlySet<string>): string[] {
  const country = countryOf(need);
  const groups = country === null ? [] : groupsOf(country);
  const names: Record<string, string> = { ldc: 'least developed country', sids: 'small island developing State' };
  const group = groups.map((code) => names[code]).filter((name) => name !== undefined);
  const lately = country === null || servedLately.has(country) ? [] : ['no mission in the last two cycles'];
  return [...group.slice(0, 1), ...lately];
}

/** The proposal for all requests. @param servedLately countries with a mission in the last two cycles */
export function propose(
  rankings: readonly Ranking[],
  settings: MatchingSettings,
  servedLately: ReadonlySet<string>,
): Proposal {
  const needs = rankings.map(({ need }) => need);
  const pairs = rankings.flatMap(({ need, matches }) =>
    matches
      .filter((match) => mayBeProposed(match) && suits(match.candidate, need))
      .map(({ candidate, score }) => ({
        asking: need.id,
        helping: keyOfCandidate(candidate),
        score: Math.min(100, score),
      })),
  );
  const helpers = new Map(
    rankings.flatMap(({ matches }) => matches.map(({ candidate }) => [keyOfCandidate(candidate), candidate] as const)),
  );
  const result = assign({
    asking: needs.map((need) => ({
      id: need.id,
      places: settings.places[need.id] ?? 1,
      priority: priorityOf(need, servedLately).length,
    })),
    helping: [...helpers].map(([id, { kind, offeredFor }]) => ({
      id,
      most: kind === 'offer' ? Math.max(1, offeredFor.length) : settings.most,
    })),
    pairs,
    rising: settings.rising,
  });
  return {
    needs: needs.map((need) => ({
      id: need.id,
      name: need.name,
      address: need.address,
      priority: priorityOf(need, servedLately),
    })),
    pairs: result.pairs.map(({ asking, helping, score }) => ({
      need: asking,
      candidate: helping,
      score,
    })),
    nobody: result.nobody.map((id) => ({ need: id, why: whyNobody(rankings, id, result) })),
    least: result.least,
  };
}

/** Why a request gets nobody: nobody fits, those who would are barred, or they are needed elsewhere. */
function whyNobody(rankings: readonly Ranking[], id: string, { pairs, least }: Assignment): string {
  const ranking = rankings.find(({ need }) => need.id === id);
  if (ranking === undefined) return '';
  const fits = ranking.matches.filter((match) => mayBeProposed(match) && suits(match.candidate, ranking.need));
  if (fits.length === 0) {
    const barred = ranking.barred.filter(
      ({ parts, candidate }) => (parts[0]?.points ?? 0) > 0 && suits(candidate, ranking.need),
    );
    const [first] = barred;
    if (first === undefined) return 'Nobody shares a topic at the core of the request.';
    return `Whoever shares its topics is barred. ${first.bars[0]?.why ?? ''}`;
  }
  const taken = fits.filter(({ candidate }) => pairs.some(({ helping }) => helping === keyOfCandidate(candidate)));
  if (taken.length === 0) return `Nobody who fits reaches ${least ?? 0} points, which all others get.`;
  return taken.length === 1
    ? 'The one who fits is proposed for another request.'
    : `The ${taken.length} who fit are proposed for other requests.`;
}

/** Who stands where after the changes by hand. */
export function standing({ pairs }: Proposal, changes: readonly HandChange[]): Proposed[] {
  let now = [...pairs];
  for (const { what, need, candidate, score } of changes) {
    now = now.filter((one) => one.need !== need || one.candidate !== candidate);
    if (what === 'put in') now.push({ need, candidate, score });
  }
  return now;
}

/** The request that is served worst, by what stands now; `null` where none is served. */
export function worstServed(now: readonly Proposed[]): Proposed | null {
  const best = new Map<string, Proposed>();
  for (const one of now) if (one.score > (best.get(one.need)?.score ?? -1)) best.set(one.need, one);
  return [...best.values()].toSorted((a, b) => a.score - b.score || (a.need < b.need ? -1 : 1))[0] ?? null;
}
