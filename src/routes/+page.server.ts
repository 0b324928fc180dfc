import { may } from '#modules/access/index.ts';
import { kinds } from '#modules/intake/index.ts';
import { readings } from '#modules/intake/server/index.ts';
import { calls, cycles } from '#modules/missions/server/index.ts';
import { meetings } from '#modules/partners/server/index.ts';
import { SearchRequest } from '#modules/trace/index.ts';
import { waitingMessages } from '#modules/post/server/index.ts';
import { news, search } from '#modules/trace/server/index.ts';
import { latestDeeds } from './changes.ts';
import { inHand } from './in-hand.ts';
import { kindName } from './words.ts';
import type { PageServerLoad } from './$types';

/** What is counted on the first page, and where it is listed. */
const counted = [
  { kind: 'instrument', one: 'instrument', many: 'instruments', href: '/texts' },
  { kind: 'proposal', one: 'proposal', many: 'proposals', href: '/texts/proposals' },
  { kind: 'plan', one: 'plan', many: 'plans', href: '/plans' },
  { kind: 'call', one: 'call for missions', many: 'calls for missions', href: '/missions' },
  { kind: 'application', one: 'request', many: 'requests', href: '/missions/applications' },
  { kind: 'meeting', one: 'meeting', many: 'meetings', href: '/partners' },
  { kind: 'organisation', one: 'organisation', many: 'organisations', href: '/partners/organisations' },
] as const;

export const load: PageServerLoad = async ({ locals }) => {
  const { context } = locals;
  const today = context.now().toISOString().slice(0, 10);
  const mayRead = may(context.viewer, 'read-files').allowed;
  const maySeeHistory = may(context.viewer, 'see-history').allowed;
  const [latest, open, rounds, met, everything, waiting, deeds, hand, mail] = await Promise.all([
    news(context, 8),
    calls(context),
    cycles(context),
    meetings(context),
    search(context, SearchRequest.parse({})),
    mayRead ? readings(context, 'open', 8) : null,
    maySeeHistory ? latestDeeds(context, 8) : null,
    inHand(context),
    waitingMessages(context),
  ]);
  const due = [
    ...rounds.flatMap(({ slug, programme, year, settings: { deadlines } }) =>
      [
        { date: deadlines.applications, what: 'Requests for' },
        { date: deadlines.offers, what: 'Offers for' },
        { date: deadlines.completion, what: 'Completion of' },
      ].flatMap(({ date, what }) =>
        date === null ? [] : [{ date, what: `${what} ${programme} ${year}`, address: `/missions/${slug}` }],
      ),
    ),
    ...open.flatMap(({ id, slug, programme, year, frame }) => {
      const date = frame.letter?.deadline ?? null;
      const known = rounds.some(({ call, settings }) => call === id && settings.deadlines.offers === date);
      return date === null || known
        ? []
        : [{ date, what: `Offers for ${programme} ${year}`, address: `/missions/calls/${slug}` }];
    }),
    ...met.flatMap(({ slug, series, frame: { next } }) => {
      const year = next?.year ?? null;
      const what = `Meeting ${next?.number ?? ''} of ${series}`;
      return year === null ? [] : [{ date: String(year), what, address: `/partners/meetings/${slug}` }];
    }),
  ].map((item) => ({ ...item, past: item.date < today.slice(0, item.date.length) }));
  const counts = new Map(everything.kinds.map(({ kind, count }) => [kind, count]));
  return {
    counts: counted.flatMap(({ kind, one, many, href }) => {
      const count = counts.get(kind) ?? 0;
      return count === 0 ? [] : [{ said: `${count} ${count === 1 ? one : many}`, href }];
    }),
    latest: latest.map((item) => ({ ...item, kindName: kindName(item.kind) })),
    /** What has a date ahead, the nearest first, and then what is past, the latest first. */
    due: [
      ...due.filter((item) => !item.past).sort((a, b) => a.date.localeCompare(b.date)),
      ...due.filter((item) => item.past).sort((a, b) => b.date.localeCompare(a.date)),
    ].slice(0, 8),
    waiting:
      waiting?.map((item) => ({
        id: item.id,
        name: item.name,
        kindName: kinds[item.kind].name,
        cameAt: item.cameAt,
        findings: item.findings,
        unplaced: item.unplaced,
      })) ?? null,
    deeds,
    hand,
    mail,
  };
};
