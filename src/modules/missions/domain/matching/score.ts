/**
 * The score of a candidate for a request: a sum of visible parts, less penalties, with the hard bars apart. The weights
 * come from the cycle; they are shown and edited, not tuned. Whole numbers only: the same input gives the same answer.
 */
import type { Weights } from '../cycle/cycle.ts';
import { bars, type Bar, type BarRules } from './bars.ts';
import { help, saysKind } from './help.ts';
import { language } from './language.ts';
import { orderers } from './order.ts';
import { partLabels, type Part, type PartName } from './part.ts';
import { penalties, type Penalty } from './penalties.ts';
import { place } from './place.ts';
import { record } from './record.ts';
import { rarityOf, theme, topicsOf, type Rarity } from './theme.ts';
import { saysTime, time } from './time.ts';
import { countryOf, declared, type Candidate, type Need } from './words.ts';

export interface Match {
  need: Need;
  candidate: Candidate;
  /** Of all parts, less the penalties; never below 0. */
  score: number;
  parts: Part[];
  penalties: Penalty[];
  /** What rules it out; a barred candidate keeps its score and is proposed for nothing. */
  bars: Bar[];
  /** 0 to 5, orders equals and is added to nothing. */
  order: number;
  /** What neither side says, in sentences. */
  missing: string[];
}

/** A request with its candidates, the best first; barred ones apart, in the same order. */
export interface Ranking {
  need: Need;
  matches: Match[];
  barred: Match[];
}

/** All parts between a request and a candidate. */
export function partsOf(need: Need, candidate: Candidate, weights: Weights, rarity: Rarity): Part[] {
  return [
    theme(need, candidate, weights.theme, rarity),
    help(need, candidate, weights.help),
    place(need, candidate, weights.place),
    time(need, candidate, weights.time),
    language(need, candidate, weights.language),
    record(candidate, weights.record),
  ];
}

/** Ranks all candidates for all requests. */
export function rank(
  needs: readonly Need[],
  candidates: readonly Candidate[],
  weights: Weights,
  rules: BarRules,
): Ranking[] {
  const rarity = rarityOf([...needs, ...candidates]);
  const order = orderers(candidates);
  return needs.map((need) => {
    const orders = order(need);
    const all = candidates
      .map((candidate, at) => matchOf(need, candidate, { weights, rules, rarity, order: orders[at] ?? 0 }))
      .sort(better);
    return {
      need,
      matches: all.filter((one) => one.bars.length === 0),
      barred: all.filter((one) => one.bars.length > 0),
    };
  });
}

function matchOf(
  need: Need,
  candidate: Candidate,
  by: { weights: Weights; rules: BarRules; rarity: Rarity; order: number },
): Match {
  const parts = partsOf(need, candidate, by.weights, by.rarity);
  const taken = penalties(candidate, parts);
  const sum = parts.reduce((total, { points }) => total + points, 0);
  return {
    need,
    candidate,
    parts,
    penalties: taken,
    score: Math.max(0, sum - taken.reduce((total, { points }) => total + points, 0)),
    bars: bars(need, candidate, by.rules),
    order: by.order,
    missing: missing(need, candidate),
  };
}

/** The higher score first; of equals the one without penalties, then by their words, by theme, by a fixed order. */
function better(a: Match, b: Match): number {
  return (
    b.score - a.score ||
    a.penalties.length - b.penalties.length ||
    b.order - a.order ||
    pointsOf(b, 'theme') - pointsOf(a, 'theme') ||
    compare(a.candidate.name, b.candidate.name) ||
    compare(a.candidate.id, b.candidate.id)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const pointsOf = ({ parts }: Match, name: PartName): number => parts.find(({ part }) => part === name)?.points ?? 0;

/**
 * Whether a match is worth proposing: no bar, and a topic at the core of the request that the other side speaks of at its
 * core too. What meets only what the request says aside fits every request equally badly. Where no topic is known at the
 * core of the request, any shared one will do.
 */
export function mayBeProposed({ need, parts, bars }: Match): boolean {
  const themed = parts.find(({ part }) => part === 'theme')?.reasons ?? [];
  if (bars.length > 0 || themed.length === 0) return false;
  return themed.some(({ core }) => core === true) || ![...topicsOf(need.fields).values()].some(({ core }) => core);
}

/** What a person could still ask for, on both sides. */
function missing(need: Need, candidate: Candidate): string[] {
  const says = (is: 'time' | 'language' | 'topic' | 'kind'): boolean => declared(candidate.fields, is).length > 0;
  const profile = candidate.kind === 'expert' || candidate.kind === 'organisation';
  return [
    ...(countryOf(need) === null ? ['The country that asks is not known.'] : []),
    ...(saysTime(need.fields) ? [] : [`No date given by ${need.name}.`]),
    ...(saysKind(need) ? [] : [`The kind of help is not said by ${need.name}.`]),
    ...(says('time') ? [] : [`No date given by ${candidate.name}.`]),
    ...(profile && !says('kind') ? [`No kind of help given by ${candidate.name}.`] : []),
    ...(profile && !says('language') ? [`No language given by ${candidate.name}.`] : []),
  ];
}

/** Why the next one ranks lower: the first part in which it has less; by penalties or words where the parts are equal. */
export function whyLower(higher: Match, lower: Match): string {
  for (const { part, points } of higher.parts) {
    const other = pointsOf(lower, part);
    if (other < points)
      return `${partLabels[part]}: ${other} of the ${points} points that ${higher.candidate.name} has.`;
  }
  const taken = (match: Match): number => match.penalties.reduce((sum, { points }) => sum + points, 0);
  const [penalty] = lower.penalties;
  if (taken(lower) > taken(higher) && penalty !== undefined)
    return `${penalty.points} points taken off: ${penalty.why}`;
  if (lower.order < higher.order) return 'Equal in points; fewer of the words of the request stand in it.';
  return 'Equal in points and words; in the order of names.';
}
