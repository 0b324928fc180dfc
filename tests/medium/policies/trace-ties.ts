import { newId } from '#kernel/ids.ts';
import * as trace from '#modules/trace/server/index.ts';
import type { Policies } from '../policies.ts';

const staff = ['secretariat', 'administrator'];
const request = { kind: 'application', id: newId() } as const;
const element = { kind: 'plan-node', id: newId() } as const;

export const policies: Policies = {
  guarded: {
    'trace.tiesOf': { call: (c) => trace.tiesOf(c, request, { fields: [] }), roles: staff },
    'trace.decideTie': {
      call: (c) => trace.decideTie(c, request, element, { decision: 'open', why: '', passages: [] }),
      roles: staff,
    },
    'trace.findServable': { call: (c) => trace.findServable(c, 'words'), roles: staff },
  },
  filtered: ['trace.servedBy'],
  others: ['trace.servable'],
};
