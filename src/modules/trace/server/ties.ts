/** What a request serves: suggested with reasons, decided by people. */
import { refuse } from '#kernel/problem.ts';
import type { Reference, ThingKind } from '#kernel/reference.ts';
import { audienceOf } from '#modules/access/index.ts';
import { mustMay, remember, together, type Context } from '#modules/access/server/index.ts';
import { suggestTies, type Asked, type Suggestion, type Target } from '../domain/ties/suggest.ts';
import { entriesOf, type NamedThing } from '../store/entries.ts';
import { dropTie, keptTies, putTie, servingOf, targetsOf, type KeptTie, type Serving } from '../store/ties.ts';

export type { KeptTie, Serving, Suggestion };
export type { Asked as AskedWords } from '../domain/ties/suggest.ts';

/** What something can serve. */
export const servable: readonly ThingKind[] = ['plan-node', 'clause', 'revision'];
/** Beyond so many the oldest are left out of what is suggested; they can still be tied by hand. */
const mostTargets = 20_000;

/** The ties of a thing, and what may be tied to it. */
export interface Ties {
  kept: KeptTie[];
  /** Without what was decided already. */
  suggested: Suggestion[];
}

/**
 * What a thing serves by the decisions of people, and what it may serve by its words.
 * @param asked its words, field by field, as its page shows them
 */
export async function tiesOf(context: Context, thing: Reference, asked: Asked): Promise<Ties> {
  mustMay(context, 'edit-records');
  const audience = audienceOf(context.viewer);
  const kept = await keptTies(context.db, audience, thing, 'serves');
  const decided = new Set(kept.map(keyOf));
  const targets = await targetsOf(context.db, audience, servable, mostTargets);
  return {
    kept,
    suggested: suggestTies(
      asked,
      targets.filter((target) => !decided.has(keyOf(target))),
    ),
  };
}

const keyOf = ({ kind, id }: Reference): string => `${kind} ${id}`;

/** What a person decides on a tie. */
export interface TieDecision {
  /** `open` takes back what was decided. */
  decision: 'confirmed' | 'refused' | 'open';
  /** The reason it was suggested for, or the person's own words. */
  why: string;
  passages: Suggestion['passages'] | [];
}

/**
 * Ties a thing to what it serves, or says that it does not serve it.
 * @throws Refusal `not-found` where the other end is not there or not shown, `bad-tie` where nothing can serve it
 */
export async function decideTie(
  context: Context,
  thing: Reference,
  target: Reference,
  { decision, why, passages }: TieDecision,
): Promise<void> {
  mustMay(context, 'edit-records');
  if (!servable.includes(target.kind)) {
    refuse('bad-tie', 'Only elements of plans, clauses and texts can be served.', 'Choose one of these.');
  }
  await together(context, async (context) => {
    const ends = await entriesOf(context.db, audienceOf(context.viewer), [thing, target]);
    if (ends.length < 2) refuse('not-found', 'One of the two is not there.', 'Load the page again.');
    const tie = { from: thing, to: target, type: 'serves' as const };
    const after = { to: target, decision, why };
    if (decision === 'open') {
      if (!(await dropTie(context.db, tie))) return;
    } else {
      const reason = { why: why.trim().slice(0, 1000), passages: [...passages] };
      await putTie(context.db, tie, { standing: decision, reason, by: context.viewer.name });
    }
    await remember(context, decisionNames[decision], thing, { after });
  });
}

const decisionNames = {
  confirmed: 'tied to what it serves',
  refused: 'said what it does not serve',
  open: 'took back a tie',
} as const;

/** Things that can be served and have certain words, for tying by hand. */
export async function findServable(context: Context, words: string, most = 20): Promise<NamedThing[]> {
  mustMay(context, 'edit-records');
  const wanted = words.toLowerCase().match(/[\p{L}\p{N}.-]+/gu) ?? [];
  if (wanted.length === 0) return [];
  const targets = await targetsOf(context.db, audienceOf(context.viewer), servable, mostTargets);
  return targets
    .filter((target) => holds(target, wanted))
    .slice(0, most)
    .map(({ kind, id, address, title, text }) => ({ kind, id, address, title: `${title}: ${text.slice(0, 160)}` }));
}

function holds({ title, text }: Target, words: readonly string[]): boolean {
  const all = `${title} ${text}`.toLowerCase();
  return words.every((word) => all.includes(word));
}

/** What serves any of these things: a plan's elements, a text's clauses. As far as the viewer may see both ends. */
export async function servedBy(context: Context, things: readonly Reference[]): Promise<Serving[]> {
  return things.length === 0 ? [] : servingOf(context.db, audienceOf(context.viewer), things);
}
