import { may } from '#modules/access/index.ts';
import { historyOf } from '#modules/access/server/index.ts';
import { kinds } from '#modules/intake/index.ts';
import { readings } from '#modules/intake/server/index.ts';
import { calls } from '#modules/missions/server/index.ts';
import { meetings } from '#modules/partners/server/index.ts';
import { news } from '#modules/trace/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { context } = locals;
  const now = context.now();
  const [latest, open, met] = await Promise.all([news(context, 12), calls(context), meetings(context)]);
  const waiting = may(context.viewer, 'read-files').allowed ? await readings(context, 'open', 8) : null;
  const changes = may(context.viewer, 'see-history').allowed
    ? await historyOf(context, null, { before: null, most: 8 })
    : null;
  return {
    latest,
    /** What has a date ahead: deadlines of calls, and next meetings that reports announce. */
    due: [
      ...open.flatMap(({ slug, programme, year, frame }) =>
        frame.letter === null || frame.letter.deadline === null
          ? []
          : [{ date: frame.letter.deadline, what: `Offers for ${programme} ${year}`, address: `/missions/${slug}` }],
      ),
      ...met.flatMap(({ slug, series, frame }) =>
        frame.next === null || frame.next.year === null
          ? []
          : [
              {
                date: String(frame.next.year),
                what: `Meeting ${frame.next.number} of ${series}`,
                address: `/partners/meetings/${slug}`,
              },
            ],
      ),
    ].sort((a, b) => b.date.localeCompare(a.date)),
    today: now.toISOString().slice(0, 10),
    waiting:
      waiting?.map((item) => ({
        id: item.id,
        name: item.name,
        kindName: kinds[item.kind].name,
        cameAt: item.cameAt,
        findings: item.findings,
      })) ?? null,
    changes:
      changes?.map(({ id, at, actor, action, subjectKind, subjectId }) => ({
        id,
        at,
        actor,
        action,
        subjectKind,
        subjectId,
      })) ?? null,
  };
};
