/** Evaluation of missions by both sides and the secretariat, and what became of the advice after a year. */
import { refuse } from '#kernel/problem.ts';
import { mustMay, mustSee, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { Day, daysAfter } from '../../domain/mission/days.ts';
import {
  Evaluation,
  EvaluationQuestions,
  opened,
  readable,
  secretariatSide,
  usualQuestions,
  type EvaluationQuestion,
  type EvaluationState,
} from '../../domain/mission/evaluation.ts';
import { Advice, AdviceState, followUpDue } from '../../domain/mission/mission.ts';
import { nextId } from '../../domain/mission/milestones.ts';
import {
  evaluationQuestionsOf,
  evaluationsOf,
  putEvaluation,
  putEvaluationQuestions,
  type StoredEvaluation,
} from '../../store/carried-out.ts';
import { cycleBy } from '../../store/cycles.ts';
import { changeMission, mission, mustTakePart, today, type Mission } from './carried-out.ts';

export type { StoredEvaluation };

/** The evaluations of a mission as one side sees them. */
export interface EvaluationsSeen {
  mission: Mission;
  questions: EvaluationQuestion[];
  /** Those that the viewer may read. */
  given: StoredEvaluation[];
  /** What the viewer's side gave; `null` before it did. */
  own: StoredEvaluation | null;
  /** Under which name the viewer's side evaluates; `null` for those who only read. */
  side: string | null;
  /** Whether the viewer may evaluate, or change what was given, now. */
  mayGive: boolean;
  open: boolean;
}

/** The organisations of both sides. */
export const sidesOf = ({ beneficiary, offerers }: Mission): string[] => [
  ...new Set([...(beneficiary === null ? [] : [beneficiary]), ...offerers]),
];

const stateOf = (context: Context, found: Mission): EvaluationState => ({
  sides: sidesOf(found),
  term: found.evaluationBy,
  today: today(context),
});

/** What the questions of a mission's cycle are. */
async function questionsFor(context: Context, cycle: string | null): Promise<EvaluationQuestion[]> {
  const own = cycle === null ? null : await evaluationQuestionsOf(context.db, cycle);
  return own?.questions ?? [...usualQuestions];
}

/** The evaluations of a mission that the viewer may read, and whether to give one. @throws Refusal `not-found` */
export async function evaluations(context: Context, slug: string): Promise<EvaluationsSeen> {
  const { mission: found, side } = await mission(context, slug);
  const name = side === 'secretariat' ? secretariatSide : side === null ? null : context.viewer.organisation;
  const all = (await evaluationsOf(context.db, [found.id])).get(found.id) ?? [];
  const state = stateOf(context, found);
  const open = opened(all, state);
  return {
    mission: found,
    questions: await questionsFor(context, found.cycle),
    given: readable(all, name, state),
    own: all.find((one) => one.side === name) ?? null,
    side: name,
    mayGive: name !== null && mayGive(found, open, state.today),
    open: name !== null && open,
  };
}

/** Once the other's words can be read, one's own stand. */
const mayGive = ({ evaluationBy, stage }: Mission, open: boolean, day: string): boolean =>
  evaluationBy !== null && stage !== 'cancelled' && day <= evaluationBy && !open;

/** Asks both sides to evaluate until a day. @throws Refusal `bad-date`, `not-from-here` */
export async function askForEvaluation(context: Context, slug: string, version: number, until: string): Promise<void> {
  mustMay(context, 'run-missions');
  const asked = { sides: ['secretariat'] as const, action: 'asked for the evaluation of' };
  await changeMission(context, slug, version, asked, async (found, _, context) => {
    const day = Day.safeParse(until);
    if (!day.success) refuse('bad-date', day.error.issues[0]?.message ?? 'Enter a day.', '', { field: 'until' });
    if (day.data < today(context))
      refuse('bad-date', 'That day has passed.', 'Choose a later day.', { field: 'until' });
    if (found.stage !== 'under-way' && found.stage !== 'reported') {
      refuse('not-from-here', 'A mission is evaluated while it is under way or reported.', 'Load the page again.');
    }
    const all = (await evaluationsOf(context.db, [found.id])).get(found.id) ?? [];
    if (opened(all, stateOf(context, found))) {
      refuse('evaluation-open', 'Both sides can read each other’s evaluation already.', 'It cannot be asked again.');
    }
    return { evaluationBy: day.data };
  });
}

/** A day that gives the sides time. */
export const usualTerm = (context: Context): string => daysAfter(today(context), 30);

/** What a side enters. */
export interface EvaluationEntered {
  /** By the key of the question; 1 to 5, `null` for no answer. */
  scores: Readonly<Record<string, number | null>>;
  text: string;
  shownTo: string;
}

/** Gives the evaluation of one's side, or changes it while the other side cannot read it. @throws Refusal `evaluation-over` */
export async function evaluate(
  context: Context,
  slug: string,
  version: number,
  { scores, text, shownTo }: EvaluationEntered,
): Promise<void> {
  mustTakePart(context);
  const asked = { sides: ['beneficiary', 'offerer', 'secretariat'] as const, action: 'evaluated' };
  await changeMission(context, slug, version, asked, async (_, __, context) => {
    const seen = await evaluations(context, slug);
    if (seen.side === null || !seen.mayGive) {
      return refuse('evaluation-over', 'This mission cannot be evaluated now.', 'Ask the secretariat.');
    }
    const checked = Evaluation.safeParse({
      scores: seen.questions.map((question) => ({ ...question, score: scores[question.key] ?? null })),
      text,
      shownTo,
    });
    if (!checked.success) {
      const [issue] = checked.error.issues;
      const field = issue?.path[0] === 'text' ? 'text' : 'scores';
      refuse('bad-evaluation', issue?.message ?? 'The evaluation cannot be kept.', '', { field });
    }
    if (checked.data.text === '' && checked.data.scores.every(({ score }) => score === null)) {
      refuse('bad-evaluation', 'Nothing is evaluated yet.', 'Give at least one score, or write something.', {
        field: 'scores',
      });
    }
    await putEvaluation(context.db, seen.mission.id, {
      ...checked.data,
      side: seen.side,
      by: context.viewer.name,
      at: context.now(),
    });
    return {};
  });
}

/** The questions that a cycle asks, and their version (0 for the usual ones). @throws Refusal `not-found` */
export async function evaluationQuestions(
  context: Context,
  cycleSlug: string,
): Promise<{ cycle: { slug: string; name: string }; questions: EvaluationQuestion[]; version: number }> {
  mustMay(context, 'run-missions');
  const found = mustSee(context, await cycleBy(context.db, { slug: cycleSlug }), 'cycle of missions');
  const own = await evaluationQuestionsOf(context.db, found.id);
  return {
    cycle: { slug: found.slug, name: `${found.programme} ${found.year}` },
    questions: own?.questions ?? [...usualQuestions],
    version: own?.version ?? 0,
  };
}

/** Changes what a cycle asks; evaluations that were given keep the words they answered. @throws Refusal `bad-questions` */
export async function changeEvaluationQuestions(
  context: Context,
  cycleSlug: string,
  version: number,
  questions: readonly EvaluationQuestion[],
): Promise<void> {
  mustMay(context, 'run-missions');
  const checked = EvaluationQuestions.safeParse(questions);
  if (!checked.success) {
    refuse('bad-questions', checked.error.issues[0]?.message ?? 'The questions cannot be kept.', '', {
      field: 'questions',
    });
  }
  await together(context, async (context) => {
    const found = mustSee(context, await cycleBy(context.db, { slug: cycleSlug }), 'cycle of missions');
    const before = await evaluationQuestionsOf(context.db, found.id);
    if (!(await putEvaluationQuestions(context.db, found.id, version, checked.data)))
      refuseStale('The list of questions');
    await remember(
      context,
      'changed the evaluation questions of',
      { kind: 'cycle', id: found.id },
      { before: before?.questions ?? usualQuestions, after: checked.data },
    );
  });
}

/** Lists the advice of the final report, one piece a line; what was answered stays with its words. */
export async function listAdvice(context: Context, slug: string, version: number, lines: string): Promise<void> {
  mustTakePart(context);
  const asked = { sides: ['offerer', 'secretariat'] as const, action: 'listed the advice of' };
  await changeMission(context, slug, version, asked, ({ followUp, stage }) => {
    if (stage !== 'under-way' && stage !== 'reported' && stage !== 'closed') {
      refuse('not-from-here', 'There is no advice before the mission has begun.', 'Load the page again.');
    }
    const wanted = [...new Set(lines.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
    const kept = followUp.advice.filter(({ text, state }) => state !== null || wanted.includes(text));
    const advice = wanted.reduce<Advice[]>((all, text) => {
      if (all.some((one) => one.text === text)) return all;
      const one = Advice.safeParse({
        id: nextId('advice', all),
        text,
        state: null,
        words: '',
        evidence: '',
        answered: null,
      });
      if (!one.success) {
        return refuse('bad-advice', 'Use at most 1,000 characters for each piece of advice.', '', { field: 'advice' });
      }
      return [...all, one.data];
    }, kept);
    if (advice.length > 60) refuse('bad-advice', 'List at most 60 pieces of advice.', '', { field: 'advice' });
    return { followUp: { advice } };
  });
}

/** Says what became of one piece of advice. @throws Refusal `not-found`, `bad-advice` */
export async function answerAdvice(
  context: Context,
  slug: string,
  version: number,
  { id, ...answer }: { id: string; state: string; words: string; evidence: string },
): Promise<void> {
  mustTakePart(context);
  const asked = { sides: ['beneficiary', 'secretariat'] as const, action: 'answered on the advice of' };
  await changeMission(context, slug, version, asked, (found, _, context) => {
    if (followUpDue(found) === null) refuse('not-from-here', 'There is no final report yet.', 'Load the page again.');
    const before = found.followUp.advice.find((one) => one.id === id);
    if (before === undefined) return refuse('not-found', 'There is no such advice.', 'Load the page again.');
    if (!AdviceState.safeParse(answer.state).success) {
      refuse('bad-advice', 'Choose what became of it.', '', { field: `state-${id}` });
    }
    const answered = { on: today(context), by: context.viewer.name };
    const checked = Advice.safeParse({ ...before, ...answer, answered });
    if (!checked.success) {
      const [issue] = checked.error.issues;
      refuse('bad-advice', issue?.message ?? 'The answer cannot be kept.', '', {
        field: `${String(issue?.path[0] ?? 'words')}-${id}`,
      });
    }
    return {
      followUp: { advice: found.followUp.advice.map((one) => (one.id === id ? checked.data : one)) },
    };
  });
}
