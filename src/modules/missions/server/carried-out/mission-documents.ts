/** Files of a mission, by the step that they belong to: for the parties, or for everybody. */
import { refuse } from '#kernel/problem.ts';
import { mustSee, remember, together, type Context } from '#modules/access/server/index.ts';
import { documentsOf, insertDocument, missionBy, type MissionDocument } from '../../store/carried-out.ts';
import { attachedFile, attachFile, removeAttachment } from '../requests/attachments.ts';
import { mission, missionSummary, mustTakePart } from './carried-out.ts';
import { system } from '#modules/access/index.ts';

export type { MissionDocument };

/** The files of a mission that the viewer may see: all for those concerned, public ones for everybody else. */
export async function missionDocuments(context: Context, slug: string): Promise<MissionDocument[]> {
  const { whole } = await missionSummary(context, slug);
  if (whole !== null) return documentsOf(context.db, whole.id);
  const found = await missionBy(context.db, { slug });
  return found === null ? [] : (await documentsOf(context.db, found.id)).filter(({ shown }) => shown === 'public');
}

/** Attaches a file to a mission or to one of its steps. @throws Refusal `not-found`, `not-allowed`, `empty-file`, `too-large` */
export async function attachDocument(
  context: Context,
  slug: string,
  file: { name: string; bytes: Uint8Array; media: string; note: string },
  { milestone, shown }: Pick<MissionDocument, 'milestone' | 'shown'>,
): Promise<void> {
  mustTakePart(context);
  await together(context, async (context) => {
    const { mission: found } = await mission(context, slug);
    if (milestone !== null && !found.milestones.some(({ id }) => id === milestone)) {
      refuse('not-found', 'There is no such step.', 'Load the page again.', { field: 'milestone' });
    }
    const attachment = await attachFile(context, { kind: 'mission', id: found.id }, file);
    await insertDocument(context.db, { attachment, mission: found.id, milestone, shown });
    await remember(
      context,
      shown === 'public' ? 'published a file of' : 'filed a file with',
      { kind: 'mission', id: found.id },
      { after: { attachment, milestone, shown } },
    );
  });
}

/** Takes a file away; the record keeps it. @throws Refusal `not-found`, `not-allowed` */
export async function removeDocument(context: Context, slug: string, id: string): Promise<void> {
  mustTakePart(context);
  const { mission: found } = await mission(context, slug);
  await removeAttachment(context, { kind: 'mission', id: found.id }, id);
}

/** A file of a mission with its bytes, for whoever sees it in the list. @throws Refusal `not-found` */
export async function missionDocument(
  context: Context,
  slug: string,
  id: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const found = (await missionDocuments(context, slug)).find((one) => one.id === id) ?? null;
  if (found === null) return mustSee<never>(context, null, 'file');
  // The list has decided who sees it; the file of a published document is not the parties' alone any more.
  return attachedFile({ ...context, viewer: system }, id);
}
