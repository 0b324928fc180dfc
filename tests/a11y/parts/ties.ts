import type { Part } from '../pages.ts';

const address = '/missions/applications/ocu-expert-mission-2026-1-fiji/ties';

export const part: Part = {
  make: () => Promise.resolve({}),
  pages: () => ({
    '/missions/applications/[slug]/ties': [[address, `${address}?words=warnings`], ['administrator']],
  }),
};
