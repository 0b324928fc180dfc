/** A cycle as its page shows it: to the secretariat all of it, to an applicant its own part, to everybody what is public. */
import { audienceOf, may, maySee, type Viewer } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import type { Workflow } from '../../domain/cycle/cycle.ts';
import { stageLabel } from '../../domain/cycle/moves.ts';
import { isSentRound, standing, type Step } from '../../domain/cycle/standing.ts';
import { waiting, type Waiting } from '../../domain/cycle/waiting.ts';
import { callBy, listApplications, listAssistancePlans, type Application } from '../../store/missions.ts';
import { questionsOn, type Question } from '../../store/screening.ts';
import { cycle, type Cycle } from './cycles.ts';

/** A request or an offer in the lists of a cycle. */
export interface Listed {
  slug: string;
  title: string;
  country: string | null;
  organisation: string;
  /** In the words for this viewer; `null` where the stage is not the viewer's business. */
  stage: string | null;
  /** Key of that stage. */
  stageKey: string | null;
  /** What is decided and not told; for the secretariat only. */
  decided: string | null;
  isOwn: boolean;
  /** Questions of the secretariat without an answer; 0 where they are not the viewer's business. */
  openQuestions: number;
  /** Offers that answer a request; `null` where they are not the viewer's business. */
  offers: number | null;
}

export interface CycleView {
  cycle: Cycle;
  isStaff: boolean;
  /** The document that it was sent round with. */
  call: { name: string; slug: string } | null;
  steps: Step[];
  applications: Listed[];
  offers: Listed[];
  /** What waits for the secretariat; empty for everybody else. */
  waiting: Waiting[];
}

/** Everything that the page of a cycle shows. @throws Refusal `not-found` */
export async function cycleView(context: Context, slug: string): Promise<CycleView> {
  const { viewer, db } = context;
  const found = await cycle(context, slug);
  const isStaff = may(viewer, 'run-missions').allowed;
  const all = await listApplications(db, audienceOf(viewer), { cycle: found.id });
  const plans = await listAssistancePlans(db, audienceOf(viewer), found.id);
  const concerned = all.filter((one) => isStaff || isOwn(viewer, one));
  const questions = await questionsOn(
    db,
    concerned.map(({ id }) => id),
  );
  const offersOn = (id: string): number =>
    plans.filter(({ applications, stage }) => applications.includes(id) && countsAsOffer(stage)).length;
  const openOn = (id: string): number => questions.filter((one) => one.application === id && isOpen(one)).length;
  const { settings } = found;
  const today = context.now().toISOString().slice(0, 10);
  const call = found.call === null ? null : await callBy(db, { id: found.call });
  return {
    cycle: found,
    isStaff,
    call:
      call !== null && maySee(viewer, call).allowed
        ? { name: `${call.programme} ${call.year}`, slug: call.slug }
        : null,
    steps: standing(settings.deadlines, today, isStaff ? { applications: all, offers: plans } : null),
    applications: all
      .filter((one) => isStaff || isOwn(viewer, one) || isSentRound(one.stage))
      .map((one) => ({
        ...listedFor(viewer, isStaff, settings.applications, one),
        country: one.content.country.printed,
        openQuestions: concerned.includes(one) ? openOn(one.id) : 0,
        offers: isStaff ? offersOn(one.id) : null,
      })),
    offers: plans
      .filter((one) => isStaff || isOwn(viewer, one))
      .map((one) => ({
        ...listedFor(viewer, isStaff, settings.offers, one),
        country: null,
        openQuestions: 0,
        offers: null,
      })),
    waiting: isStaff
      ? waiting(
          settings.deadlines,
          today,
          all.map((one) => ({
            id: one.id,
            stage: one.stage,
            isDecided: one.pending !== null,
            openQuestions: openOn(one.id),
            newAnswers: newAnswers(one, questions),
            offers: offersOn(one.id),
          })),
        )
      : [],
  };
}

type Worked = Pick<Application, 'slug' | 'title' | 'organisation' | 'stage' | 'pending'> & {
  content: { organisation: string };
};

function listedFor(
  viewer: Viewer,
  isStaff: boolean,
  workflow: Workflow,
  one: Worked,
): Omit<Listed, 'country' | 'openQuestions' | 'offers'> {
  const own = isOwn(viewer, one);
  return {
    slug: one.slug,
    title: one.title,
    organisation: one.content.organisation,
    stage: isStaff || own ? stageLabel(workflow, one.stage, isStaff) : null,
    stageKey: isStaff || own ? one.stage : null,
    decided: isStaff && one.pending !== null ? stageLabel(workflow, one.pending.stage, true) : null,
    isOwn: own,
  };
}

const isOwn = (viewer: Viewer, { organisation }: { organisation: string | null }): boolean =>
  organisation !== null && organisation === viewer.organisation;

const isOpen = ({ answer }: Question): boolean => answer === null;

const countsAsOffer = (stage: string): boolean => !['draft', 'withdrawn', 'not-taken'].includes(stage);

/** Answers that came while nothing is decided yet. */
function newAnswers({ id, stage, pending }: Application, questions: readonly Question[]): number {
  if (pending !== null || (stage !== 'submitted' && stage !== 'asked')) return 0;
  return questions.filter((one) => one.application === id && !isOpen(one)).length;
}
