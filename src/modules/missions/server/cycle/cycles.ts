/** Cycles of missions, their settings and the versions of their forms. */
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { audienceOf, type Visibility } from '#modules/access/index.ts';
import {
  announce,
  freeSlug,
  mustMay,
  mustSee,
  remember,
  together,
  type Context,
} from '#modules/access/server/index.ts';
import { CycleSettings } from '../../domain/cycle/cycle.ts';
import { issueInWords } from '../../domain/cycle/in-words.ts';
import { usualSettings } from '../../domain/cycle/usual.ts';
import type { Form, FormKind } from '../../domain/forms/form.ts';
import { usualApplicationForm, usualOfferForm } from '../../domain/forms/house-forms.ts';
import { cycleBy, formsOf, insertCycle, insertForm, listCycles, type Cycle } from '../../store/cycles.ts';
import { cycleWritten } from '../written.ts';

export type { Cycle };

/** Cycles the viewer may see, newest first. */
export async function cycles(context: Context): Promise<Cycle[]> {
  return listCycles(context.db, audienceOf(context.viewer));
}

/** A cycle. @throws Refusal `not-found` */
export async function cycle(context: Context, slug: string): Promise<Cycle> {
  return mustSee(context, await cycleBy(context.db, { slug }), 'cycle of missions');
}

/** A cycle that something of it names. @throws Refusal `not-found` */
export async function cycleOfId(context: Context, id: string): Promise<Cycle> {
  return mustSee(context, await cycleBy(context.db, { id }), 'cycle of missions');
}

/** What a new cycle is told. */
export interface NewCycle {
  programme: string;
  year: number;
  /** Who runs it, as forms and letters print it. */
  organiser: string;
  plan: string | null;
  visibility: Visibility;
  deadlines?: Partial<CycleSettings['deadlines']>;
}

/**
 * Opens a cycle with the usual stages and forms. @throws Refusal `cycle-exists`, `bad-programme`, `bad-settings`
 * @returns its address's last part
 */
export async function openCycle(context: Context, wanted: NewCycle): Promise<string> {
  mustMay(context, 'run-missions');
  const programme = wanted.programme.trim();
  if (programme === '' || programme.length > 120) {
    refuse('bad-programme', 'Enter the name of the programme, in at most 120 characters.', '', { field: 'programme' });
  }
  checkedSettings(usualSettings(wanted.organiser, wanted.deadlines));
  const { year } = wanted;
  return together(context, async (context) => {
    if ((await cycleBy(context.db, { programme, year })) !== null) {
      refuse('cycle-exists', `There is a cycle of ${programme} in ${year} already.`, 'Open that one.', {
        field: 'year',
      });
    }
    return (await newCycle(context, { ...wanted, programme, organiser: wanted.organiser.trim() }, null)).slug;
  });
}

/** Settings as the schema takes them. @throws Refusal `bad-settings`, at the field that it objects to */
export function checkedSettings(settings: unknown): CycleSettings {
  const checked = CycleSettings.safeParse(settings);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const field = issue?.path.filter((part) => typeof part === 'string').at(-1);
  return refuse(
    'bad-settings',
    issue === undefined ? 'The settings cannot be kept like this.' : issueInWords(issue),
    '',
    field === undefined ? {} : { field },
  );
}

/** Writes a new cycle with its first forms; in the caller's transaction, which has asked the policy. */
export async function newCycle(context: Context, wanted: NewCycle, call: string | null): Promise<Cycle> {
  const { programme, year, organiser, plan, visibility, deadlines } = wanted;
  const row = {
    id: newId(context.now().getTime()),
    slug: await freeSlug(context.db, 'missions.cycle', `${programme} ${year}`),
    programme,
    year,
    plan,
    call,
    settings: usualSettings(organiser, deadlines),
    visibility,
    parties: [],
  };
  await insertCycle(context.db, row);
  const made: Cycle = { ...row, version: 1 };
  await insertForm(context.db, made.id, usualApplicationForm(`${programme} ${year}`));
  await insertForm(context.db, made.id, usualOfferForm(`${programme} ${year}`, organiser));
  await remember(context, 'opened', { kind: 'cycle', id: made.id }, { after: made });
  await announce(context, { written: [cycleWritten(made)] });
  return made;
}

/**
 * A form of a cycle: the newest, or the version asked for.
 * @throws Refusal `not-found`
 */
export async function formOfCycle(
  context: Context,
  slug: string,
  kind: FormKind,
  version: number | null = null,
): Promise<Form> {
  const { id } = await cycle(context, slug);
  const forms = await formsOf(context.db, id, kind);
  const found = version === null ? forms[0] : forms.find((form) => form.version === version);
  return found ?? refuse('not-found', 'This version of the form is not there.', 'Open the newest one.');
}
