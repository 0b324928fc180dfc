/**
 * The algebra of changes to one wording: what a drafter changes, which changes of several drafters concern the same
 * words, and the wording in which all of them that can be made are made.
 */
import { diff } from 'fast-myers-diff';
import { sameTokens, type Token } from './wording.ts';

/** Tokens `from` to `to` of the base give way to `given`; an insertion where `from` is `to`. */
export interface Edit {
  from: number;
  to: number;
  given: readonly Token[];
  /** The white space that follows in the changed wording; `null` at its end. */
  after: string | null;
}

/** The tokens that several drafters change and what each makes of them; those who change nothing there are not in it. */
export interface Component {
  from: number;
  to: number;
  readings: ReadonlyMap<string, readonly Token[]>;
  /** The white space that each has behind these tokens. */
  after: ReadonlyMap<string, string>;
}

/** Wordings that are long and have little in common are compared by what they share at both ends, which is never slow. */
const mostSteps = 2_000_000;

/** The changes that lead from the base to another wording, in order, never touching each other. */
export function editsBetween(base: readonly Token[], after: readonly Token[]): Edit[] {
  const from = base.map((token) => token.key);
  const to = after.map((token) => token.key);
  const edits: Edit[] = [];
  for (const [start, end, givenStart, givenEnd] of differences(from, to)) {
    const last = edits.at(-1);
    const edit: Edit = {
      from: start,
      to: end,
      given: after.slice(givenStart, givenEnd),
      after: after[givenEnd]?.space ?? null,
    };
    if (last !== undefined && isOneReplacement(last, edit, base)) {
      edits[edits.length - 1] = {
        from: last.from,
        to: edit.to,
        given: [...last.given, ...after.slice(givenStart - (start - last.to), givenEnd)],
        after: edit.after,
      };
    } else edits.push(edit);
  }
  return edits;
}

function differences(from: readonly string[], to: readonly string[]): Iterable<[number, number, number, number]> {
  if (differing(from, to) * (from.length + to.length) <= mostSteps) return diff([...from], [...to]);
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start++;
  let tail = 0;
  while (tail < Math.min(from.length, to.length) - start && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  const [end, givenEnd] = [from.length - tail, to.length - tail];
  return start === end && start === givenEnd ? [] : [[start, end, start, givenEnd]];
}

/** How many tokens of two lists are in one of them only. */
function differing(from: readonly string[], to: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const key of from) counts.set(key, (counts.get(key) ?? 0) + 1);
  let shared = 0;
  for (const key of to) {
    const left = counts.get(key) ?? 0;
    if (left === 0) continue;
    counts.set(key, left - 1);
    shared++;
  }
  return from.length + to.length - 2 * shared;
}

const small = new Set(['the', 'of', 'and', 'to', 'a', 'an', 'in', 'or', 'for', 'on', 'by', ',', '-']);

/** Two replacements with one small word between them that happens to stand in both wordings are one replacement. */
function isOneReplacement(one: Edit, other: Edit, base: readonly Token[]): boolean {
  const between = base[one.to]?.key.toLowerCase();
  if (other.from === one.to) return true;
  if (other.from !== one.to + 1 || between === undefined || !small.has(between)) return false;
  return [one, other].every((edit) => edit.from < edit.to && edit.given.length > 0);
}

/** Words and signs by which an insertion hangs on to the word before it, or leads on to the word behind it. */
const joining = new Set(
  'and or but nor of in on at by to from with within for as including under over after before during through via per'.split(
    ' ',
  ),
);
const joins = (token: Token | undefined): boolean =>
  token !== undefined && (joining.has(token.key.toLowerCase()) || /^[^\p{L}\p{N}]/u.test(token.key));

/**
 * Whether an insertion belongs to the word before it ("telephone [and letter]") or to the word behind it ("[large]
 * houses"); `null` where both may be.
 */
function leaning({ from, given }: Edit, base: readonly Token[]): 'back' | 'forth' | null {
  const [begins, ends] = [joins(given[0]), joins(given.at(-1))];
  if (begins === ends && begins) return null;
  if (begins || joins(base[from]) || from === base.length) return 'back';
  return 'forth';
}

/**
 * Whether two changes concern the same words; the first does not begin behind the other. Words beside each other are not
 * the same words; what is put between them may belong to either.
 */
function areOfTheSameWords(one: Edit, other: Edit, base: readonly Token[]): boolean {
  if (other.from !== one.to) return other.from < one.to;
  const [insertsFirst, insertsThen] = [one.from === one.to, other.from === other.to];
  const changesSpace = one.after !== (base[one.to]?.space ?? null);
  if ((insertsFirst && insertsThen) || changesSpace) return true;
  if (insertsFirst) return leaning(one, base) !== 'back' || other.given.length === 0;
  if (insertsThen) return leaning(other, base) !== 'forth' || one.given.length === 0;
  return false;
}

/** Groups the changes of several drafters by the words they concern. */
export function componentsOf(base: readonly Token[], editsBy: ReadonlyMap<string, readonly Edit[]>): Component[] {
  const all = [...editsBy]
    .flatMap(([by, edits]) => edits.map((edit) => ({ by, edit })))
    .sort((one, other) => one.edit.from - other.edit.from || one.edit.to - other.edit.to);
  const groups: { from: number; to: number; members: typeof all }[] = [];
  for (const member of all) {
    const group = groups.at(-1);
    if (group?.members.some(({ edit }) => areOfTheSameWords(edit, member.edit, base)) === true) {
      group.members.push(member);
      group.to = Math.max(group.to, member.edit.to);
    } else groups.push({ from: member.edit.from, to: member.edit.to, members: [member] });
  }
  return groups.map(({ from, to, members }) => {
    const byDrafter = Map.groupBy(members, ({ by }) => by);
    const readings = [...byDrafter].map(([by, own]): [string, Token[]] => [
      by,
      applied(
        base,
        own.map(({ edit }) => edit),
        from,
        to,
      ),
    ]);
    const after = members.flatMap(({ by, edit }): [string, string][] =>
      edit.to === to && edit.after !== null ? [[by, edit.after]] : [],
    );
    return {
      from,
      to,
      readings: new Map(readings.sort(([one], [other]) => compare(one, other))),
      after: new Map(after),
    };
  });
}

/** Tokens `from` to `to` of the base with the changes made that lie there. */
export function applied(base: readonly Token[], edits: readonly Edit[], from = 0, to = base.length): Token[] {
  const tokens: Token[] = [];
  let at = from;
  let space: string | null = null;
  const keep = (end: number): void => {
    for (; at < end; at++) {
      const token = base[at];
      if (token !== undefined) tokens.push(space === null ? token : { ...token, space });
      space = null;
    }
  };
  for (const edit of edits) {
    if (edit.from < at || edit.to > to) continue;
    keep(edit.from);
    tokens.push(...edit.given);
    at = edit.to;
    space = edit.after;
  }
  keep(to);
  return tokens;
}

/** Whether the drafters do not agree on the words. */
export function isClash({ readings }: Component): boolean {
  const [first, ...others] = readings.values();
  return first !== undefined && others.some((reading) => !sameTokens(first, reading));
}

/**
 * The changes that somebody makes to a copy of the base, carried over to the base itself; the copy may differ from it in
 * places that nobody meant to change.
 */
export function transferred(edits: readonly Edit[], copy: readonly Token[], base: readonly Token[]): Edit[] {
  const places = new Int32Array(copy.length + 1);
  let shift = 0;
  let at = 0;
  for (const [start, end, there, thereEnd] of differences(
    copy.map((token) => token.key),
    base.map((token) => token.key),
  )) {
    for (; at < start; at++) places[at] = at + shift;
    for (; at < end; at++) places[at] = Math.min(there + (at - start), thereEnd);
    shift = thereEnd - end;
  }
  for (; at <= copy.length; at++) places[at] = at + shift;
  const carried: Edit[] = [];
  for (const { from, to, given, after } of edits) {
    const start = Math.max(places[from] ?? 0, carried.at(-1)?.to ?? 0);
    carried.push({ from: start, to: Math.max(places[to] ?? start, start), given, after });
  }
  return carried;
}

/** By characters, the same everywhere. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
