/** What journeys through missions begin with: a cycle that takes requests, organisations, and people who sign in. */
import { system } from '#modules/access/index.ts';
import { openAccount, type Context } from '#modules/access/server/index.ts';
import { organisationNamed } from '#modules/directory/server/index.ts';
import { openCycle } from '#modules/missions/server/index.ts';
import { hear } from '#modules/trace/server/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { openWorkbench } from '#platform/workbench/index.ts';
import type { Workbench } from './workbench.ts';

export const password = 'long enough for a test';

/** Does something with the services of a workbench that runs, beside its pages. */
export async function beside<T>({ dataFolder }: Workbench, work: (context: Context) => Promise<T>): Promise<T> {
  const opened = await openWorkbench({ ...readConfig({}), dataFolder, logLevel: 'silent' });
  try {
    const { db, files } = opened;
    return await work({ viewer: system, via: 'start', db, files, now: () => new Date(), hear });
  } finally {
    await opened.close();
  }
}

/** A cycle that everybody of a member administration sees, open for a long time. @returns its address's last part */
export const openMissions = (workbench: Workbench): Promise<string> =>
  beside(workbench, (context) =>
    openCycle(context, {
      programme: 'Lagoon Expert Mission',
      year: 2090,
      organiser: 'the Oceanic Communications Union',
      plan: null,
      visibility: 'members',
      deadlines: { applications: '2090-06-30', offers: '2090-09-30' },
    }),
  );

/** An organisation with people who sign in by these names. @returns its id */
export const peopleOf = (
  workbench: Workbench,
  organisation: { key: string; name: string; country?: string },
  people: { name: string; role: 'member' | 'expert' | 'partner' | 'drafter' | 'secretariat' }[],
): Promise<string> =>
  beside(workbench, async (context) => {
    const { id } = await organisationNamed(context, organisation);
    for (const { name, role } of people) {
      await openAccount(context, { signInName: name, name: `Person ${name}`, role, organisation: id, password });
    }
    return id;
  });
