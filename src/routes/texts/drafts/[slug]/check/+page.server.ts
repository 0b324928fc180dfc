import { redirect } from '@sveltejs/kit';
import { may } from '#modules/access/index.ts';
import { lintRules, mended } from '#modules/texts/index.ts';
import { checkDraft, mendDraft } from '#modules/texts/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

const explanations = new Map(lintRules.map(({ name, explanation }) => [name, explanation]));
const order = { error: 0, warning: 1, info: 2 };

export const load: PageServerLoad = async ({ locals, params }) => {
  const { draft, findings, wordsAt } = await checkDraft(locals.context, params.slug);
  return {
    slug: draft.slug,
    title: draft.title,
    version: draft.version,
    mayMend: may(locals.context.viewer, 'draft-texts').allowed,
    findings: findings
      .toSorted((one, other) => order[one.level] - order[other.level])
      .map(({ rule, level, lines, message, mend }) => ({
        rule,
        level,
        line: lines?.[0] ?? null,
        message,
        explanation: explanations.get(rule) ?? null,
        words: lines === null ? null : wordsAt(lines[0]),
        mend: mend === undefined ? null : { ...mend, runs: mended(mend.from, mend) ?? [] },
      })),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await mendDraft(locals.context, params.slug, numberField(form, 'version'), {
        line: numberField(form, 'line'),
        from: field(form, 'from'),
        to: field(form, 'to'),
        why: field(form, 'why').slice(0, 500),
      });
      redirect(303, `/texts/drafts/${params.slug}/check`);
    });
  },
};
