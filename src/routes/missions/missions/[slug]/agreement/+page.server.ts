import { redirect } from '@sveltejs/kit';
import { partsOfWords } from '#modules/missions/index.ts';
import {
  agreement,
  changeClause,
  missionSummary,
  signAgreement,
  writeAgreement,
} from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import { headOf } from '../../names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const asked = url.searchParams.get('version');
  const seen = await agreement(context, params.slug, asked !== null && /^\d{1,4}$/.test(asked) ? Number(asked) : null);
  const { shown } = seen;
  const edited = seen.mayWrite && shown?.number === seen.versions[0]?.number ? url.searchParams.get('edit') : null;
  return {
    head: headOf(await missionSummary(context, params.slug)),
    version: seen.mission.version,
    today: context.now().toISOString().slice(0, 10),
    shown:
      shown === null
        ? null
        : {
            number: shown.number,
            madeAt: shown.madeAt,
            madeBy: shown.madeBy,
            reason: shown.reason,
            newest: shown.number === seen.versions[0]?.number,
            signed: shown.signatures.length > 0,
            clauses: shown.clauses.map((clause) => ({ ...clause, parts: partsOfWords(clause.text) })),
            parties: seen.parties.map(({ party, name }) => ({
              party,
              name,
              signature: shown.signatures.find((one) => one.party === party) ?? null,
            })),
          },
    edited: shown?.clauses.find(({ key }) => key === edited) ?? null,
    versions: seen.versions,
    differences: seen.differences,
    mayWrite: seen.mayWrite,
    maySign: seen.parties.filter(({ party }) => seen.maySignFor.includes(party)),
  };
};

export const actions: Actions = {
  write: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await writeAgreement(locals.context, params.slug, numberField(form, 'version'), field(form, 'reason'));
      redirect(303, `/missions/missions/${params.slug}/agreement`);
    });
  },
  change: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const change = { key: field(form, 'key'), text: field(form, 'text'), reason: field(form, 'reason') };
      await changeClause(locals.context, params.slug, numberField(form, 'version'), change);
      redirect(303, `/missions/missions/${params.slug}/agreement#${encodeURIComponent(change.key)}`);
    });
  },
  sign: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const signature = { party: field(form, 'party'), name: field(form, 'name'), on: field(form, 'on').trim() };
      await signAgreement(locals.context, params.slug, numberField(form, 'version'), signature);
      redirect(303, `/missions/missions/${params.slug}/agreement#signed`);
    });
  },
};
