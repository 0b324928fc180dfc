/** Asking members for support: who is asked, what each answered, and what follows by the rule of the conference. */
import { refuse } from '#kernel/problem.ts';
import { mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { organisationNames } from '#modules/directory/server/index.ts';
import { noLongerNeeded, openMessages } from '#modules/post/server/index.ts';
import { putInOutbox, takeFromOutbox, waitingInOutbox } from '#platform/db/index.ts';
import type { ProposalSymbol } from '../domain/contributions/contribution.ts';
import { remindersBefore, SupportRule, tallyOf, type Answer, type SupportTally } from '../domain/support/support.ts';
import {
  insertReplies,
  lockPreparation,
  proposalsOfPreparation,
  repliesOfPreparation,
  updatePreparation,
  type Preparation,
  type StoredReply,
} from '../store/preparations.ts';
import type { ReplyWay } from '../store/tables.ts';
import { mine, preparation } from './preparations.ts';

export type { StoredReply, SupportTally };

/** How a contribution stands with its members. */
export interface Support {
  preparation: Preparation;
  proposals: {
    id: string;
    serial: number;
    symbol: ProposalSymbol;
    about: string;
    title: string | null;
    tally: SupportTally;
  }[];
  replies: StoredReply[];
  /** What will be sent, and when. */
  waiting: { kind: string; member: string; due: Date }[];
}

/**
 * The table of support and opposition. Remarks are for the proponent, the secretariat and the member that made them;
 * what waits to be sent for those who work on the contribution.
 * @throws Refusal `not-found`
 */
export async function support(context: Context, slug: string): Promise<Support> {
  const found = await preparation(context, slug);
  const replies = await repliesOfPreparation(context.db, found.preparation.id);
  const { organisation } = context.viewer;
  const waiting = found.mayWork ? await lettersOf(context, found.preparation.id) : [];
  return {
    preparation: found.preparation,
    proposals: found.proposals.map(({ id, serial, symbol, about, title }) => ({
      id,
      serial,
      symbol,
      about,
      title,
      tally: tallyOf(
        found.preparation.rule,
        found.preparation.members,
        replies
          .filter((reply) => reply.proposal === id)
          .map((reply) => ({ member: reply.organisation, answer: reply.answer })),
      ),
    })),
    replies: found.mayWork ? replies : replies.filter((reply) => reply.organisation === organisation),
    waiting,
  };
}

/** Letters that have not left: those whose day has not come, and those that somebody looks at first. */
async function lettersOf(context: Context, id: string): Promise<Support['waiting']> {
  const subject = { kind: 'preparation', id } as const;
  const planned = await waitingInOutbox(context.db, subject);
  const waiting = await openMessages(context, subject);
  return [
    ...waiting.map(({ kind, organisation, due }) => ({ kind, member: organisation ?? '', due })),
    ...planned.map(({ kind, payload, due }) => ({ kind, member: String(payload['member']), due })),
  ];
}

/** Whom a group asks, until when, and by which rule the answers count. */
export interface Asking {
  members: readonly string[];
  /** ISO date. */
  replyBy: string;
  rule: SupportRule;
}

/**
 * Asks the members of the group: from now on all member administrations see the proposals, and the outbox holds an
 * invitation and reminders for each member. Asking again changes the day, the rule and who is asked; answers stay.
 */
export async function askForSupport(context: Context, slug: string, version: number, asking: Asking): Promise<void> {
  mustMay(context, 'draft-texts');
  const rule = SupportRule.safeParse(asking.rule);
  const today = context.now().toISOString().slice(0, 10);
  if (!rule.success) {
    const [issue] = rule.error.issues;
    refuse('bad-rule', issue?.message ?? 'The rule cannot be used.', '', { field: String(issue?.path[0] ?? 'rule') });
  }
  if (!/^\d{4}-\d\d-\d\d$/.test(asking.replyBy) || Number.isNaN(Date.parse(asking.replyBy))) {
    refuse('bad-date', 'Enter the day until which members are asked to answer.', '', { field: 'replyBy' });
  }
  if (asking.replyBy <= today) refuse('bad-date', 'That day has passed.', 'Choose a later day.', { field: 'replyBy' });
  if (asking.members.length === 0) refuse('no-members', 'Nobody is asked.', 'Choose members.', { field: 'members' });
  await together(context, async (context) => {
    const { preparation: before, proposals } = await mine(context, slug);
    if (before.stage === 'submitted') refuse('submitted', 'The contribution was submitted.', 'Nothing more is asked.');
    if (proposals.length === 0) refuse('no-proposals', 'There is nothing to support yet.', 'Add a proposal first.');
    const members = [...new Set(asking.members)];
    await mustExist(context, members);
    const changes = {
      stage: 'asked' as const,
      members,
      replyBy: asking.replyBy,
      rule: rule.data,
      visibility: 'members' as const,
    };
    if (!(await updatePreparation(context.db, before.id, version, changes))) refuseStale('The contribution');
    await planLetters(context, before, { members, replyBy: asking.replyBy, today });
    await remember(context, 'asked for support of', { kind: 'preparation', id: before.id }, { before, after: changes });
  });
}

/** An invitation now and reminders before the day; those planned earlier give way. */
async function planLetters(
  context: Context,
  { id, slug, title, members: asked }: Preparation,
  { members, replyBy, today }: { members: readonly string[]; replyBy: string; today: string },
): Promise<void> {
  const subject = { kind: 'preparation', id };
  const waiting = await waitingInOutbox(context.db, subject);
  await takeFromOutbox(
    context.db,
    waiting.filter(({ kind }) => kind === 'support-reminder').map((news) => news.id),
  );
  const payload = (member: string) => ({ member, title, replyBy, address: `/texts/preparations/${slug}/reply` });
  await putInOutbox(context.db, [
    ...members
      .filter((member) => !asked.includes(member))
      .map((member) => ({ kind: 'support-asked', subject, payload: payload(member) })),
    ...members.flatMap((member) =>
      remindersBefore(replyBy, today).map((day) => ({
        kind: 'support-reminder',
        subject,
        payload: payload(member),
        due: new Date(`${day}T08:00:00Z`),
      })),
    ),
  ]);
}

/** One answer of a member to one proposal. */
export interface GivenAnswer {
  serial: number;
  answer: Answer;
  remark: string;
}

/**
 * Records what a member answers. A member answers for itself; the proponent and the secretariat record what reached
 * them by letter. Every answer is kept, the last one counts.
 */
export async function answerOnSupport(
  context: Context,
  slug: string,
  member: string,
  answers: readonly GivenAnswer[],
  by: { way: ReplyWay; source: string | null } = { way: 'browser', source: null },
): Promise<number> {
  mustMay(context, 'answer-for-members');
  return together(context, async (context) => {
    await lockPreparation(context.db, slug);
    const { preparation: about, mayWork } = await preparation(context, slug);
    if (!mayWork) mustAnswerFor(context, member);
    if (about.stage !== 'asked') refuse('not-asked', 'Members are not asked at the moment.', 'Ask the proponent.');
    if (!about.members.includes(member)) {
      refuse('not-asked', 'This organisation was not asked.', 'Ask the proponent to add it.', { field: 'member' });
    }
    const proposals = await proposalsOfPreparation(context.db, about.id);
    const known = await repliesOfPreparation(context.db, about.id);
    const news = answers.flatMap(({ serial, answer, remark }) => {
      const proposal = proposals.find((other) => other.serial === serial);
      if (proposal === undefined) refuse('not-found', `There is no proposal ${serial} in it.`, 'Load the page again.');
      const last = known.findLast((reply) => reply.proposal === proposal.id && reply.organisation === member);
      return last?.answer === answer && last.remark === remark ? [] : [{ proposal: proposal.id, answer, remark }];
    });
    await insertReplies(
      context.db,
      news.map((reply) => ({
        ...reply,
        organisation: member,
        cameBy: by.way,
        account: context.viewer.account,
        source: by.source,
      })),
    );
    await withoutReminders(context, about, member, proposals, [
      ...known,
      ...news.map((one) => ({ ...one, organisation: member })),
    ]);
    if (news.length > 0) {
      await remember(
        context,
        'answered on',
        { kind: 'preparation', id: about.id },
        { after: { member, answers: news } },
      );
    }
    return news.length;
  });
}

/** Who has answered on everything is not reminded. */
async function withoutReminders(
  context: Context,
  { id }: Preparation,
  member: string,
  proposals: readonly { id: string }[],
  replies: readonly { proposal: string; organisation: string }[],
): Promise<void> {
  const open = proposals.some(
    (proposal) => !replies.some((reply) => reply.proposal === proposal.id && reply.organisation === member),
  );
  if (open) return;
  const waiting = await waitingInOutbox(context.db, { kind: 'preparation', id });
  const done = waiting.filter(({ kind, payload }) => kind === 'support-reminder' && payload['member'] === member);
  await takeFromOutbox(
    context.db,
    done.map((news) => news.id),
  );
  await noLongerNeeded(context, {
    about: { kind: 'preparation', id },
    kind: 'support-reminder',
    organisation: member,
  });
}

/** Closes the asking: the tally as it stands is what the document prints. */
export async function concludeSupport(context: Context, slug: string, version: number): Promise<void> {
  mustMay(context, 'draft-texts');
  await together(context, async (context) => {
    const { preparation: before } = await mine(context, slug);
    if (before.stage !== 'asked') refuse('not-asked', 'Members are not asked at the moment.', 'Ask them first.');
    if (!(await updatePreparation(context.db, before.id, version, { stage: 'concluded' })))
      refuseStale('The contribution');
    const waiting = await waitingInOutbox(context.db, { kind: 'preparation', id: before.id });
    await takeFromOutbox(
      context.db,
      waiting.filter(({ kind }) => kind === 'support-reminder').map((news) => news.id),
    );
    await noLongerNeeded(context, { about: { kind: 'preparation', id: before.id }, kind: 'support-reminder' });
    await remember(
      context,
      'closed the answers on',
      { kind: 'preparation', id: before.id },
      { before: { stage: before.stage }, after: { stage: 'concluded' } },
    );
  });
}

/** Those who do not work on the contribution answer for their own organisation. */
function mustAnswerFor({ viewer }: Context, member: string): void {
  if (viewer.organisation === member) return;
  refuse('not-allowed', 'You may answer for your own organisation only.', 'Ask the proponent to record the answer.');
}

async function mustExist(context: Context, members: readonly string[]): Promise<void> {
  const known = await organisationNames(context, members);
  if (members.some((member) => !known.has(member))) {
    refuse('not-found', 'One of the members is not in the directory.', 'Load the page again.', { field: 'members' });
  }
}
