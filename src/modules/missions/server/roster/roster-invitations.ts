/**
 * Links by which people keep their own entries without an account. A link opens one entry, ends by itself, by its use
 * and at a word of the secretariat. Its token is kept as a hash: it stands in the message that waits to go out, is
 * shown once to be copied, and in no log, history or search.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { isId, newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { queueMessage } from '#modules/post/server/index.ts';
import { isStale } from '../../domain/roster/consent.ts';
import {
  endInvitations,
  entryBy,
  insertInvitation,
  invitationByHash,
  invitationsOf,
  lockAccount,
  type StoredEntry,
  type StoredInvitation,
} from '../../store/roster.ts';
import {
  asHouse,
  changeEntry,
  contactsOfEntry,
  emptyEntry,
  rosterEntry,
  today,
  type EntryChange,
  type RosterEntry,
} from './roster.ts';

export type { StoredInvitation };

/** Days for which a link is good, as a choice. */
export const invitationDays = [14, 30, 60] as const;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** What comes of an invitation: the link is told once and can be had from nowhere again. */
export interface Invited {
  /** The path of the link: "/missions/roster/invitation/…". */
  path: string;
  expiresAt: Date;
  /** Whether a message waits in the outbox; not where no e-mail address is known. */
  queued: boolean;
}

/**
 * Makes a link for the person of an entry and lets the message with it wait in the outbox. Links made before end.
 * @param origin how the workbench is reached, "https://…"
 */
export async function inviteToRoster(context: Context, slug: string, days: number, origin: string): Promise<Invited> {
  mustMay(context, 'run-missions');
  if (!(invitationDays as readonly number[]).includes(days)) {
    refuse('bad-days', 'Choose for how long the link is good.', '', { field: 'days' });
  }
  return together(context, async (context) => {
    const entry = await rosterEntry(context, slug);
    if (entry.emptiedAt !== null) refuse('not-open', 'The personal data of this entry were removed.', '');
    const at = context.now();
    await endInvitations(context.db, { expert: entry.id }, 'revoked', at);
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(at.getTime() + days * 86_400_000);
    const id = newId(at.getTime());
    await insertInvitation(context.db, {
      id,
      expert: entry.id,
      madeBy: context.viewer.name,
      madeAt: at,
      expiresAt,
      tokenHash: hashOf(token),
    });
    const path = `/missions/roster/invitation/${token}`;
    const { email } = await contactsOfEntry(context, entry);
    const about = { kind: 'expert' as const, id: entry.id };
    const batch =
      email === ''
        ? null
        : await queueMessage(asHouse(context), {
            kind: 'invitation',
            to: { persons: [entry.person ?? entry.id] },
            about,
            subjectLine: 'Your entry on our roster of experts',
            text: invitationText(new URL(path, origin).href, expiresAt),
          });
    await remember(context, 'invited', about, { after: { until: expiresAt.toISOString().slice(0, 10) } });
    return { path, expiresAt, queued: batch !== null };
  });
}

const invitationText = (link: string, expiresAt: Date): string =>
  `Dear colleague,

we keep a roster of people and organisations who help our members with expert missions, and would like you to look at
the entry about you. The link below shows everything that is kept, and who sees it. You can change it, say what you
agree to, or be removed. No account is needed.

${link}

The link is for you alone and is good until ${expiresAt.toISOString().slice(0, 10)}. If you do nothing, nothing is shown to others.
`;

/** Links of an entry, newest first: for the secretariat. */
export async function invitationsTo(context: Context, slug: string): Promise<StoredInvitation[]> {
  mustMay(context, 'run-missions');
  return invitationsOf(context.db, (await rosterEntry(context, slug)).id);
}

/** Ends a link before its time. */
export async function revokeInvitation(context: Context, slug: string, id: string): Promise<void> {
  mustMay(context, 'run-missions');
  await together(context, async (context) => {
    const entry = await rosterEntry(context, slug);
    const ended = isId(id) ? await endInvitations(context.db, { expert: entry.id, id }, 'revoked', context.now()) : 0;
    if (ended === 0) refuse('not-open', 'This link is no longer open.', 'Look at the entry again.');
    await remember(context, 'revoked the invitation of', { kind: 'expert', id: entry.id });
  });
}

/** What the holder of a link sees: everything that is kept, and until when the link is good. */
export interface OpenedInvitation {
  entry: RosterEntry;
  contacts: { email: string; telephone: string };
  expiresAt: Date;
}

/** Opens an entry by its link, for whoever holds it. @throws Refusal `not-found`, whatever is wrong with the link */
export async function openInvitation(context: Context, token: string): Promise<OpenedInvitation> {
  const { entry, invitation } = await mustBeOpen(context, token);
  return {
    entry: { ...entry, stale: isStale(entry.confirmedOn, today(context)), whole: true, own: true },
    contacts: await contactsOfEntry(context, entry),
    expiresAt: invitation.expiresAt,
  };
}

/** A link that is wrong, used, revoked or over is told the same way, in the same time. */
async function mustBeOpen(
  context: Context,
  token: string,
): Promise<{ entry: StoredEntry; invitation: StoredInvitation }> {
  const hash = hashOf(token.slice(0, 200));
  const invitation = await invitationByHash(context.db, hash);
  const same = timingSafeEqual(Buffer.from(hash), Buffer.from(invitation?.tokenHash ?? '0'.repeat(64)));
  const open = same && invitation !== null && invitation.ended === null && invitation.expiresAt > context.now();
  const entry = await entryBy(context.db, { id: open ? invitation.expert : '00000000-0000-0000-0000-000000000000' });
  if (!open || entry === null || entry.emptiedAt !== null) {
    return refuse(
      'not-found',
      'This link is not good: it was used, has ended, or was never made.',
      'Ask the secretariat for a new one.',
    );
  }
  return { entry, invitation };
}

/** In histories, whoever answered by a link: not by name. */
const invited = 'the invited person';

/** Takes what the holder of a link says of the entry, with what they agree to, and ends the link. */
export async function answerInvitation(
  context: Context,
  token: string,
  version: number,
  change: Omit<EntryChange, 'confirmed' | 'consent'> & Required<Pick<EntryChange, 'consent'>>,
): Promise<void> {
  await together(context, async (context) => {
    const { entry, invitation } = await mustBeOpen(context, token);
    const { account, role } = context.viewer;
    if (account !== null) await lockAccount(context.db, account);
    // An expert who is signed in keeps the entry with the account from now on.
    const bound = role === 'expert' && account !== null && (await entryBy(context.db, { account })) === null;
    const mine = bound && entry.account === null ? { ...entry, account } : entry;
    await changeEntry(asHouse(context, invited), mine, version, { ...change, confirmed: true });
    await endInvitations(context.db, { expert: entry.id, id: invitation.id }, 'confirmed', context.now());
  });
}

/** Removes the personal data of the entry that a link opens, because its holder asks for it. */
export async function declineInvitation(context: Context, token: string, version: number): Promise<void> {
  await together(context, async (context) => {
    const { entry } = await mustBeOpen(context, token);
    if (entry.version !== version) refuseStale('The entry');
    await emptyEntry(asHouse(context, invited), entry, 'The person asked for it, by the link.');
  });
}
