import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import type { LegalText, Revision as RevisionName } from '#kernel/reading/index.ts';
import type { Accepted, Origin, Tie, Written } from '#kernel/register.ts';
import { mustMay, remember, together, type Context } from '#modules/access/server/index.ts';
import { identityOf, nameOfInstrument, nameOfRevision, type Identity } from '../domain/register/identity.ts';
import { addressedClauses } from '../domain/register/paths.ts';
import { matchClauses, type MatchedClause } from '../domain/register/match.ts';
import { sideOfText } from '../domain/register/sides.ts';
import {
  clausesAfter,
  clausesBefore,
  fillRevision,
  findRevision,
  insertClauses,
  insertRevision,
  type ClauseText,
  type Instrument,
  type Revision,
} from '../store/instruments.ts';
import { suppressionsTold } from './in-force.ts';
import { instrumentOf, newRevision } from './known-texts.ts';
import { instrumentWritten, revisionWritten, wordsOf } from './written.ts';

/**
 * Writes a text that stands alone as a revision of its instrument, clause by clause; clauses that continue those of the
 * revision before keep their identity.
 * @throws Refusal `revision-known` when the register has the text of this revision already
 */
export async function acceptInstrument(
  context: Context,
  text: LegalText,
  origin: Origin,
  name: string,
): Promise<Accepted> {
  mustMay(context, 'accept-readings');
  return together(context, async (context) => {
    const identity = identityOf(text);
    if (identity === null) {
      refuse(
        'no-instrument',
        `The heading "${text.heading ?? name}" does not say which instrument this is.`,
        'Correct the heading, for example to "RESOLUTION 12 (Rev. Place, 2024)".',
      );
    }
    return enterText(context, text, identity, origin);
  });
}

/** Writes a text as a revision of the instrument that it names; the caller holds the transaction. */
export async function enterText(
  context: Context,
  text: LegalText,
  identity: Identity,
  origin: Origin,
): Promise<Accepted> {
  const instrument = await instrumentOf(context, identity, text.title, origin);
  const adopted = sideOfText(text, 'proposed');
  const revision = await writeText(context, instrument, identity.revision, adopted, origin);
  const lines: [number, number] = [text.sections[0]?.line ?? 1, text.sections.at(-1)?.line ?? 1];
  const main: Written = {
    ...revisionWritten(instrument, revision),
    body: wordsOf(adopted),
    passages: [{ field: 'text', lines }],
  };
  const clauses = await writeClauses(context, instrument, revision, adopted, origin);
  const whole = instrumentWritten(instrument);
  const suppressed = await suppressionsTold(context, adopted, identity, origin);
  return {
    main,
    others: [whole, ...clauses, ...suppressed.map(instrumentWritten)],
    ties: [
      { from: main, to: whole, type: 'revises', lines: null },
      ...clauses.map((from): Tie => ({ from, to: main, type: 'part-of', lines: from.passages[0]?.lines ?? null })),
    ],
  };
}

async function writeText(
  context: Context,
  instrument: Instrument,
  named: RevisionName | null,
  text: LegalText,
  origin: Origin,
): Promise<Revision> {
  const known = await findRevision(context.db, instrument.id, named?.place ?? null, named?.year ?? null);
  const filled = {
    text,
    title: text.title,
    source: origin.source,
    visibility: origin.visibility,
    parties: [...origin.parties],
  };
  if (known === null) {
    const revision = { ...(await newRevision(context, instrument, named, origin)), ...filled };
    await insertRevision(context.db, revision);
    await remember(context, 'accepted', { kind: 'revision', id: revision.id }, { after: { slug: revision.slug } });
    return { ...revision, version: 1 };
  }
  if (!(await fillRevision(context.db, known.id, filled))) {
    refuse(
      'revision-known',
      `The register has the text of ${nameOfInstrument(instrument)} ${named === null ? '' : nameOfRevision(named)} already.`,
      'Compare the two; lay this reading aside, or correct its heading.',
    );
  }
  await remember(
    context,
    'received its text',
    { kind: 'revision', id: known.id },
    { after: { source: origin.source } },
  );
  return { ...known, ...filled, version: known.version + 1 };
}

/** For each clause the permanent id of the clause of a neighbouring text that it is; `null` for a new one. */
function continued(neighbour: readonly ClauseText[], clauses: readonly MatchedClause[]): (string | null)[] {
  return matchClauses(neighbour, clauses).map((at) => (at === null ? null : (neighbour[at]?.clause ?? null)));
}

async function writeClauses(
  context: Context,
  instrument: Instrument,
  revision: Revision,
  text: LegalText,
  origin: Origin,
): Promise<Written[]> {
  const clauses = addressedClauses(text).map(({ path, section, clause }, position) => ({
    position,
    path,
    heading: section.heading,
    label: clause.label.after ?? '',
    words: clause.after ?? '',
    line: clause.line,
  }));
  const earlier = await clausesBefore(context.db, instrument.id, revision.year);
  const later = await clausesAfter(context.db, instrument.id, revision.year);
  const fromEarlier = continued(earlier, clauses);
  const known = new Set([...earlier.map(({ clause }) => clause), ...fromEarlier]);
  const fromLater = continued(later, clauses).map((clause) => (clause !== null && known.has(clause) ? null : clause));
  const rows = clauses.map((clause, index) => {
    const same = fromEarlier[index] ?? fromLater[index] ?? null;
    return { ...clause, clause: same ?? newId(context.now().getTime()), isNew: same === null };
  });
  await insertClauses(context.db, instrument.id, revision.id, rows);
  return rows.map((row) => ({
    kind: 'clause',
    id: row.clause,
    address: `/texts/${revision.slug}#${row.path}`,
    title: `${nameOfInstrument(instrument)}, ${row.heading ?? 'text'}${row.label === '' ? '' : ` ${row.label}`}`,
    body: row.words,
    year: revision.year,
    organisation: null,
    visibility: origin.visibility,
    parties: origin.parties,
    passages: [{ field: `text ${revision.slug}`, lines: [row.line, row.line] }],
  }));
}
