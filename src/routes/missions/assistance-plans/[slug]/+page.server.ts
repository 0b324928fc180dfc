import { redirect } from '@sveltejs/kit';
import {
  attachFile,
  attachments,
  moveOffer,
  offerView,
  releaseOffer,
  removeAttachment,
} from '#modules/missions/server/index.ts';
import { whereRead } from '../../../origins.ts';
import { filesOf } from '../../../files.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import { answersOfOffer, expertsOf, nextOf, printedCosts } from '../offer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const view = await offerView(locals.context, params.slug);
  const { offer, cycle, requests, roles, stage } = view;
  const subject = { kind: 'assistance-plan', id: offer.id } as const;
  const [origins, attached] = await Promise.all([
    whereRead(locals.context, subject),
    attachments(locals.context, subject),
  ]);
  return {
    slug: offer.slug,
    version: offer.version,
    title: offer.title,
    titleAt: origins.at('interest'),
    offerer: view.payerName('offerer'),
    cycle: cycle === null ? null : `${cycle.programme} ${cycle.year}`,
    stage,
    staff: roles.includes('secretariat'),
    works: roles.includes('secretariat') || roles.includes('offerer'),
    mayWrite: view.mayWrite && cycle !== null,
    settled:
      roles.length > 0 &&
      (roles.includes('secretariat') || ['coordination', 'agreed'].includes(offer.stage)) &&
      cycle !== null,
    tied: cycle !== null,
    next: nextOf(view),
    moves: view.moves.filter(({ to }) => !(to === 'received' && offer.stage === 'draft')),
    sendIn: view.moves.some(({ to }) => to === 'received') && offer.stage === 'draft',
    pending: offer.pending,
    heldBack: view.heldBack,
    findings: view.findings,
    requests: requests.map(({ slug, title, content }) => ({ slug, title, country: content.country.printed })),
    otherRequests: view.otherRequests,
    answers: answersOfOffer(view, origins),
    costs: printedCosts(view),
    costsAt: offer.content.costs.map((_, index) => origins.at(`costs.${index}.description`)),
    experts: expertsOf(view, origins),
    source: origins.source,
    files: attached.files,
    mayAttach: attached.mayChange,
  };
};

export const actions: Actions = {
  move: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const words = { reason: field(form, 'reason').trim(), instead: field(form, 'instead') || null };
      await moveOffer(locals.context, params.slug, numberField(form, 'version'), field(form, 'to'), words);
      redirect(303, `/missions/assistance-plans/${params.slug}`);
    });
  },
  release: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await releaseOffer(locals.context, params.slug, numberField(form, 'version'));
      redirect(303, `/missions/assistance-plans/${params.slug}`);
    });
  },
  attach: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const { offer } = await offerView(locals.context, params.slug);
      const subject = { kind: 'assistance-plan', id: offer.id } as const;
      const note = field(form, 'note');
      for (const file of await filesOf(form, 'file')) await attachFile(locals.context, subject, { ...file, note });
      redirect(303, `/missions/assistance-plans/${params.slug}#attachments`);
    });
  },
  remove: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const { offer } = await offerView(locals.context, params.slug);
      await removeAttachment(locals.context, { kind: 'assistance-plan', id: offer.id }, field(form, 'id'));
      redirect(303, `/missions/assistance-plans/${params.slug}#attachments`);
    });
  },
};
