/** Sending a letter: its recipients are frozen, its messages wait in the outbox, and a circulation opens its requests. */
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import type { Written } from '#kernel/register.ts';
import { audienceOf } from '#modules/access/index.ts';
import {
  announce,
  mustMay,
  mustSee,
  refuseStale,
  remember,
  together,
  type Context,
} from '#modules/access/server/index.ts';
import { queueMessage } from '#modules/post/server/index.ts';
import { printing } from '#platform/print/index.ts';
import { movesFrom } from '../../domain/cycle/cycle.ts';
import { plainLetter } from '../../domain/letters/letter.ts';
import { cycleBy, holdCycle, type Cycle } from '../../store/cycles.ts';
import { letterBy, lockLetter, updateLetter, type Letter } from '../../store/letters.ts';
import { listApplications, updateApplication, type Application } from '../../store/missions.ts';
import { isCirculated, printed, resolvedNow, type LetterFile } from './letters.ts';
import { moveApplication } from '../requests/moves.ts';
import { applicationWritten } from '../written.ts';

/** What goes with a letter beside itself. */
export interface Sending {
  /** The enclosures that the workbench makes, and the files attached to the letter, as they are now. */
  enclosed: readonly LetterFile[];
  /** Whether those of whom it is not known if they belong to an audience are left out. */
  withoutUndecided: boolean;
}

/**
 * Sends a letter that was cleared. From now on its words and recipients stand; those who get it may read it here.
 * @returns the batch in the outbox where its messages wait to be looked at
 * @throws Refusal `not-cleared`, `nobody`, `undecided`, `changed-meanwhile`
 */
export async function sendLetter(
  context: Context,
  slug: string,
  version: number,
  { enclosed, withoutUndecided }: Sending,
): Promise<string> {
  mustMay(context, 'send-letters');
  return together(context, async (context) => {
    const before = mustSee(context, await lockLetter(context.db, slug), 'letter');
    if (before.version !== version) refuseStale('The letter');
    if (before.state !== 'cleared') refuse('not-cleared', 'The letter has not been cleared.', 'Clear it first.');
    const { recipients, undecided } = await resolvedNow(context, before);
    if (recipients.length === 0) refuse('nobody', 'Nobody belongs to its audiences today.', 'Look at whom it goes to.');
    if (undecided.length > 0 && !withoutUndecided) {
      refuse(
        'undecided',
        `Of ${undecided.length} it is not known whether they are entitled to fellowships.`,
        'Say so on their pages, or send it without them.',
        { field: 'withoutUndecided' },
      );
    }
    const parties = [...new Set([...before.parties, ...recipients.map(({ organisation }) => organisation)])];
    const change = {
      content: { ...before.content, date: before.content.date ?? context.now().toISOString().slice(0, 10) },
      state: 'sent',
      sentAt: context.now(),
      frozen: recipients,
      visibility: 'parties',
      parties,
    } as const;
    if (!(await updateLetter(context.db, before.id, version, change))) refuseStale('The letter');
    const after: Letter = { ...before, ...change };
    const about = { kind: 'letter', id: before.id } as const;
    await remember(context, 'sent', about, { before: { state: before.state }, after: { recipients } });
    await announce(context, { written: [letterWritten(after)] });
    const cycle = after.cycle === null ? null : await cycleBy(context.db, { id: after.cycle });
    if (after.kind === 'circulation' && cycle !== null) await circulate(context, cycle, after);
    const files = [...(await filesOf(context, after, cycle)), ...enclosed];
    const { content } = after;
    const batch = await queueMessage(context, {
      kind: after.kind === 'other' ? 'letter' : after.kind,
      to: {
        organisations: recipients.filter(({ copy }) => !copy).map(({ organisation }) => organisation),
        copies: recipients.filter(({ copy }) => copy).map(({ organisation }) => organisation),
      },
      about,
      subjectLine:
        content.reference === '' ? content.subject : `${content.reference}: ${content.subject}`.slice(0, 300),
      text: plainLetter(content),
      attachments: await Promise.all(
        files.map(async ({ name, media, bytes }) => ({
          name,
          media,
          sha256: await context.files.keep(bytes),
          bytes: bytes.length,
        })),
      ),
    });
    return batch ?? newId();
  });
}

/** The letter itself, in Word and, where pages can be set here, as PDF. */
async function filesOf(context: Context, letter: Letter, cycle: Cycle | null): Promise<LetterFile[]> {
  const repliesTo = letter.repliesTo === null ? null : await letterBy(context.db, { id: letter.repliesTo });
  const formats = printing().available ? (['docx', 'pdf'] as const) : (['docx'] as const);
  return formats.map((format) => printed(context, letter, cycle, repliesTo, format));
}

/** Exactly those who get the circulation see its requests from now on, and the requests are in circulation. */
async function circulate(context: Context, cycle: Cycle, letter: Letter): Promise<void> {
  await holdCycle(context.db, cycle.id);
  const requests = await listApplications(context.db, audienceOf(context.viewer), { cycle: cycle.id });
  const leads = movesFrom(cycle.settings.applications, 'screened', ['secretariat']).some(
    ({ to }) => to === 'circulated',
  );
  for (const request of requests.filter(isCirculated)) {
    await openTo(context, request, letter.parties, cycle.year);
    if (request.stage === 'screened' && leads) {
      await moveApplication(context, request.slug, request.version + 1, 'circulated');
    }
  }
}

async function openTo(context: Context, before: Application, organisations: readonly string[], year: number) {
  const parties = [...new Set([...before.parties, ...organisations])];
  // A request of a call that was read may be shown to all members, among whom affiliates and partners are not.
  const visibility = before.visibility === 'public' ? before.visibility : 'parties';
  const after = { visibility, parties } as const;
  if (!(await updateApplication(context.db, before.id, before.version, after, context.now()))) {
    refuseStale('A request');
  }
  const subject = { kind: 'application', id: before.id } as const;
  await remember(context, 'circulated', subject, {
    before: { visibility: before.visibility, parties: before.parties },
    after,
  });
  await announce(context, { written: [applicationWritten({ ...before, ...after }, year)] });
}

/** What search learns of a letter that was sent. */
function letterWritten({ id, slug, content, visibility, parties }: Letter): Written {
  return {
    kind: 'letter',
    id,
    address: `/missions/letters/${slug}`,
    title: content.reference === '' ? content.subject : `${content.reference}: ${content.subject}`,
    body: plainLetter(content),
    year: content.date === null ? null : Number(content.date.slice(0, 4)),
    organisation: null,
    visibility,
    parties,
    passages: [],
  };
}
