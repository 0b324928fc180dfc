/** Files attached to requests, offers, missions and letters: seen by whoever sees the thing, changed by whoever works on it. */
import { isId, newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { may, type Ability, type Guarded, type Viewer } from '#modules/access/index.ts';
import { mustMay, mustSee, remember, together, type Context } from '#modules/access/server/index.ts';
import { isOpen } from '../../domain/cycle/moves.ts';
import { usualSettings } from '../../domain/cycle/usual.ts';
import {
  attachmentById,
  attachmentsOf,
  insertAttachment,
  markRemoved,
  type AttachedTo,
  type Attachment,
} from '../../store/attachments.ts';
import { missionBy } from '../../store/carried-out.ts';
import { cycleBy } from '../../store/cycles.ts';
import { letterBy } from '../../store/letters.ts';
import { applicationBy, assistancePlanBy } from '../../store/missions.ts';
import { sideOf } from '../carried-out/carried-out.ts';
import { frameOf, rolesIn } from './moves.ts';

export type { AttachedTo, Attachment };

/** A thing that files are attached to. */
export interface AttachmentSubject {
  kind: AttachedTo;
  id: string;
}

/** Larger ones are refused here, whatever a server takes in. */
export const largestAttachment = 20 * 1024 * 1024;
/** More files than this nobody reads. */
const most = 40;

/** A thing found, and whether this person may add and remove files of it now. */
interface Found extends Guarded {
  mayChange: boolean;
}

/** How the files of one kind of thing are guarded. */
interface Guard {
  /** What one must be able to do at all to change them. */
  ability: Ability;
  what: string;
  find: (context: Context, id: string) => Promise<Found | null>;
}

const runs = (viewer: Viewer): boolean => may(viewer, 'run-missions').allowed;

/** Each kind of thing that has a page; the room that makes another kind adds its line here. */
const guards: Partial<Record<AttachedTo, Guard>> = {
  application: {
    ability: 'apply-for-missions',
    what: 'application',
    async find(context, id) {
      const thing = await applicationBy(context.db, { id });
      if (thing === null) return null;
      const { workflow } = await frameOf(context, thing);
      const own = rolesIn(context.viewer, thing).includes('applicant') && isOpen(workflow, thing.stage);
      return { ...placed(thing), mayChange: own || runs(context.viewer) };
    },
  },
  'assistance-plan': {
    ability: 'offer-missions',
    what: 'assistance plan',
    async find(context, id) {
      const thing = await assistancePlanBy(context.db, { id });
      if (thing === null) return null;
      const cycle = thing.cycle === null ? null : await cycleBy(context.db, { id: thing.cycle });
      const { offers } = cycle?.settings ?? usualSettings('');
      const own = thing.organisation !== null && thing.organisation === context.viewer.organisation;
      return { ...placed(thing), mayChange: (own && isOpen(offers, thing.stage)) || runs(context.viewer) };
    },
  },
  mission: {
    ability: 'offer-missions',
    what: 'mission',
    async find(context, id) {
      const thing = await missionBy(context.db, { id });
      return thing === null ? null : { ...placed(thing), mayChange: sideOf(context.viewer, thing) !== null };
    },
  },
  letter: {
    ability: 'run-missions',
    what: 'letter',
    async find(context, id) {
      const thing = await letterBy(context.db, { id });
      if (thing === null) return null;
      // What was cleared is what leaves.
      return { ...placed(thing), mayChange: thing.state === 'draft' && runs(context.viewer) };
    },
  },
};

const placed = ({ visibility, parties }: Guarded): Guarded => ({ visibility, parties: parties ?? [] });

function guardOf(kind: AttachedTo): Guard {
  return guards[kind] ?? refuse('not-found', 'Nothing is attached to things of this kind.', 'Look in the list.');
}

async function seen(context: Context, { kind, id }: AttachmentSubject): Promise<Found> {
  const { find, what } = guardOf(kind);
  return mustSee(context, isId(id) ? await find(context, id) : null, what);
}

/**
 * The files of a thing that the viewer may see, and whether the viewer may add and remove some.
 * @throws Refusal `not-found`
 */
export async function attachments(
  context: Context,
  subject: AttachmentSubject,
): Promise<{ files: Attachment[]; mayChange: boolean }> {
  const { mayChange } = await seen(context, subject);
  const files = await attachmentsOf(context.db, subject);
  return { files, mayChange: mayChange && may(context.viewer, guardOf(subject.kind).ability).allowed };
}

async function mustChange(context: Context, subject: AttachmentSubject): Promise<void> {
  if (!(await seen(context, subject)).mayChange) {
    refuse('not-allowed', 'You cannot change the attachments of this at the moment.', 'Ask the secretariat.');
  }
}

/**
 * Attaches a file. @returns its id
 * @throws Refusal `not-found`, `not-allowed`, `empty-file`, `too-large`, `too-many`
 */
export async function attachFile(
  context: Context,
  subject: AttachmentSubject,
  file: { name: string; bytes: Uint8Array; media?: string; note?: string },
): Promise<string> {
  mustMay(context, guardOf(subject.kind).ability);
  await mustChange(context, subject);
  const place = { field: 'file', file: file.name };
  if (file.bytes.length === 0) refuse('empty-file', 'The file is empty.', 'Choose another one.', place);
  if (file.bytes.length > largestAttachment) {
    refuse('too-large', `The file is larger than ${largestAttachment / 1024 / 1024} MB.`, 'Send a smaller one.', place);
  }
  // Before the transaction: a file that nothing refers to does no harm, a long transaction does.
  const sha256 = await context.files.keep(file.bytes);
  return together(context, async (context) => {
    await mustChange(context, subject);
    const there = await attachmentsOf(context.db, subject);
    if (there.length >= most) refuse('too-many', `There are ${most} files already.`, 'Remove one first.', place);
    const row = {
      id: newId(context.now().getTime()),
      subjectKind: subject.kind,
      subject: subject.id,
      name: file.name.trim() || 'unnamed',
      media: /^[\w.+-]+\/[\w.+-]+$/.test(file.media ?? '') ? (file.media ?? '') : 'application/octet-stream',
      sha256,
      bytes: file.bytes.length,
      note: (file.note ?? '').trim().slice(0, 500),
      account: context.viewer.account,
      madeAt: context.now(),
    };
    await insertAttachment(context.db, row);
    await remember(context, 'attached a file to', subject, { after: row });
    return row.id;
  });
}

/** Takes a file away from a thing; the record says so, and the original is kept. @throws Refusal `not-found`, `not-allowed` */
export async function removeAttachment(context: Context, subject: AttachmentSubject, id: string): Promise<void> {
  mustMay(context, guardOf(subject.kind).ability);
  await together(context, async (context) => {
    await mustChange(context, subject);
    const before = isId(id) ? await attachmentById(context.db, id) : null;
    const its = before?.subjectKind === subject.kind && before.subject === subject.id;
    if (!its || !(await markRemoved(context.db, id, context.now()))) {
      refuse('not-found', 'This file is not attached any more.', 'Load the page again.');
    }
    await remember(context, 'removed a file of', subject, { before });
  });
}

/**
 * An attached file with its bytes, for whoever may see the thing; one that was removed, for the secretariat.
 * @throws Refusal `not-found`
 */
export async function attachedFile(context: Context, id: string): Promise<{ name: string; bytes: Uint8Array }> {
  const found = isId(id) ? await attachmentById(context.db, id) : null;
  const thing = found === null ? null : await guards[found.subjectKind]?.find(context, found.subject);
  mustSee(context, thing ?? null, 'file');
  const shown = found !== null && (found.removedAt === null || runs(context.viewer));
  const bytes = shown ? await context.files.get(found.sha256) : null;
  if (found === null || bytes === null) refuse('not-found', 'There is no file at this address.', 'Look in the list.');
  return { name: found.name, bytes };
}
