/** Writing a request in the browser: opening one, changing its head and its answers, looking whether it is whole. */
import { createHash } from 'node:crypto';
import { countryCode } from '#kernel/countries.ts';
import { isId, newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import {
  announce,
  freeSlug,
  mustMay,
  mustSee,
  refuseStale,
  remember,
  together,
  type Context,
} from '#modules/access/server/index.ts';
import { organisationNames, type Organisation } from '#modules/directory/server/index.ts';
import { isOpen, lastDayToApply } from '../../domain/cycle/moves.ts';
import type { ApplicationContent } from '../../domain/forms/answers.ts';
import {
  answered,
  longestAnswer,
  sameTyped,
  tidied,
  typedFor,
  typedIn,
  type Typed,
} from '../../domain/forms/change.ts';
import type { FormItem } from '../../domain/forms/form.ts';
import { lockApplication, nextPosition } from '../../store/applications.ts';
import { formsOf, lockCycle, type Cycle } from '../../store/cycles.ts';
import { applicationBy, insertApplication, updateApplication, type Application } from '../../store/missions.ts';
import { cycle as cycleSeen } from '../cycle/cycles.ts';
import { frameOf, isPast, rolesIn } from './moves.ts';
import { applicationWritten } from '../written.ts';

/** What somebody says who begins a request. */
export interface NewApplication {
  /** For whom the secretariat opens it; a member applies for its own organisation, whatever stands here. */
  organisation: string | null;
  /** Another body that applies and that the organisation vouches for; empty without one. */
  body: string;
  country: string;
  title: string;
}

/** Fields of the head: whose request it is, and what it is called. */
export const headKeys = ['country', 'organisation', 'title'] as const;
export type HeadKey = (typeof headKeys)[number];
const headNames: Record<HeadKey, string> = { country: 'country', organisation: 'organisation', title: 'title' };
const longestHead = 300;

/**
 * Begins a request in a cycle. It is shown to the organisation and the secretariat only.
 * @returns its address's last part
 * @throws Refusal `not-found` (the cycle), `no-organisation`, `deadline-passed`, `title-missing`, …
 */
export async function openApplication(context: Context, cycleSlug: string, wanted: NewApplication): Promise<string> {
  mustMay(context, 'apply-for-missions');
  const within = await cycleSeen(context, cycleSlug);
  const owner = await applicantOf(context, wanted.organisation);
  mustBeTaken(context, within);
  const title = headField('title', wanted.title);
  const country = headField('country', wanted.country);
  const body = tidied(wanted.body).trim();
  return together(context, async (context) => {
    // Two that are begun at once would take the same place.
    await lockCycle(context.db, within.id);
    const [form] = await formsOf(context.db, within.id, 'application');
    const iso2 = countryCode(country);
    const application: Application = {
      id: newId(context.now().getTime()),
      slug: await freeSlug(context.db, 'missions.application', `${within.slug} ${country}`),
      source: null,
      visibility: 'parties',
      parties: [owner.id],
      cycle: within.id,
      call: null,
      position: await nextPosition(context.db, within.id),
      country: iso2,
      organisation: owner.id,
      title,
      record: null,
      content: {
        country: { printed: country, iso2 },
        organisation: body === '' ? owner.name : headField('organisation', body),
        title,
        answers: {},
      },
      formVersion: form?.version ?? 1,
      stage: within.settings.applications[0]?.key ?? 'draft',
      pending: null,
      cameBy: 'browser',
      changedAt: context.now(),
      version: 1,
    };
    await insertApplication(context.db, application);
    await remember(context, 'opened', { kind: 'application', id: application.id }, { after: application });
    await announce(context, { written: [applicationWritten(application, within.year)] });
    return application.slug;
  });
}

/** For whom a person applies: members for their own organisation, the secretariat for the one that it names. */
async function applicantOf(context: Context, named: string | null): Promise<Organisation> {
  const { viewer } = context;
  const staff = rolesIn(viewer, { organisation: null }).includes('secretariat');
  const id = staff ? (named ?? viewer.organisation) : viewer.organisation;
  if (!staff && named !== null && named !== id) {
    refuse('not-allowed', 'You may apply for your own organisation only.', 'Ask the secretariat.');
  }
  const found = id === null || !isId(id) ? undefined : (await organisationNames(context, [id])).get(id);
  if (found !== undefined) return found;
  if (staff) refuse('no-organisation', 'Choose who applies.', '', { field: 'organisation' });
  refuse(
    'no-organisation',
    'A request is made by an organisation, and your account names none.',
    'Ask an administrator to add your organisation to your account.',
  );
}

function mustBeTaken(context: Context, { settings }: Cycle): void {
  const last = lastDayToApply(settings.deadlines);
  const staff = rolesIn(context.viewer, { organisation: null }).includes('secretariat');
  if (staff || !isPast(context, last)) return;
  refuse('deadline-passed', `Requests could be sent in until ${last ?? ''}.`, 'Write to the secretariat.');
}

/** A field of the head as it is kept: one line. @throws Refusal `title-missing` and its like, `too-long` */
function headField(key: HeadKey, typed: string): string {
  const text = typed.replace(/\s+/gu, ' ').trim();
  if (text === '') refuse(`${key}-missing`, `Enter the ${headNames[key]}.`, '', { field: `head.${key}` });
  if (text.length > longestHead) {
    refuse('too-long', `The ${headNames[key]} is longer than ${longestHead} characters.`, 'Shorten it.', {
      field: `head.${key}`,
    });
  }
  return text;
}

/** A fingerprint of what can be typed for one field: equal exactly where nothing was changed. */
export function markOf(typed: Typed | string): string {
  const said = typeof typed === 'string' ? [typed] : [typed.text, typed.chosen, typed.other];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 16);
}

/** One field of the head, as a person left it. */
export interface HeadChange {
  key: HeadKey;
  text: string;
  /** Mark of what the person saw; `null` takes the change whatever stands there. */
  was: string | null;
}

/** One answer, as a person left it. */
export interface AnswerChange extends Typed {
  key: string;
  /** Of the answer that the person saw. */
  revision: number;
  /** Mark of what the person saw: what was not touched is no change. `null` where it is not known. */
  was: string | null;
}

/** What became of changes: which were kept, and which met a change of somebody else and were not. */
export interface Changed {
  application: Application;
  saved: string[];
  /** Keys of answers and of fields of the head; nothing of theirs was written. */
  crossed: string[];
}

/**
 * Writes what a person changed, answer by answer: two people who change different answers both succeed, and of two who
 * change the same one the second is told. What is the same as before, or as what the other wrote, is no change.
 * @throws Refusal `not-found`, `not-allowed`, `not-open`, `no-question`, `too-long`
 */
export async function changeApplication(
  context: Context,
  slug: string,
  { head, answers }: { head: readonly HeadChange[]; answers: readonly AnswerChange[] },
): Promise<Changed> {
  mustMay(context, 'apply-for-missions');
  return together(context, async (context) => {
    await lockApplication(context.db, slug);
    const before = mustSee(context, await applicationBy(context.db, { slug }), 'application');
    const { workflow, form, cycle } = await frameOf(context, before);
    if (rolesIn(context.viewer, before).length === 0) {
      refuse('not-allowed', 'Only the organisation that applies and the secretariat change it.', 'Ask them.');
    }
    if (!isOpen(workflow, before.stage)) {
      refuse('not-open', 'It was sent in, and is not changed any more.', 'The secretariat can open it for you again.');
    }
    const crossed: string[] = [];
    const content = { ...before.content, answers: { ...before.content.answers } };
    for (const change of head) if (!takeHead(content, change)) crossed.push(change.key);
    for (const change of answers) {
      const item = form.items.find(({ key }) => key === change.key) ?? noQuestion();
      if (!takeAnswer(content, item, change)) crossed.push(change.key);
    }
    const fields = changedFields(before.content, content);
    if (fields.length === 0) return { application: { ...before, pending: null }, saved: [], crossed };
    const after = {
      content,
      title: content.title,
      country: content.country.iso2,
    };
    if (!(await updateApplication(context.db, before.id, before.version, after, context.now()))) {
      refuseStale('The request');
    }
    await remember(
      context,
      'changed',
      { kind: 'application', id: before.id },
      {
        before: partOf(before.content, fields),
        after: partOf(content, fields),
      },
    );
    const application = { ...before, ...after, version: before.version + 1, changedAt: context.now() };
    await announce(context, { written: [applicationWritten(application, cycle?.year ?? null)] });
    return { application: { ...application, pending: null }, saved: fields, crossed };
  });
}

const noQuestion = (): never => refuse('no-question', 'The form has no such question.', 'Load the page again.');

/** @returns whether it could be taken: `false` where somebody else changed it meanwhile */
function takeHead(content: ApplicationContent, { key, text, was }: HeadChange): boolean {
  const stands = key === 'country' ? content.country.printed : content[key];
  if (was === markOf(text)) return true;
  const wanted = headField(key, text);
  if (wanted === stands || was === markOf(wanted)) return true;
  if (was !== null && was !== markOf(stands)) return false;
  if (key === 'country') content.country = { printed: wanted, iso2: countryCode(wanted) };
  else content[key] = wanted;
  return true;
}

/** @returns whether it could be taken: `false` where somebody else changed it meanwhile */
function takeAnswer(content: ApplicationContent, item: FormItem, { was, revision, ...change }: AnswerChange): boolean {
  const before = content.answers[item.key];
  const typed = typedFor(item, change);
  if (was === markOf(typed) || sameTyped(typed, typedIn(item, before))) return true;
  if ((before?.revision ?? 0) !== revision) return false;
  if (typed.text.length > longestAnswer || typed.other.length > longestAnswer) {
    refuse('too-long', `An answer is at most ${longestAnswer} characters long.`, 'Shorten it, or attach a file.', {
      field: `answer.${item.key}`,
    });
  }
  content.answers[item.key] = answered(item, before, typed);
  return true;
}

/** Keys of what is not the same any more. */
function changedFields(before: ApplicationContent, after: ApplicationContent): string[] {
  return [
    ...headKeys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])),
    ...Object.keys(after.answers).filter((key) => before.answers[key] !== after.answers[key]),
  ];
}

/** What the history keeps of a change: only the fields that it is about. */
const partOf = (content: ApplicationContent, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.map((key) => [key, key in content ? content[key as HeadKey] : (content.answers[key] ?? null)]),
  );
