/** A form that intake accepted, of a request or an offer that is online already: it waits there, and makes no twin. */
import { newId } from '#kernel/ids.ts';
import type { FormOfFile } from '#kernel/reading/index.ts';
import type { Accepted, Origin } from '#kernel/register.ts';
import { maySee } from '#modules/access/index.ts';
import { mustMay, remember, type Context } from '#modules/access/server/index.ts';
import type { FormKind } from '../../domain/forms/form.ts';
import { cycleBy } from '../../store/cycles.ts';
import { insertFormFile } from '../../store/form-files.ts';
import { applicationBy, assistancePlanBy } from '../../store/missions.ts';
import { applicationWritten, offerWritten } from '../written.ts';

/** Where the forms of a request or an offer are looked at. */
export const fromWordAddress = (kind: FormKind, slug: string, file: string): string =>
  `/missions/${kind === 'application' ? 'applications' : 'assistance-plans'}/${slug}/from-word?file=${file}`;

/**
 * In the caller's transaction.
 * @returns `null` where the file names no request or offer that the viewer sees
 */
export async function offerToOnline(
  context: Context,
  kind: FormKind,
  form: FormOfFile | undefined,
  origin: Origin,
): Promise<Accepted | null> {
  mustMay(context, 'accept-readings');
  const slug = form?.online ?? null;
  if (slug === null || origin.file === undefined) return null;
  const application = kind === 'application' ? await applicationBy(context.db, { slug }) : null;
  const offer = kind === 'assistance-plan' ? await assistancePlanBy(context.db, { slug }) : null;
  const thing = application ?? offer;
  if (thing === null || !maySee(context.viewer, thing).allowed) return null;
  const cycle = thing.cycle === null ? null : await cycleBy(context.db, { id: thing.cycle });
  const year = cycle?.year ?? null;
  const id = newId(context.now().getTime());
  await insertFormFile(context.db, {
    id,
    kind,
    subject: thing.id,
    cycle: null,
    ...origin.file,
    account: context.viewer.account,
    cameBy: context.viewer.name,
    madeAt: context.now(),
    state: 'waiting',
  });
  await remember(context, 'brought a form of', { kind, id: thing.id }, { after: { file: origin.file.name } });
  const main =
    application !== null ? applicationWritten(application, year) : offer !== null ? offerWritten(offer, year) : null;
  if (main === null) return null;
  return {
    main,
    others: [],
    ties: [],
    goOn: fromWordAddress(kind, slug, id),
    told: [
      'The form is of a record that is online already: it waits there to be looked at, and nothing was changed yet.',
    ],
  };
}
