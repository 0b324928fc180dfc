import type { Part } from '../pages.ts';

const organisation = '/partners/organisations/ocu/membership';
const fresh = '/missions/letters/new?cycle=ocu-expert-mission-2026&kind=survey';

export const part: Part = {
  async make(asker) {
    if (!(await asker.page(organisation)).includes('Membership from')) {
      const terms = { id: '', version: '0', category: 'member', fellowship: '', from: '1999-07-01', to: '' };
      await asker.send(`${organisation}?/save`, terms);
      await asker.send(`${organisation}?/addContact`, { contactKind: 'e-mail', value: 'letters@ocu.example.int' });
    }
    const written = await asker.send(fresh, {
      reference: 'OCU/2026/14',
      date: '',
      subject: 'Survey of needs',
      body: 'Dear colleagues,\n\nPlease answer by **31 May 2026** [1].',
      footnotes: 'The last day.',
      signatory: 'A. Tide',
      role: 'Secretary General',
      enclosures: 'Form for requests',
      'to-0-text': 'All Members',
      'to-0-member': 'yes',
      'cc-0-text': 'Those who have applied',
      'cc-0-applicants': 'yes',
    });
    const letter = /\/missions\/letters\/[\w-]+$/.exec(written)?.[0] ?? '';
    await asker.send(`${letter}?/clear`, { version: '1' });
    const batch = await asker.send(`${letter}?/send`, { version: '2', withoutUndecided: 'yes' });
    const listed = await asker.page(batch);
    const message = /\/outbox\/messages\/[0-9a-f-]{36}/.exec(listed)?.[0] ?? '';
    const draft = await asker.send(fresh, {
      subject: 'Another survey',
      body: 'Dear colleagues,',
      signatory: 'A. Tide',
      'to-0-text': 'All Members',
      'to-0-member': 'yes',
    });
    return { letter, batch, message, draft: /\/missions\/letters\/[\w-]+$/.exec(draft)?.[0] ?? '' };
  },
  pages: ({ letter = '', batch = '', message = '', draft = '' }) => ({
    '/missions/letters': [['/missions/letters'], ['visitor', 'administrator']],
    '/missions/letters/new': [[fresh], ['administrator']],
    '/missions/letters/[slug]': [[letter, draft], ['administrator']],
    '/missions/letters/[slug]/edit': [[`${draft}/edit`], ['administrator']],
    '/outbox': [['/outbox'], ['administrator']],
    '/outbox/[batch]': [[batch], ['administrator']],
    '/outbox/messages/[id]': [[message], ['administrator']],
    '/partners/members': [['/partners/members'], ['visitor', 'administrator']],
    '/partners/members/import': [['/partners/members/import'], ['administrator']],
    '/partners/organisations/[slug]/membership': [[organisation], ['administrator']],
  }),
};
