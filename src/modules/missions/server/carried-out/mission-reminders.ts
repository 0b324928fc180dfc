/** Reminders of what is due: they wait in the outbox until the secretariat has looked at them. */
import { printedDay } from '#kernel/dates.ts';
import { refuse } from '#kernel/problem.ts';
import { mustMay, remember, together, type Context } from '#modules/access/server/index.ts';
import { noLongerNeeded, queueMessage } from '#modules/post/server/index.ts';
import { paragraphs } from '../cycle/applicant-mail.ts';
import { mission, type Mission } from './carried-out.ts';
import { duties, type MissionDuty } from './mission-duties.ts';

const kind = 'mission-reminder';

/**
 * Lets one reminder wait for each organisation of which something is due; one that waits already gives way.
 * @returns how many organisations are written to @throws Refusal `not-found`, `nothing-due`
 */
export async function remindOfDuties(context: Context, slug: string): Promise<number> {
  mustMay(context, 'run-missions');
  return together(context, async (context) => {
    const { mission: found } = await mission(context, slug);
    const due = await duties(context, slug);
    const about = { kind: 'mission', id: found.id } as const;
    await noLongerNeeded(context, { about, kind });
    let written = 0;
    for (const organisation of new Set([
      ...(found.beneficiary === null ? [] : [found.beneficiary]),
      ...found.offerers,
    ])) {
      const its = due.filter((duty) => concerns(found, duty, organisation));
      if (its.length === 0) continue;
      await queueMessage(context, {
        kind,
        about,
        to: { organisations: [organisation] },
        subjectLine: `Mission: ${found.title}`.slice(0, 300),
        text: words(found, its),
      });
      written++;
    }
    if (written === 0) refuse('nothing-due', 'Nothing is due of the organisations concerned.', 'Look again later.');
    await remember(context, 'let reminders wait for', about, { after: { organisations: written } });
    return written;
  });
}

function concerns(
  { beneficiary, offerers }: Mission,
  { whom, organisations }: MissionDuty,
  organisation: string,
): boolean {
  if (organisations !== null) return organisations.includes(organisation);
  return (
    (organisation === beneficiary && whom.includes('beneficiary')) ||
    (offerers.includes(organisation) && whom.includes('offerer'))
  );
}

const words = ({ slug, title }: Mission, due: readonly MissionDuty[]): string =>
  paragraphs(
    'Dear colleagues,',
    `In the mission “${title}” we count on you for the following:`,
    due
      .map(({ what, due: day, overdue }) => `- ${what}: ${overdue ? 'was due' : 'due'} by ${printedDay(day)}`)
      .join('\n'),
    `Its page is /missions/missions/${slug} of the workbench.`,
    'The Secretariat',
  );
