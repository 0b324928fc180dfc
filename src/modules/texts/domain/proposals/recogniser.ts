/** Recognises contributions to a conference: documents with code lines such as "MOD<tab>XYZ/12A1/3". */
import { type Bookmark, type Recogniser, type Source } from '#formats/document/index.ts';
import type { Finding, LegalText, Proposal, ProposalsRecord, Revision } from '#kernel/reading/index.ts';
import type { Evidence } from '../flattened/evidence.ts';
import { evidenceOf } from '../flattened/facts.ts';
import { assemble, wordsOfBoth } from '../legal/assemble.ts';
import { changesOf, type Changes } from '../legal/changes.ts';
import type { DraftText } from '../legal/draft.ts';
import { notesByLine, notesIn } from '../legal/footnotes.ts';
import { parseText } from '../legal/parse.ts';
import { placedIn } from '../legal/recogniser.ts';
import { bodyOf } from '../register/identity.ts';
import { wholeLines } from '../legal/whole-lines.ts';
import { lintContribution } from '../lint/lint.ts';
import { wordsOf, type Passage } from '../words/passages.ts';
import { revisionIn } from '../words/revision.ts';
import { boundsOf, codesIn, rangeOf, type Bounds } from './bounds.ts';
import type { ReadProposal } from './read.ts';
import { knownOf, witnessFindings, type KnownOfInstrument } from '../witness/known.ts';
import { targetOf } from './target.ts';

export const proposalsRecogniser: Recogniser<ProposalsRecord> = {
  kind: 'proposals',
  suits(source) {
    const codes = codesIn(wholeLines(source).passages).length;
    return codes === 0
      ? { score: 0, why: 'No line like "MOD XYZ/12A1/3" begins a proposal.' }
      : { score: 1, why: `${codes} lines like "MOD XYZ/12A1/3" begin proposals.` };
  },
  recognise(source) {
    const { passages, linesOf: allLinesOf } = wholeLines(source);
    const evidence = evidenceOf(passages);
    const notes = notesByLine(source.document);
    const bounds = boundsOf(passages);
    const read = bounds.map((one) => readProposal(one, passages, evidence, notes, source));
    const placed = new Set<number>();
    for (const one of read) placeProposal(one, placed);
    const first = bounds[0]?.code;
    const record: ProposalsRecord = {
      document: {
        proponent: first?.proponent ?? null,
        number: first?.document ?? null,
        addendum: first?.addendum ?? null,
      },
      proposals: read.map((one) => one.proposal),
    };
    const file = { ...source, passages, evidence, left: [] };
    const onKnown = read.flatMap(({ changes, bounds }) => witnessFindings(changes.witness, bounds.codeLine));
    const findings = [...onKnown, ...lintContribution(record, { read, file })];
    return { record, placed: allLinesOf(placed), findings: findings.sort(byLine) };
  },
};

const byLine = (one: Finding, other: Finding): number => (one.lines?.[0] ?? 0) - (other.lines?.[0] ?? 0);

function readProposal(
  bounds: Bounds,
  passages: readonly Passage[],
  evidence: Evidence,
  notes: ReturnType<typeof notesByLine>,
  { document, known }: Source,
): ReadProposal {
  const { code, body } = bounds;
  const { draft, left: strays } = parseText(body);
  const left = [...strays, ...bounds.after];
  const target = targetOf(body, code, passagesBefore(passages, bounds.codeLine));
  const changes = changesOf(draft, code.action, evidence, target === null ? null : knownOfTarget(known, target, draft));
  const lines = linesOf(bounds, left);
  const bodyRange = rangeOf(body);
  const found = bodyRange === null ? { footnotes: [], dropped: [] } : notesIn(notes, bodyRange);
  const text = code.action === 'NOC' ? null : assemble(draft, changes.reader, found);
  const treaty = target !== null && target.number === null && target.part === null;
  const proposal: Proposal = {
    serial: code.serial,
    reference: code.reference,
    externalId: code.externalId,
    bookmark: bookmarkIn(document.bookmarks, lines),
    action: code.action,
    target: target ?? { kind: 'resolution', number: null, part: null, isNew: code.action === 'ADD' },
    title: titleOf(draft, changes, code.action, treaty),
    revision: revisionsOf(draft, changes, code.action),
    parts: {
      summary: rangeOf(bounds.summary),
      introduction: rangeOf(bounds.introduction),
      proposal: rangeOf(bounds.proposal),
      reasons: rangeOf(bounds.reasons),
    },
    text: text === null || isEmpty(text) ? null : text,
    plan: null,
    lines,
  };
  return {
    proposal,
    bounds,
    draft,
    changes,
    left,
    targeted: target !== null,
  };
}

/** The known texts of the instrument that a proposal is about. */
function knownOfTarget(
  known: Source['known'],
  { kind, number, isNew }: Proposal['target'],
  { opening: [opening] }: DraftText,
): KnownOfInstrument | null {
  if (isNew) return null;
  const body = opening === undefined ? null : bodyOf(wordsOf(opening));
  return knownOf(known, { kind, number: number === null ? null : String(number), revision: null, body });
}

function isEmpty(text: LegalText): boolean {
  return text.heading === null && text.title === null && text.sections.length === 0 && text.annexes.length === 0;
}

/** Passages before a line, for the treaty that an article belongs to. */
function passagesBefore(passages: readonly Passage[], line: number): readonly Passage[] {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return passages.slice(Math.max(0, low - 200), low);
}

function linesOf(bounds: Bounds, left: readonly Passage[]): [number, number] {
  const strays = new Set(left.map((passage) => passage.line));
  const inside = [
    ...bounds.summary,
    ...bounds.introduction,
    ...bounds.proposal,
    ...bounds.body.filter((passage) => !strays.has(passage.line)),
    ...bounds.reasons,
  ];
  const last = inside.reduce((most, { lastLine }) => Math.max(most, lastLine), bounds.codeLine);
  const first = inside.reduce((least, { line }) => Math.min(least, line), bounds.codeLine);
  return [first, last];
}

/** Word's own bookmarks begin with an underscore; the first other one names the proposal. */
function bookmarkIn(bookmarks: readonly Bookmark[], [first, last]: [number, number]): string | null {
  return bookmarks.find(({ name, line }) => line >= first && line <= last && !name.startsWith('_'))?.name ?? null;
}

function titleOf(draft: DraftText, changes: Changes, action: Proposal['action'], treaty: boolean): Proposal['title'] {
  const lines = treaty && draft.heading !== null ? [draft.heading, ...draft.title] : draft.title;
  const { before, after } = wordsOfBoth(lines, changes.reader);
  if (action === 'SUP') return { before: before ?? after, after: null };
  if (action === 'ADD') return { before: null, after: after ?? before };
  return { before, after };
}

function revisionsOf(
  draft: DraftText,
  changes: Changes,
  action: Proposal['action'],
): { before: Revision | null; after: Revision | null } {
  const heads = [draft.heading, ...draft.opening, ...draft.annexes.slice(0, 1).map((annex) => annex.heading)];
  let before: Revision | null = null;
  let after: Revision | null = null;
  for (const head of heads) {
    if (head === null) continue;
    const words = wordsOfBoth([head], changes.reader);
    before ??= words.before === null ? null : revisionIn(words.before);
    after ??= words.after === null ? null : revisionIn(words.after);
  }
  if (action === 'ADD') return { before: null, after };
  if (action === 'SUP') return { before: before ?? after, after: null };
  return { before, after };
}

/** Lines whose words are in the record, or that a part's range covers. */
function placeProposal({ bounds, draft, proposal }: ReadProposal, placed: Set<number>): void {
  const place = (passages: readonly Passage[]): void => {
    for (const passage of passages) placed.add(passage.line);
  };
  placed.add(bounds.codeLine);
  place([...bounds.summary, ...bounds.introduction, ...bounds.proposal, ...bounds.reasons]);
  if (proposal.text !== null) for (const line of placedIn(draft)) placed.add(line);
  else place([...(draft.heading === null ? [] : [draft.heading]), ...draft.title, ...draft.opening]);
}
