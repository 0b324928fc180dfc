/** What somebody has in hand: what is due of missions, contributions that wait for an answer, those in preparation, drafts. */
import { may } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { duties } from '#modules/missions/server/index.ts';
import { applicationAtWork, cycles, cycleView, myApplications } from '#modules/missions/server/index.ts';
import { codeOfContribution } from '#modules/texts/index.ts';
import { drafts, preparation, preparations, support } from '#modules/texts/server/index.ts';
import { count, day } from '#ui/index.ts';
import { nextStep } from './missions/applications/next.ts';

/** One line of it, the most pressing first. */
export interface InHand {
  address: string;
  name: string;
  said: string;
}

/** How many of each kind the first page names; the lists have all. */
const most = 5;

/** @returns `null` for those who neither draft texts nor answer for a member */
export async function inHand(context: Context): Promise<InHand[] | null> {
  const drafting = may(context.viewer, 'draft-texts').allowed;
  const { organisation } = context.viewer;
  if (!drafting && organisation === null) return null;
  const open = (await preparations(context)).filter(({ stage }) => stage !== 'submitted').slice(0, most);
  const prepared = await Promise.all(open.map((row) => ofPreparation(context, row.slug)));
  const texts = drafting ? (await drafts(context)).slice(0, most) : [];
  return [
    ...(await requestsInHand(context)),
    ...(await ofCycles(context)),
    ...(await ofMissions(context)),
    ...prepared.flat().sort((one, other) => Number(other.pressing) - Number(one.pressing)),
    ...texts.map(({ slug, title, version, changed_at }) => ({
      address: `/texts/drafts/${slug}`,
      name: title,
      said: version === 0 ? 'Draft, nothing written yet' : `Draft, changed on ${day(changed_at)}`,
    })),
  ];
}

/** What the newest cycles wait for, for those who run them. */
async function ofCycles(context: Context): Promise<InHand[]> {
  if (!may(context.viewer, 'run-missions').allowed) return [];
  const newest = (await cycles(context)).toSorted((one, other) => other.year - one.year).slice(0, most);
  const views = await Promise.all(newest.map(({ slug }) => cycleView(context, slug)));
  return views.flatMap(({ cycle: { slug, programme, year }, waiting }) => {
    if (waiting.length === 0) return [];
    const said = waiting.map(({ text }) => text).join(' ');
    return [{ address: `/missions/${slug}`, name: `${programme} ${year}`, said }];
  });
}

/** What is due of the viewer in missions: one line a mission, with what presses most. */
async function ofMissions(context: Context): Promise<InHand[]> {
  const mine = (await duties(context)).filter((duty) => duty.mine);
  return [...Map.groupBy(mine, ({ slug }) => slug)].slice(0, most).flatMap(([slug, [first, ...others]]) => {
    if (first === undefined) return [];
    const { title, what, due, overdue } = first;
    const more = others.length === 0 ? '' : `, and ${others.length} more`;
    const said = `${what}, ${overdue ? 'overdue since' : 'due by'} ${day(due)}${more}`;
    return [{ address: `/missions/missions/${slug}`, name: title, said }];
  });
}

/** Requests of the viewer's organisation that wait for it. */
async function requestsInHand(context: Context): Promise<InHand[]> {
  const mine = (await myApplications(context)).map(({ application }) => application.slug);
  const works = await Promise.all(mine.map((slug) => applicationAtWork(context, slug)));
  return works
    .filter(({ mayChange, waitsFor }) => mayChange && waitsFor === 'applicant')
    .slice(0, most)
    .map((work) => ({
      address: `/missions/applications/${work.application.slug}`,
      name: work.application.title,
      said: nextStep(work) ?? work.stage,
    }));
}

/** What a contribution in preparation asks of the viewer: an answer, or work on it; nothing of all others. */
async function ofPreparation(context: Context, slug: string): Promise<(InHand & { pressing: boolean })[]> {
  const { preparation: row, mayWork } = await preparation(context, slug);
  const { replies } = await support(context, slug);
  const address = `/texts/preparations/${slug}`;
  const name = `${codeOfContribution(row)} – ${row.title}`;
  const until = row.replyBy === null ? '' : ` until ${day(row.replyBy)}`;
  const answered = new Set(replies.map((reply) => reply.organisation));
  const { organisation } = context.viewer;
  if (row.stage === 'asked' && organisation !== null && row.members.includes(organisation)) {
    if (!answered.has(organisation)) {
      return [{ address: `${address}/reply`, name, said: `Asks for your answer${until}`, pressing: true }];
    }
  }
  if (!mayWork) return [];
  const silent = row.members.filter((member) => !answered.has(member)).length;
  const said =
    row.stage === 'drafting'
      ? 'Contribution in preparation'
      : row.stage === 'concluded'
        ? 'Answers are closed; not submitted yet'
        : `Members are asked${until}; ${silent === 0 ? 'all have answered' : `${count(silent, 'member has', 'members have')} not answered`}`;
  return [{ address, name, said, pressing: false }];
}
