import { newId } from '#kernel/ids.ts';
import * as directory from '#modules/directory/server/index.ts';
import type { LetterContent } from '#modules/missions/index.ts';
import * as missions from '#modules/missions/server/index.ts';
import * as post from '#modules/post/server/index.ts';
import type { Policies } from '../policies.ts';

const secretariat = ['secretariat', 'administrator'];
const id = newId();
const contact = { kind: 'e-mail', value: 'office@example.int' } as const;
const terms = { category: 'member', fellowship: null, from: null, to: null, confirmed: false } as const;
const content: LetterContent = {
  reference: '',
  date: null,
  subject: 'Subject',
  body: 'Body',
  footnotes: [],
  signatory: 'Somebody',
  role: '',
  to: [],
  cc: [],
  enclosures: [],
};
const newLetter = { kind: 'other', cycle: null, repliesTo: null, content } as const;
const delivery = { mailer: null, mailFrom: null, publicAddress: null };
const guard = (call: Policies['guarded'][string]['call']) => ({ call, roles: secretariat });

export const policies: Policies = {
  guarded: {
    'directory.addMembership': guard((c) => directory.addMembership(c, 'nowhere', terms)),
    'directory.changeMembership': guard((c) => directory.changeMembership(c, 'nowhere', { id, version: 1 }, terms)),
    'directory.removeMembership': guard((c) => directory.removeMembership(c, 'nowhere', { id, version: 1 })),
    'directory.changeKind': guard((c) => directory.changeKind(c, 'nowhere', 1, 'agency')),
    'directory.nameCategory': guard((c) => directory.nameCategory(c, 'member', { one: 'Member', many: 'Members' })),
    'directory.addOrganisationContact': guard((c) => directory.addOrganisationContact(c, 'nowhere', contact)),
    'directory.removeOrganisationContact': guard((c) => directory.removeOrganisationContact(c, 'nowhere', contact)),
    'directory.importMemberships': guard((c) =>
      directory.importMemberships(
        c,
        { bytes: new TextEncoder().encode('name,category'), name: 'members.csv' },
        'check',
      ),
    ),
    'directory.keepContact': guard((c) =>
      directory.keepContact(c, id, { ...contact, value: 'none', consent: 'nobody', deleteAfter: null }),
    ),
    'directory.removeContact': guard((c) => directory.removeContact(c, id, contact)),
    'directory.forgetExpiredContacts': guard((c) => directory.forgetExpiredContacts(c)),
    'directory.peopleNamed': guard((c) => directory.peopleNamed(c, [])),
    'missions.beginLetter': guard((c) => missions.beginLetter(c, 'nowhere', 'survey')),
    'missions.changeLetter': guard((c) => missions.changeLetter(c, 'nowhere', 1, newLetter)),
    'missions.letterRecipients': guard((c) => missions.letterRecipients(c, 'nowhere')),
    'missions.sendLetter': guard((c) =>
      missions.sendLetter(c, 'nowhere', 1, { enclosed: [], withoutUndecided: false }),
    ),
    'missions.settleLetter': guard((c) => missions.settleLetter(c, 'nowhere', 1, 'cleared')),
    'missions.writeLetter': guard((c) => missions.writeLetter(c, newLetter)),
    'post.batchesAbout': guard((c) => post.batchesAbout(c, { kind: 'letter', id })),
    'post.outbox': guard((c) => post.outbox(c)),
    'post.messagesOfBatch': guard((c) => post.messagesOfBatch(c, id)),
    'post.message': guard((c) => post.message(c, id, null)),
    'post.messageFile': guard((c) => post.messageFile(c, id, null)),
    'post.messageAttachment': guard((c) => post.messageAttachment(c, id, 0)),
    'post.clearMessages': guard((c) => post.clearMessages(c, [])),
    'post.takeBackMessages': guard((c) => post.takeBackMessages(c, [])),
    'post.markSentByHand': guard((c) => post.markSentByHand(c, [])),
    'post.collectNews': guard((c) => post.collectNews(c, null)),
    'post.deliver': guard((c) => post.deliver(c, delivery)),
    'post.startDelivery': guard((c) => post.startDelivery(c, delivery, () => undefined)()),
  },
  filtered: [
    'missions.letter',
    'missions.letterFile',
    'missions.letters',
    'directory.memberships',
    'directory.knownOrganisation',
    'directory.categories',
    'post.waitingMessages',
  ],
  // Parts of services: what calls them has asked the policy.
  others: ['post.noLongerNeeded', 'post.openMessages', 'post.queueMessage'],
};
