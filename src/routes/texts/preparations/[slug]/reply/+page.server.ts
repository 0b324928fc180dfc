import { redirect } from '@sveltejs/kit';
import { isId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { organisationNames } from '#modules/directory/server/index.ts';
import { Answer, answerNames, referenceOf } from '#modules/texts/index.ts';
import { answerOnSupport, preparation, support } from '#modules/texts/server/index.ts';
import { done, field, formOf } from '../../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  mustMay(context, 'answer-for-members');
  const { preparation: row, proposals, replies } = await support(context, params.slug);
  const names = await organisationNames(context, row.members);
  const { mayWork: mayForAll } = await preparation(context, params.slug);
  const members = row.members
    .filter((member) => mayForAll || member === context.viewer.organisation)
    .map((id) => ({ id, name: names.get(id)?.name ?? '' }))
    .sort((one, other) => one.name.localeCompare(other.name));
  const asked = url.searchParams.get('member');
  const member = members.find(({ id }) => id === asked) ?? (members.length === 1 ? members[0] : undefined);
  return {
    slug: row.slug,
    title: row.title,
    open: row.stage === 'asked',
    replyBy: row.replyBy,
    members,
    member: member ?? null,
    answers: Answer.options.map((answer) => ({ answer, name: answerNames[answer] })),
    proposals: proposals.map(({ id, serial, about, symbol, title }) => {
      const last = replies.findLast((reply) => reply.proposal === id && reply.organisation === member?.id);
      return {
        serial,
        reference: referenceOf(row, serial),
        about: `${symbol} ${about}`,
        title,
        answer: last?.answer ?? null,
        remark: last?.remark ?? '',
      };
    }),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const member = field(form, 'member');
      if (!isId(member)) refuse('no-member', 'Choose the member that answers.', '', { field: 'member' });
      const answers = [...form.keys()].flatMap((name) => {
        const serial = /^answer-(\d{1,5})$/.exec(name)?.[1];
        const answer = Answer.safeParse(field(form, name));
        if (serial === undefined || !answer.success) return [];
        return [
          {
            serial: Number(serial),
            answer: answer.data,
            remark: field(form, `remark-${serial}`).trim().slice(0, 2000),
          },
        ];
      });
      if (answers.length === 0) refuse('no-answer', 'Choose an answer to at least one proposal.', '');
      const own = locals.context.viewer.organisation === member;
      await answerOnSupport(locals.context, params.slug, member, answers, {
        way: own ? 'browser' : 'recorded',
        source: null,
      });
      redirect(303, `/texts/preparations/${params.slug}`);
    });
  },
};
