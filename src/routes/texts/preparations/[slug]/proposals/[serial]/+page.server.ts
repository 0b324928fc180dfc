import { error, redirect } from '@sveltejs/kit';
import { isId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { actionOfSymbol, referenceOf, symbolNames } from '#modules/texts/index.ts';
import {
  addPreparedProposal,
  changePreparedProposal,
  draft,
  drafts,
  nameOfInstrument,
  nameOfRevision,
  preparation,
  removePreparedProposal,
  revisions,
} from '#modules/texts/server/index.ts';
import { done, field, formOf, numberField } from '../../../../../pages.ts';
import { contentsOf, lawOf } from '../../../../law.ts';
import { symbols, wordsFrom } from '../../../names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { preparation: row, proposals, mayWork: works } = await preparation(locals.context, params.slug);
  const isNew = params.serial === 'new';
  const found = proposals.find((proposal) => String(proposal.serial) === params.serial);
  const mayWork = works && row.stage !== 'submitted';
  if (isNew ? !mayWork : found === undefined) error(404, 'There is no such proposal in this contribution.');
  const law = found === undefined || found.text === null ? null : lawOf(found.text, new Map(), 'everything');
  return {
    slug: row.slug,
    contribution: row.title,
    reference: found === undefined ? null : referenceOf(row, found.serial),
    mayWork,
    symbols,
    proposal:
      found === undefined
        ? null
        : {
            serial: found.serial,
            version: found.version,
            symbol: found.symbol,
            meaning: symbolNames[found.symbol],
            about: found.about,
            title: found.title ?? '',
            summary: found.summary,
            introduction: found.introduction,
            reasons: found.reasons,
            draft: found.draft,
            heading: found.text?.heading ?? null,
          },
    law,
    contents: law === null ? [] : contentsOf(law),
    choices: isNew ? await choices(locals.context) : null,
  };
};

/** What a proposal may be about: a draft with its changes, or a text of the register. */
async function choices(context: App.Locals['context']) {
  const known = await revisions(context);
  const open = await drafts(context);
  return {
    drafts: open.map(({ slug, title }) => ({ value: `draft:${slug}`, name: title })),
    texts: known
      .map(({ id, instrument, place, year, revised }) => ({
        value: `text:${id}`,
        name: nameOf(instrument, { place, year, revised }),
      }))
      .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true })),
  };
}

function nameOf(
  instrument: Parameters<typeof nameOfInstrument>[0],
  { place, year, revised }: { place: string | null; year: number | null; revised: boolean },
): string {
  const name = nameOfInstrument(instrument);
  return place === null || year === null ? name : `${name} ${nameOfRevision({ place, year, revised })}`;
}

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const { context } = locals;
      const words = wordsFrom(form);
      if (params.serial === 'new') {
        await addPreparedProposal(context, params.slug, await aboutFrom(context, form, words.symbol), words);
      } else {
        const renewed = field(form, 'renew');
        await changePreparedProposal(context, params.slug, Number(params.serial), numberField(form, 'version'), {
          ...words,
          ...(renewed === '' ? {} : { text: (await draft(context, renewed)).text }),
        });
      }
      redirect(303, `/texts/preparations/${params.slug}#proposals`);
    });
  },
  remove: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await removePreparedProposal(locals.context, params.slug, Number(params.serial), numberField(form, 'version'));
      redirect(303, `/texts/preparations/${params.slug}#proposals`);
    });
  },
};

/** The text a new proposal is about, by what was chosen. */
async function aboutFrom(context: App.Locals['context'], form: FormData, symbol: Parameters<typeof actionOfSymbol>[0]) {
  const [kind, value = ''] = field(form, 'about').split(/:(.*)/s);
  if (kind === 'draft') {
    const { draft: found, text } = await draft(context, value);
    const base = (await revisions(context)).find(({ id }) => id === found.revision);
    const name = base === undefined ? (text.heading ?? found.title) : nameOf(base.instrument, base);
    return { name, revision: found.revision, draft: value, text };
  }
  const chosen = isId(value) ? (await revisions(context)).find(({ id }) => id === value) : undefined;
  if (kind !== 'text' || chosen === undefined) {
    refuse('no-text', 'Choose what the proposal is about.', '', { field: 'about' });
  }
  const action = actionOfSymbol(symbol);
  if (action === 'MOD' || action === 'ADD') {
    refuse(
      'no-changes',
      `${symbol} needs a draft with the text that is proposed.`,
      'Draft the text first, and choose the draft here.',
      {
        field: 'about',
      },
    );
  }
  return { name: nameOf(chosen.instrument, chosen), revision: chosen.id, draft: null, text: null };
}
