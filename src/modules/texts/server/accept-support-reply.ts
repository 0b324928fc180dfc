/** Reply forms on support that came back as files. */
import { fold } from '#formats/document/index.ts';
import { refuse } from '#kernel/problem.ts';
import type { SupportReply } from '#kernel/reading/index.ts';
import type { Accepted, Origin } from '#kernel/register.ts';
import { mustMay, together, type Context } from '#modules/access/server/index.ts';
import { organisationNames } from '#modules/directory/server/index.ts';
import { codeOfContribution } from '../domain/contributions/contribution.ts';
import type { Preparation } from '../store/preparations.ts';
import { preparations } from './preparations.ts';
import { answerOnSupport } from './support.ts';

/**
 * Records the answers of a form that came back. Proposals without a mark, and marks that cannot be read, are left open.
 * @throws Refusal where the form belongs to no contribution that is being asked about, or to no member that was asked
 */
export async function acceptSupportReply(context: Context, record: SupportReply, origin: Origin): Promise<Accepted> {
  mustMay(context, 'accept-readings');
  return together(context, async (context) => {
    const about = await preparationNamed(context, record);
    const names = await organisationNames(context, about.members);
    const folded = fold(record.member ?? '').toLowerCase();
    const member = [...names.values()].find(({ key, name, variants }) =>
      [key, name, ...variants].some((known) => fold(known).toLowerCase() === folded),
    );
    if (member === undefined) {
      refuse(
        'unknown-member',
        record.member === null ? 'The form does not say who answers.' : `"${record.member}" was not asked.`,
        'Correct the administration on the check screen, or ask it on the page of the contribution.',
        { field: 'member' },
      );
    }
    const answers = record.answers.flatMap(({ reference, answer, remark }) => {
      const serial = Number(reference.split('/').at(-1));
      return answer === 'supporting' || answer === 'not-supporting' ? [{ serial, answer, remark }] : [];
    });
    await answerOnSupport(context, about.slug, member.id, answers, { way: 'word', source: origin.source });
    return {
      main: {
        kind: 'preparation',
        id: about.id,
        address: `/texts/preparations/${about.slug}`,
        title: about.title,
        body: '',
        year: about.year,
        organisation: about.organisation,
        visibility: about.visibility,
        parties: about.parties,
        passages: record.answers.map(({ reference, line }) => ({ field: reference, lines: [line, line] })),
      },
      others: [],
      ties: [],
    };
  });
}

/** The contribution a form belongs to: by its hidden name, else by its printed code where just one is being asked about. */
async function preparationNamed(context: Context, record: SupportReply): Promise<Preparation> {
  const open = (await preparations(context)).filter(({ stage }) => stage === 'asked');
  const named = open.find(({ slug }) => slug === record.preparation);
  const coded = open.filter((row) => codeOfContribution(row) === record.contribution);
  const found = named ?? (coded.length === 1 ? coded[0] : undefined);
  if (found !== undefined) return found;
  return refuse(
    'unknown-contribution',
    `Members are not being asked about ${record.contribution ?? 'the contribution of this form'}.`,
    'Look at the contributions in preparation.',
  );
}
