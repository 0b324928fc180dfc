import * as missions from '#modules/missions/server/index.ts';
import { usualMatching, usualSettings } from '#modules/missions/index.ts';
import { newId } from '#kernel/ids.ts';
import type { Policies } from '../policies.ts';

const secretariat = ['secretariat', 'administrator'];
const applicants = ['member', ...secretariat];
const offerers = ['member', 'expert', 'partner', ...secretariat];
const { weights } = usualSettings('The Union');

export const policies: Policies = {
  guarded: {
    'missions.answerOffer': {
      call: (c) =>
        missions.answerOffer(c, 'none', {
          offer: 'none',
          version: 1,
          offerVersion: 1,
          answer: 'chosen',
          reason: '',
          letter: '',
        }),
      roles: applicants,
    },
    'missions.assignment': { call: (c) => missions.assignment(c, 'none'), roles: secretariat },
    'missions.changeByHand': {
      call: (c) =>
        missions.changeByHand(c, 'none', 1, { what: 'put in', need: newId(), candidate: 'expert:x', reason: 'x' }),
      roles: secretariat,
    },
    'missions.changeMatching': {
      call: (c) =>
        missions.changeMatching(c, 'none', { cycleVersion: 1, version: 0, weights, settings: usualMatching }),
      roles: secretariat,
    },
    'missions.judgeMatch': {
      call: (c) => missions.judgeMatch(c, 'none', { application: newId(), candidate: 'expert:x', grade: 1, note: '' }),
      roles: secretariat,
    },
    'missions.makeAssignment': { call: (c) => missions.makeAssignment(c, 'none'), roles: secretariat },
    'missions.matching': { call: (c) => missions.matching(c, 'none'), roles: secretariat },
    'missions.offersFor': { call: (c) => missions.offersFor(c, 'none'), roles: applicants },
    'missions.requestsThatFit': { call: (c) => missions.requestsThatFit(c, 'none'), roles: offerers },
  },
  filtered: [],
  others: [],
};
