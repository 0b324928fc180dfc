/** Finds the citations of a document, one for each thing cited, in the order of the document. */
import { fold, type Line } from '#formats/document/index.ts';
import type { Citation } from '#kernel/reading/index.ts';
import { evidenceOf } from '../flattened/facts.ts';
import { labelOf } from '../labels/label.ts';
import { isAnnexHeading, isInstrumentHeading, sectionHeading } from '../legal/headings.ts';
import { claims } from '../words/claims.ts';
import { passagesOf, wordsOf } from '../words/passages.ts';
import { speakerOf } from './bodies.ts';
import { clauseCitations, fusedLabels } from './clauses.ts';
import { instrumentCitations } from './instruments.ts';
import {
  actionLineCitations,
  articleCitations,
  documentCitations,
  goalCitations,
  laterAssemblyCitations,
  provisionCitations,
  questionCitations,
} from './others.ts';
import type { CitationContext, Found, Scanned } from './scan.ts';

/** Headings that texts use; a reference may name one that this document does not have. */
const usualHeadings = [
  'bearing in mind',
  'considering further',
  'considering',
  'further resolves',
  'noting further',
  'noting',
  'recalling further',
  'recalling',
  'recognizing further',
  'recognizing',
  'resolves further',
  'resolves',
];

/**
 * The citations in some lines of one document, in order.
 * @param lines any lines; the words of both sides of a revision are read, the older revision as `superseded`
 */
export function findCitations(lines: readonly Line[]): Citation[] {
  const passages = passagesOf(lines);
  const headings = new Set(usualHeadings);
  passages.forEach((passage, index) => {
    const heading = sectionHeading(passage, passages[index + 1]);
    if (heading !== null) headings.add(fold(heading.text).toLowerCase().replace(/[,:]$/, ''));
  });
  const context: CitationContext = {
    evidence: evidenceOf(passages),
    speaker: speakerOf(passages.map(wordsOf)),
    headings: [...headings].sort((left, right) => right.length - left.length),
    fused: fusedLabels(passages.map((passage) => labelOf(passage.printed, false)?.core ?? '')),
  };
  const names: Citation[] = [];
  const citations: Citation[] = [];
  for (const passage of passages) {
    // A text's own heading names it, it does not cite it.
    const isName = isInstrumentHeading(passage) || isAnnexHeading(passage);
    (isName ? names : citations).push(...citationsIn({ line: passage.line, text: passage.printed }, context));
  }
  return sameTextSameBody(citations, names);
}

/** What identifies a cited text: kind and number, and where named the revision. */
function keysOf({ kind, number, revision }: Citation): string[] {
  const any = `${kind} ${number}`;
  return revision === null ? [any] : [any, `${any} ${revision.place} ${revision.year}`];
}

/**
 * A text cited without its body has the one that the document names with it elsewhere, where that is only one: the
 * same revision, or any where the citation names none.
 */
function sameTextSameBody(citations: readonly Citation[], names: readonly Citation[]): Citation[] {
  const known = new Map<string, Set<string>>();
  for (const citation of [...names, ...citations]) {
    if (citation.body === null) continue;
    for (const key of keysOf(citation)) {
      const bodies = known.get(key) ?? new Set<string>();
      bodies.add(citation.body);
      known.set(key, bodies);
    }
  }
  return citations.map((citation) => {
    if (citation.body !== null || !/^(?:resolution|decision|recommendation)$/.test(citation.kind)) return citation;
    const bodies = [...(known.get(keysOf(citation).at(-1) ?? '') ?? [])];
    return bodies.length === 1 ? { ...citation, body: bodies[0] ?? null } : citation;
  });
}

/** The citations in one line. Finders that come first have the words they claim. */
export function citationsIn(scanned: Scanned, context: CitationContext): Citation[] {
  const all: Found[] = [
    ...instrumentCitations(scanned, context),
    ...laterAssemblyCitations(scanned),
    ...documentCitations(scanned),
    ...questionCitations(scanned),
    ...provisionCitations(scanned),
    ...articleCitations(scanned),
    ...actionLineCitations(scanned),
    ...goalCitations(scanned),
    ...clauseCitations(scanned, context),
  ];
  const claim = claims(scanned.text.length);
  const kept = all.filter((one) => claim([one]));
  return kept.sort((left, right) => left.from - right.from).map(({ citation }) => citation);
}
