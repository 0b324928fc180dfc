/** Texts of which one is printed as a part only: a proposal on an annex is about that annex, not about what it leaves out. */
import type { LegalText } from '#kernel/reading/index.ts';
import { alignTexts } from './align.ts';

/** Both texts, of which a whole one is cut to the annexes that the other prints, where that prints nothing else. */
export function inPrintedParts(from: LegalText, to: LegalText): { from: LegalText; to: LegalText } {
  if (printsAnnexesOnly(from) === printsAnnexesOnly(to)) return { from, to };
  return printsAnnexesOnly(to) ? { from: cut(from, to), to } : { from, to: cut(to, from) };
}

function printsAnnexesOnly({ heading, opening, sections, annexes }: LegalText): boolean {
  return heading === null && opening === null && sections.length === 0 && annexes.length > 0;
}

/** Only the annexes of a whole text that a part prints; the whole where it has none of them. */
function cut(whole: LegalText, part: LegalText): LegalText {
  const kept = new Set(alignTexts(whole, part).annexes.flatMap(({ from, to }) => (to === null ? [] : [from])));
  const annexes = whole.annexes.filter((_, index) => kept.has(index));
  if (annexes.length === 0) return whole;
  return {
    heading: null,
    title: part.title,
    opening: null,
    sections: [],
    annexes,
    footnotes: part.footnotes.length === 0 ? [] : whole.footnotes,
  };
}
