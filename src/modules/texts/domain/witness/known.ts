/** Which of the texts that are known beside a document is the base of a text in it, and what was made of it. */
import type { KnownTexts } from '#formats/document/index.ts';
import type { Finding, LegalText } from '#kernel/reading/index.ts';
import type { Evidence } from '../flattened/evidence.ts';
import type { DraftText } from '../legal/draft.ts';
import { identityOf, nameOfInstrument, nameOfRevision, type Identity } from '../register/identity.ts';
import { sideOfText } from '../register/sides.ts';
import { wordsOf } from '../words/passages.ts';
import { witnessOf, type TextWitness } from './witness.ts';

/** The known texts of one instrument. */
export interface KnownOfInstrument {
  base: readonly LegalText[];
  adopted: readonly LegalText[];
}

/** Which text was used, or why it was not. */
export interface WitnessUse {
  base: Identity;
  /** `null` where no adopted text is known. */
  adopted: 'as proposed' | 'differs' | null;
  /** False where the words of the base are not in the copy. */
  fits: boolean;
}

/** The known texts of an instrument; `null` where no base is known. */
export function knownOf(known: KnownTexts | undefined, about: Identity): KnownOfInstrument | null {
  if (known === undefined) return null;
  const ofInstrument = (text: LegalText): boolean => isSame(identityOf(text), about);
  const base = known.base.filter(ofInstrument);
  return base.length === 0 ? null : { base, adopted: known.adopted.filter(ofInstrument) };
}

/** The same instrument; a body that one of the two does not name is no difference. */
function isSame(one: Identity | null, other: Identity): boolean {
  if (one === null || one.kind !== other.kind || one.number !== other.number) return false;
  return one.body === null || other.body === null || one.body.toLowerCase() === other.body.toLowerCase();
}

/** The witness that the known texts make of a copy, and how they were used. */
export function witnessFor(
  draft: DraftText,
  known: KnownOfInstrument | null,
  evidence: Evidence,
): { witness: TextWitness | null; use: { witness?: WitnessUse } } {
  const none = { witness: null, use: {} };
  const base = known === null ? null : namedFirst(draft, known.base);
  const identity = base === null ? null : identityOf(base);
  if (known === null || base === null || identity === null) return none;
  const adopted = adoptedAfter(identity, known.adopted);
  const clean = sideOfText(base, 'proposed');
  const witness = witnessOf(draft, clean, adopted === null ? null : sideOfText(adopted, 'proposed'), evidence);
  const use: WitnessUse = {
    base: identity,
    adopted: adopted === null || witness === null ? null : witness.adoptedAsProposed ? 'as proposed' : 'differs',
    fits: witness !== null,
  };
  return { witness, use: { witness: use } };
}

/**
 * The revision that the heading or opening of the copy names first: of "(Rev. Lagos, 2014Oslo, 2018)" that of 2014. A
 * text that names no revision may be of any.
 */
function namedFirst(draft: DraftText, texts: readonly LegalText[]): LegalText | null {
  const heads = [draft.heading, ...draft.opening, ...draft.annexes.map((annex) => annex.heading)];
  const words = heads.map((head) => (head === null ? '' : wordsOf(head).toLowerCase())).join(' ');
  const years = [...words.matchAll(/(?:19|20)\d\d/g)].map(([year]) => Number(year));
  const first = years.length === 0 ? null : Math.min(...years);
  const isNamed = (text: LegalText): boolean => {
    const revision = identityOf(text)?.revision ?? null;
    if (revision === null || first === null) return true;
    return revision.year === first && words.includes(revision.place.toLowerCase());
  };
  return texts.find(isNamed) ?? null;
}

const yearOf = (text: LegalText): number => identityOf(text)?.revision?.year ?? Number.POSITIVE_INFINITY;

/** The text adopted next after the base. */
function adoptedAfter(base: Identity, texts: readonly LegalText[]): LegalText | null {
  const later = texts.filter((text) => yearOf(text) > (base.revision?.year ?? 0));
  return later.reduce<LegalText | null>(
    (next, text) => (next !== null && yearOf(next) <= yearOf(text) ? next : text),
    null,
  );
}

/** What the use of a known text is worth telling. */
export function witnessFindings(use: WitnessUse | undefined, line: number): Finding[] {
  if (use === undefined) return [];
  const revision = use.base.revision === null ? '' : ` ${nameOfRevision(use.base.revision)}`;
  const name = `${nameOfInstrument(use.base)}${revision}`;
  if (!use.fits) {
    const message = `The words of ${name} are not in this text, so it was read without them. Is it another revision?`;
    return [{ rule: 'base-not-fitting', level: 'warning', lines: [line, line], message }];
  }
  const with_ = {
    'as proposed': ' and the text adopted later, which is the one proposed',
    differs: '; the text adopted later differs from the one proposed and settles only some clauses',
  };
  const message = `Read with the base text, ${name}${use.adopted === null ? '' : with_[use.adopted]}: words that it does not have are inserted.`;
  return [{ rule: 'read-with-base', level: 'info', lines: [line, line], message }];
}
