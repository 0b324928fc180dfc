/**
 * Suppressions that final acts tell: "LIST OF RESOLUTIONS ABROGATED BY THE PLENIPOTENTIARY CONFERENCE (PLACE, 2018)" with
 * the instruments under it. Converters run such lists into the text before or after them.
 */
import type { InstrumentKind, LegalText, Revision } from '#kernel/reading/index.ts';
import { addressedClauses } from '../register/paths.ts';
import { properName, revisionIn } from '../words/revision.ts';

export interface Suppression {
  kind: InstrumentKind;
  number: string;
  /** The revision that was suppressed, where the list names it. */
  revision: Revision | null;
  /** As printed, in whatever capitals. */
  body: string;
  place: string;
  year: number;
}

const list =
  /\b(?:RESOLUTIONS?|DECISIONS?|RECOMMENDATIONS?)\s+(?:ABROGATED|SUPPRESSED|REPEALED)\s+BY\s+THE\s+([^().;]{3,120}?)\s*\(\s*([^(),]{2,40}?)\s*,\s*((?:19|20)\d\d)\s*\)/giu;
const listed = /\b(RESOLUTION|DECISION|RECOMMENDATION)\s+(\d{1,4})\s*(\([^()]{4,60}\))/gu;
/** Where the next part of the collection begins. */
const nextPart = /\bPART\s+(?:[IVX]+|\d+)\b/u;

/** The suppressions told within a text; nothing where no list says so. */
export function suppressionsIn(text: LegalText): Suppression[] {
  const words = addressedClauses(text)
    .map(({ clause }) => clause.after ?? '')
    .join('\n');
  const heads = [...words.matchAll(list)];
  return heads.flatMap((head, index) => {
    const [whole, body = '', place = '', year = ''] = head;
    const rest = words.slice(head.index + whole.length, heads[index + 1]?.index);
    const end = nextPart.exec(rest)?.index ?? rest.length;
    return [...rest.slice(0, end).matchAll(listed)].map(([, kind = '', number = '', revision = '']) => ({
      kind: kind.toLowerCase() as InstrumentKind,
      number,
      revision: revisionIn(revision),
      body,
      place: properName(place),
      year: Number(year),
    }));
  });
}
