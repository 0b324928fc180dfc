import type { Part } from '../pages.ts';

const known = '/missions/assistance-plans/rules-for-warnings-over-mobile-networks-fiji';
const named = /\/missions\/assistance-plans\/(ocu-expert-mission-2026-offer-[\w-]+)/;

export const part: Part = {
  async make(asker) {
    const there = named.exec(await asker.page('/missions/assistance-plans'))?.[1];
    if (there !== undefined) return { offer: there };
    const choices = await asker.page('/missions/assistance-plans/new');
    const organisation = /<option value="([0-9a-f-]{36})"/.exec(choices)?.[1] ?? '';
    const request = /name="applications" value="([^"]+)"/.exec(choices)?.[1] ?? '';
    const opened = await asker.send('/missions/assistance-plans/new', { organisation, applications: request });
    const offer = named.exec(opened)?.[1] ?? '';
    const address = `/missions/assistance-plans/${offer}`;
    await asker.send(`${address}/edit`, {
      'answer.details': 'Two experts draft the rules with the regulator.',
      'was.answer.details': '',
      'revision.answer.details': '0',
      'was.costs': '',
      'revision.costs': '0',
      line: 'line-1',
      'line-1.category': 'travel',
      'line-1.text': 'Flights',
      'line-1.amount': '1800',
      'line-1.currency': 'USD',
    });
    return { offer };
  },
  pages: ({ offer = '' }) => {
    const address = `/missions/assistance-plans/${offer}`;
    return {
      '/missions/assistance-plans/new': [['/missions/assistance-plans/new'], ['administrator']],
      '/missions/assistance-plans/[slug]': [[known, address], ['administrator']],
      '/missions/assistance-plans/[slug]/edit': [
        [`${address}/edit`, `${address}/edit?lines=1&people=1`],
        ['administrator'],
      ],
      '/missions/assistance-plans/[slug]/submit': [[`${address}/submit`], ['administrator']],
      '/missions/assistance-plans/[slug]/coordination': [[`${address}/coordination`], ['administrator']],
      '/missions/assistance-plans/[slug]/tie': [[`${known}/tie`], ['administrator']],
    };
  },
};
