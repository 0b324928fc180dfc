import type { Asker } from '../made.ts';
import type { Part } from '../pages.ts';

const list = '/missions/missions';

/** The version of the mission, as any of its forms says it. */
async function versionAt(asker: Asker, address: string): Promise<string> {
  return /name="version" value="(\d+)"/.exec(await asker.page(address))?.[1] ?? '';
}

export const part: Part = {
  async make(asker) {
    const named = /\/missions\/missions\/(fiji-[\w-]+)/;
    const known = named.exec(await asker.page(list))?.[1];
    if (known !== undefined) return { mission: known };
    const opened = await asker.send(`${list}/new`, {
      application: 'ocu-expert-mission-2026-1-fiji',
      offers: 'rules-for-warnings-over-mobile-networks-fiji',
      title: '',
    });
    const mission = named.exec(opened)?.[1] ?? '';
    const address = `${list}/${mission}`;
    const send = async (page: string, action: string, form: Record<string, string>): Promise<void> => {
      await asker.send(`${address}${page}?/${action}`, {
        version: await versionAt(asker, `${address}${page}`),
        ...form,
      });
    };
    await send('/milestones', 'add', { kind: 'final-report', what: '', on: '2031-05' });
    await send('/milestones', 'move', { id: 'step-1', to: '2031-03-02', reason: 'The airport was closed' });
    await send('/agreement', 'write', { reason: '' });
    await send('/agreement', 'sign', { party: 'organiser', name: 'The Secretary-General', on: '2020-01-02' });
    await send('/agreement', 'change', { key: 'changes', text: 'In writing only.', reason: 'Wanted by both' });
    await send('/costs', 'record', {
      text: 'Air fares',
      planned: '',
      value: '3100.50',
      currency: 'USD',
      on: '2020-01-09',
      payer: 'offerer',
      voucher: 'Invoice 7',
    });
    return { mission };
  },
  pages: ({ mission }) => {
    const address = `${list}/${mission}`;
    return {
      '/missions/missions': [[list], ['visitor', 'administrator']],
      '/missions/missions/new': [
        [`${list}/new`, `${list}/new?request=ocu-expert-mission-2026-1-fiji`],
        ['administrator'],
      ],
      '/missions/[slug]/evaluation-questions': [
        ['/missions/ocu-expert-mission-2026/evaluation-questions'],
        ['administrator'],
      ],
      '/missions/missions/[slug]': [[address], ['administrator']],
      '/missions/missions/[slug]/edit': [[`${address}/edit`], ['administrator']],
      '/missions/missions/[slug]/milestones': [
        [`${address}/milestones`, `${address}/milestones?step=step-1`],
        ['administrator'],
      ],
      '/missions/missions/[slug]/agreement': [
        [`${address}/agreement`, `${address}/agreement?edit=costs`, `${address}/agreement?version=1`],
        ['administrator'],
      ],
      '/missions/missions/[slug]/costs': [[`${address}/costs`], ['administrator']],
      '/missions/missions/[slug]/documents': [[`${address}/documents`], ['administrator']],
      '/missions/missions/[slug]/evaluation': [[`${address}/evaluation`], ['administrator']],
      '/missions/missions/[slug]/follow-up': [[`${address}/follow-up`], ['administrator']],
    };
  },
};
