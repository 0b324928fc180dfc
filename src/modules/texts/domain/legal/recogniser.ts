/** Recognises a resolution, decision or recommendation that stands alone, clean or with changes. */
import { type Recogniser } from '#formats/document/index.ts';
import type { Finding, LegalText } from '#kernel/reading/index.ts';
import { evidenceOf } from '../flattened/facts.ts';
import { mendedPassages, partsOf } from '../final-acts/converted.ts';
import { lintFile, lintText } from '../lint/lint.ts';
import { wordsOf, type Passage } from '../words/passages.ts';
import { assemble } from './assemble.ts';
import { changesOf } from './changes.ts';
import { allClauses, allSections, type DraftText } from './draft.ts';
import { notesByLine, notesIn } from './footnotes.ts';
import { isInstrumentHeading, sectionHeading } from './headings.ts';
import { isOpening, parseText } from './parse.ts';
import { openingVerb } from './vocabulary.ts';
import { identityOf } from '../register/identity.ts';
import { knownOf, witnessFindings } from '../witness/known.ts';
import { wholeLines } from './whole-lines.ts';

/** A text of which only the heading is known. */
const nothing: LegalText = { heading: null, title: null, opening: null, sections: [], annexes: [], footnotes: [] };

/** How far into a document the heading of its only text may stand, in passages: letterhead, contents, notices. */
const farthestHeading = 60;

export const instrumentRecogniser: Recogniser<LegalText> = {
  kind: 'instrument',
  suits(source) {
    const { passages } = wholeLines(source);
    const start = startOf(passages);
    const heading = passages.slice(start, start + 1).some(isInstrumentHeading);
    const opening = passages.slice(start, start + 6).some(isOpening);
    const sections = countSections(passages.slice(start, start + 400));
    const score = Math.min(0.95, (heading ? 0.4 : 0) + (opening ? 0.25 : 0) + Math.min(0.4, sections * 0.1));
    const signs = [
      heading ? 'the heading of a resolution, decision or recommendation' : null,
      opening ? 'the words of the body that speaks' : null,
      sections > 0 ? `${sections} sections such as "considering" and "resolves"` : null,
    ].filter((sign) => sign !== null);
    return { score, why: signs.length === 0 ? 'No heading, opening or section of a legal text.' : signs.join(', ') };
  },
  recognise(source) {
    const { passages: whole, linesOf } = wholeLines(source);
    const { passages, findings: onWords } = mendedPassages(source, whole);
    const { passages: body, footnotes, findings: onParts } = partsOf(source, passages.slice(startOf(passages)));
    const evidence = evidenceOf(passages);
    const { draft, left } = parseText(body);
    const about = draft.heading === null ? null : identityOf({ ...nothing, heading: wordsOf(draft.heading) });
    const changes = changesOf(draft, null, evidence, about === null ? null : knownOf(source.known, about));
    const first = body[0]?.line ?? 1;
    const last = body.at(-1)?.lastLine ?? first;
    const notes = notesIn(notesByLine(source.document), [first, last]);
    const record = assemble(draft, changes.reader, { ...notes, footnotes: [...notes.footnotes, ...footnotes] });
    return {
      record,
      placed: linesOf(placedIn(draft)),
      findings: [
        ...onWords,
        ...onParts,
        ...witnessFindings(changes.witness, first),
        ...lintText(record, { read: { draft, changes } }),
        ...lintFile({ ...source, passages: body, evidence, left }),
      ].sort(byLine),
    };
  },
};

const byLine = (one: Finding, other: Finding): number => (one.lines?.[0] ?? 0) - (other.lines?.[0] ?? 0);

/** Index of the heading of the text, or of the first line where there is none. */
function startOf(passages: readonly Passage[]): number {
  const head = passages.slice(0, farthestHeading);
  const heading = head.findIndex(isInstrumentHeading);
  if (heading >= 0) return heading;
  const opening = head.findIndex(isOpening);
  if (opening >= 0) return Math.max(0, opening - 2);
  return Math.max(
    0,
    head.findIndex((passage, index) => sectionHeading(passage, passages[index + 1]) !== null),
  );
}

function countSections(passages: readonly Passage[]): number {
  const headings = passages.filter((passage, index) => sectionHeading(passage, passages[index + 1]) !== null).length;
  if (headings > 0) return headings;
  return passages.filter((passage) => {
    const verb = openingVerb(wordsOf(passage).replace(/^\s*\(?\d{1,3}[.)]?\s+/, ''));
    return verb !== null && verb.known;
  }).length;
}

/** The lines whose words stand in the text. */
export function placedIn(draft: DraftText): Set<number> {
  const placed = new Set<number>();
  const place = (passages: readonly Passage[]): void => {
    for (const passage of passages) {
      placed.add(passage.line);
      for (const line of passage.otherLines) placed.add(line);
    }
  };
  if (draft.heading !== null) place([draft.heading]);
  place([...draft.title, ...draft.opening]);
  for (const annex of draft.annexes) place([annex.heading, ...annex.title]);
  for (const section of allSections(draft)) {
    if (section.heading !== null) place([section.heading]);
    for (const clause of allClauses(section.clauses)) place([clause.passage]);
  }
  return placed;
}
