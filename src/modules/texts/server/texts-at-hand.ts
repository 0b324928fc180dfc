import type { KnownTexts } from '#formats/document/index.ts';
import type { AnyRecord, Clause, LegalText } from '#kernel/reading/index.ts';
import { audienceOf } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { identityOf, nameOfInstrument, targetsOf, type Identity } from '../domain/register/identity.ts';
import { listInstruments, revisionsOf } from '../store/instruments.ts';

/**
 * The texts of the register, as far as the viewer may see them, that help to read a document again: those of the
 * instruments that it changes without revision marks. `null` where there are none.
 */
export async function textsAtHand(context: Context, record: AnyRecord): Promise<KnownTexts | null> {
  const about = new Set(unmarkedIn(record).map(nameOfInstrument));
  if (about.size === 0) return null;
  const audience = audienceOf(context.viewer);
  const named = (await listInstruments(context.db, audience)).filter(
    (one) => one.texts > 0 && about.has(nameOfInstrument(one)),
  );
  const revisions = await Promise.all(named.map(({ id }) => revisionsOf(context.db, audience, id)));
  const texts = revisions.flat().flatMap(({ text }): LegalText[] => (text === null ? [] : [text]));
  // Whose text it is, which revision is the base and which came later, the document says.
  return texts.length === 0 ? null : { base: texts, adopted: texts };
}

/** The instruments whose changes are not written in marks: these are read with more or less certainty. */
function unmarkedIn(record: AnyRecord): Identity[] {
  if ('proposals' in record) {
    return targetsOf(record.proposals)
      .filter(({ proposal }) => proposal.action === 'MOD' && !proposal.target.isNew && isUnmarked(proposal.text))
      .map(({ identity }) => identity);
  }
  if (!('footnotes' in record) || !isUnmarked(record) || everyClause(record).every(isKept)) return [];
  const identity = identityOf(record);
  return identity === null ? [] : [identity];
}

/** Some clause is doubtful, or no change shows at all. */
function isUnmarked(text: LegalText | null): boolean {
  if (text === null) return false;
  const clauses = everyClause(text);
  return clauses.some((clause) => clause.certainty !== 'sure') || clauses.every(isKept);
}

const isKept = (clause: Clause): boolean => clause.status === 'kept' && clause.certainty === 'sure';

function everyClause(text: LegalText): Clause[] {
  const all = (clauses: readonly Clause[]): Clause[] => clauses.flatMap((clause) => [clause, ...all(clause.children)]);
  return [...text.sections, ...text.annexes.flatMap((annex) => annex.sections)].flatMap(({ clauses }) => all(clauses));
}
