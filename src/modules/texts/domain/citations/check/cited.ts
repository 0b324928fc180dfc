/** Which known instrument a citation means. */
import type { Certainty, Citation } from '#kernel/reading/index.ts';
import type { CitingDocument } from './citing.ts';
import { sameRevision, type KnownInstrument, type KnownTexts } from './known.ts';

/**
 * The instrument that is cited, where only one can be meant. A citation that names no body means an instrument one of
 * whose revisions it names, or whose body is known to have met there and then, or else one of the body that speaks;
 * `null` where none of that is known.
 */
export function citedInstrument(
  citation: Citation,
  known: KnownTexts,
  document: CitingDocument,
): { instrument: KnownInstrument; certainty: Certainty } | null {
  const fitting = known.named(citation.kind, citation.number).flatMap((instrument) => {
    const certainty = fit(citation, instrument, known, document);
    return certainty === null ? [] : [{ instrument, certainty }];
  });
  const sure = fitting.filter(({ certainty }) => certainty === 'sure');
  const [one, ...others] = sure.length > 0 ? sure : fitting;
  return one === undefined || others.length > 0 ? null : one;
}

function fit(
  citation: Citation,
  instrument: KnownInstrument,
  known: KnownTexts,
  document: CitingDocument,
): Certainty | null {
  const { body, revision } = citation;
  const isSpeaker = document.speaker !== null && document.speaker === instrument.body;
  if (body !== null && instrument.body !== null && body !== instrument.code) return null;
  const named = revision !== null && revision.place !== '' ? revision : null;
  if (isSpeaker && isOwn(citation, document)) return 'sure';
  if (named !== null && instrument.revisions.some((one) => sameRevision(one.revision, named))) return 'sure';
  if (body !== null && body === instrument.code) return 'sure';
  if (named === null || body !== null) return null;
  if (known.hasMet(instrument.body, named)) return 'likely';
  // A body that cites a text without saying whose it is means its own, unless others are known to have met there.
  const others = known.calendar.some((one) => sameRevision(one, named));
  return isSpeaker && !others ? 'guess' : null;
}

/** "Resolution 5 (…) of this Assembly". */
function isOwn({ line, text }: Citation, { words }: CitingDocument): boolean {
  const at = words(line).indexOf(text);
  const after = at < 0 ? '' : words(line).slice(at + text.length, at + text.length + 60);
  return /^[\s,]*(?:of|by)\s+this\s+(?:conference|assembly|congress|council)\b/iu.test(after);
}
