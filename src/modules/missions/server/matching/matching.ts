/** Matching: the requests of a cycle against everybody who could help, for the secretariat that runs it. */
import { refuse } from '#kernel/problem.ts';
import { audienceOf } from '#modules/access/index.ts';
import { mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { organisationNames } from '#modules/directory/server/index.ts';
import { Weights } from '../../domain/cycle/cycle.ts';
import { usualApplicationForm, usualOfferForm } from '../../domain/forms/house-forms.ts';
import { candidateOfOffer, candidateOfProfile } from '../../domain/matching/candidate.ts';
import { needOf } from '../../domain/matching/need.ts';
import { rank, type Ranking } from '../../domain/matching/score.ts';
import { Grade, MatchingSettings, usualMatching } from '../../domain/matching/settings.ts';
import type { Candidate, Need } from '../../domain/matching/words.ts';
import { formsOf, updateCycle } from '../../store/cycles.ts';
import { judgementsOf, matchingOf, writeJudgement, writeMatching, type Judgement } from '../../store/matching.ts';
import { listApplications, listAssistancePlans, type Application } from '../../store/missions.ts';
import { cycle, type Cycle } from '../cycle/cycles.ts';
import { rosterForMatching } from '../roster/roster-matching.ts';
import { trackRecords, type TrackRecords } from './track-records.ts';

/** What a person looks at instead of what the cycle lays down, and what stands around as context. */
export interface Look {
  weights?: Weights;
  /** Activities of partners, made into candidates by the caller: this room does not know partners. */
  activities?: readonly Candidate[];
}

export interface MatchingView {
  cycle: Cycle;
  settings: MatchingSettings;
  /** Of the settings; 0 while they are the usual ones. */
  version: number;
  /** Those it was computed with. */
  weights: Weights;
  rankings: Ranking[];
  /** Slugs of the requests by their ids. */
  slugs: ReadonlyMap<string, string>;
  judgements: Judgement[];
}

/** Stages in which a request is not, or no longer, looked after. */
const notMatched = new Set(['draft', 'submitted', 'asked', 'in-mission', 'completed', 'declined', 'withdrawn']);

/** All requests of a cycle that were accepted, each with its ranking. @throws Refusal `not-found` */
export async function matching(context: Context, slug: string, look: Look = {}): Promise<MatchingView> {
  mustMay(context, 'run-missions');
  const found = await cycle(context, slug);
  const kept = await matchingOf(context.db, found.id);
  const settings = kept?.settings ?? usualMatching;
  const weights = look.weights ?? found.settings.weights;
  const all = await listApplications(context.db, audienceOf(context.viewer), { cycle: found.id });
  const asked = all.filter(({ stage }) => !notMatched.has(stage));
  const records = await trackRecords(context);
  const candidates = [
    ...(await rosterForMatching(context)).map((one) => {
      const { kind, name, organisation, own } = one;
      const missions =
        kind === 'expert' ? records.ofExpert(name, organisation, own) : records.ofOrganisation(organisation);
      return candidateOfProfile({ ...one, missions });
    }),
    ...(await offersOf(context, found, records)),
    ...(look.activities ?? []),
  ];
  return {
    cycle: found,
    settings,
    version: kept?.version ?? 0,
    weights,
    rankings: rank(await needsOf(context, found, asked), candidates, weights, {
      nationalsBarred: settings.nationalsBarred,
      profileMonths: settings.profileMonths,
      ceiling: found.settings.ceiling,
      today: context.now().toISOString().slice(0, 10),
    }),
    slugs: new Map(asked.map((one) => [one.id, one.slug])),
    judgements: await judgementsOf(context.db, found.id),
  };
}

/** Requests as the score reads them, each by the version of the form that it answers. */
export async function needsOf(
  context: Context,
  cycle: Pick<Cycle, 'id'> | null,
  asked: readonly Application[],
): Promise<Need[]> {
  mustMay(context, 'offer-missions');
  const forms = cycle === null ? [] : await formsOf(context.db, cycle.id, 'application');
  const names = await organisationNames(
    context,
    asked.map(({ organisation }) => organisation),
  );
  return asked.map(({ id, slug, organisation, content, formVersion }) => {
    const known = organisation === null ? undefined : names.get(organisation);
    return needOf({
      id,
      address: `/missions/applications/${slug}`,
      organisation,
      organisationNames: known === undefined ? [] : [known.key, known.name],
      content,
      form: forms.find(({ version }) => version === formVersion) ?? forms[0] ?? usualApplicationForm(''),
    });
  });
}

/** Offers of a cycle that were sent in; those laid aside are no candidates, those taken back are barred. */
async function offersOf(context: Context, { id, settings }: Cycle, records: TrackRecords): Promise<Candidate[]> {
  const offers = await listAssistancePlans(context.db, audienceOf(context.viewer), id);
  const forms = await formsOf(context.db, id, 'assistance-plan');
  const names = await organisationNames(
    context,
    offers.map(({ organisation }) => organisation),
  );
  return offers
    .filter(({ stage }) => stage !== 'draft' && stage !== 'not-taken')
    .map((offer) => {
      const known = offer.organisation === null ? undefined : names.get(offer.organisation);
      const offerer = known?.name ?? offer.content.organisation;
      return candidateOfOffer({
        id: offer.id,
        name: offerer === '' ? offer.title : `${offerer}: ${offer.title}`,
        address: `/missions/assistance-plans/${offer.slug}`,
        organisation: offer.organisation,
        applications: offer.applications,
        content: offer.content,
        form:
          forms.find(({ version }) => version === offer.formVersion) ??
          forms[0] ??
          usualOfferForm('', settings.organiser),
        withdrawn: offer.stage === 'withdrawn',
        missions: records.ofOrganisation(offer.organisation),
      });
    });
}

/** What of the matching of a cycle is changed. */
export interface MatchingChange {
  /** Of the cycle, and of the settings, as they were seen. */
  cycleVersion: number;
  version: number;
  weights: Weights;
  settings: MatchingSettings;
}

/** Keeps weights and rules for a cycle. @throws Refusal `not-found`, `bad-matching`, `changed-meanwhile` */
export async function changeMatching(context: Context, slug: string, wanted: MatchingChange): Promise<void> {
  mustMay(context, 'run-missions');
  const weights = checked(Weights.safeParse(wanted.weights));
  const settings = checked(MatchingSettings.safeParse(wanted.settings));
  await together(context, async (context) => {
    const found = await cycle(context, slug);
    const before = (await matchingOf(context.db, found.id))?.settings ?? usualMatching;
    const change = { settings: { ...found.settings, weights } };
    if (!(await updateCycle(context.db, found.id, wanted.cycleVersion, change))) refuseStale('The cycle');
    if (!(await writeMatching(context.db, found.id, wanted.version, settings))) refuseStale('The matching');
    await remember(
      context,
      'changed the matching of',
      { kind: 'cycle', id: found.id },
      { before: { weights: found.settings.weights, ...before }, after: { weights, ...settings } },
    );
  });
}

function checked<T>(
  parsed:
    { success: true; data: T } | { success: false; error: { issues: { message: string; path: PropertyKey[] }[] } },
): T {
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  refuse('bad-matching', issue?.message ?? 'This cannot be kept.', 'Enter whole numbers, weights from 0 to 100.', {
    field: String(issue?.path[0] ?? ''),
  });
}

/** What a person says of a match. */
export interface JudgementWords {
  /** Id of the request. */
  application: string;
  /** "expert:<id>". */
  candidate: string;
  grade: number;
  note: string;
}

/** Keeps how well a match fits, by a person. It changes no score. @throws Refusal `not-found`, `bad-grade` */
export async function judgeMatch(context: Context, slug: string, words: JudgementWords): Promise<void> {
  mustMay(context, 'run-missions');
  const grade = Grade.safeParse(words.grade);
  if (!grade.success) refuse('bad-grade', 'Choose how well it fits.', '', { field: 'grade' });
  if (!/^(?:expert|organisation|offer|activity):[\w-]{1,64}$/.test(words.candidate)) {
    refuse('not-found', 'This candidate is not known.', 'Load the page again.');
  }
  const { account } = context.viewer;
  if (account === null) refuse('not-allowed', 'Judgements are kept by name.', 'Sign in first.');
  await together(context, async (context) => {
    const { id } = await cycle(context, slug);
    const asked = await listApplications(context.db, audienceOf(context.viewer), { cycle: id });
    const application = asked.find((one) => one.id === words.application);
    if (application === undefined) {
      return refuse('not-found', 'There is no such request in this cycle.', 'Load the page again.');
    }
    const judgement = {
      application: application.id,
      candidate: words.candidate,
      account,
      actor: context.viewer.name,
      grade: grade.data,
      note: words.note.trim().slice(0, 2000),
      madeAt: context.now(),
    };
    await writeJudgement(context.db, id, judgement);
    await remember(context, 'judged a match of', { kind: 'application', id: application.id }, { after: judgement });
  });
}
