import * as missions from '#modules/missions/server/index.ts';
import type { Policies } from '../policies.ts';

const wanted = {
  programme: 'Expert Mission',
  year: 2031,
  organiser: 'The Union',
  plan: null,
  visibility: 'secretariat',
} as const;

export const policies: Policies = {
  guarded: {
    'missions.openCycle': { call: (c) => missions.openCycle(c, wanted), roles: ['secretariat', 'administrator'] },
  },
  filtered: ['missions.cycle', 'missions.cycles', 'missions.formOfCycle'],
  others: ['access.announce', 'trace.hear'],
};
