import * as missions from '#modules/missions/server/index.ts';
import type { Policies } from '../policies.ts';

const staff = ['secretariat', 'administrator'];
const members = ['member', ...staff];
const stage = {
  key: null,
  staffLabel: 'Waiting',
  applicantLabel: 'Waiting',
  open: false,
  to: [],
};
const form = { kind: 'application', title: 'Form', items: [] } as const;

export const policies: Policies = {
  guarded: {
    'missions.changeCycle': { call: (c) => missions.changeCycle(c, 'none', 1, {}), roles: staff },
    'missions.changeStage': {
      call: (c) => missions.changeStage(c, 'none', 1, 'applications', stage, null),
      roles: staff,
    },
    'missions.removeStage': { call: (c) => missions.removeStage(c, 'none', 1, 'applications', 'none'), roles: staff },
    'missions.changeForm': {
      call: (c) => missions.changeForm(c, 'none', 1, { ...form, items: [] }),
      roles: staff,
    },
    'missions.screening': { call: (c) => missions.screening(c, 'none'), roles: staff },
    'missions.screeningOf': { call: (c) => missions.screeningOf(c, 'none'), roles: staff },
    'missions.answerFinding': { call: (c) => missions.answerFinding(c, 'none', 'none', ''), roles: staff },
    'missions.askApplicant': { call: (c) => missions.askApplicant(c, 'none', 1, 'When?', []), roles: staff },
    'missions.answerQuestion': { call: (c) => missions.answerQuestion(c, 'none', 'none', 'May.'), roles: members },
    'missions.sendInAgain': { call: (c) => missions.sendInAgain(c, 'none', 1), roles: members },
    'missions.decisions': { call: (c) => missions.decisions(c, 'none'), roles: staff },
    'missions.decide': { call: (c) => missions.decide(c, 'none', []), roles: staff },
    'missions.releaseDecisions': { call: (c) => missions.releaseDecisions(c, 'none', 'all'), roles: staff },
    'missions.takeBackDecision': {
      call: (c) => missions.takeBackDecision(c, { slug: 'none', at: '' }),
      roles: staff,
    },
    'missions.summaryTable': { call: (c) => missions.summaryTable(c, 'none'), roles: staff },
    'missions.changeSummary': { call: (c) => missions.changeSummary(c, 'none', 0, []), roles: staff },
  },
  filtered: [
    'missions.cycleView',
    'missions.formVersions',
    'missions.publicSummary',
    'missions.questions',
    'missions.introductionFile',
    'missions.requestsFile',
    'missions.summaryFile',
  ],
  others: [],
};
