/** The pages of a cycle of missions: the call of the examples has one, whose requests the secretariat screens. */
import type { Part } from '../pages.ts';

const cycle = '/missions/ocu-expert-mission-2026';
const request = 'ocu-expert-mission-2026-1-fiji';

export const part: Part = {
  make: async (asker) => {
    const page = await asker.page(`${cycle}/screening/${request}`);
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
    const asked = await asker.page(`/missions/applications/${request}/questions`);
    if (!asked.includes('In which months')) {
      const text = 'In which months should it take place?';
      await asker.send(`${cycle}/screening/${request}?/ask`, { version, text });
    }
    return {};
  },
  pages: () => ({
    '/missions/new': [['/missions/new'], ['administrator']],
    '/missions/[slug]': [[cycle], ['visitor', 'administrator']],
    '/missions/[slug]/settings': [[`${cycle}/settings`], ['administrator']],
    '/missions/[slug]/settings/stages': [
      [`${cycle}/settings/stages?of=applications&stage=submitted`, `${cycle}/settings/stages?of=offers`],
      ['administrator'],
    ],
    '/missions/[slug]/forms': [
      [`${cycle}/forms?kind=application`, `${cycle}/forms?kind=assistance-plan`],
      ['visitor', 'administrator'],
    ],
    '/missions/[slug]/forms/edit': [[`${cycle}/forms/edit?kind=application`], ['administrator']],
    '/missions/[slug]/screening': [[`${cycle}/screening`], ['administrator']],
    '/missions/[slug]/screening/[request]': [[`${cycle}/screening/${request}`], ['administrator']],
    '/missions/[slug]/decisions': [[`${cycle}/decisions`], ['administrator']],
    '/missions/[slug]/summary': [[`${cycle}/summary`], ['administrator']],
    '/missions/applications/[slug]/questions': [[`/missions/applications/${request}/questions`], ['administrator']],
  }),
};
