/** What becomes of a clause: agreed, taken away, or alternatives between which somebody has to choose. */
import type {
  ConsolidatedText,
  ContestedClause,
  ContestedPassage,
  ClausePlace,
  ConflictChoice,
} from '#kernel/reading/index.ts';
import { contestsOf, type Amendment, type Contest, type Contests } from '../clashes/contests.ts';
import { isClash, type Component } from '../clashes/edits.ts';
import { printed, type Token } from '../clashes/wording.ts';
import { hashOf } from './gather.ts';

/** One of the wordings between which somebody has to choose. */
export interface Variant {
  by: string[];
  gone: boolean;
  place: ClausePlace | null;
  /** What stands instead of the tokens of a component; `null` where the base words stay. */
  reading: (component: Component) => readonly Token[] | null;
}

export interface Verdict {
  contest: Contest;
  /** Stands in the consolidated text, perhaps as alternatives. */
  stands: boolean;
  /** Who takes it away, where that is agreed. */
  goneBy: string[];
  place: ClausePlace | null;
  movedBy: string[];
  /** The wording where there is one; of an open conflict the base words with what is agreed. */
  chosen: Variant;
  /** Words that the coordinator wrote instead of all proposals. */
  words: string | null;
  /** `null` where nothing is disputed. */
  conflict: { id: string; variants: readonly Variant[]; settled: ConflictChoice | null } | null;
}

export type Verdicts = (clause: ContestedClause) => Verdict;

const undisputed = (component: Component): readonly Token[] | null =>
  isClash(component) ? null : ([...component.readings.values()][0] ?? null);

/** What becomes of each clause of a text. */
export function verdictsOf(draft: ConsolidatedText, contests: Contests = contestsOf(draft)): Verdicts {
  const made = new Map<ContestedClause, Verdict>();
  return (clause) => {
    const known = made.get(clause) ?? verdictOn(contests.ofClause(clause), clause.id, draft.settled);
    made.set(clause, known);
    return known;
  };
}

/** What becomes of a heading, title, opening or note. */
export function verdictOnPassage(
  draft: ConsolidatedText,
  contests: Contests,
  { passage, id, named }: { passage: ContestedPassage; id: string; named: boolean },
): Verdict {
  return verdictOn(contests.ofPassage(passage, named), id, draft.settled);
}

function verdictOn(contest: Contest, id: string, settled: ConsolidatedText['settled']): Verdict {
  const { amendments } = contest;
  const gone = amendments.filter((one) => one.gone);
  const staying = amendments.filter((one) => !one.gone);
  const places = new Map(staying.flatMap(({ place }) => (place === null ? [] : [[JSON.stringify(place), place]])));
  const agreedPlace = places.size === 1 ? ([...places.values()][0] ?? null) : null;
  const agreed: Variant = { by: [], gone: false, place: agreedPlace, reading: undisputed };
  const plain: Verdict = {
    contest,
    stands: true,
    goneBy: [],
    place: agreedPlace,
    movedBy: agreedPlace === null ? [] : staying.flatMap(({ by, place }) => (place === null ? [] : [by])),
    chosen: agreed,
    words: null,
    conflict: null,
  };
  if (amendments.length > 0 && staying.length === 0) {
    return { ...plain, stands: false, goneBy: gone.map(({ by }) => by) };
  }
  const variants = variantsOf(contest, { gone, staying, agreedPlace, movesApart: places.size > 1 });
  if (variants.length === 0) return plain;
  const conflict = { id: `${id}~${hashOf(signature(contest, variants))}`, variants };
  return settle(plain, conflict, settled[conflict.id] ?? null, gone.length > 0);
}

function variantsOf(
  { components }: Contest,
  {
    gone,
    staying,
    agreedPlace,
    movesApart,
  }: {
    gone: readonly Amendment[];
    staying: readonly Amendment[];
    agreedPlace: ClausePlace | null;
    movesApart: boolean;
  },
): Variant[] {
  const clashes = components.filter(isClash);
  const isDisputed = clashes.length > 0 || movesApart;
  if (gone.length === 0 && !isDisputed) return [];
  const stances = new Map<string, Variant>();
  for (const { by, place } of staying) {
    const readings = clashes.map(({ readings }) => readings.get(by) ?? null);
    const takesPart = readings.some((reading) => reading !== null) || (movesApart && place !== null);
    if (isDisputed && !takesPart) continue;
    const stance = JSON.stringify([
      readings.map((one) => one?.map(({ key }) => key) ?? null),
      movesApart ? place : null,
    ]);
    const known = stances.get(stance);
    if (known === undefined) {
      stances.set(stance, {
        by: [by],
        gone: false,
        place: movesApart ? place : agreedPlace,
        reading: (component) => (isClash(component) ? (component.readings.get(by) ?? null) : undisputed(component)),
      });
    } else known.by.push(by);
  }
  const away: Variant[] =
    gone.length === 0 ? [] : [{ by: gone.map(({ by }) => by), gone: true, place: null, reading: () => null }];
  return [...away, ...stances.values()].sort((one, other) => ((one.by[0] ?? '') < (other.by[0] ?? '') ? -1 : 1));
}

/** What is disputed, in words: the same wherever the conflict is computed, and another where something else is disputed. */
function signature({ base, components }: Contest, variants: readonly Variant[]): string {
  const isTaken = variants.some(({ gone }) => gone);
  const disputed = components.filter((component) => isTaken || isClash(component));
  return JSON.stringify([
    isTaken ? printed(base.tokens) : disputed.map(({ from, to }) => printed(base.tokens.slice(from, to))),
    variants.map(({ gone, place, reading }) => [
      gone,
      place,
      gone ? [] : disputed.map((component) => printed(reading(component) ?? [])),
    ]),
  ]);
}

function settle(
  plain: Verdict,
  conflict: { id: string; variants: readonly Variant[] },
  settled: ConflictChoice | null,
  isTaken: boolean,
): Verdict {
  const open: Verdict = { ...plain, conflict: { ...conflict, settled: null } };
  if (settled === null) return open;
  const closed: Verdict = { ...plain, conflict: { ...conflict, settled } };
  if ('drop' in settled) return { ...closed, stands: false };
  if ('words' in settled) return { ...closed, words: settled.words };
  if ('keepBase' in settled) {
    const untouched: Variant = { by: [], gone: false, place: null, reading: () => null };
    return isTaken ? { ...closed, chosen: untouched, place: null, movedBy: [] } : closed;
  }
  const variant = conflict.variants[settled.take];
  if (variant === undefined) return open;
  if (variant.gone) return { ...closed, stands: false, goneBy: variant.by };
  return { ...closed, chosen: variant, place: variant.place };
}
