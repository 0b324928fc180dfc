/** What a proposal is about: the instrument, its number, the part of it, read from the lines that head its text. */
import { fold } from '#formats/document/index.ts';
import type { Proposal } from '#kernel/reading/index.ts';
import { isAnnexHeading } from '../legal/headings.ts';
import { wordsOf, type Passage } from '../words/passages.ts';
import type { ProposalCode } from './codes.ts';

export type Target = Proposal['target'];

const named = /\b(resolution|decision|recommendation|opinion)s?\b\s*(.*)$/i;
const treaty = /\b(constitution|convention)\b/i;
const partOf = /^\s*((?:annex|appendix|attachment)(?:\s+(?:\d{1,3}|[A-Z]))?(?:\s*bis)?)\b/i;
const article = /^\s*(?:article|art\.)\s+(\d{1,3}[A-Z]?(?:\s*bis)?)/i;
const provision = /^\s*(?:No\.\s*)?(\d{1,4}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]?)?)\s*(?:$|\t|\s(?=PP|WRC))/;

/** `null` where no line says what the proposal is about. `around` are passages before the proposal, nearest last. */
export function targetOf(body: readonly Passage[], code: ProposalCode, around: readonly Passage[]): Target | null {
  const heads = body.slice(0, 6);
  const isNew = code.action === 'ADD';
  const annex = heads.find(isAnnexHeading);
  const annexFirst = annex !== undefined && heads.indexOf(annex) <= 2;
  const part = annexFirst ? fold(partOf.exec(wordsOf(annex))?.[1] ?? 'Annex') : null;
  for (const passage of heads) {
    const found = named.exec(fold(wordsOf(passage)));
    if (found === null || !startsInstrument(passage)) continue;
    const kind = (found[1] ?? '').toLowerCase();
    if (kind === 'opinion') continue;
    return {
      kind: kind === 'decision' ? 'decision' : kind === 'recommendation' ? 'recommendation' : 'resolution',
      number: numberIn(found[2] ?? ''),
      part: part === null ? null : capitalised(part),
      isNew: isNew && part === null,
    };
  }
  return treatyTarget(heads, isNew, around);
}

/** A line in which the instrument is the subject, not a sentence that mentions one. */
function startsInstrument(passage: Passage): boolean {
  const text = wordsOf(passage).replaceAll('\u00a0', ' ').trim();
  return (
    text.length <= 160 &&
    /^(?:\[?draft\b|new\b|proposed\b|revised\b|resolution\b|decision\b|recommendation\b|(?:annex|appendix|attachment)\b)/i.test(
      text,
    )
  );
}

function treatyTarget(heads: readonly Passage[], isNew: boolean, around: readonly Passage[]): Target | null {
  const texts = heads.map((passage) => wordsOf(passage).trim());
  const own = texts.map((text) => (text.length < 120 ? treaty.exec(text) : null)).find((match) => match !== null);
  const part = texts
    .map((text) => {
      const numbered = article.exec(text)?.[1];
      if (numbered !== undefined) return `Article ${fold(numbered)}`;
      const marginal = provision.exec(text)?.[1];
      return marginal === undefined ? null : `No. ${marginal}`;
    })
    .find((found) => found !== null);
  const kind = own?.[1] ?? (part === undefined ? null : treatyAround(around));
  if (kind === null) return null;
  return {
    kind: kind.toLowerCase() === 'convention' ? 'convention' : 'constitution',
    number: null,
    part: part ?? null,
    isNew,
  };
}

/** The treaty that the nearest heading before the proposal names. */
function treatyAround(around: readonly Passage[]): string | null {
  for (let at = around.length - 1; at >= Math.max(0, around.length - 200); at--) {
    const passage = around[at];
    if (passage === undefined) continue;
    const text = wordsOf(passage).trim();
    const found = text.length < 100 && text === text.toUpperCase() ? treaty.exec(text) : null;
    if (found !== null) return found[1] ?? null;
  }
  return null;
}

/** 11 of "11 (Rev. …)", "XYZ-1" of "[XYZ-1]", "COM5/1", 48 of "ITU-R 48". */
function numberIn(words: string): number | string | null {
  const rest = words.replaceAll('‑', '-').trim();
  const draft = /^\[([^\]]{1,40})\]/.exec(rest)?.[1];
  if (draft !== undefined) return draft.trim();
  const plain = /^(?:ITU-?[RTD]\s+|No\.?\s*)?(\d{1,4})(?![\d/-])/i.exec(rest)?.[1];
  if (plain !== undefined) return Number(plain);
  return /^(?:ITU-?[RTD]\s+)?([A-Z]{0,10}[\d./-]*\d[A-Z\d./-]*|[A-Z]{1,6}[-/][A-Z\d/-]+)/.exec(rest)?.[1] ?? null;
}

/** "Annex 1" from "ANNEX 1". */
function capitalised(part: string): string {
  return part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
}
