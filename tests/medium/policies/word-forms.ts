import { newId } from '#kernel/ids.ts';
import * as missions from '#modules/missions/server/index.ts';
import type { Policies } from '../policies.ts';

const applicants = ['member', 'secretariat', 'administrator'];
const file = { name: 'x.txt', bytes: new TextEncoder().encode('x') };
const wanted = { organisation: null, body: '', country: 'Fiji', title: 'x' };
const choices = { file: newId(), version: 1, choices: {} };

export const policies: Policies = {
  guarded: {
    'missions.bringForm': { call: (c) => missions.bringForm(c, 'application', 'none', file), roles: applicants },
    'missions.fromWord': { call: (c) => missions.fromWord(c, 'application', 'none', null), roles: applicants },
    'missions.takeFromWord': {
      call: (c) => missions.takeFromWord(c, 'application', 'none', choices),
      roles: applicants,
    },
    'missions.layFormAside': {
      call: (c) => missions.layFormAside(c, 'application', 'none', newId()),
      roles: applicants,
    },
    'missions.bringNewForm': { call: (c) => missions.bringNewForm(c, 'none', file), roles: applicants },
    'missions.newFromWord': { call: (c) => missions.newFromWord(c, 'none', null), roles: applicants },
    'missions.requestFromWord': {
      call: (c) => missions.requestFromWord(c, 'none', newId(), wanted),
      roles: applicants,
    },
  },
  filtered: ['missions.emptyFormFile', 'missions.filledFormFile'],
  others: [],
};
