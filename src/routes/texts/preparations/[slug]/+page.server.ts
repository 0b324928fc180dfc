import { redirect } from '@sveltejs/kit';
import { organisationNames } from '#modules/directory/server/index.ts';
import { codeOfContribution, referenceOf, symbolNames, tallyInWords } from '#modules/texts/index.ts';
import {
  concludeSupport,
  movePreparedProposal,
  preparation,
  removePreparedProposal,
  submitPreparation,
  support,
} from '#modules/texts/server/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import { stageNames } from '../names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const { preparation: row, gaps, mayWork: works } = await preparation(context, params.slug);
  const found = await support(context, params.slug);
  const names = await organisationNames(context, [row.organisation, ...row.members]);
  const nameOf = (id: string): string => names.get(id)?.key ?? 'an organisation no longer known';
  const mayWork = works && row.stage !== 'submitted';
  const { organisation } = context.viewer;
  return {
    slug: row.slug,
    id: row.id,
    version: row.version,
    title: row.title,
    code: codeOfContribution(row),
    conference: `${row.conference} (${row.place}, ${row.year})`,
    stage: row.stage,
    stageName: stageNames[row.stage],
    replyBy: row.replyBy,
    mayWork,
    mayReply: row.stage === 'asked' && (mayWork || (organisation !== null && row.members.includes(organisation))),
    gaps: mayWork ? gaps : [],
    members: row.members.map(nameOf).sort((one, other) => one.localeCompare(other)),
    proposals: found.proposals.map(({ serial, symbol, about, title, tally }) => ({
      serial,
      reference: referenceOf(row, serial),
      symbol,
      meaning: symbolNames[symbol],
      about,
      title,
      words: row.members.length === 0 ? null : tallyInWords(tally, row.rule),
      state: row.members.length === 0 ? null : tally.state,
      supporting: tally.supporting.map(nameOf).sort(),
      opposing: tally.opposing.map(nameOf).sort(),
      silent: tally.silent.length,
    })),
    letters: mayWork ? lettersByDay(found.waiting) : [],
  };
};

/** What waits in the outbox, counted by kind and day. */
function lettersByDay(waiting: readonly { kind: string; due: Date }[]): { what: string; on: string; number: number }[] {
  const groups = Map.groupBy(waiting, ({ kind, due }) => `${kind} ${due.toISOString().slice(0, 10)}`);
  return [...groups.values()].map((group) => ({
    what: group[0]?.kind === 'support-asked' ? 'invitation' : 'reminder',
    on: group[0]?.due.toISOString().slice(0, 10) ?? '',
    number: group.length,
  }));
}

export const actions: Actions = {
  conclude: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, () => concludeSupport(locals.context, params.slug, numberField(form, 'version')));
  },
  submit: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, () => submitPreparation(locals.context, params.slug, numberField(form, 'version')));
  },
  move: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await movePreparedProposal(locals.context, params.slug, numberField(form, 'serial'), numberField(form, 'to'));
      redirect(303, `/texts/preparations/${params.slug}#proposals`);
    });
  },
  remove: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const serial = Number.parseInt(field(form, 'serial'), 10);
      await removePreparedProposal(locals.context, params.slug, serial, numberField(form, 'version'));
      redirect(303, `/texts/preparations/${params.slug}#proposals`);
    });
  },
};
