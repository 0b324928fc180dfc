import type { Part } from '../pages.ts';

const entry = {
  kind: 'person',
  name: 'Lupe Tavita',
  organisation: 'Tide Institute',
  country: 'Samoa',
  email: 'lupe.tavita@example.int',
  summary: 'Engineer of warnings over mobile networks.',
  experience: 'Cell broadcast in Fiji, 2024',
  topic: 'emergency_telecom',
  core: 'emergency_telecom',
  help: 'training',
  language: 'sm',
  level: 'native',
  worked: 'Fiji',
  awayFrom: '2031-05',
  awayTo: '',
  noted: 'yes',
  kept: 'yes',
  public: 'yes',
  months: '36',
  givenOn: '2026-01-05',
  confirmed: 'yes',
};

export const part: Part = {
  async make(asker) {
    const address = '/missions/roster/lupe-tavita';
    const known = (await asker.page('/missions/roster')).includes(`href="${address}"`);
    if (!known) await asker.send('/missions/roster/new', entry);
    const invited = await asker.answer(`${address}?/invite`, { days: '14' });
    const token = /roster\/invitation\/([\w-]{43})/.exec(invited)?.[1] ?? '';
    const csv =
      'Name,Organisation,Country,Shoe size\nSina Vave,Tide Institute,Tonga,41\nLupe Tavita,,Samoa,40\n,,Fiji,\n';
    const list = await asker.sendFile('/missions/roster/import', 'file', {
      name: 'Experts.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv),
    });
    return { token, list: list.split('/').at(-1) ?? '' };
  },
  pages: ({ token = '', list = '' }) => ({
    '/missions/roster': [
      ['/missions/roster', '/missions/roster?words=zzyzzy'],
      ['visitor', 'administrator'],
    ],
    '/missions/roster/new': [['/missions/roster/new'], ['administrator']],
    '/missions/roster/import': [['/missions/roster/import'], ['administrator']],
    '/missions/roster/import/[id]': [[`/missions/roster/import/${list}`], ['administrator']],
    '/missions/roster/[slug]': [['/missions/roster/lupe-tavita'], ['visitor', 'administrator']],
    '/missions/roster/[slug]/edit': [['/missions/roster/lupe-tavita/edit'], ['administrator']],
    '/missions/roster/invitation': [['/missions/roster/invitation'], ['visitor']],
    '/missions/roster/invitation/[token]': [[`/missions/roster/invitation/${token}`], ['visitor']],
  }),
};
