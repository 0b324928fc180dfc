/** What the roster does by the calendar: personal data go when consent ends, people are reminded before it does. */
import { setTimeout as wait } from 'node:timers/promises';
import { mustMay, remember, together, type Context } from '#modules/access/server/index.ts';
import { queueMessage } from '#modules/post/server/index.ts';
import { reminderDays } from '../../domain/roster/consent.ts';
import { deleteImportFiles, entriesEnding, updateEntry } from '../../store/roster.ts';
import { contactsOfEntry, emptyEntry, today } from './roster.ts';

/** What was done. */
export interface RosterKept {
  emptied: number;
  reminded: number;
  /** Files of imports that were deleted. */
  files: number;
}

/** Removes what nobody has consent for any more, and reminds those whose consent ends soon. */
export async function keepRosterClean(context: Context): Promise<RosterKept> {
  mustMay(context, 'run-missions');
  const now = today(context);
  const emptied = await removeExpired(context, now);
  const soon = new Date(context.now().getTime() + reminderDays * 86_400_000).toISOString().slice(0, 10);
  const reminded = await together(context, async (context) => {
    let count = 0;
    for (const entry of await entriesEnding(context.db, soon)) {
      if (entry.remindedOn !== null) continue;
      const { email } = await contactsOfEntry(context, entry);
      if (
        email === '' ||
        !(await updateEntry(context.db, entry.id, entry.version, { remindedOn: now }, context.now()))
      ) {
        continue;
      }
      const about = { kind: 'expert' as const, id: entry.id };
      await queueMessage(context, {
        kind: 'reminder',
        to: { persons: [entry.person ?? entry.id] },
        about,
        subjectLine: 'Your entry on our roster of experts ends soon',
        text: reminderText(entry.consent?.expiresOn ?? soon),
      });
      await remember(context, 'reminded of the end of consent', about);
      count++;
    }
    return count;
  });
  return { emptied, reminded, files: await deleteImportFiles(context.db, now) };
}

async function removeExpired(context: Context, now: string): Promise<number> {
  return together(context, async (context) => {
    const expired = await entriesEnding(context.db, now);
    for (const entry of expired) await emptyEntry(context, entry, 'The consent had ended.');
    return expired.length;
  });
}

const reminderText = (last: string): string =>
  `Dear colleague,

your consent to be on our roster of experts ends on ${last}. If you would like to stay, answer this message and we send
you a link by which you can look at your entry and confirm it. If you do nothing, everything about you is removed from
the roster after that day.
`;

/** Seconds between two looks at the calendar. */
const pause = 24 * 3600;

/**
 * Keeps the roster clean for as long as the process lives, first at once, then every day.
 * @param report told of what went wrong; it gets no names
 * @returns a function that stops it
 */
export function startRosterKeeping(context: Context, report: (cause: unknown) => void): () => Promise<void> {
  mustMay(context, 'run-missions');
  const stopping = new AbortController();
  const { signal } = stopping;
  const work = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await keepRosterClean(context);
      } catch (cause) {
        if (!signal.aborted) report(cause);
      }
      await wait(pause * 1000, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const working = work();
  return async () => {
    stopping.abort();
    await working;
  };
}
