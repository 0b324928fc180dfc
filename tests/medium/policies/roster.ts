import { nothingTyped, checkDetails } from '#modules/missions/index.ts';
import { newId } from '#kernel/ids.ts';
import * as directory from '#modules/directory/server/index.ts';
import * as missions from '#modules/missions/server/index.ts';
import type { Policies } from '../policies.ts';

const staff = ['secretariat', 'administrator'];
const { details } = checkDetails({ ...nothingTyped, name: 'Sina Vave' });
if (details === null) throw new Error('The entry of the policy test cannot be kept.');
const change = { details, confirmed: true };

export const policies: Policies = {
  guarded: {
    'missions.addToRoster': { call: (c) => missions.addToRoster(c, change), roles: ['expert', ...staff] },
    'missions.changeRosterEntry': {
      call: (c) => missions.changeRosterEntry(c, 'none', 1, change),
      roles: ['expert', ...staff],
    },
    'missions.removeFromRoster': {
      call: (c) => missions.removeFromRoster(c, 'none', 1),
      roles: ['expert', ...staff],
    },
    'missions.inviteToRoster': {
      call: (c) => missions.inviteToRoster(c, 'none', 14, 'https://ocu.example'),
      roles: staff,
    },
    'missions.invitationsTo': { call: (c) => missions.invitationsTo(c, 'none'), roles: staff },
    'missions.revokeInvitation': { call: (c) => missions.revokeInvitation(c, 'none', 'none'), roles: staff },
    'missions.keepRosterClean': { call: (c) => missions.keepRosterClean(c), roles: staff },
    'missions.startRosterKeeping': {
      call: (c) => missions.startRosterKeeping(c, () => undefined)(),
      roles: staff,
    },
    'missions.rosterForMatching': { call: (c) => missions.rosterForMatching(c), roles: staff },
    'missions.rosterImports': { call: (c) => missions.rosterImports(c), roles: staff },
    'missions.rosterImport': { call: (c) => missions.rosterImport(c, 'none'), roles: staff },
    'missions.rosterImportFile': { call: (c) => missions.rosterImportFile(c, 'none'), roles: staff },
    'missions.bringInRoster': {
      call: (c) => missions.bringInRoster(c, { name: 'x.csv', bytes: new Uint8Array() }),
      roles: staff,
    },
    'missions.acceptRosterRows': {
      call: (c) => missions.acceptRosterRows(c, 'none', 1, new Map()),
      roles: staff,
    },
    'directory.keepPersonApart': {
      call: (c) => directory.keepPersonApart(c, { id: newId(), name: 'x' }, [], null),
      roles: staff,
    },
    'directory.forgetPersonApart': { call: (c) => directory.forgetPersonApart(c, newId(), 'x'), roles: staff },
  },
  filtered: [
    'directory.organisationBearing',
    'missions.ownRosterEntry',
    'missions.roster',
    'missions.rosterContacts',
    'missions.rosterEntry',
    // Whoever holds a link may use it; tests/medium/roster.test.ts holds them to it.
    'missions.answerInvitation',
    'missions.declineInvitation',
    'missions.openInvitation',
  ],
  others: ['missions.invitationDays'],
};
