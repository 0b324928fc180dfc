/** Findings on a text that stands alone. */
import type { Finding, LegalText } from '#kernel/reading/index.ts';
import { misspeltPlaces, unlikelyRevisions } from '../findings/names.ts';
import { textFindings } from '../findings/text.ts';
import type { Evidence } from '../flattened/evidence.ts';
import type { Passage } from '../words/passages.ts';
import type { Changes } from './changes.ts';
import { isSeparator } from './headings.ts';

/** All findings on a lone text, in the order of its lines. `left` are the lines after its end, `onNotes` those on its footnotes. */
export function instrumentFindings(
  text: LegalText,
  changes: Changes,
  left: readonly Passage[],
  passages: readonly Passage[],
  evidence: Evidence,
  onNotes: readonly Finding[],
): Finding[] {
  const missing: Finding[] = [];
  if (text.heading === null) missing.push(missingPart('heading-missing', 'No line names the text ("RESOLUTION 5 …").'));
  if (text.opening === null) missing.push(missingPart('opening-missing', 'No line says which body speaks.'));
  return [
    ...missing,
    ...textFindings(text, changes),
    ...onNotes,
    ...unlikelyRevisions(passages, evidence),
    ...misspeltPlaces(passages, evidence),
    ...orphanTail(left),
  ].sort((one, other) => (one.lines?.[0] ?? 0) - (other.lines?.[0] ?? 0));
}

function missingPart(rule: string, message: string): Finding {
  return { rule, level: 'info', lines: null, message };
}

/** Lines that stand after the end of a text and belong to no part of it. */
export function orphanTail(left: readonly Passage[]): Finding[] {
  const strays = left.filter((passage) => !isSeparator(passage.printed));
  const first = strays[0];
  const last = strays.at(-1);
  if (first === undefined || last === undefined) return [];
  return [
    {
      rule: 'orphan-tail',
      level: 'info',
      lines: [first.line, last.line],
      message: `${strays.length === 1 ? 'One line stands' : `${strays.length} lines stand`} after the end of the text and could not be placed.`,
    },
  ];
}
