import { newId } from '#kernel/ids.ts';
import type { Proposal, ProposalsRecord } from '#kernel/reading/index.ts';
import type { Accepted, Origin, Tie, Written } from '#kernel/register.ts';
import { freeSlug, mustMay, remember, together, type Context } from '#modules/access/server/index.ts';
import { organisationNamed, organisationWritten } from '#modules/directory/server/index.ts';
import { destinationOf } from '../domain/bodies/conferences.ts';
import { nameOfInstrument, targetsOf, type Identity } from '../domain/register/identity.ts';
import { insertContribution, insertProposal } from '../store/proposals.ts';
import { bodyFor } from './bodies.ts';
import { instrumentOf, revisionOf } from './known-texts.ts';
import { instrumentWritten, revisionWritten, wordsOf } from './written.ts';

/** Writes a contribution with its proposals, and the instruments they are about, into the register. */
export async function acceptProposals(
  context: Context,
  record: ProposalsRecord,
  origin: Origin,
  name: string,
): Promise<Accepted> {
  mustMay(context, 'accept-readings');
  return together(context, async (context) => {
    const { proponent, number, addendum } = record.document;
    const code =
      number === null
        ? null
        : `${proponent === null ? '' : `${proponent}/`}${number}${addendum === null ? '' : `A${addendum}`}`;
    const title = code === null ? name : `Contribution ${code}`;
    // A source names its proponent by a code only; the directory learns the full name from people.
    const organisation =
      proponent === null ? null : await organisationNamed(context, { key: proponent, name: proponent });
    const contribution = {
      id: newId(context.now().getTime()),
      slug: await freeSlug(context.db, 'texts.contribution', code ?? name),
      proponent,
      number,
      addendum,
      title,
      source: origin.source,
      ...(await goesTo(context, record, origin)),
      visibility: origin.visibility,
      parties: [...origin.parties],
    };
    await insertContribution(context.db, contribution);
    await remember(
      context,
      'accepted',
      { kind: 'contribution', id: contribution.id },
      { after: { ...contribution, proposals: record.proposals.length } },
    );
    const main: Written = {
      kind: 'contribution',
      id: contribution.id,
      address: `/texts/contributions/${contribution.slug}`,
      title,
      body: record.proposals
        .map((proposal) => `${proposal.reference} ${proposal.title.after ?? proposal.title.before ?? ''}`)
        .join('\n'),
      year: newestYear(record.proposals),
      organisation: organisation?.id ?? null,
      visibility: origin.visibility,
      parties: origin.parties,
      passages: [],
    };
    const others: Written[] = organisation === null ? [] : [organisationWritten(organisation)];
    const ties: Tie[] = [];
    for (const { proposal, identity } of targetsOf(record.proposals)) {
      const within = { ...contribution, organisation: main.organisation };
      const written = await writeProposal(context, proposal, identity, within, origin);
      others.push(written.proposal, ...written.texts);
      ties.push({ from: written.proposal, to: main, type: 'part-of', lines: proposal.lines }, ...written.ties);
    }
    return { main, others: unique(others), ties };
  });
}

/** The conference that a contribution goes to. */
async function goesTo(context: Context, record: ProposalsRecord, origin: Origin) {
  const { body, place, year } = destinationOf(
    targetsOf(record.proposals).map(({ proposal, identity }) => ({ body: identity.body, ...proposal.revision })),
  );
  return { body: body === null ? null : (await bodyFor(context, body, origin)).id, place, year };
}

async function writeProposal(
  context: Context,
  proposal: Proposal,
  identity: Identity,
  contribution: { id: string; organisation: string | null },
  origin: Origin,
): Promise<{ proposal: Written; texts: Written[]; ties: Tie[] }> {
  const title = proposal.title.after ?? proposal.title.before;
  const instrument = proposal.target.isNew
    ? null
    : await instrumentOf(context, identity, proposal.title.before ?? title, origin);
  const base =
    instrument === null || identity.revision === null
      ? null
      : await revisionOf(context, instrument, identity.revision, origin);
  const row = {
    id: newId(context.now().getTime()),
    slug: await freeSlug(context.db, 'texts.proposal', proposal.reference),
    contribution: contribution.id,
    serial: proposal.serial,
    reference: proposal.reference,
    action: proposal.action,
    instrument: instrument?.id ?? null,
    title,
    visibility: origin.visibility,
    parties: [...origin.parties],
  };
  await insertProposal(context.db, { ...row, record: proposal });
  await remember(context, 'accepted', { kind: 'proposal', id: row.id }, { after: row });
  const address = `/texts/proposals/${row.slug}`;
  const written: Written = {
    kind: 'proposal',
    id: row.id,
    address,
    title: `${proposal.reference}: ${proposal.action} ${nameOfInstrument(identity)}${title === null ? '' : ` – ${title}`}`,
    body: proposal.text === null ? '' : wordsOf(proposal.text),
    year: proposal.revision.after?.year ?? proposal.revision.before?.year ?? null,
    organisation: contribution.organisation,
    visibility: origin.visibility,
    parties: origin.parties,
    passages: [
      { field: 'proposal', lines: proposal.lines },
      ...Object.entries(proposal.parts).flatMap(([field, lines]) => (lines === null ? [] : [{ field, lines }])),
    ],
  };
  const texts = [
    ...(instrument === null ? [] : [instrumentWritten(instrument)]),
    ...(base === null || instrument === null ? [] : [revisionWritten(instrument, base)]),
  ];
  return {
    proposal: written,
    texts,
    ties: texts.map((to) => ({ from: written, to, type: 'amends', lines: proposal.lines })),
  };
}

function newestYear(proposals: readonly Proposal[]): number | null {
  const years = proposals.flatMap((proposal) => proposal.revision.after?.year ?? proposal.revision.before?.year ?? []);
  return years.length === 0 ? null : Math.max(...years);
}

/** Each thing once: several proposals may be about one instrument. */
function unique(things: readonly Written[]): Written[] {
  return [...new Map(things.map((thing) => [`${thing.kind} ${thing.id}`, thing])).values()];
}
