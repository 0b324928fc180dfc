import { fold } from '#formats/document/index.ts';
import { refuse } from '#kernel/problem.ts';
import type { InstrumentsRecord, LegalText } from '#kernel/reading/index.ts';
import type { Accepted, Origin } from '#kernel/register.ts';
import { mustMay, together, type Context } from '#modules/access/server/index.ts';
import { identityOf, nameOfInstrument, nameOfRevision, type Identity } from '../domain/register/identity.ts';
import { addressedClauses } from '../domain/register/paths.ts';
import { sideOfText } from '../domain/register/sides.ts';
import { findRevision } from '../store/instruments.ts';
import { enterText } from './accept-instrument.ts';
import { instrumentOf } from './known-texts.ts';

/** Problems that are named one by one; of more only the number is told. */
const mostNamed = 8;

/**
 * Writes the texts of a collection, each as a revision of its instrument: all of them or none; the first stands for all. A text that the register
 * has already, word for word, is left as it is, and that is told.
 * @throws Refusal `texts-in-question` that names every text without an instrument, and every one that the register has
 * with other words; `revision-known` when it has them all
 */
export async function acceptInstruments(
  context: Context,
  { texts }: InstrumentsRecord,
  origin: Origin,
): Promise<Accepted> {
  mustMay(context, 'accept-readings');
  return together(context, async (context) => {
    const entered: Accepted[] = [];
    const problems: string[] = [];
    const told: string[] = [];
    for (const [index, text] of texts.entries()) {
      const identity = identityOf(text);
      if (identity === null) {
        problems.push(`text ${index + 1} ("${text.heading ?? text.title ?? 'no heading'}") names no instrument`);
        continue;
      }
      const known = await knownText(context, text, identity, origin);
      if (known === null) entered.push(await enterText(context, text, identity, origin));
      else if (isSameText(known, sideOfText(text, 'proposed'))) told.push(`${nameOf(identity)} was in the register.`);
      else problems.push(`the register has ${nameOf(identity)} with other words`);
    }
    if (problems.length > 0) refuseTexts(problems);
    const [first, ...others] = entered;
    if (first === undefined) {
      refuse('revision-known', 'The register has all these texts already.', 'Lay this reading aside.');
    }
    return {
      main: first.main,
      others: [...first.others, ...others.flatMap((one) => [one.main, ...one.others])],
      ties: entered.flatMap((one) => one.ties),
      told,
    };
  });
}

function refuseTexts(problems: readonly string[]): never {
  const more = problems.length - mostNamed;
  const named = problems.slice(0, mostNamed).join('; ');
  refuse(
    'texts-in-question',
    `Nothing was accepted: ${named}${more > 0 ? `; and ${more} more` : ''}.`,
    'Correct the headings, or take these texts out of the reading, then accept the others.',
  );
}

async function knownText(
  context: Context,
  text: LegalText,
  identity: Identity,
  origin: Origin,
): Promise<LegalText | null> {
  const instrument = await instrumentOf(context, identity, text.title, origin);
  const { revision } = identity;
  return (await findRevision(context.db, instrument.id, revision?.place ?? null, revision?.year ?? null))?.text ?? null;
}

const nameOf = (identity: Identity): string =>
  `${nameOfInstrument(identity)}${identity.revision === null ? '' : ` ${nameOfRevision(identity.revision)}`}`;

/** Two clean texts of the same words, wherever in their files they stood. */
function isSameText(one: LegalText, other: LegalText): boolean {
  return wordsOf(one) === wordsOf(other);
}

function wordsOf(text: LegalText): string {
  const clauses = addressedClauses(text).map(({ path, clause }) => `${path} ${clause.after ?? ''}`);
  const annexes = text.annexes.map(({ heading, title }) => `${heading} ${title ?? ''}`);
  const notes = text.footnotes.map((note) => note.text);
  return fold([text.title ?? '', text.opening ?? '', ...clauses, ...annexes, ...notes].join('\n'));
}
