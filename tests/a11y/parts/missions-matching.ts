import type { Part } from '../pages.ts';

const cycle = '/missions/ocu-expert-mission-2026';
const request = 'ocu-expert-mission-2026-1-fiji';

export const part: Part = {
  async make(asker) {
    const page = await asker.page(`${cycle}/assignment`);
    const version = /name="cycleVersion" value="(\d+)"/.exec(page)?.[1] ?? '';
    const matching = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
    await asker.send(`${cycle}/assignment?/make`, { cycleVersion: version, version: matching });
    return {};
  },
  pages: () => ({
    '/missions/[slug]/matching': [
      [
        `${cycle}/matching`,
        `${cycle}/matching?weight-theme=40&weight-help=20&weight-place=10&weight-time=10&weight-language=5&weight-record=10`,
      ],
      ['administrator'],
    ],
    '/missions/[slug]/matching/[request]': [[`${cycle}/matching/${request}`], ['administrator']],
    '/missions/[slug]/assignment': [[`${cycle}/assignment`], ['administrator']],
    '/missions/applications/[slug]/offers': [[`/missions/applications/${request}/offers`], ['administrator']],
    // Somebody whom the roster's own part of these tests puts there.
    '/missions/roster/[slug]/requests': [['/missions/roster/lupe-tavita/requests'], ['administrator']],
  }),
};
