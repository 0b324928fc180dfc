/**
 * When a preliminary common proposal becomes a common one: members of a group answer, and the rule of the conference
 * says how much support is enough and how much opposition is too much. Nobody is bound by an answer.
 */
import { z } from 'zod';

/** What a member says of a proposal; `withdrawn` takes an earlier answer back. */
export const Answer = z.enum(['supporting', 'not-supporting', 'withdrawn']);
export type Answer = z.infer<typeof Answer>;

/** How answers are called on pages and forms. */
export const answerNames: Record<Answer, string> = {
  supporting: 'Supporting',
  'not-supporting': 'Not supporting',
  withdrawn: 'Answer withdrawn',
};

const Percent = z
  .number()
  .min(0, 'A percentage lies between 0 and 100.')
  .max(100, 'A percentage lies between 0 and 100.');

/** The thresholds of a conference for one group of members. */
export const SupportRule = z.object({
  /** Supporting members, at least this many in a hundred of all members of the group. */
  leastSupport: Percent,
  /** And at least this many members, where the rule names a number. */
  leastMembers: z.int().min(0).nullable(),
  /** Opposing members, at most this many for a hundred supporting ones. */
  mostOpposition: Percent,
  /** Whether the secretariat of the conference confirmed the rule. */
  confirmed: z.boolean(),
});
export type SupportRule = z.infer<typeof SupportRule>;

/** What is usual, to be confirmed by the secretariat of each conference (design page on texts, "Regional support"). */
export const usualRule: SupportRule = { leastSupport: 25, leastMembers: null, mostOpposition: 50, confirmed: false };

/** One answer of one member to one proposal, oldest first in lists of them. */
export interface Reply {
  member: string;
  answer: Answer;
}

/** Where a proposal stands. */
export interface SupportTally {
  supporting: string[];
  opposing: string[];
  /** Asked, and without a standing answer. */
  silent: string[];
  /** Members that must support. */
  needed: number;
  /** Members that may oppose at most, given the present support. */
  mayOppose: number;
  /** `common`: enough support, not too much opposition. `opposed`: enough support, too much opposition. */
  state: 'common' | 'opposed' | 'preliminary';
}

/**
 * Counts the last answer of each member. Answers of organisations that are not members of the group do not count.
 * @param members all members of the group, whether they were asked or not
 */
export function tallyOf(rule: SupportRule, members: readonly string[], replies: readonly Reply[]): SupportTally {
  const last = new Map<string, Answer>();
  for (const { member, answer } of replies) last.set(member, answer);
  const answering = (answer: Answer): string[] => members.filter((member) => last.get(member) === answer);
  const supporting = answering('supporting');
  const opposing = answering('not-supporting');
  const silent = members.filter((member) => !supporting.includes(member) && !opposing.includes(member));
  const needed = Math.max(atLeast(rule.leastSupport, members.length), rule.leastMembers ?? 0, 1);
  const mayOppose = atMost(rule.mostOpposition, supporting.length);
  const enough = supporting.length >= needed;
  const state = !enough ? 'preliminary' : opposing.length > mayOppose ? 'opposed' : 'common';
  return { supporting, opposing, silent, needed, mayOppose, state };
}

/** "10 of 38 members support, 9 are needed; 2 oppose, 5 may": where a proposal stands, in words. */
export function tallyInWords(tally: SupportTally, rule: SupportRule): string {
  const { supporting, opposing, silent, needed, mayOppose, state } = tally;
  const all = supporting.length + opposing.length + silent.length;
  const support = `${supporting.length} of ${all} members ${supporting.length === 1 ? 'supports' : 'support'}; ${needed} needed.`;
  const opposition = `${opposing.length} ${opposing.length === 1 ? 'opposes' : 'oppose'}; at most ${mayOppose} may.`;
  const result = {
    common: 'It is a common proposal.',
    opposed: 'There is enough support, and too much opposition.',
    preliminary: 'It stays preliminary.',
  }[state];
  return [support, opposition, result, rule.confirmed ? '' : 'The thresholds are not confirmed.'].join(' ').trim();
}

// Hundredths of per cent as whole numbers, so that 25 % of 38 is exactly 9.5 and never 9.500000001.
const atLeast = (percent: number, of: number): number => Math.ceil((Math.round(percent * 100) * of) / 10_000);
const atMost = (percent: number, of: number): number => Math.floor((Math.round(percent * 100) * of) / 10_000);

/** When members are reminded, before the day until which they are asked to answer. */
export function remindersBefore(replyBy: string, askedOn: string): string[] {
  return [7, 1].map((days) => dayBefore(replyBy, days)).filter((day) => day > askedOn);
}

function dayBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
