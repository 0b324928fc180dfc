import { newId } from '#kernel/ids.ts';
import * as missions from '#modules/missions/server/index.ts';
import type { Policies } from '../policies.ts';

const applicants = ['member', 'secretariat', 'administrator'];
const offerers = ['member', 'expert', 'partner', 'secretariat', 'administrator'];
const request = { kind: 'application', id: newId() } as const;
const offer = { kind: 'assistance-plan', id: newId() } as const;
const file = { name: 'x.txt', bytes: new Uint8Array(1) };

export const policies: Policies = {
  guarded: {
    'missions.changeApplication': {
      call: (c) => missions.changeApplication(c, 'none', { head: [], answers: [] }),
      roles: applicants,
    },
    'missions.moveApplication': { call: (c) => missions.moveApplication(c, 'none', 1, 'submitted'), roles: applicants },
    'missions.openApplication': {
      call: (c) => missions.openApplication(c, 'none', { organisation: null, body: '', country: 'Fiji', title: 'x' }),
      roles: applicants,
    },
    'missions.attachFile': { call: (c) => missions.attachFile(c, offer, file), roles: offerers },
    'missions.removeAttachment': { call: (c) => missions.removeAttachment(c, request, newId()), roles: applicants },
  },
  filtered: [
    'missions.applicationAtWork',
    'missions.applicationRows',
    'missions.attachedFile',
    'missions.attachments',
    'missions.cyclesToApplyIn',
    'missions.myApplications',
  ],
  others: ['missions.headKeys', 'missions.largestAttachment', 'missions.markOf'],
};
