/** Shorthands for tests: what the recognisers of this module understand of a source. */
import type { Recognition, Source } from '#formats/document/index.ts';
import type { Clause, LegalText, ProposalsRecord } from '#kernel/reading/index.ts';
import { instrumentRecogniser } from '../legal/recogniser.ts';
import { proposalsRecogniser } from '../proposals/recogniser.ts';

export function readProposals(source: Source): Recognition<ProposalsRecord> {
  return proposalsRecogniser.recognise(source);
}

export function readInstrument(source: Source): Recognition<LegalText> {
  return instrumentRecogniser.recognise(source);
}

/** "f)>g) changed: that the [-old-]{+new+} words" – a clause in one line. */
export function shown(clause: Clause): string {
  const words = clause.runs
    .map(({ text, change }) => (change === 'same' ? text : change === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
  return `${clause.label.before ?? '∅'}>${clause.label.after ?? '∅'} ${clause.status} ${clause.certainty}: ${words}`;
}

/** All clauses of a text in one list, sub-clauses after the clause they belong to. */
export function everyClause(text: LegalText | null | undefined): Clause[] {
  const all = (clauses: readonly Clause[]): Clause[] => clauses.flatMap((clause) => [clause, ...all(clause.children)]);
  if (text === null || text === undefined) return [];
  return [...text.sections, ...text.annexes.flatMap((annex) => annex.sections)].flatMap((section) =>
    all(section.clauses),
  );
}
