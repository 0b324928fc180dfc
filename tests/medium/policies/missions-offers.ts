import { newId } from '#kernel/ids.ts';
import * as directory from '#modules/directory/server/index.ts';
import * as missions from '#modules/missions/server/index.ts';
import type { Policies } from '../policies.ts';

const offerers = ['member', 'expert', 'partner', 'secretariat', 'administrator'];
const secretariat = ['secretariat', 'administrator'];
const share = { who: 'offerer', share: 10_000 };

export const policies: Policies = {
  guarded: {
    'directory.forgetNominated': { call: (c) => directory.forgetNominated(c, newId(), newId()), roles: offerers },
    'directory.nominatedPerson': {
      call: (c) => directory.nominatedPerson(c, { person: null, name: 'Ana Vea' }, [], newId()),
      roles: offerers,
    },
    'missions.agreeAsItStands': { call: (c) => missions.agreeAsItStands(c, 'none', 1), roles: secretariat },
    'missions.changeOffer': { call: (c) => missions.changeOffer(c, 'none', {}), roles: offerers },
    'missions.knownPayers': { call: (c) => missions.knownPayers(c, []), roles: offerers },
    'missions.moveOffer': { call: (c) => missions.moveOffer(c, 'none', 1, 'received'), roles: offerers },
    'missions.noteOnOffer': { call: (c) => missions.noteOnOffer(c, 'none', { words: 'x' }), roles: offerers },
    'missions.offerChoices': { call: (c) => missions.offerChoices(c), roles: offerers },
    'missions.openOffer': {
      call: (c) => missions.openOffer(c, { organisation: null, applications: [] }),
      roles: offerers,
    },
    'missions.releaseOffer': { call: (c) => missions.releaseOffer(c, 'none', 1), roles: secretariat },
    'missions.sayShares': {
      call: (c) => missions.sayShares(c, 'none', 1, { line: 'line-1', shares: [share], basis: 'offered', words: '' }),
      roles: offerers,
    },
    'missions.tieChoices': { call: (c) => missions.tieChoices(c, 'none'), roles: secretariat },
    'missions.tieOffer': {
      call: (c) => missions.tieOffer(c, 'none', 1, { organisation: newId(), applications: [] }),
      roles: secretariat,
    },
  },
  filtered: ['missions.coordination', 'missions.offerRows', 'missions.offersWithBearing', 'missions.offerView'],
  others: ['missions.markOfExperts', 'missions.markOfLines'],
};
