/** Which known instrument a citation means. */
import type { Certainty, Citation } from '#kernel/reading/index.ts';
import { sameRevision, type KnownInstrument, type KnownTexts } from './known.ts';

/**
 * The instrument that is cited, where only one can be meant. A citation that names no body means an instrument one of
 * whose revisions it names, or whose body is known to have met there and then; `null` where that is not known.
 */
export function citedInstrument(
  citation: Citation,
  known: KnownTexts,
): { instrument: KnownInstrument; certainty: Certainty } | null {
  const fitting = known.named(citation.kind, citation.number).flatMap((instrument) => {
    const certainty = fit(citation, instrument, known);
    return certainty === null ? [] : [{ instrument, certainty }];
  });
  const sure = fitting.filter(({ certainty }) => certainty === 'sure');
  const [one, ...others] = sure.length > 0 ? sure : fitting;
  return one === undefined || others.length > 0 ? null : one;
}

function fit({ body, revision }: Citation, instrument: KnownInstrument, known: KnownTexts): Certainty | null {
  if (body !== null && instrument.body !== null && body !== instrument.code) return null;
  const named = revision !== null && revision.place !== '' ? revision : null;
  if (named !== null && instrument.revisions.some((one) => sameRevision(one.revision, named))) return 'sure';
  if (body !== null && body === instrument.code) return 'sure';
  if (named !== null && known.hasMet(instrument.body, named)) return 'likely';
  return null;
}
