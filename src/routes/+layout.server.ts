import { may, roleNames } from '#modules/access/index.ts';
import { whatIsIn } from '#modules/intake/server/index.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
  const { viewer } = locals.context;
  const kept = await whatIsIn(locals.context);
  return {
    person: {
      name: viewer.name,
      signedIn: viewer.account !== null,
      role: viewer.role,
      roleName: roleNames[viewer.role],
    },
    abilities: {
      readFiles: may(viewer, 'read-files').allowed,
      acceptReadings: may(viewer, 'accept-readings').allowed,
      managePeople: may(viewer, 'manage-people').allowed,
      sendLetters: may(viewer, 'send-letters').allowed,
      runMissions: may(viewer, 'run-missions').allowed,
      seeHistory: may(viewer, 'see-history').allowed,
    },
    seeing: {
      allowed: may(locals.own, 'see-as').allowed,
      as: locals.seesAs,
      roles: Object.entries(roleNames).map(([role, name]) => ({ role, name })),
    },
    examples: { there: kept.examples, removable: kept.examples && !kept.own && may(viewer, 'start-empty').allowed },
  };
};
