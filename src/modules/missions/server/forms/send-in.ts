/** A Word form that becomes a new request: looked at first, then a draft of its organisation. */
import { openDocument } from '#formats/readers.ts';
import { isId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { may, maySee } from '#modules/access/index.ts';
import { mustMay, mustSee, remember, together, type Context } from '#modules/access/server/index.ts';
import type { Form } from '../../domain/forms/form.ts';
import { compareForm, identityOf } from '../../domain/forms/word/index.ts';
import { usualApplicationForm } from '../../domain/forms/house-forms.ts';
import { cycleBy, formsOf, type Cycle } from '../../store/cycles.ts';
import { cameByWord, formFileBy, insertFormFile, type FormFile } from '../../store/form-files.ts';
import { applicationBy } from '../../store/missions.ts';
import { openApplication, type NewApplication } from '../requests/applications.ts';
import { formSubject, readWith } from './form-subjects.ts';
import { fromWordAddress } from './form-to-online.ts';
import { keepFile, lostTicks, readFile, write, type WaitingForm } from './from-word.ts';

async function seenCycle(context: Context, slug: string): Promise<Cycle> {
  return mustSee(context, await cycleBy(context.db, { slug }), 'cycle of missions');
}

/**
 * Takes a form that came by mail to where it is looked at. One that was made of a request online goes to that request.
 * @returns the address to go on
 * @throws Refusal `not-found`, `is-an-offer`, and those of the readers
 */
export async function bringNewForm(
  context: Context,
  slug: string,
  file: { name: string; bytes: Uint8Array },
): Promise<string> {
  mustMay(context, 'apply-for-missions');
  const within = await seenCycle(context, slug);
  const identity = identityOf(await openDocument(file.bytes, file.name));
  if (identity?.kind === 'assistance-plan') {
    refuse('is-an-offer', 'This is a plan of assistance.', 'Begin an offer, then read the form on its page.', {
      field: 'file',
      file: file.name,
    });
  }
  const made = identity?.online?.slug ?? null;
  const known = made === null ? null : await applicationBy(context.db, { slug: made });
  const online = known !== null && maySee(context.viewer, known).allowed ? known : null;
  const row = await keepFile(context, file, {
    kind: 'application',
    subject: online?.id ?? null,
    cycle: online === null ? within.id : null,
  });
  return together(context, async (context) => {
    await insertFormFile(context.db, row);
    const subject =
      online === null ? ({ kind: 'cycle', id: within.id } as const) : ({ kind: 'application', id: online.id } as const);
    await remember(context, 'brought a form of', subject, { after: { file: row.name } });
    return online === null
      ? `/missions/${slug}/send-in?file=${row.id}`
      : fromWordAddress('application', online.slug, row.id);
  });
}

/** A form that is to become a request. */
export interface NewFromWord {
  cycle: { slug: string; name: string };
  open: (WaitingForm & { head: { country: string; organisation: string; title: string } }) | null;
}

/** What a waiting form says. @throws Refusal `not-found` */
export async function newFromWord(context: Context, slug: string, file: string | null): Promise<NewFromWord> {
  mustMay(context, 'apply-for-missions');
  const within = await seenCycle(context, slug);
  const cycle = { slug, name: `${within.programme} ${within.year}` };
  if (file === null) return { cycle, open: null };
  const row = await waitingIn(context, within, file);
  const { form, filled } = await readNew(context, within, row);
  return {
    cycle,
    open: {
      file: row,
      fields: compareForm(form, filled, null, new Map()),
      leftOver: filled.leftOver,
      doubts: filled.doubts.filter(({ key }) => key === null),
      questions: lostTicks(form, filled),
      head: {
        country: filled.head.country ?? '',
        organisation: filled.head.organisation ?? '',
        title: filled.head.title ?? '',
      },
    },
  };
}

/** Files that wait in a cycle are seen by who brought them, and by the secretariat. */
async function waitingIn(context: Context, within: Cycle, id: string): Promise<FormFile> {
  const row = isId(id) ? await formFileBy(context.db, id) : null;
  const { viewer } = context;
  const own = row?.account !== null && row?.account === viewer.account;
  const seen = own || may(viewer, 'run-missions').allowed;
  if (row?.cycle !== within.id || row.subject !== null || row.state !== 'waiting' || !seen) {
    return refuse('not-found', 'This form does not wait here any more.', 'It was taken over or laid aside.');
  }
  return row;
}

async function readNew(context: Context, within: Cycle, row: FormFile) {
  const forms = await formsOf(context.db, within.id, 'application');
  const newest = forms[0] ?? usualApplicationForm(`${within.programme} ${within.year}`);
  const formFor = async (version: number | null, cycle: string | null): Promise<Form> =>
    (cycle === within.slug ? forms.find((form) => form.version === version) : undefined) ?? newest;
  return readFile(context, row, formFor, readWith(within, new Map()));
}

/**
 * Makes a request of a form that was looked at: a draft of its organisation, with all answers that the file gives.
 * @returns its address's last part
 * @throws Refusal `not-found`, and those of `openApplication`
 */
export async function requestFromWord(
  context: Context,
  slug: string,
  file: string,
  wanted: NewApplication,
): Promise<string> {
  mustMay(context, 'apply-for-missions');
  return together(context, async (context) => {
    const within = await seenCycle(context, slug);
    const row = await waitingIn(context, within, file);
    const { form, filled } = await readNew(context, within, row);
    const made = await openApplication(context, slug, wanted);
    const subject = await formSubject(context, 'application', made);
    await cameByWord(context.db, subject.thing.id);
    // The head is what the person confirmed; unknown answers are taken too, so that they can be asked about.
    const taken = form.items
      .map(({ key }) => key)
      .filter((key) => ['given', 'unknown'].includes(filled.answers[key]?.state ?? ''));
    await write(context, subject, { file: row, form, filled, taken });
    return made;
  });
}
