/** Writing an offer in the browser: opening one, changing its answers, its costs and its experts. */
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { maySee } from '#modules/access/index.ts';
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
import { TypedContact } from '#modules/directory/index.ts';
import {
  forgetNominated,
  nominatedPerson,
  organisationNames,
  type Contact,
  type Organisation,
} from '#modules/directory/server/index.ts';
import {
  noAnswer,
  type CostLine,
  type GivenAnswer,
  type Nomination,
  type OfferContent,
} from '../../domain/forms/answers.ts';
import { answered, longestAnswer, sameTyped, typedFor, typedIn } from '../../domain/forms/change.ts';
import type { FormItem, ItemType } from '../../domain/forms/form.ts';
import { withImplied } from '../../domain/offers/bearing.ts';
import {
  expertsFrom,
  isEmptyLine,
  lineFrom,
  seenExperts,
  seenLines,
  typedLine,
  type TypedExpert,
  type TypedLine,
} from '../../domain/offers/typed.ts';
import { cycleBy, formsOf } from '../../store/cycles.ts';
import {
  applicationBy,
  insertAssistancePlan,
  updateAssistancePlan,
  type Application,
  type StoredAssistancePlan,
} from '../../store/missions.ts';
import { markOf, type AnswerChange } from '../requests/applications.ts';
import { isStaff, lockedForWriting, type OfferAtWork } from './offer-rights.ts';
import { toldTo } from '../missions.ts';
import { offerWritten } from '../written.ts';

/** What somebody says who begins an offer. */
export interface NewOffer {
  /** For whom the secretariat opens it; everybody else offers for the own organisation. */
  organisation: string | null;
  /** Addresses' last parts of the requests it answers, all of one cycle. */
  applications: readonly string[];
}

/** Requests at these stages can be answered with an offer. */
const answerable = new Set(['circulated', 'matched']);
const most = { lines: 100, experts: 30, requests: 30 } as const;

/**
 * Begins an offer for one or several requests. It is shown to the offering organisation and the secretariat only.
 * @returns its address's last part
 * @throws Refusal `no-organisation`, `no-request`, `not-found`, `other-cycle`, `not-circulated`
 */
export async function openOffer(context: Context, wanted: NewOffer): Promise<string> {
  mustMay(context, 'offer-missions');
  const owner = await offererOf(context, wanted.organisation);
  return together(context, async (context) => {
    const requests = await requestsFor(context, wanted.applications);
    const cycle = await cycleBy(context.db, { id: requests[0]?.cycle ?? '' });
    if (cycle === null) return refuse('no-cycle', 'The request belongs to no cycle.', 'Ask the secretariat.');
    const [form] = await formsOf(context.db, cycle.id, 'assistance-plan');
    const title = titleFor(requests);
    const interest: GivenAnswer = { ...noAnswer, state: 'given', text: title };
    // All questions are put to whoever writes here: what is not answered is blank, which may mean something.
    const asked = (form?.items ?? []).map(({ key }): [string, GivenAnswer] => [key, noAnswer]);
    const offer: StoredAssistancePlan = {
      id: newId(context.now().getTime()),
      slug: await freeSlug(context.db, 'missions.assistance_plan', `${cycle.slug} offer ${owner.key}`),
      source: null,
      visibility: 'parties',
      parties: [owner.id],
      title,
      record: null,
      content: {
        organisation: owner.name,
        answers: { ...Object.fromEntries(asked), interest },
        costs: [],
        experts: [],
      },
      cycle: cycle.id,
      organisation: owner.id,
      applications: requests.map(({ id }) => id),
      formVersion: form?.version ?? 1,
      stage: cycle.settings.offers[0]?.key ?? 'draft',
      pending: null,
      cameBy: 'browser',
      changedAt: context.now(),
      version: 1,
    };
    await insertAssistancePlan(context.db, offer);
    await remember(context, 'opened', { kind: 'assistance-plan', id: offer.id }, { after: offer });
    await announce(context, { written: [offerWritten(offer, cycle.year)], ties: tiesTo(offer) });
    return offer.slug;
  });
}

/** For whom a person offers: for the own organisation, the secretariat for the one that it names. */
async function offererOf(context: Context, named: string | null): Promise<Organisation> {
  const { viewer } = context;
  const staff = isStaff(viewer);
  const id = staff ? named : viewer.organisation;
  if (!staff && named !== null && named !== id) {
    refuse('not-allowed', 'You may offer for your own organisation only.', 'Ask the secretariat.');
  }
  const found = id === null ? undefined : (await organisationNames(context, [id])).get(id);
  if (found !== undefined) return found;
  if (staff) refuse('no-organisation', 'Choose who offers.', '', { field: 'organisation' });
  return refuse(
    'no-organisation',
    'An offer is made by an organisation, and your account names none.',
    'Ask an administrator to add your organisation to your account.',
  );
}

/** The requests an offer answers: seen by the viewer, sent round, of one cycle. */
async function requestsFor(context: Context, slugs: readonly string[]): Promise<Application[]> {
  const place = { field: 'applications' };
  const wanted = [...new Set(slugs)].slice(0, most.requests);
  if (wanted.length === 0) refuse('no-request', 'Choose at least one request.', '', place);
  const requests: Application[] = [];
  for (const slug of wanted) {
    const request = mustSee(context, await applicationBy(context.db, { slug }), 'request');
    if (request.cycle === null || !answerable.has(request.stage)) {
      refuse('not-circulated', `“${request.title}” is not in circulation.`, 'Choose another request.', place);
    }
    if (request.cycle !== (requests[0]?.cycle ?? request.cycle)) {
      refuse('other-cycle', 'The requests belong to different cycles.', 'Make an offer for each cycle.', place);
    }
    requests.push(request);
  }
  return requests;
}

/** "Rules for number portability (Tonga); …", as the form asks for topic and country. */
const titleFor = (requests: readonly Application[]): string =>
  requests
    .map(({ title, content }) => (content.country.printed === '' ? title : `${title} (${content.country.printed})`))
    .join('; ')
    .slice(0, 300);

/** The links from an offer to the requests it answers. */
export const tiesTo = ({ id, applications }: Pick<StoredAssistancePlan, 'id' | 'applications'>) =>
  applications.map((request) => ({
    from: { kind: 'assistance-plan', id } as const,
    to: { kind: 'application', id: request } as const,
    type: 'answers' as const,
    lines: null,
  }));

/** One part of an offer as a person left it, with what the person saw. */
interface PartChange {
  /** Of the part that the person saw. */
  revision: number;
  /** Mark of what the person saw; what was not touched is no change. `null` where it is not known. */
  was: string | null;
}

/** What a person left in the form of an offer. Parts that are not there are not changed. */
export interface OfferChange {
  answers?: readonly (AnswerChange & {
    /** Left empty on purpose, where the answer was lost or did not come. */ empty?: boolean;
  })[];
  costs?: PartChange & { lines: readonly TypedLine[] };
  experts?: PartChange & { people: readonly TypedExpert[] };
  /** Addresses' last parts of the requests it answers. */
  applications?: readonly string[];
}

/** What became of a change: which parts were kept, and which met a change of somebody else and were not. */
export interface OfferChanged {
  offer: StoredAssistancePlan;
  saved: string[];
  /** Keys of questions; nothing of theirs was written. */
  crossed: string[];
}

/** The keys under which costs and experts count their changes, by the form's questions. */
const keyOfType = (items: readonly FormItem[], type: ItemType): string =>
  items.find((item) => item.type === type)?.key ?? type;

/** Mark of the costs as a form shows them. */
export const markOfLines = (lines: readonly TypedLine[]): string => markOf(JSON.stringify(seenLines(lines)));

/** Mark of the experts as a form shows them. */
export const markOfExperts = (people: readonly TypedExpert[]): string => markOf(JSON.stringify(seenExperts(people)));

/**
 * Writes what a person changed, question by question: two people who change different answers both succeed, and of two
 * who change the same one the second is told. What is the same as before is no change.
 * @throws Refusal `not-found`, `not-allowed`, `closed`, `no-question`, `too-long`, those of {@link lineFrom}
 */
export async function changeOffer(context: Context, slug: string, change: OfferChange): Promise<OfferChanged> {
  mustMay(context, 'offer-missions');
  return together(context, async (context) => {
    const at = await lockedForWriting(context, slug);
    const { offer: before, form, cycle } = at;
    const items = form?.items ?? [];
    const content = structuredClone(before.content);
    const crossed: string[] = [];
    for (const answer of change.answers ?? []) {
      const item = items.find(({ key, type }) => key === answer.key && type !== 'costs' && type !== 'experts');
      if (item === undefined) return refuse('no-question', 'The form has no such question.', 'Load the page again.');
      if (!takeAnswer(content, item, answer)) crossed.push(item.key);
    }
    const costsKey = keyOfType(items, 'costs');
    if (change.costs !== undefined && !takeCosts(content, costsKey, change.costs)) crossed.push(costsKey);
    const expertsKey = keyOfType(items, 'experts');
    if (change.experts !== undefined && !(await takeExperts(context, before, content, expertsKey, change.experts))) {
      crossed.push(expertsKey);
    }
    const applications = await takeRequests(context, at, change.applications);
    const after = { content: withImplied(content, form), applications, title: titleAfter(content, before) };
    const saved = changedParts(before, after);
    if (saved.length === 0) return { offer: toldTo(context.viewer, before), saved, crossed };
    if (!(await updateAssistancePlan(context.db, before.id, before.version, after, context.now())))
      refuseStale('The offer');
    const subject = { kind: 'assistance-plan', id: before.id } as const;
    await remember(context, 'changed', subject, { before: partOf(before, saved), after: partOf(after, saved) });
    const offer = { ...before, ...after, version: before.version + 1, changedAt: context.now() };
    // Links to requests that it no longer answers go; the others are told again.
    if (saved.includes('applications')) await announce(context, { gone: [subject] });
    await announce(context, { written: [offerWritten(offer, cycle?.year ?? null)], ties: tiesTo(offer) });
    return { offer: toldTo(context.viewer, offer), saved, crossed };
  });
}

/** @returns whether it could be taken: `false` where somebody else changed it meanwhile */
function takeAnswer(
  content: OfferContent,
  item: FormItem,
  { was, revision, empty = false, ...change }: AnswerChange & { empty?: boolean },
): boolean {
  const before = content.answers[item.key];
  const typed = typedFor(item, change);
  const emptied = empty && typed.text === '' && typed.chosen.length === 0 && before?.state !== 'blank';
  if (!emptied && (was === markOf(typed) || sameTyped(typed, typedIn(item, before)))) return true;
  if ((before?.revision ?? 0) !== revision) return false;
  if (typed.text.length > longestAnswer || typed.other.length > longestAnswer) {
    refuse('too-long', `An answer is at most ${longestAnswer} characters long.`, 'Shorten it, or attach a file.', {
      field: `answer.${item.key}`,
    });
  }
  content.answers[item.key] = answered(item, before, typed);
  return true;
}

/** Counts a change of the costs or the experts, which have no answer of their own. */
function counted(content: OfferContent, key: string, given: boolean): void {
  const before = content.answers[key] ?? noAnswer;
  content.answers[key] = { ...before, state: given ? 'given' : 'blank', revision: before.revision + 1 };
}

/** @returns whether they could be taken */
function takeCosts(
  content: OfferContent,
  key: string,
  { lines, revision, was }: NonNullable<OfferChange['costs']>,
): boolean {
  if (was === markOfLines(lines)) return true;
  if (lines.length > most.lines) refuse('too-many', `An offer has at most ${most.lines} cost lines.`, 'Join some.');
  const known = new Map(content.costs.map((line) => [line.id, line]));
  const costs = lines
    .filter((line) => !isEmptyLine(line))
    .map((line): CostLine => lineFrom(line, known.get(line.id) ?? null));
  if (new Set(costs.map(({ id }) => id)).size !== costs.length) {
    refuse('form-damaged', 'Two cost lines have the same name in the form.', 'Load the page again.');
  }
  if (markOfLines(costs.map(typedLine)) === markOfLines(content.costs.map(typedLine))) return true;
  if ((content.answers[key]?.revision ?? 0) !== revision) return false;
  content.costs = costs;
  counted(content, key, costs.length > 0);
  return true;
}

/** @returns whether they could be taken */
async function takeExperts(
  context: Context,
  { id }: StoredAssistancePlan,
  content: OfferContent,
  key: string,
  { people, revision, was }: NonNullable<OfferChange['experts']>,
): Promise<boolean> {
  if (was === markOfExperts(people)) return true;
  if (people.length > most.experts)
    refuse('too-many', `An offer names at most ${most.experts} experts.`, 'Name fewer.');
  const named = seenExperts(people);
  const experts = expertsFrom(named, content.experts);
  const contacts = named.map(contactsFrom);
  const same = JSON.stringify(experts) === JSON.stringify(content.experts);
  if (same && contacts.every((ways) => ways.length === 0)) return true;
  if (!same && (content.answers[key]?.revision ?? 0) !== revision) return false;
  const gone = content.experts.filter(({ person }) => person !== null && !experts.some((one) => one.person === person));
  for (const { person } of gone) if (person !== null) await forgetNominated(context, person, id);
  for (const [at, ways] of contacts.entries()) {
    const expert = experts[at];
    if (expert === undefined || ways.length === 0) continue;
    experts[at] = { ...expert, person: await nominatedPerson(context, expert, ways, id) } satisfies Nomination;
  }
  content.experts = experts;
  counted(content, key, experts.length > 0);
  return true;
}

/** The ways to reach an expert that were typed. @throws Refusal `bad-contact` */
function contactsFrom({ email, telephone }: TypedExpert, index: number): Contact[] {
  const typed = [
    { kind: 'e-mail', value: email, field: `expert.${index}.email` },
    { kind: 'telephone', value: telephone, field: `expert.${index}.telephone` },
  ] as const;
  return typed.flatMap(({ kind, value, field }): Contact[] => {
    if (value.trim() === '') return [];
    const checked = TypedContact.safeParse({ kind, value });
    if (checked.success) return [checked.data];
    return refuse('bad-contact', checked.error.issues[0]?.message ?? 'This is no address.', '', { field });
  });
}

/** Requests that the viewer may not see stay as they are; those that come new must be in circulation. */
async function takeRequests(
  context: Context,
  { offer, requests, cycle }: OfferAtWork,
  slugs: readonly string[] | undefined,
): Promise<string[]> {
  if (slugs === undefined) return offer.applications;
  const hidden = requests.filter((request) => !maySee(context.viewer, request).allowed);
  const kept = requests.filter(({ slug }) => slugs.includes(slug) && !hidden.some((one) => one.slug === slug));
  const added = slugs.filter((slug) => !requests.some((request) => request.slug === slug));
  const fresh = added.length === 0 ? [] : await requestsFor(context, added);
  if (fresh.some((request) => request.cycle !== cycle?.id)) {
    refuse('other-cycle', 'A request belongs to another cycle.', 'Make an offer of its own for it.', {
      field: 'applications',
    });
  }
  const all = [...hidden, ...kept, ...fresh].map(({ id }) => id);
  if (all.length === 0) refuse('no-request', 'Choose at least one request.', '', { field: 'applications' });
  const same = all.length === offer.applications.length && all.every((id) => offer.applications.includes(id));
  return same ? offer.applications : all;
}

/** An offer is called by the topic that it names. */
function titleAfter({ answers }: OfferContent, { title }: StoredAssistancePlan): string {
  const named = (answers['interest']?.text ?? '').replace(/\s+/gu, ' ').trim();
  return named === '' ? title : named.slice(0, 300);
}

type Parts = Pick<StoredAssistancePlan, 'content' | 'applications' | 'title'>;

const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** Keys of what is not the same any more. */
function changedParts(before: Parts, after: Parts): string[] {
  const keys = new Set([...Object.keys(before.content.answers), ...Object.keys(after.content.answers)]);
  return [
    ...[...keys].filter((key) => differs(before.content.answers[key], after.content.answers[key])),
    ...(['costs', 'experts'] as const).filter((part) => differs(before.content[part], after.content[part])),
    ...(differs(before.applications, after.applications) ? ['applications'] : []),
  ];
}

/** What the history keeps of a change: only the parts that it is about. */
function partOf({ content, applications }: Parts, keys: readonly string[]): Record<string, unknown> {
  const parts: Record<string, unknown> = { costs: content.costs, experts: content.experts, applications };
  return Object.fromEntries(keys.map((key) => [key, key in parts ? parts[key] : (content.answers[key] ?? null)]));
}
