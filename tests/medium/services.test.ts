/**
 * The policy of every exported service, written out: who may call it. The test lists what the rooms export and fails
 * on a service without a line here, and on a line that is not true.
 */
import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import { newId } from '#kernel/ids.ts';
import { Role } from '#modules/access/index.ts';
import * as access from '#modules/access/server/index.ts';
import * as directory from '#modules/directory/server/index.ts';
import * as intake from '#modules/intake/server/index.ts';
import * as missions from '#modules/missions/server/index.ts';
import * as partners from '#modules/partners/server/index.ts';
import * as plans from '#modules/plans/server/index.ts';
import * as post from '#modules/post/server/index.ts';
import { usualRule } from '#modules/texts/index.ts';
import * as texts from '#modules/texts/server/index.ts';
import * as trace from '#modules/trace/server/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';
import type { Guarded, Policies } from './policies.ts';

const database = useDatabase();
const rooms = { access, directory, intake, missions, partners, plans, post, texts, trace };

const secretariat = ['secretariat', 'administrator'];
const readers = ['drafter', ...secretariat];
const administrator = ['administrator'];
const drafters = ['drafter', ...secretariat];
const id = newId();
const origin = { source: id, visibility: 'public', parties: [] } as const;
const account = {
  signInName: 'someone',
  name: 'Someone',
  role: 'member',
  organisation: null,
  password: 'long enough',
} as const;

const head = {
  proponent: 'NIC',
  conference: 'Assembly',
  place: 'Apia',
  year: 2025,
  number: null,
  addendum: null,
  title: 'Common proposals',
  template: 'conference',
};
const words = { symbol: 'NOC', title: null, summary: '', introduction: '', reasons: '' } as const;

/** Services that only some roles may call, with a call and those roles. */
const guarded: Record<string, Guarded> = {
  'access.accounts': { call: (c) => access.accounts(c), roles: administrator },
  'access.openAccount': {
    call: (c) => access.openAccount(c, { ...account, signInName: `someone-${c.viewer.role}` }),
    roles: administrator,
  },
  'access.changeAccount': { call: (c) => access.changeAccount(c, id, 1, { name: 'x' }), roles: administrator },
  'access.historyOf': { call: (c) => access.historyOf(c, null), roles: secretariat },
  'access.seeAs': { call: (c) => access.seeAs(c, 'token', c.viewer, null), roles: administrator },
  'directory.changeOrganisation': {
    call: (c) => directory.changeOrganisation(c, 'none', 1, { key: 'X', name: 'X', country: null }),
    roles: secretariat,
  },
  'directory.organisationNamed': {
    call: (c) => directory.organisationNamed(c, { key: 'X', name: 'Ex' }),
    roles: secretariat,
  },
  'directory.personNamed': {
    call: (c) => directory.personNamed(c, { name: 'X', honorific: null, organisation: null, contacts: [] }, id),
    roles: secretariat,
  },
  'intake.accept': { call: (c) => intake.accept(c, id, 1), roles: secretariat },
  'intake.correct': { call: (c) => intake.correct(c, id, 1, '/title', 'x'), roles: secretariat },
  'intake.correctElement': { call: (c) => intake.correctElement(c, id, 1, { '/title': 'x' }), roles: secretariat },
  'intake.dismiss': { call: (c) => intake.dismiss(c, id, 1), roles: secretariat },
  'intake.fieldsOf': { call: (c) => intake.fieldsOf(c, id, ''), roles: readers },
  'intake.jobById': { call: (c) => intake.jobById(c, id), roles: readers },
  'intake.readAgain': { call: (c) => intake.readAgain(c, id, 1), roles: secretariat },
  'intake.playExamples': { call: (c) => intake.playExamples(c, () => Promise.resolve()), roles: administrator },
  'intake.readExamples': { call: (c) => intake.readExamples(c, '/nowhere', () => undefined), roles: administrator },
  'intake.reading': { call: (c) => intake.reading(c, id), roles: readers },
  'intake.readings': { call: (c) => intake.readings(c), roles: readers },
  'intake.settle': { call: (c) => intake.settle(c, id, 1, '/sections/0/clauses/0', 'kept'), roles: secretariat },
  'intake.showTo': { call: (c) => intake.showTo(c, id, 1, 'public'), roles: secretariat },
  'intake.soundness': { call: (c) => intake.soundness(c), roles: secretariat },
  'intake.startEmpty': { call: (c) => intake.startEmpty(c), roles: administrator },
  'intake.startJob': { call: (c) => intake.startJob(c, []), roles: readers },
  'intake.takeBack': { call: (c) => intake.takeBack(c, id, 1, '/sections/0/clauses/0'), roles: secretariat },
  'intake.takeIn': { call: (c) => intake.takeIn(c, { bytes: new Uint8Array(0), name: 'x' }), roles: readers },
  'intake.takeOut': { call: (c) => intake.takeOut(c, id, 1, '/nodes/0'), roles: secretariat },
  'missions.acceptApplication': { call: (c) => missions.acceptApplication(c, {} as never, origin), roles: secretariat },
  'missions.acceptAssistancePlan': {
    call: (c) => missions.acceptAssistancePlan(c, {} as never, origin, 'x'),
    roles: secretariat,
  },
  'missions.acceptCall': { call: (c) => missions.acceptCall(c, {} as never, origin), roles: secretariat },
  'partners.acceptMeeting': {
    call: (c) => partners.acceptMeeting(c, {} as never, origin, new Map()),
    roles: secretariat,
  },
  'plans.acceptPlan': { call: (c) => plans.acceptPlan(c, {} as never, origin, 'x'), roles: secretariat },
  'plans.rewordNode': { call: (c) => plans.rewordNode(c, 'none', 'x', 1, 'y'), roles: secretariat },
  'texts.describeConference': {
    call: (c) =>
      texts.describeConference(c, 'none', 0, { firstDay: null, lastDay: null, confirmed: false, complete: false }),
    roles: secretariat,
  },
  'texts.joinBodies': { call: (c) => texts.joinBodies(c, 'none', 1, 'other'), roles: secretariat },
  'texts.nameBody': { call: (c) => texts.nameBody(c, 'none', 'A name'), roles: secretariat },
  'texts.partBody': { call: (c) => texts.partBody(c, 'none', 1), roles: secretariat },
  'texts.recordSuppression': {
    call: (c) => texts.recordSuppression(c, 'none', { place: 'Apia', year: 2025 }),
    roles: secretariat,
  },
  'texts.withdrawSuppression': { call: (c) => texts.withdrawSuppression(c, 'none'), roles: secretariat },
  'texts.acceptInstruments': { call: (c) => texts.acceptInstruments(c, { texts: [] }, origin), roles: secretariat },
  'texts.acceptInstrument': { call: (c) => texts.acceptInstrument(c, {} as never, origin, 'x'), roles: secretariat },
  'texts.draftDocument': { call: (c) => texts.draftDocument(c, 'none'), roles: readers },
  'texts.draftSteps': { call: (c) => texts.draftSteps(c, 'none', 0), roles: readers },
  'texts.openDraft': { call: (c) => texts.openDraft(c, 'none', 'x'), roles: readers },
  'texts.proposeChange': {
    call: (c) => texts.proposeChange(c, 'none', 0, { block: 'x', what: 'delete', words: '', reason: '' }),
    roles: readers,
  },
  'texts.returnToState': { call: (c) => texts.returnToState(c, 'none', 0, 0), roles: readers },
  'texts.takeSteps': {
    call: (c) => texts.takeSteps(c, 'none', { version: 0, client: 'x', steps: [] }),
    roles: readers,
  },
  'texts.acceptProposals': { call: (c) => texts.acceptProposals(c, {} as never, origin, 'x'), roles: secretariat },
  'texts.acceptSupportReply': {
    call: (c) => texts.acceptSupportReply(c, {} as never, origin),
    roles: secretariat,
  },
  'texts.addPreparedProposal': {
    call: (c) => texts.addPreparedProposal(c, 'none', { name: 'x', revision: null, draft: null, text: null }, words),
    roles: drafters,
  },
  'texts.answerOnSupport': {
    call: (c) => texts.answerOnSupport(c, 'none', id, []),
    roles: ['member', ...drafters],
  },
  'texts.askForSupport': {
    call: (c) => texts.askForSupport(c, 'none', 1, { members: [id], replyBy: '2999-01-01', rule: usualRule }),
    roles: drafters,
  },
  'texts.changePreparation': { call: (c) => texts.changePreparation(c, 'none', 1, head), roles: drafters },
  'texts.changePreparedProposal': {
    call: (c) => texts.changePreparedProposal(c, 'none', 1, 1, words),
    roles: drafters,
  },
  'texts.concludeSupport': { call: (c) => texts.concludeSupport(c, 'none', 1), roles: drafters },
  'texts.openConsolidation': { call: (c) => texts.openConsolidation(c, 'none'), roles: drafters },
  'texts.reopenConflict': { call: (c) => texts.reopenConflict(c, 'none', 1, 'x'), roles: drafters },
  'texts.returnConsolidation': {
    call: (c) => texts.returnConsolidation(c, 'none', 1, 1),
    roles: drafters,
  },
  'texts.settleConflict': {
    call: (c) => texts.settleConflict(c, 'none', 1, 'x', { take: 0 }),
    roles: drafters,
  },
  'texts.mendDraft': {
    call: (c) => texts.mendDraft(c, 'none', 1, { line: 1, from: 'x', to: 'y', why: '' }),
    roles: drafters,
  },
  'texts.movePreparedProposal': { call: (c) => texts.movePreparedProposal(c, 'none', 1, 1), roles: drafters },
  'texts.openPreparation': { call: (c) => texts.openPreparation(c, head), roles: drafters },
  'texts.removePreparedProposal': { call: (c) => texts.removePreparedProposal(c, 'none', 1, 1), roles: drafters },
  'texts.submitPreparation': { call: (c) => texts.submitPreparation(c, 'none', 1), roles: drafters },
  'trace.link': { call: (c) => trace.link(c, [], id), roles: secretariat },
  'trace.makeFindable': { call: (c) => trace.makeFindable(c, []), roles: readers },
  'trace.renewWords': { call: (c) => trace.renewWords(c, { kind: 'plan', id }, 'x'), roles: secretariat },
};

/** Services that anybody may call: each shows only what the one policy lets the viewer see. tests/medium/leaks.test.ts holds them to it. */
const filtered = new Set([
  'directory.contacts',
  'directory.organisation',
  'directory.organisationNames',
  'directory.organisations',
  'intake.madeOf',
  'intake.original',
  'intake.originsOf',
  'intake.sourcePage',
  'intake.whatIsIn',
  'missions.application',
  'missions.applications',
  'missions.assistancePlan',
  'missions.assistancePlans',
  'missions.call',
  'missions.calls',
  'partners.activities',
  'partners.activitiesOfOrganisation',
  'partners.meeting',
  'partners.meetings',
  'plans.plan',
  'plans.plans',
  'texts.bodies',
  'texts.body',
  'texts.clauseHistory',
  'texts.conference',
  'texts.conferences',
  'texts.comparableTexts',
  'texts.comparison',
  'texts.checkDraft',
  'texts.clashMap',
  'texts.clashesOverview',
  'texts.consolidation',
  'texts.consolidationFile',
  'texts.consolidations',
  'texts.contribution',
  'texts.contributionFile',
  'texts.contributions',
  'texts.fateInBrief',
  'texts.fateOfProposal',
  'texts.fatesOfConference',
  'texts.fatesOfContribution',
  'texts.draft',
  'texts.draftHistory',
  'texts.draftText',
  'texts.drafts',
  'texts.instrument',
  'texts.instruments',
  'texts.draftFile',
  'texts.preparation',
  'texts.preparations',
  'texts.proposal',
  'texts.proposals',
  'texts.replyFormFile',
  'texts.proposalFile',
  'texts.revision',
  'texts.revisionFile',
  'texts.knownCitations',
  'texts.textsAtHand',
  'texts.revisionsInForce',
  'texts.revisions',
  'texts.support',
  'texts.textsInForce',
  'trace.exportRegister',
  'trace.graphInNumbers',
  'trace.linksOf',
  'trace.namesOf',
  'trace.news',
  'trace.search',
]);

/** What is exported beside services: parts that services are made of, and sign-in, which everybody may try. */
const others = new Set([
  'access.changeOwnPassword',
  'access.firstAdministrator',
  'access.freeSlug',
  'access.mustMay',
  'access.mustSee',
  'access.refuseStale',
  'access.remember',
  'access.sessionDays',
  'access.sessionOf',
  'access.signIn',
  'access.signOut',
  'access.together',
  'access.visibleRows',
  'directory.organisationWritten',
  'intake.asTyped',
  'intake.chaptersOf',
  'intake.elementsOf',
  'intake.nameOf',
  'intake.readSafely',
  'intake.splitsOf',
  'intake.waitForJob',
  'plans.anchorOf',
  'texts.addressedClauses',
  'texts.nameOfInstrument',
  'texts.isTextFormat',
  'texts.nameOfRevision',
  'texts.textFormats',
  'trace.mostHits',
]);

/** Rooms with many services write their lines in files of their own. */
for (const part of Object.values(import.meta.glob<Policies>('./policies/*.ts', { eager: true, import: 'policies' }))) {
  Object.assign(guarded, part.guarded);
  for (const name of part.filtered) filtered.add(name);
  for (const name of part.others) others.add(name);
}

test('every exported service has a policy case', () => {
  const exported = Object.entries(rooms).flatMap(([room, face]) => Object.keys(face).map((name) => `${room}.${name}`));
  const known = new Set([...Object.keys(guarded), ...filtered, ...others]);
  expect(exported.filter((name) => !known.has(name))).toEqual([]);
  expect([...known].filter((name) => !exported.includes(name))).toEqual([]);
});

describe('guarded services', () => {
  test.each(Object.entries(guarded))('%s', async (_, { call, roles }) => {
    const allowed: string[] = [];
    for (const role of Role.options) {
      try {
        await call(database.context(viewerWith(role)));
        allowed.push(role);
      } catch (error) {
        if (!(error instanceof Refusal) || error.problem.code !== 'not-allowed') allowed.push(role);
      }
    }
    expect(allowed).toEqual(Role.options.filter((role) => roles.includes(role)));
  });
});
