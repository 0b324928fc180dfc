/** Chooses how the changes of a text are read: by its marks, as flattened, as wholly new, as suppressed. */
import type { ProposalAction } from '#kernel/reading/index.ts';
import type { TextYears } from '../flattened/dated.ts';
import type { Evidence } from '../flattened/evidence.ts';
import { flattenedReader, isFlattened, type SeamNote } from '../flattened/reader.ts';
import { revisionSeams } from '../flattened/names.ts';
import { runsWith } from '../flattened/seams.ts';
import { wordsOf } from '../words/passages.ts';
import { baseOf, proposedOf } from '../words/runs.ts';
import { revisionIn } from '../words/revision.ts';
import { witnessFor, type KnownOfInstrument, type WitnessUse } from '../witness/known.ts';
import { added, marked, removed, type ChangeReader } from './assemble.ts';
import { allClauses, allSections, type DraftText } from './draft.ts';

export interface Changes {
  reader: ChangeReader;
  mode: 'marked' | 'unmarked' | 'flattened' | 'added' | 'removed';
  /** What a reading without marks rests on; empty for the others. */
  notes: readonly SeamNote[];
  /** Lines of the headings that marks strike out: in the proposed text the list before goes on below them. */
  struckOut: ReadonlySet<number>;
  /** How texts that are known beside the document helped; absent where none is known. */
  witness?: WitnessUse;
}

const none: Pick<Changes, 'notes' | 'struckOut'> = { notes: [], struckOut: new Set() };

/** `action` is what a proposal asks; `null` for a text that stands alone. */
export function changesOf(
  draft: DraftText,
  action: ProposalAction | null,
  evidence: Evidence,
  known: KnownOfInstrument | null = null,
): Changes {
  if (isMarked(draft)) return { ...none, reader: marked, mode: 'marked', struckOut: struckOutHeadings(draft) };
  if (action === 'ADD') return { ...none, reader: added, mode: 'added' };
  if (action === 'SUP') return { ...none, reader: removed, mode: 'removed' };
  const { witness, use } = witnessFor(draft, known, evidence);
  if (witness === null && !isFlattened(draft, evidence)) return { ...none, ...use, reader: marked, mode: 'unmarked' };
  const reader = flattenedReader(draft, evidence, yearsOf(draft, evidence), witness ?? undefined);
  return { ...none, ...use, reader, mode: 'flattened', notes: reader.notes };
}

function struckOutHeadings(draft: DraftText): Set<number> {
  const gone = allSections(draft).filter(({ heading }) => heading?.proposed === null && heading.base !== null);
  return new Set(gone.map((section) => section.line));
}

function isMarked(draft: DraftText): boolean {
  const heads = [draft.heading, ...draft.title, ...draft.opening, ...draft.annexes.map((annex) => annex.heading)];
  if (heads.some((passage) => passage?.revised === true)) return true;
  return allSections(draft).some((section) => {
    if (section.heading?.revised === true) return true;
    for (const clause of allClauses(section.clauses)) if (clause.passage.revised) return true;
    return false;
  });
}

/** The years of the two texts, from the heading, the opening or the heading of an annex. */
function yearsOf(draft: DraftText, evidence: Evidence): TextYears {
  const years: TextYears = { base: null, proposed: null };
  for (const passage of [draft.heading, ...draft.opening, ...draft.annexes.map((annex) => annex.heading)]) {
    if (passage === null) continue;
    const text = wordsOf(passage);
    const seams = revisionSeams(text, evidence);
    if (seams.length === 0) continue;
    const runs = runsWith(text, seams);
    years.base ??= revisionIn(baseOf(runs))?.year ?? null;
    years.proposed ??= revisionIn(proposedOf(runs))?.year ?? null;
  }
  return years;
}
