import { redirect } from '@sveltejs/kit';
import { may } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { contacts, organisationNames } from '#modules/directory/server/index.ts';
import { letterKindNames, letterStateNames, paragraphsOf } from '#modules/missions/index.ts';
import {
  attachedFile,
  attachments,
  attachFile,
  letter,
  letterRecipients,
  removeAttachment,
  sendLetter,
  settleLetter,
  type Letter,
  type LetterFile,
} from '#modules/missions/server/index.ts';
import { batchesAbout } from '#modules/post/server/index.ts';
import { filesOf } from '../../../files.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import { documentAt } from '../enclosed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const { letter: found, cycle, repliesTo } = await letter(context, params.slug);
  const { content, state } = found;
  const attached = await attachments(context, { kind: 'letter', id: found.id });
  const staff = may(context.viewer, 'run-missions').allowed;
  return {
    slug: found.slug,
    id: found.id,
    version: found.version,
    state,
    stateName: letterStateNames[state],
    kindName: letterKindNames[found.kind],
    circulates: found.kind === 'circulation',
    house: cycle?.settings.organiser ?? '',
    cycle: cycle === null ? null : { name: `${cycle.programme} ${cycle.year}`, slug: cycle.slug },
    reference: content.reference,
    date: content.date,
    subject: content.subject,
    paragraphs: paragraphsOf(content),
    footnotes: content.footnotes,
    signatory: content.signatory,
    role: content.role,
    to: content.to.map(({ text }) => text),
    cc: content.cc.map(({ text }) => text),
    enclosures: content.enclosures,
    repliesTo: repliesTo === null ? null : { slug: repliesTo.slug, subject: repliesTo.content.subject },
    files: attached.files.map(({ id, name, bytes }) => ({ id, name, bytes })),
    mayAttach: attached.mayChange,
    cleared: found.clearedBy === null || found.clearedAt === null ? null : { by: found.clearedBy, at: found.clearedAt },
    sentAt: found.sentAt,
    staff,
    recipients: staff ? await recipients(context, found) : null,
    batches: staff ? await batchesAbout(context, { kind: 'letter', id: found.id }) : [],
  };
};

/** Who gets it, by the words that name them, with those of whom no address is known. */
async function recipients(context: Context, { slug }: Letter) {
  const { recipients: all, undecided } = await letterRecipients(context, slug);
  const ids = [...all, ...undecided].map(({ organisation }) => organisation);
  const [named, reachable] = await Promise.all([organisationNames(context, ids), contacts(context, ids)]);
  const shown = ({ organisation, because }: { organisation: string; because: string }) => ({
    id: organisation,
    name: named.get(organisation)?.name ?? '',
    slug: named.get(organisation)?.slug ?? '',
    because,
    reachable: (reachable?.get(organisation) ?? []).some(({ kind }) => kind === 'e-mail'),
  });
  return {
    all: all.map((one) => ({ ...shown(one), copy: one.copy })),
    undecided: undecided.map(shown),
  };
}

export const actions: Actions = {
  clear: async ({ request, locals, params, fetch }) => {
    const form = await formOf(request);
    return done(form, async () => {
      // What cannot be enclosed is told before anybody sends it.
      const { letter: found } = await letter(locals.context, params.slug);
      await Promise.all(found.content.enclosures.map((enclosure) => documentAt(fetch, enclosure)));
      await settleLetter(locals.context, params.slug, numberField(form, 'version'), 'cleared');
      redirect(303, `/missions/letters/${params.slug}`);
    });
  },
  withdraw: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await settleLetter(locals.context, params.slug, numberField(form, 'version'), 'withdrawn');
      redirect(303, `/missions/letters/${params.slug}`);
    });
  },
  send: async ({ request, locals, params, fetch }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const { context } = locals;
      const { letter: found } = await letter(context, params.slug);
      const made = await Promise.all(found.content.enclosures.map((enclosure) => documentAt(fetch, enclosure)));
      const attached = await attachments(context, { kind: 'letter', id: found.id });
      const files = await Promise.all(
        attached.files.map(async ({ id, media }): Promise<LetterFile> => ({
          ...(await attachedFile(context, id)),
          media,
        })),
      );
      const batch = await sendLetter(context, params.slug, numberField(form, 'version'), {
        enclosed: [...made.filter((one) => one !== null), ...files],
        withoutUndecided: field(form, 'withoutUndecided') === 'yes',
      });
      redirect(303, `/outbox/${batch}`);
    });
  },
  attach: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const { letter: found } = await letter(locals.context, params.slug);
      for (const file of await filesOf(form, 'files')) {
        await attachFile(locals.context, { kind: 'letter', id: found.id }, file);
      }
      redirect(303, `/missions/letters/${params.slug}#files`);
    });
  },
  detach: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const { letter: found } = await letter(locals.context, params.slug);
      await removeAttachment(locals.context, { kind: 'letter', id: found.id }, field(form, 'id'));
      redirect(303, `/missions/letters/${params.slug}#files`);
    });
  },
};
