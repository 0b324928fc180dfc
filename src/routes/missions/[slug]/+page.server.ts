import { may } from '#modules/access/index.ts';
import { letterKindNames, letterStateNames, unnamedOrganiser, type LetterKind } from '#modules/missions/index.ts';
import { cycleView, formVersions, letters, publicSummary } from '#modules/missions/server/index.ts';
import { plansToServe } from '../fields.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const view = await cycleView(context, params.slug);
  const { cycle, isStaff, applications } = view;
  const { settings, plan, slug } = cycle;
  const forms = await formVersions(context, slug);
  const written = await letters(context, cycle.id);
  const serves = plan === null ? undefined : (await plansToServe(context)).find(({ id }) => id === plan);
  const own = applications.filter((one) => one.isOwn);
  return {
    slug,
    name: `${cycle.programme} ${cycle.year}`,
    organiser: settings.organiser === unnamedOrganiser ? null : settings.organiser,
    introduction: settings.introduction.split('\n').filter((line) => line.trim() !== ''),
    deadlines: settings.deadlines,
    isStaff,
    mayApply: may(context.viewer, 'apply-for-missions').allowed,
    mayOffer: may(context.viewer, 'offer-missions').allowed,
    plan: serves === undefined ? null : { name: serves.name, address: `/plans/${serves.slug}` },
    call: view.call,
    steps: view.steps,
    waiting: view.waiting,
    /** Requests in the order of the stages that this viewer is told. */
    groups: isStaff
      ? byStage(
          settings.applications.map(({ key }) => key),
          applications,
        )
      : [],
    own,
    summary: isStaff ? [] : await publicSummary(context, slug),
    offers: view.offers,
    letters: written.map(({ slug: last, kind, state, content, sentAt }) => ({
      slug: last,
      subject: content.subject,
      kind: letterKindNames[kind],
      date: content.date ?? sentAt?.toISOString().slice(0, 10) ?? null,
      state: letterStateNames[state].toLowerCase(),
    })),
    lettersToWrite: lettersToWrite(
      written.map(({ kind }) => kind),
      view.call !== null,
    ),
    forms: (['application', 'assistance-plan'] as const).flatMap((kind) => {
      const [newest] = forms[kind];
      return newest === undefined
        ? []
        : [
            {
              kind,
              title: newest.form.title,
              version: newest.form.version,
              address: `/missions/${slug}/forms?kind=${kind}`,
            },
          ];
    }),
  };
};

/** The letters that every cycle has, as long as they are missing; a call that was read was sent round. */
function lettersToWrite(written: readonly LetterKind[], called: boolean): { kind: LetterKind; name: string }[] {
  const usual: { kind: LetterKind; name: string }[] = [
    { kind: 'survey', name: 'Write the survey letter' },
    { kind: 'circulation', name: 'Write the letter that sends the requests round' },
  ];
  const missing = usual.filter(({ kind }) => !called && !written.includes(kind));
  return [...missing, { kind: 'other', name: missing.length === 0 ? 'Write a letter' : 'Write another letter' }];
}

/** Requests by the stage they stand in, in the order of the workflow; stages that it no longer has come last. */
function byStage<T extends { stage: string | null; stageKey: string | null }>(
  order: readonly string[],
  all: readonly T[],
) {
  const keys = [...new Set([...order, ...all.flatMap(({ stageKey }) => stageKey ?? [])])];
  return keys.flatMap((key) => {
    const requests = all.filter(({ stageKey }) => stageKey === key);
    return requests.length === 0 ? [] : [{ key, label: requests[0]?.stage ?? key, requests }];
  });
}
