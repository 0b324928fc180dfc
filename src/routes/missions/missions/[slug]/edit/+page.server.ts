import { redirect } from '@sveltejs/kit';
import { MissionManner } from '#modules/missions/index.ts';
import { describeMission, mission, missionSummary } from '#modules/missions/server/index.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import { headOf, mannerNames } from '../../names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  mustMay(locals.context, 'run-missions');
  const { mission: found } = await mission(locals.context, params.slug);
  const { details } = found;
  return {
    head: headOf(await missionSummary(locals.context, params.slug)),
    version: found.version,
    manners: Object.entries(mannerNames).map(([value, name]) => ({ value, name })),
    values: {
      title: found.title,
      beneficiary: details.beneficiary,
      manner: details.manner,
      place: details.place,
      start: details.start ?? '',
      end: details.end ?? '',
      experts: details.experts
        .map(({ name, organisation, role }) => [name, organisation, role ?? ''].join('; ').replace(/(?:; )+$/, ''))
        .join('\n'),
      publicSummary: details.publicSummary,
      summaryShown: details.summaryShown ? 'yes' : '',
    },
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const { mission: before } = await mission(locals.context, params.slug);
      const known = before.details.experts;
      await describeMission(locals.context, params.slug, numberField(form, 'version'), {
        title: field(form, 'title'),
        beneficiary: field(form, 'beneficiary'),
        manner: MissionManner.catch('site').parse(field(form, 'manner')),
        place: field(form, 'place'),
        start: field(form, 'start').trim() || null,
        end: field(form, 'end').trim() || null,
        experts: expertsIn(field(form, 'experts')).map((expert) => ({
          ...expert,
          person: known.find(({ name }) => name === expert.name)?.person ?? null,
        })),
        publicSummary: field(form, 'publicSummary').replaceAll('\r\n', '\n'),
        summaryShown: field(form, 'summaryShown') === 'yes',
      });
      redirect(303, `/missions/missions/${params.slug}`);
    });
  },
};

/** One expert a line: name; organisation; lead, expert or backup. */
function expertsIn(lines: string) {
  const roles = ['lead', 'expert', 'backup'] as const;
  return lines
    .split('\n')
    .map((line) => line.split(';').map((part) => part.trim()))
    .filter(([name = '']) => name !== '')
    .map(([name = '', organisation = '', role = '']) => ({
      name,
      organisation,
      role: roles.find((one) => one === role.toLowerCase()) ?? null,
    }));
}
