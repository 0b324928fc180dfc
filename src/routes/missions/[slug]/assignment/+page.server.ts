import { redirect } from '@sveltejs/kit';
import { keyOfCandidate, mayBeProposed, type Match } from '#modules/missions/index.ts';
import { assignment, changeByHand, changeMatching, makeAssignment, matching } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';
import { lookOf } from '../matching/views.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const look = await lookOf(locals.context, url);
  const [found, view] = await Promise.all([
    assignment(locals.context, params.slug),
    matching(locals.context, params.slug, look),
  ]);
  const all = new Map<string, Match['candidate']>(
    view.rankings.flatMap(({ matches, barred }) =>
      [...matches, ...barred].map(({ candidate }) => [keyOfCandidate(candidate), candidate] as const),
    ),
  );
  const person = (key: string) => {
    const known = all.get(key);
    return { key, name: known?.name ?? 'somebody who is no longer a candidate', address: known?.address ?? null };
  };
  const { proposal, standing, worst, cycle } = found;
  const kept = new Map((proposal?.proposal.needs ?? []).map((need) => [need.id, need]));
  const needs = [
    ...view.rankings.map(({ need }) => ({ id: need.id, name: need.name, address: need.address })),
    ...[...kept.values()].filter(({ id }) => !view.rankings.some(({ need }) => need.id === id)),
  ];
  const nameOf = (id: string): string => needs.find((need) => need.id === id)?.name ?? 'a request';
  return {
    name: `${cycle.programme} ${cycle.year}`,
    slug: cycle.slug,
    cycleVersion: cycle.version,
    version: view.version,
    made:
      proposal === null
        ? null
        : {
            version: proposal.version,
            by: proposal.madeBy,
            at: proposal.madeAt,
            least: proposal.proposal.least,
            earlier: found.earlier,
            older: Object.entries(proposal.madeWith.weights).some(
              ([part, most]) => view.weights[part as keyof typeof view.weights] !== most,
            ),
          },
    worst: worst === null ? null : { need: nameOf(worst.need), score: worst.score, ...person(worst.candidate) },
    needs: needs.map(({ id, name, address }) => {
      const ranking = view.rankings.find(({ need }) => need.id === id);
      const has = standing.filter(({ need }) => need === id);
      return {
        id,
        name,
        address,
        matching: `/missions/${cycle.slug}/matching/${view.slugs.get(id) ?? ''}`,
        known: kept.has(id),
        priority: kept.get(id)?.priority ?? [],
        places: view.settings.places[id] ?? 1,
        people: has.map(({ candidate, score }) => ({ ...person(candidate), score })),
        nobody:
          has.length > 0
            ? null
            : (proposal?.proposal.nobody.find(({ need }) => need === id)?.why ?? 'Whoever was proposed was taken out.'),
        others: (ranking?.matches ?? [])
          .filter(({ candidate }) => candidate.kind !== 'activity')
          .filter(({ candidate }) => !has.some((one) => one.candidate === keyOfCandidate(candidate)))
          .slice(0, 30)
          .map((match) => ({
            key: keyOfCandidate(match.candidate),
            name: `${match.candidate.name} (${match.score}${mayBeProposed(match) ? '' : ', meets nothing of its core'})`,
          })),
      };
    }),
    changes: (proposal?.changes ?? []).map(({ what, need, candidate, reason, by, at }) => ({
      what,
      need: nameOf(need),
      who: person(candidate).name,
      reason,
      by,
      at: at.slice(0, 10),
    })),
  };
};

export const actions: Actions = {
  make: async ({ request, locals, params, url }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const view = await matching(locals.context, params.slug);
      const places = Object.fromEntries(
        view.rankings.flatMap(({ need }) => {
          const many = numberField(form, `places-${need.id}`);
          return many === -1 || many === 1 ? [] : [[need.id, many]];
        }),
      );
      if (JSON.stringify(places) !== JSON.stringify(view.settings.places)) {
        await changeMatching(locals.context, params.slug, {
          cycleVersion: numberField(form, 'cycleVersion'),
          version: numberField(form, 'version'),
          weights: view.cycle.settings.weights,
          settings: { ...view.settings, places },
        });
      }
      await makeAssignment(locals.context, params.slug, await lookOf(locals.context, url));
      redirect(303, `/missions/${params.slug}/assignment`);
    });
  },
  change: async ({ request, locals, params, url }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const words = {
        what: field(form, 'what') === 'taken out' ? ('taken out' as const) : ('put in' as const),
        need: field(form, 'need'),
        candidate: field(form, 'candidate'),
        reason: field(form, 'reason'),
      };
      const look = await lookOf(locals.context, url);
      await changeByHand(locals.context, params.slug, numberField(form, 'version'), words, look);
      redirect(303, `/missions/${params.slug}/assignment`);
    });
  },
};
