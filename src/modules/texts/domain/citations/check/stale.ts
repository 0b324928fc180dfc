/** Citations of revisions that are not the newest, and of texts or clauses that are not there. */
import type { Certainty, Citation, InstrumentKind, Mend, Revision } from '#kernel/reading/index.ts';
import { nameOfInstrument, nameOfRevision } from '../../register/identity.ts';
import { mendOf } from '../../lint/mend.ts';
import { citedInstrument } from './cited.ts';
import type { CitingDocument } from './citing.ts';
import { bareLabel } from './from-texts.ts';
import { sameRevision, type KnownRevision, type KnownTexts } from './known.ts';
import type { CitationProblem } from './problem.ts';

/**
 * The problem of a citation that names an older revision than the newest that is known; `null` where it does not. A text
 * that named an older revision already when a newer one was there recalls history, and means it.
 */
export function staleness(citation: Citation, known: KnownTexts, document: CitingDocument): CitationProblem | null {
  const { revision } = citation;
  const since = document.since(citation);
  if (revision === null || revision.place === '') return null;
  const cited = citedInstrument(citation, known, document);
  const newer = (cited?.instrument.revisions ?? []).filter((one) => one.revision.year > revision.year);
  const newest = newer.at(-1)?.revision;
  if (cited === null || newest === undefined) return null;
  if (since !== null && newer.some((one) => one.revision.year <= since)) return null;
  return {
    kind: 'stale',
    citation,
    certainty: cited.certainty,
    message: `${inFull(citation, revision)} is not the newest text: it was revised as ${nameOfRevision(newest)}${ifOurs(cited.certainty, document)}.`,
    newest,
    mend: newerRevision(citation, nameOfRevision(newest), document.words(citation.line)),
  };
}

/** Whose text is cited was taken from who speaks. */
function ifOurs(certainty: Certainty, { speaker }: CitingDocument): string {
  return certainty === 'guess' && speaker !== null ? `, if it is one of the ${speaker}` : '';
}

/** A member of a list is named with what the list says of all. */
function inFull({ text, kind, number }: Citation, revision: Revision): string {
  if (/^\p{L}{3}.*\(/su.test(text)) return `"${text}"`;
  return `${nameOfInstrument({ kind: kind as InstrumentKind, number })} ${nameOfRevision(revision)}`;
}

/** One citation with brackets of its own: the brackets are exchanged. Those of a list belong to its other members too. */
function newerRevision({ line, text }: Citation, newest: string, words: string): Mend | null {
  const own = /^(?:resolution|decision|recommendation|res\.|dec\.|rec\.)\s[^()]*(\([^()]*\))$/iu.exec(text)?.[1];
  if (own === undefined) return null;
  const at = words.indexOf(text);
  if (at < 0) return null;
  const to = at + text.length;
  return mendOf({ line, words, from: to - own.length, to }, newest, `${newest} is the newest revision.`) ?? null;
}

/** The problem of a citation of a text that is suppressed. */
export function suppression(citation: Citation, known: KnownTexts, document: CitingDocument): CitationProblem | null {
  const cited = citedInstrument(citation, known, document);
  const suppressed = cited?.instrument.suppressed ?? null;
  if (cited === null || suppressed === null) return null;
  return {
    kind: 'dangling',
    citation,
    certainty: cited.certainty,
    message: `The text that "${citation.text}" cites may not stand: ${suppressed}${ifOurs(cited.certainty, document)}.`,
    newest: null,
    mend: null,
  };
}

const betweenClauseAndText = /^\s*(?:above|below)?\s*,?\s*of\s+(?:the\s+)?$/iu;

/**
 * The problem of "resolves 7 of Resolution 5 (…)" where the text that is cited has no such clause.
 * @param next the citation that follows on the same line
 */
export function absentClause(
  citation: Citation,
  next: Citation | undefined,
  known: KnownTexts,
  document: CitingDocument,
): CitationProblem | null {
  const words = document.words(citation.line);
  if (citation.kind !== 'clause' || citation.number === '' || next?.line !== citation.line) return null;
  const from = words.indexOf(citation.text);
  const to = from < 0 ? -1 : words.indexOf(next.text, from + citation.text.length);
  if (to < 0 || !betweenClauseAndText.test(words.slice(from + citation.text.length, to))) return null;
  const text = revisionCited(next, known, document);
  const heading = headingOf(citation);
  if (text?.clauses === null || text?.clauses === undefined || heading === null) return null;
  const labels = text.clauses.get(heading);
  if (labels?.has(bareLabel(citation.number)) === true) return null;
  const missing = labels === undefined ? `no "${heading}"` : `no "${heading} ${citation.number}"`;
  return {
    kind: 'dangling',
    citation,
    certainty: 'sure',
    message: `${nameOfRevision(text.revision)} of the cited text has ${missing}.`,
    newest: null,
    mend: null,
  };
}

function revisionCited(citation: Citation, known: KnownTexts, document: CitingDocument): KnownRevision | null {
  const revisions = citedInstrument(citation, known, document)?.instrument.revisions ?? [];
  const { revision } = citation;
  return revision === null ? null : (revisions.find((one) => sameRevision(one.revision, revision)) ?? null);
}

/** "instructs the Secretary-General 6" names the heading; a further label of a list ("and 8") does not. */
function headingOf({ text }: Citation): string | null {
  const heading = text.replace(/\s+\S+$/u, '').toLowerCase();
  return /^\p{L}{3}/u.test(heading) && heading !== text.toLowerCase() ? heading : null;
}
