import { example, type Part } from '../pages.ts';

const request = '/missions/applications/ocu-expert-mission-2026-1-fiji/from-word';
const cycle = '/missions/ocu-expert-mission-2026/send-in';

export const part: Part = {
  make: async (asker) => {
    const plans = await asker.page('/missions/assistance-plans');
    const plan = /\/missions\/assistance-plans\/(?!new\b)([\w-]+)/.exec(plans)?.[1] ?? '';
    const file = example('Application retyped by hand.docx');
    return {
      plan: `/missions/assistance-plans/${plan}/from-word`,
      beside: await asker.sendFile(`${request}?/bring`, 'file', file),
      anew: await asker.sendFile(`${cycle}?/bring`, 'file', file),
    };
  },
  pages: ({ plan = '', beside = '', anew = '' }) => ({
    '/missions/applications/[slug]/from-word': [[request, beside], ['administrator']],
    '/missions/assistance-plans/[slug]/from-word': [[plan], ['administrator']],
    '/missions/[slug]/send-in': [[cycle, anew], ['administrator']],
  }),
};
