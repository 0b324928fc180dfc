/**
 * Recognises a collection of adopted texts, such as the final acts of a conference: two or more resolutions, decisions
 * or recommendations, each whole, one after the other.
 */
import type { Recogniser, Source } from '#formats/document/index.ts';
import type { Finding, Footnote, InstrumentsRecord, LegalText } from '#kernel/reading/index.ts';
import { evidenceOf } from '../flattened/facts.ts';
import type { Evidence } from '../flattened/evidence.ts';
import { assemble } from '../legal/assemble.ts';
import { changesOf } from '../legal/changes.ts';
import { notesByLine, notesIn } from '../legal/footnotes.ts';
import { parseText } from '../legal/parse.ts';
import { placedIn } from '../legal/recogniser.ts';
import { wholeLines } from '../legal/whole-lines.ts';
import { lintFile, lintText } from '../lint/lint.ts';
import { identityOf, nameOfInstrument } from '../register/identity.ts';
import type { Passage } from '../words/passages.ts';
import { mendedPassages, partsOf } from './converted.ts';
import { stretchesOf, type Stretch } from './stretches.ts';

export const finalActsRecogniser: Recogniser<InstrumentsRecord> = {
  kind: 'instruments',
  suits(source) {
    const { passages } = wholeLines(source);
    const { texts } = stretchesOf(passages);
    if (texts.length < 2) return { score: 0, why: 'Not two texts with heading and opening, one after the other.' };
    const inside = texts.reduce((sum, text) => sum + text.passages.length, 0);
    // A report may print a few resolutions; a collection holds little else.
    const score = inside >= passages.length * 0.6 ? 1 : 0.6;
    return { score, why: `${texts.length} texts, each with heading and opening or sections` };
  },
  recognise(source) {
    const { passages, linesOf } = wholeLines(source);
    const { passages: mended, findings: onWords } = mendedPassages(source, passages);
    const { texts } = stretchesOf(mended);
    const evidence = evidenceOf(mended);
    const notes = notesByLine(source.document);
    const read = texts.map((text) => readText(text, source, evidence, notes));
    const placed = new Set(read.flatMap((one) => [...one.placed]));
    const findings = [
      ...onWords,
      ...read.flatMap((one) => one.findings),
      ...lintFile({ ...source, passages: mended, evidence, left: read.flatMap((one) => one.left) }),
      ...repeated(read.map((one) => one.text)),
    ];
    return { record: { texts: read.map((one) => one.text) }, placed: linesOf(placed), findings: findings.sort(byLine) };
  },
};

const byLine = (one: Finding, other: Finding): number => (one.lines?.[0] ?? 0) - (other.lines?.[0] ?? 0);

interface ReadText {
  text: LegalText;
  /** What stands after its end. */
  left: readonly Passage[];
  placed: Set<number>;
  findings: Finding[];
}

function readText(
  { passages }: Stretch,
  source: Source,
  evidence: Evidence,
  notes: ReturnType<typeof notesByLine>,
): ReadText {
  const apart = partsOf(source, passages);
  const { draft, left } = parseText(apart.passages);
  const changes = changesOf(draft, null, evidence);
  const first = passages[0]?.line ?? 1;
  const last = passages.at(-1)?.lastLine ?? first;
  const found = notesIn(notes, [first, last]);
  const text = assemble(draft, changes.reader, {
    footnotes: inOrder([...found.footnotes, ...apart.footnotes]),
    dropped: found.dropped,
  });
  const findings = [...apart.findings, ...lintText(text, { read: { draft, changes } })];
  // Of one text among many a finding without a line says nothing.
  const placedFindings = findings.map((one): Finding => ({ ...one, lines: one.lines ?? [first, first] }));
  return { text, left, placed: placedIn(draft), findings: placedFindings };
}

const inOrder = (notes: readonly Footnote[]): Footnote[] => [...notes].sort((one, other) => one.line - other.line);

/** One instrument twice in a collection: one of the two headings is wrong, or one text is a draft of the other. */
function repeated(texts: readonly LegalText[]): Finding[] {
  const seen = new Map<string, number>();
  return texts.flatMap((text): Finding[] => {
    const identity = identityOf(text);
    const line = text.sections[0]?.line ?? text.annexes[0]?.line ?? null;
    if (identity === null) {
      const message =
        'The heading does not say which instrument this text is; it cannot enter the register as it stands.';
      return [{ rule: 'text-unnamed', level: 'warning', lines: line === null ? null : [line, line], message }];
    }
    const name = nameOfInstrument(identity);
    const known = seen.get(name);
    seen.set(name, line ?? 1);
    if (known === undefined) return [];
    const message = `${name} stands twice in the collection.`;
    return [{ rule: 'text-twice', level: 'warning', lines: [known, Math.max(known, line ?? known)], message }];
  });
}
