/** The words of a clause as pieces: what stays, what is struck out and what is put there, each with those who want it. */
import type { Change, ContestedClause, ContestedPassage } from '#kernel/reading/index.ts';
import type { Contests } from '../clashes/contests.ts';
import { editsBetween, type Component } from '../clashes/edits.ts';
import { coreOf } from '../clashes/references.ts';
import { wordingOf, type Token } from '../clashes/wording.ts';
import { runsBetween } from '../register/settle.ts';
import type { Cluster } from './arrangement.ts';
import type { Variant, Verdict } from './verdicts.ts';

/** A stretch of words with those who want the change; nobody for what the base says and what only follows. */
export interface Piece {
  text: string;
  change: Change;
  by: string[];
}

/** What is needed to write clauses. */
export interface Pen {
  contests: Contests;
  /** New labels by the identifier of the clause. */
  labels: ReadonlyMap<string, string>;
  signOf: (id: string) => { sign: string; by: string[] };
}

/** Writes tokens one behind the other, neighbours of one kind as one piece. */
class Writer {
  readonly pieces: Piece[] = [];
  /** White space that a change brings before the next token that stays. */
  private space: { text: string; by: readonly string[] } | null = null;

  write(token: Token, change: Piece['change'], by: readonly string[], text = token.text): void {
    if (change !== 'same') this.space = null;
    this.add(token.space + text, change, by);
  }

  /** A token of the base that stays, with another text where its label follows a renumbering. */
  keep(token: Token, text: string, by: readonly string[]): void {
    const space = this.space;
    this.space = null;
    if (space !== null && space.text !== token.space) {
      this.add(token.space, 'deleted', space.by);
      this.add(space.text, 'inserted', space.by);
    } else this.add(token.space, 'same', []);
    if (text === token.text) this.add(text, 'same', []);
    else {
      this.add(token.text, 'deleted', by);
      this.add(text, 'inserted', by);
    }
  }

  /** White space of both wordings before words that change. */
  keepSpace(space: string): void {
    this.space = null;
    this.add(space, 'same', []);
  }

  /** What follows has this white space before it in the wording of those who changed what went before. */
  spaceAfter(text: string | undefined, by: readonly string[]): void {
    this.space = text === undefined ? null : { text, by };
  }

  add(text: string, change: Piece['change'], by: readonly string[]): void {
    if (text === '') return;
    const piece = this.pieces.at(-1);
    if (piece?.change === change && piece.by.join() === by.join()) piece.text += text;
    else this.pieces.push({ text, change, by: [...by] });
  }
}

/**
 * A clause of the base in one of its wordings.
 * @param verdict `null` for a clause that nobody changes
 */
export function piecesOf(clause: ContestedClause, verdict: Verdict | null, variant: Variant | null, pen: Pen): Piece[] {
  if (verdict === null || variant === null)
    return signed([{ text: clause.words, change: 'same', by: [] }], clause, pen);
  if (verdict.words !== null) return written(clause.words, verdict.words);
  if (!verdict.stands && verdict.goneBy.length > 0)
    return [{ text: clause.words, change: 'deleted', by: verdict.goneBy }];
  const writer = new Writer();
  writeTokens(writer, verdict, variant, pen);
  return withSign(writer, verdict.contest.base.sign, pen.signOf(clause.id));
}

/** A clause that nobody touches may still end otherwise. */
function signed(pieces: Piece[], clause: ContestedClause, pen: Pen): Piece[] {
  const { sign } = wordingOf(clause.words);
  const asked = pen.signOf(clause.id);
  if (asked.sign === sign) return pieces;
  const words = clause.words.trimEnd();
  const writer = new Writer();
  writer.add(words.slice(0, words.length - sign.length).trimEnd(), 'same', []);
  return withSign(writer, sign, asked);
}

function withSign(writer: Writer, before: string, { sign, by }: { sign: string; by: string[] }): Piece[] {
  if (sign === before) writer.add(sign, 'same', []);
  else {
    writer.add(before, 'deleted', by);
    writer.add(sign, 'inserted', by);
  }
  return writer.pieces;
}

/** Words that the coordinator wrote. */
function written(before: string, after: string): Piece[] {
  return runsBetween(before, after).map(({ text, change }) => ({ text, change, by: [] }));
}

function writeTokens(writer: Writer, { contest }: Verdict, variant: Variant, pen: Pen): void {
  const { base, components, wordings } = contest;
  writeComponents(writer, base.tokens, components, variant, {
    keep: (token) => {
      const followers = followersOf(token, wordings);
      writer.keep(token, followers.length === 0 ? token.text : relabelled(token, pen.labels), followers);
    },
    given: (token) => relabelled(token, pen.labels),
  });
}

/** Writes the base with the readings of one variant in it, each with those who want it. */
function writeComponents(
  writer: Writer,
  base: readonly Token[],
  components: readonly Component[],
  variant: Variant,
  how: { keep: (token: Token) => void; given: (token: Token) => string },
): void {
  let at = 0;
  const upTo = (end: number, write: (token: Token) => void): void => {
    for (; at < end; at++) {
      const token = base[at];
      if (token !== undefined) write(token);
    }
  };
  for (const component of components) {
    upTo(component.from, how.keep);
    const reading = variant.reading(component);
    if (reading === null) {
      upTo(component.to, how.keep);
      continue;
    }
    const by = sameReaders(component, reading);
    for (const edit of editsBetween(base.slice(component.from, component.to), reading)) {
      upTo(component.from + edit.from, how.keep);
      const [first] = edit.given;
      // White space that both wordings have before the changed words is no part of the change.
      const space = edit.from < edit.to && first?.space === base[at]?.space ? (first?.space ?? '') : '';
      if (space !== '') writer.keepSpace(space);
      const start = at;
      upTo(component.from + edit.to, (token) =>
        writer.write(at === start && space !== '' ? { ...token, space: '' } : token, 'deleted', by),
      );
      edit.given.forEach((token, index) =>
        writer.write(index === 0 && space !== '' ? { ...token, space: '' } : token, 'inserted', by, how.given(token)),
      );
      if (edit.after !== null) writer.spaceAfter(edit.after, by);
    }
    const endsChanged = at === component.to && component.after.has(by[0] ?? '');
    upTo(component.to, how.keep);
    if (endsChanged) writer.spaceAfter(component.after.get(by[0] ?? ''), by);
  }
  upTo(base.length, how.keep);
}

function sameReaders(component: Component, reading: readonly Token[]): string[] {
  const keys = reading.map(({ key }) => key).join('\n');
  return [...component.readings].flatMap(([by, own]) => (own.map(({ key }) => key).join('\n') === keys ? [by] : []));
}

/** Who lets a reference follow the renumbering. */
function followersOf(token: Token, wordings: ReadonlyMap<string, { tokens: readonly Token[] }>): string[] {
  if (token.target === null) return [];
  return [...wordings]
    .filter(([, { tokens }]) => tokens.some((other) => other.key === token.key && other.text !== token.text))
    .map(([by]) => by)
    .sort();
}

/** The label of a reference as the clause that it means bears it now. */
function relabelled({ text, target }: Token, labels: ReadonlyMap<string, string>): string {
  const label = target === null ? undefined : labels.get(target);
  const core = coreOf(text);
  if (label === undefined || label === '' || coreOf(label) === core) return text;
  return text.toLowerCase().includes(core)
    ? text.replace(new RegExp(core.replaceAll('.', '\\.'), 'i'), coreOf(label))
    : text;
}

/** A new clause. */
export function piecesOfInserted({ clause, by, conflict, variant }: Cluster, pen: Pen): Piece[] {
  const settled = conflict?.settled ?? null;
  if (settled !== null && 'words' in settled && variant === 0)
    return [{ text: settled.words, change: 'inserted', by: [] }];
  const writer = new Writer();
  const { tokens } = pen.contests.inserted(clause.words, by[0] ?? '');
  for (const token of tokens) writer.write(token, 'inserted', by, relabelled(token, pen.labels));
  const { sign } = pen.signOf(clause.id);
  writer.add(sign, 'inserted', by);
  return writer.pieces;
}

/** A heading, title, opening or note in one of its wordings; a revision is named as most of the proposals name it. */
export function piecesOfPassage(passage: ContestedPassage, verdict: Verdict, variant: Variant): Piece[] {
  const { contest } = verdict;
  if (passage.words === null) {
    const [first] = passage.versions;
    const by = passage.versions.map((version) => version.by);
    const words = verdict.words ?? first?.words ?? null;
    return words === null ? [] : [{ text: words, change: 'inserted', by }];
  }
  if (verdict.words !== null) return written(passage.words, verdict.words);
  if (!verdict.stands && verdict.goneBy.length > 0)
    return [{ text: passage.words, change: 'deleted', by: verdict.goneBy }];
  const writer = new Writer();
  const names = new Map<string, string>();
  for (const [by, { tokens }] of contest.wordings) {
    for (const token of tokens) if (token.key === '(revision)') names.set(by, token.text);
  }
  const named = mostNamed(names);
  const namedBy = [...names].flatMap(([by, text]) => (text === named ? [by] : [])).sort();
  writeComponents(writer, contest.base.tokens, contest.components, variant, {
    keep: (token) => {
      const isNewName = token.key === '(revision)' && named !== null && named !== token.text;
      writer.keep(token, isNewName ? named : token.text, namedBy);
    },
    given: (token) => token.text,
  });
  const signs = [...contest.wordings].find(([, { sign }]) => sign !== contest.base.sign);
  return withSign(
    writer,
    contest.base.sign,
    signs === undefined ? { sign: contest.base.sign, by: [] } : { sign: signs[1].sign, by: [signs[0]] },
  );
}

function mostNamed(names: ReadonlyMap<string, string>): string | null {
  const counts = new Map<string, number>();
  for (const name of [...names.values()].sort()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [best] = [...counts].sort((one, other) => other[1] - one[1]);
  return best?.[0] ?? null;
}
