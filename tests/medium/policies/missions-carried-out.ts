import * as missions from '#modules/missions/server/index.ts';
import type { Policies } from '../policies.ts';

const staff = ['secretariat', 'administrator'];
/** Organisations that ask or offer, and the secretariat. */
const parts = ['member', 'expert', 'partner', ...staff];
const details = {
  title: 'x',
  beneficiary: 'x',
  manner: 'site',
  place: '',
  start: null,
  end: null,
  experts: [],
  publicSummary: '',
  summaryShown: false,
} as const;
const payment = {
  text: 'x',
  planned: null,
  amount: { value: '1', currency: 'USD' },
  on: '2026-01-01',
  payer: 'organiser',
  voucher: '',
};
const file = { name: 'x.txt', bytes: new Uint8Array(1), media: 'text/plain', note: '' };

export const policies: Policies = {
  guarded: {
    'missions.openMission': {
      call: (c) => missions.openMission(c, { application: 'none', offers: ['none'], title: '' }),
      roles: staff,
    },
    'missions.describeMission': {
      call: (c) => missions.describeMission(c, 'none', 1, { ...details, experts: [] }),
      roles: staff,
    },
    'missions.moveMission': { call: (c) => missions.moveMission(c, 'none', 1, 'agreed', ''), roles: staff },
    'missions.addMilestone': {
      call: (c) => missions.addMilestone(c, 'none', 1, { kind: 'other', what: '', on: '2026-01' }),
      roles: parts,
    },
    'missions.proposeMilestones': { call: (c) => missions.proposeMilestones(c, 'none', 1), roles: parts },
    'missions.moveMilestone': {
      call: (c) => missions.moveMilestone(c, 'none', 1, 'step-1', { to: '2026-01', reason: 'x' }),
      roles: parts,
    },
    'missions.doneMilestone': {
      call: (c) => missions.doneMilestone(c, 'none', 1, 'step-1', '2026-01-01'),
      roles: parts,
    },
    'missions.dropMilestone': { call: (c) => missions.dropMilestone(c, 'none', 1, 'step-1', null), roles: parts },
    'missions.recordPayment': { call: (c) => missions.recordPayment(c, 'none', 1, payment), roles: parts },
    'missions.removePayment': { call: (c) => missions.removePayment(c, 'none', 1, 'paid-1'), roles: parts },
    'missions.closeCosts': { call: (c) => missions.closeCosts(c, 'none', 1, true), roles: parts },
    'missions.writeAgreement': { call: (c) => missions.writeAgreement(c, 'none', 1, ''), roles: staff },
    'missions.changeClause': {
      call: (c) => missions.changeClause(c, 'none', 1, { key: 'scope', text: 'x', reason: '' }),
      roles: staff,
    },
    'missions.signAgreement': {
      call: (c) => missions.signAgreement(c, 'none', 1, { party: 'organiser', name: 'x', on: '2026-01-01' }),
      roles: parts,
    },
    'missions.askForEvaluation': { call: (c) => missions.askForEvaluation(c, 'none', 1, '2999-01-01'), roles: staff },
    'missions.evaluate': {
      call: (c) => missions.evaluate(c, 'none', 1, { scores: {}, text: 'x', shownTo: 'sides' }),
      roles: parts,
    },
    'missions.evaluationQuestions': { call: (c) => missions.evaluationQuestions(c, 'none'), roles: staff },
    'missions.changeEvaluationQuestions': {
      call: (c) => missions.changeEvaluationQuestions(c, 'none', 0, [{ key: 'x', question: 'Was it good?' }]),
      roles: staff,
    },
    'missions.listAdvice': { call: (c) => missions.listAdvice(c, 'none', 1, 'x'), roles: parts },
    'missions.answerAdvice': {
      call: (c) => missions.answerAdvice(c, 'none', 1, { id: 'advice-1', state: 'adopted', words: '', evidence: '' }),
      roles: parts,
    },
    'missions.attachDocument': {
      call: (c) => missions.attachDocument(c, 'none', file, { milestone: null, shown: 'parties' }),
      roles: parts,
    },
    'missions.cycleReportFile': { call: (c) => missions.cycleReportFile(c, 'none', 'docx'), roles: staff },
    'missions.remindOfDuties': { call: (c) => missions.remindOfDuties(c, 'none'), roles: staff },
    'missions.removeDocument': { call: (c) => missions.removeDocument(c, 'none', 'x'), roles: parts },
  },
  filtered: [
    'missions.agreement',
    'missions.agreementFile',
    'missions.duties',
    'missions.evaluations',
    'missions.mission',
    'missions.missionDocument',
    'missions.missionDocuments',
    'missions.missions',
    'missions.missionSummary',
  ],
  others: ['missions.usualTerm'],
};
