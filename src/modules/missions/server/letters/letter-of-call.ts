/** The letter of a call that came as a document: among the letters of its cycle, sent on the day that it prints. */
import { newId } from '#kernel/ids.ts';
import { printedDay } from '#kernel/dates.ts';
import type { MissionCallRecord } from '#kernel/reading/index.ts';
import type { Origin, Written } from '#kernel/register.ts';
import { freeSlug, remember, type Context } from '#modules/access/server/index.ts';
import { emptyQuery, type Audience } from '../../domain/letters/audience.ts';
import { insertLetter, type Letter } from '../../store/letters.ts';
import { letterWritten } from '../written.ts';

/**
 * Keeps the letter of a call with reference, day, signatory, audiences and enclosures as they are printed; the words
 * themselves stay in the document. Who got it the document does not say, so nobody is named as a recipient.
 * In the caller's transaction, which has asked the policy.
 * @param cycle id of the cycle
 */
export async function keepLetterOfCall(
  context: Context,
  letter: NonNullable<MissionCallRecord['letter']>,
  cycle: string,
  { visibility, parties, file }: Origin,
): Promise<Written> {
  const until = letter.deadline === null ? '' : `\n\nOffers were awaited until **${printedDay(letter.deadline)}**.`;
  const kept: Omit<Letter, 'version'> = {
    id: newId(context.now().getTime()),
    slug: await freeSlug(context.db, 'missions.letter', letter.subject),
    cycle,
    kind: 'circulation',
    content: {
      reference: letter.reference,
      date: letter.date === '' ? null : letter.date,
      subject: letter.subject,
      body: `The words of this letter stand in the document that it came in${file === undefined ? '' : `, ${file.name}`}.${until}`,
      footnotes: [],
      signatory: letter.signatory,
      role: '',
      to: letter.to.map(printed),
      cc: letter.cc.map(printed),
      enclosures: letter.enclosures.map((title) => ({ title, address: null })),
    },
    repliesTo: null,
    state: 'sent',
    clearedBy: null,
    clearedAt: null,
    sentAt: letter.date === '' ? context.now() : new Date(`${letter.date}T00:00:00Z`),
    frozen: [],
    visibility,
    parties: [...parties],
  };
  await insertLetter(context.db, kept);
  await remember(context, 'accepted', { kind: 'letter', id: kept.id }, { after: kept });
  return letterWritten(kept);
}

/** Printed words ask the directory nothing. */
const printed = (text: string): Audience => ({ text, query: emptyQuery });
