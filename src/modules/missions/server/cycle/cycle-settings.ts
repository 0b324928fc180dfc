/** What the secretariat changes of a cycle: its settings, stage by stage, and the versions of its forms. */
import { refuse } from '#kernel/problem.ts';
import { Visibility } from '#modules/access/index.ts';
import { announce, mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { freeKey, stageBefore, withoutStage, withStage } from '../../domain/cycle/change-stages.ts';
import type { CycleSettings, Stage, Workflow } from '../../domain/cycle/cycle.ts';
import { issueInWords } from '../../domain/cycle/in-words.ts';
import { Form, type FormKind } from '../../domain/forms/form.ts';
import {
  formsOf,
  insertForm,
  lockCycle,
  stagesInUse,
  updateCycle,
  usesOfForms,
  type Cycle,
} from '../../store/cycles.ts';
import { checkedSettings, cycle } from './cycles.ts';
import { cycleWritten } from '../written.ts';

/** What may be changed of a cycle. */
export interface CycleChange {
  visibility?: Visibility;
  plan?: string | null;
  settings?: Partial<CycleSettings>;
}

/**
 * Changes a cycle that still is as it was seen; all of it, or nothing.
 * @throws Refusal `not-found`, `bad-settings`, `public-page-hidden`, `stage-in-use`, `changed-meanwhile`
 */
export async function changeCycle(context: Context, slug: string, version: number, change: CycleChange): Promise<void> {
  mustMay(context, 'run-missions');
  await together(context, async (context) => {
    const { id } = await cycle(context, slug);
    await lockCycle(context.db, id);
    const before = await cycle(context, slug);
    const settings = checkedSettings({ ...before.settings, ...change.settings });
    const visibility = change.visibility ?? before.visibility;
    if (settings.publicPage && visibility !== 'public') {
      refuse(
        'public-page-hidden',
        'The page of the call is for everybody, and the cycle is not.',
        'Show the cycle to everyone, or take the page of the call back.',
        { field: 'visibility' },
      );
    }
    await mustKeepUsedStages(context, before, settings);
    const after = { visibility, plan: change.plan === undefined ? before.plan : change.plan, settings };
    if (!(await updateCycle(context.db, before.id, version, after))) refuseStale('The cycle');
    await remember(context, 'changed', { kind: 'cycle', id: before.id }, { before, after: { ...before, ...after } });
    await announce(context, { written: [cycleWritten({ ...before, ...after })] });
  });
}

async function mustKeepUsedStages(context: Context, { id }: Cycle, settings: CycleSettings): Promise<void> {
  const used = await stagesInUse(context.db, id);
  for (const which of ['applications', 'offers'] as const) {
    const kept = new Set(settings[which].map(({ key }) => key));
    const lost = [...used[which]].find((key) => !kept.has(key));
    if (lost !== undefined) {
      refuse(
        'stage-in-use',
        `${which === 'applications' ? 'Requests' : 'Offers'} stand in this stage, so it cannot be removed.`,
        'Move them to another stage first.',
        { field: 'stage' },
      );
    }
  }
}

/** Whose stages: those of requests or of offers. */
export type StagesOf = 'applications' | 'offers';

/** A stage as a person describes it; without a key it is a new one. */
export type StageWords = Omit<Stage, 'key'> & { key: string | null };

/**
 * Changes a stage, or adds one behind `after`. @returns its key
 * @throws Refusal `not-found`, `bad-settings`, `changed-meanwhile`
 */
export async function changeStage(
  context: Context,
  slug: string,
  version: number,
  of: StagesOf,
  { key, ...words }: StageWords,
  after: string | null,
): Promise<string> {
  mustMay(context, 'run-missions');
  const { settings } = await cycle(context, slug);
  const workflow: Workflow = settings[of];
  if (key !== null && !workflow.some((stage) => stage.key === key)) {
    refuse('not-found', 'There is no such stage.', 'Load the page of the settings again.');
  }
  const stage = { key: key ?? freeKey(workflow, words.staffLabel), ...words };
  const place = after === stage.key ? stageBefore(workflow, stage.key) : after;
  await changeCycle(context, slug, version, { settings: { [of]: withStage(workflow, stage, place) } });
  return stage.key;
}

/**
 * Removes a stage in which nothing stands, with the moves that led to it.
 * @throws Refusal `not-found`, `stage-in-use`, `bad-settings`, `changed-meanwhile`
 */
export async function removeStage(
  context: Context,
  slug: string,
  version: number,
  of: StagesOf,
  key: string,
): Promise<void> {
  mustMay(context, 'run-missions');
  const { settings } = await cycle(context, slug);
  if (settings[of][0]?.key === key) {
    refuse('first-stage', 'Everything begins in the first stage; it cannot be removed.', 'Change its labels instead.', {
      field: 'stage',
    });
  }
  await changeCycle(context, slug, version, { settings: { [of]: withoutStage(settings[of], key) } });
}

/** A version of a form and how many answer it. */
export interface FormVersion {
  form: Form;
  uses: number;
}

/** All versions of both forms of a cycle, newest first. @throws Refusal `not-found` */
export async function formVersions(context: Context, slug: string): Promise<Record<FormKind, FormVersion[]>> {
  const { id } = await cycle(context, slug);
  const uses = await usesOfForms(context.db, id);
  const versions = async (kind: FormKind): Promise<FormVersion[]> =>
    (await formsOf(context.db, id, kind)).map((form) => ({
      form,
      uses: uses.find((one) => one.kind === kind && one.version === form.version)?.uses ?? 0,
    }));
  return { application: await versions('application'), 'assistance-plan': await versions('assistance-plan') };
}

/**
 * Makes a new version of a form; earlier ones stay, for those who answered them.
 * @param from the version that was changed
 * @returns the number of the new version
 * @throws Refusal `not-found`, `bad-form`, `nothing-changed`, `changed-meanwhile`
 */
export async function changeForm(
  context: Context,
  slug: string,
  from: number,
  form: Omit<Form, 'version'>,
): Promise<number> {
  mustMay(context, 'run-missions');
  return together(context, async (context) => {
    const within = await cycle(context, slug);
    await lockCycle(context.db, within.id);
    const [newest] = await formsOf(context.db, within.id, form.kind);
    if (newest === undefined || newest.version !== from) refuseStale('The form');
    const checked = Form.safeParse({ ...form, version: from + 1 });
    if (!checked.success) {
      const [issue] = checked.error.issues;
      const words = issue === undefined ? 'The form cannot be kept like this.' : issueInWords(issue);
      refuse('bad-form', `${questionNamed(issue?.path ?? [])}${words}`, '', { field: 'title' });
    }
    if (JSON.stringify({ ...checked.data, version: from }) === JSON.stringify({ ...Form.parse(newest) })) {
      refuse('nothing-changed', 'Nothing was changed, so there is no new version.', 'Change a question first.');
    }
    await insertForm(context.db, within.id, checked.data);
    const subject = { kind: 'cycle', id: within.id } as const;
    await remember(context, 'changed a form of', subject, { before: newest, after: checked.data });
    return checked.data.version;
  });
}

/** "Question 3: ", where an objection of the schema is to one of the questions. */
function questionNamed([first, index]: readonly PropertyKey[]): string {
  return first === 'items' && typeof index === 'number' ? `Question ${index + 1}: ` : '';
}
