import { anybody, Role, roleNames, system, type Viewer } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { hear } from '#modules/trace/server/index.ts';
import { refuse } from '#kernel/problem.ts';
import { openWorkbench } from '#platform/workbench/index.ts';

/** Opens the register for one command and closes it again. */
export async function withRegister<T>(viewer: Viewer, work: (context: Context) => Promise<T>): Promise<T> {
  const workbench = await openWorkbench();
  try {
    const { db, files } = workbench;
    return await work({ viewer, via: 'command line', db, files, now: () => new Date(), hear });
  } finally {
    await workbench.close();
  }
}

/** The viewer of a role named on the command line. What leaves the register is public unless somebody says otherwise. */
export function viewerOf(role: string | undefined): Viewer {
  const checked = Role.safeParse(role ?? 'public');
  if (!checked.success)
    refuse('bad-option', `There is no role "${role}".`, `Roles: ${Role.options.join(', ')}.`, { field: '--role' });
  if (checked.data === 'public') return anybody;
  return {
    account: null,
    name: `Command line, as ${roleNames[checked.data].toLowerCase()}`,
    role: checked.data,
    organisation: null,
  };
}

/** Whoever can run commands on the data folder owns it. */
export const operator: Viewer = {
  ...system,
  name: `Command line (${process.env['USER'] ?? process.env['LOGNAME'] ?? 'operator'})`,
};
