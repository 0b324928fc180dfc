import { redirect } from '@sveltejs/kit';
import { may } from '#modules/access/index.ts';
import {
  applicationAtWork,
  attachFile,
  attachments,
  missions,
  moveApplication,
  questions,
  removeAttachment,
} from '#modules/missions/server/index.ts';
import { linksOf } from '#modules/trace/server/index.ts';
import { filesOf } from '../../../files.ts';
import { whereRead } from '../../../origins.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import { answersOf } from '../answers.ts';
import { nextStep } from '../next.ts';
import { ownApplication } from '../own.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const work = await applicationAtWork(context, params.slug);
  const { application, cycle, call, heldBack, vouchedBy } = work;
  const { content, record, id } = application;
  const subject = { kind: 'application', id } as const;
  const [origins, attached] = await Promise.all([whereRead(context, subject), attachments(context, subject)]);
  const asked = work.roles.length === 0 ? [] : (await questions(context, params.slug)).questions;
  const open = asked.filter(({ answer }) => answer === null);
  const { source, at } = origins;
  /** The words of the head are those of the source only as long as nobody has changed them. */
  const still = (now: string, read: string | undefined, name: string) => (now === read ? at(name) : undefined);
  return {
    slug: params.slug,
    version: application.version,
    title: content.title,
    country: content.country.printed,
    countryAt: still(content.country.printed, record?.country.printed, 'country.printed'),
    organisation: content.organisation,
    organisationAt: still(content.organisation, record?.organisation, 'organisation'),
    vouchedBy,
    cycle: cycle === null ? null : { name: `${cycle.programme} ${cycle.year}`, address: `/missions/${cycle.slug}` },
    call: call === null ? null : { name: `${call.programme} ${call.year}`, address: `/missions/calls/${call.slug}` },
    stage: work.stage,
    heldBack,
    why: work.why,
    questions: open.map(({ id, text }) => ({ id, text })),
    next: nextStep(work),
    mayChange: work.mayChange,
    maySend: work.moves.some(({ to }) => to === 'submitted') && work.mayChange,
    missions: (await missions(context))
      .filter(({ whole }) => whole?.application === id)
      .map(({ slug, title }) => ({ slug, title })),
    mayOpenMission:
      may(context.viewer, 'run-missions').allowed && ['circulated', 'matched'].includes(application.stage),
    serves: (await linksOf(context, subject))
      .filter(({ type, direction }) => type === 'serves' && direction === 'to')
      .map(({ address, title }) => ({ address, title })),
    mayTie: may(context.viewer, 'edit-records').allowed,
    /** Offers are compared by the administration that asked, and seen by the secretariat. */
    mayCompare:
      (application.stage === 'circulated' || application.stage === 'matched') &&
      (may(context.viewer, 'run-missions').allowed ||
        (may(context.viewer, 'apply-for-missions').allowed &&
          application.organisation !== null &&
          application.organisation === context.viewer.organisation)),
    /** Sending in has a page of its own, and decisions are taken where all requests of a cycle are seen. */
    moves: work.moves
      .filter(({ to, who }) => to !== 'submitted' && who.includes('applicant'))
      .map(({ to, label, reason }) => ({ to, label, reason })),
    missing: work.mayChange ? work.missing.length : 0,
    changedAt: application.changedAt,
    cameBy: application.cameBy,
    answers: answersOf(work, origins),
    source,
    readAt: at('title') ?? record?.lines ?? null,
    files: attached.files.map((file) => ({
      id: file.id,
      name: file.name,
      bytes: file.bytes,
      note: file.note,
      madeAt: file.madeAt,
    })),
    mayAttach: attached.mayChange,
  };
};

export const actions: Actions = {
  move: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const reason = field(form, 'reason').trim();
      await moveApplication(locals.context, params.slug, numberField(form, 'version'), field(form, 'to'), { reason });
      redirect(303, `/missions/applications/${params.slug}`);
    });
  },
  attach: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const { application } = await ownApplication(locals.context, params.slug);
      const subject = { kind: 'application', id: application.id } as const;
      const note = field(form, 'note');
      for (const file of await filesOf(form, 'file')) await attachFile(locals.context, subject, { ...file, note });
      redirect(303, `/missions/applications/${params.slug}#attachments`);
    });
  },
  remove: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const { application } = await applicationAtWork(locals.context, params.slug);
      await removeAttachment(locals.context, { kind: 'application', id: application.id }, field(form, 'id'));
      redirect(303, `/missions/applications/${params.slug}#attachments`);
    });
  },
};
