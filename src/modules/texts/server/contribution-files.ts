/** Word files of a contribution in preparation: the contribution itself, and the form by which members answer. */
import { writeDocx } from '#formats/docx/write/index.ts';
import { printedDay } from '#kernel/dates.ts';
import type { Context } from '#modules/access/server/index.ts';
import { organisationNames } from '#modules/directory/server/index.ts';
import { codeOfContribution, referenceOf } from '../domain/contributions/contribution.ts';
import { contributionDocument } from '../domain/contributions/document.ts';
import { replyFormDocument } from '../domain/support/reply-form.ts';
import { preparation } from './preparations.ts';
import { support } from './support.ts';

/** A file to hand out. */
export interface WordFile {
  name: string;
  bytes: Uint8Array;
}

/** The contribution in the house template of its conference, changes as revisions of its proponent. */
export async function contributionFile(context: Context, slug: string): Promise<WordFile> {
  const { preparation: row, proposals } = await preparation(context, slug);
  const { proposals: tallies } = await support(context, slug);
  const names = await organisationNames(context, [row.organisation, ...row.members]);
  const namesOf = (ids: readonly string[]): string[] => ids.map((id) => names.get(id)?.name ?? '').sort();
  const { document, look } = contributionDocument({
    head: row,
    source: row.organisation === null ? row.proponent : (names.get(row.organisation)?.name ?? row.proponent),
    date: printedDay(context.now()),
    proposals: proposals.map((proposal) => {
      const tally = tallies.find(({ id }) => id === proposal.id)?.tally;
      const asked = tally !== undefined && row.members.length > 0;
      return {
        ...proposal,
        support: asked ? { tally, supporting: namesOf(tally.supporting), opposing: namesOf(tally.opposing) } : null,
      };
    }),
  });
  return { name: document.name, bytes: writeDocx(document, look) };
}

/** The reply form; with the name of a member where one is given. */
export async function replyFormFile(context: Context, slug: string, member: string | null): Promise<WordFile> {
  const { preparation: row, proposals } = await preparation(context, slug);
  const names = await organisationNames(context, member === null || !row.members.includes(member) ? [] : [member]);
  const document = replyFormDocument({
    preparation: row.slug,
    contribution: codeOfContribution(row),
    title: row.title,
    conference: `${row.conference} (${row.place}, ${row.year})`,
    replyBy:
      row.replyBy === null ? 'the day that the proponent names' : printedDay(new Date(`${row.replyBy}T00:00:00Z`)),
    member: member === null ? null : (names.get(member)?.name ?? null),
    proposals: proposals.map(({ serial, symbol, about }) => ({
      reference: referenceOf(row, serial),
      about: `${symbol} ${about}`,
    })),
  });
  return { name: document.name, bytes: writeDocx(document) };
}
