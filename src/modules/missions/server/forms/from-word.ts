/** Reading a form that came back into its request or offer: always looked at first, then taken over field by field. */
import { openDocument } from '#formats/readers.ts';
import { countryCode } from '#kernel/countries.ts';
import { isId, newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { announce, mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import type { ApplicationContent, CostLine, GivenAnswer, OfferContent } from '../../domain/forms/answers.ts';
import { noAnswer } from '../../domain/forms/answers.ts';
import type { Form, FormKind } from '../../domain/forms/form.ts';
import { questionForLostTicks } from '../../domain/forms/lost-ticks.ts';
import {
  compareForm,
  identityOf,
  readForm,
  sameCost,
  type ComparedField,
  type Doubt,
  type FilledForm,
  type LeftOver,
} from '../../domain/forms/word/index.ts';
import { withImplied } from '../../domain/offers/bearing.ts';
import { lockApplication } from '../../store/applications.ts';
import { insertAttachment } from '../../store/attachments.ts';
import { formFileBy, insertFormFile, settleFormFile, waitingFormFiles, type FormFile } from '../../store/form-files.ts';
import { updateApplication, updateAssistancePlan } from '../../store/missions.ts';
import { lockedOffer } from '../../store/offers.ts';
import { formOfVersion, formSubject, readWith, type FormSubject } from './form-subjects.ts';
import { applicationWritten, offerWritten } from '../written.ts';

export type { ComparedField, FormFile };

/** What one must be able to do to bring a form of each kind. */
const abilityFor = { application: 'apply-for-missions', 'assistance-plan': 'offer-missions' } as const;
const nameFor: Record<FormKind, string> = { application: 'The request', 'assistance-plan': 'The offer' };

/** Longer forms are documents of another kind. */
const largest = 20 * 1024 * 1024;

/** Keeps a file, byte for byte, that waits to be looked at. @returns its row, not yet written */
export async function keepFile(
  context: Context,
  { name, bytes }: { name: string; bytes: Uint8Array },
  to: Pick<FormFile, 'kind' | 'subject' | 'cycle'>,
): Promise<FormFile> {
  if (bytes.length > largest) {
    refuse('too-large', `The file is larger than ${largest / 1024 / 1024} MB.`, 'Send the form alone.', {
      field: 'file',
      file: name,
    });
  }
  // What cannot be read is refused before anything is kept.
  await openDocument(bytes, name);
  return {
    ...to,
    id: newId(context.now().getTime()),
    name,
    sha256: await context.files.keep(bytes),
    bytes: bytes.length,
    account: context.viewer.account,
    cameBy: context.viewer.name,
    madeAt: context.now(),
    state: 'waiting',
  };
}

/**
 * Takes a form that came back to where it is looked at; nothing of the request or offer changes yet.
 * @returns the id under which it waits
 * @throws Refusal `not-found`, `not-allowed`, `too-large`, and those of the readers
 */
export async function bringForm(
  context: Context,
  kind: FormKind,
  slug: string,
  file: { name: string; bytes: Uint8Array },
): Promise<string> {
  mustMay(context, abilityFor[kind]);
  const subject = await formSubject(context, kind, slug);
  mustTake(subject);
  const row = await keepFile(context, file, { kind, subject: subject.thing.id, cycle: null });
  return together(context, async (context) => {
    await insertFormFile(context.db, row);
    await remember(context, 'brought a form of', { kind, id: subject.thing.id }, { after: { file: row.name } });
    return row.id;
  });
}

function mustTake({ mayTake }: FormSubject): void {
  if (!mayTake) {
    refuse('not-allowed', 'It is not open for changes by you.', 'The secretariat can take a form over at any time.');
  }
}

/** A form that waits, beside what stands online. */
export interface WaitingForm {
  file: FormFile;
  fields: ComparedField[];
  leftOver: LeftOver[];
  /** About the file as a whole. */
  doubts: Doubt[];
  /** Drafts of questions to whoever filled it, where ticks were lost. */
  questions: { field: string; text: string }[];
}

export interface FromWord {
  title: string;
  version: number;
  waiting: FormFile[];
  /** The form that is looked at. */
  open: WaitingForm | null;
}

/**
 * The forms that wait for a request or an offer, and one of them beside what stands online.
 * @throws Refusal `not-found`, `not-allowed`
 */
export async function fromWord(context: Context, kind: FormKind, slug: string, file: string | null): Promise<FromWord> {
  mustMay(context, abilityFor[kind]);
  const subject = await formSubject(context, kind, slug);
  mustTake(subject);
  const waiting = await waitingFormFiles(context.db, kind, subject.thing.id);
  const chosen = file === null ? null : (waiting.find(({ id }) => id === file) ?? goneFile());
  return {
    title: subject.thing.title,
    version: subject.thing.version,
    waiting,
    open: chosen === null ? null : await compared(context, subject, chosen),
  };
}

const goneFile = (): never =>
  refuse('not-found', 'This form does not wait here any more.', 'It was taken over or laid aside.');

/** Reads a waiting file by the version of the form that it names. */
export async function readFile(
  context: Context,
  { sha256, name }: FormFile,
  formFor: (version: number | null, cycle: string | null) => Promise<Form>,
  about: Parameters<typeof readForm>[2],
): Promise<{ form: Form; filled: FilledForm }> {
  const bytes = (await context.files.get(sha256)) ?? goneFile();
  const document = await openDocument(bytes, name);
  const identity = identityOf(document);
  const form = await formFor(identity?.version ?? null, identity?.cycle ?? null);
  return { form, filled: readForm(document, form, about) };
}

async function compared(context: Context, subject: FormSubject, file: FormFile): Promise<WaitingForm> {
  const { form, filled } = await readOf(context, subject, file);
  const doubts = filled.doubts.filter(({ key }) => key === null);
  const made = filled.identity?.online ?? null;
  if (made !== null && made.slug !== subject.online.slug) {
    const message = 'The file was made from another request or offer; look closely whether it belongs here.';
    doubts.push({ rule: 'other-kind', key: null, line: null, message });
  }
  return {
    file,
    fields: compareForm(form, filled, subject.online, subject.payerNames),
    leftOver: filled.leftOver,
    doubts,
    questions: lostTicks(form, filled),
  };
}

/** Questions for the options whose ticks were lost. */
export const lostTicks = (form: Form, { answers }: FilledForm): WaitingForm['questions'] =>
  form.items.flatMap((item) => {
    const text = questionForLostTicks(item, answers[item.key]);
    return text === null ? [] : [{ field: item.key, text }];
  });

async function readOf(context: Context, subject: FormSubject, file: FormFile) {
  const formFor = async (version: number | null, cycle: string | null): Promise<Form> =>
    formOfVersion(context, subject, cycle === (subject.cycle?.slug ?? null) ? version : null);
  return readFile(context, file, formFor, readWith(subject.cycle, subject.payerNames));
}

/** What a person chose for each field: the words of the file, or those that stand online. */
export type FieldChoices = Readonly<Record<string, 'file' | 'online'>>;

/**
 * Takes over what a person chose of a form. The file is attached as it came; each answer knows it.
 * @param version of the request or offer as it was seen
 * @returns the fields that were taken
 * @throws Refusal `not-found`, `not-allowed`, `changed-meanwhile`, `choose-one`
 */
export async function takeFromWord(
  context: Context,
  kind: FormKind,
  slug: string,
  { file: id, version, choices }: { file: string; version: number; choices: FieldChoices },
): Promise<string[]> {
  mustMay(context, abilityFor[kind]);
  return together(context, async (context) => {
    await (kind === 'application' ? lockApplication(context.db, slug) : lockedOffer(context.db, slug));
    const subject = await formSubject(context, kind, slug);
    mustTake(subject);
    if (subject.thing.version !== version) refuseStale(nameFor[kind]);
    const file = isId(id) ? await formFileBy(context.db, id) : null;
    if (file?.kind !== kind || file.subject !== subject.thing.id || file.state !== 'waiting') return goneFile();
    const { form, filled } = await readOf(context, subject, file);
    const fields = compareForm(form, filled, subject.online, subject.payerNames);
    const taken = fields.filter((one) => isTaken(one, choices)).map(({ field }) => field);
    await write(context, subject, { file, form, filled, taken });
    return taken;
  });
}

function isTaken({ field, label, differs, takeable, preset }: ComparedField, choices: FieldChoices): boolean {
  if (!differs || !takeable) return false;
  const choice = choices[field] ?? preset;
  if (choice === null) {
    refuse('choose-one', `Choose for “${label}”: it was changed online after the form was made.`, '', {
      field: `choice.${field}`,
    });
  }
  return choice === 'file';
}

interface Taking {
  file: FormFile;
  form: Form;
  filled: FilledForm;
  /** Fields to take. */
  taken: readonly string[];
}

/** Writes what is taken, and keeps the file with it; in the caller's transaction, which has asked the policy. */
export async function write(context: Context, subject: FormSubject, taking: Taking): Promise<void> {
  const { kind, thing, cycle } = subject;
  const { file, taken } = taking;
  const attached = newId(context.now().getTime());
  const answers = answersAfter(subject, taking, attached);
  const history = { kind, id: thing.id } as const;
  const note = `From ${file.name}`;
  const changed = taken.length > 0;
  const year = cycle?.year ?? null;
  if (kind === 'application') {
    const content = applicationAfter(thing.content, answers, taking);
    const after = {
      content,
      title: content.title,
      country: content.country.iso2,
      formVersion: versionAfter(subject, taking),
    };
    if (changed && !(await updateApplication(context.db, thing.id, thing.version, after, context.now()))) {
      refuseStale(nameFor[kind]);
    }
    await remember(context, 'took over a form of', history, partsOf(thing.content, content, taken, note));
    if (changed) await announce(context, { written: [applicationWritten({ ...thing, ...after }, year)] });
  } else {
    const content = withImplied(offerAfter(thing.content, answers, taking), taking.form);
    const after = { content, formVersion: versionAfter(subject, taking) };
    if (changed && !(await updateAssistancePlan(context.db, thing.id, thing.version, after, context.now()))) {
      refuseStale(nameFor[kind]);
    }
    await remember(context, 'took over a form of', history, partsOf(thing.content, content, taken, note));
    if (changed) await announce(context, { written: [offerWritten({ ...thing, ...after }, year)] });
  }
  await insertAttachment(context.db, {
    id: attached,
    subjectKind: kind,
    subject: thing.id,
    name: file.name,
    media: 'application/octet-stream',
    sha256: file.sha256,
    bytes: file.bytes,
    note: 'The form as it came',
    account: file.account,
    madeAt: file.madeAt,
  });
  if (!(await settleFormFile(context.db, file.id, { state: 'taken', subject: thing.id }))) goneFile();
}

/** A newer version of the form goes on with the answers; an older one does not lead back. */
const versionAfter = ({ thing }: FormSubject, { form, taken }: Taking): number =>
  taken.length === 0 ? thing.formVersion : Math.max(thing.formVersion, form.version);

/** The answers with those taken from the file; each counts as one change more. */
function answersAfter({ online }: FormSubject, { filled, taken }: Taking, source: string): Record<string, GivenAnswer> {
  const after: Record<string, GivenAnswer> = { ...online.answers };
  for (const key of taken) {
    const said = filled.answers[key];
    if (said !== undefined) after[key] = { ...said, source, revision: (online.answers[key] ?? noAnswer).revision + 1 };
  }
  return after;
}

function applicationAfter(
  before: ApplicationContent,
  answers: ApplicationContent['answers'],
  { filled: { head }, taken }: Taking,
): ApplicationContent {
  const after = { ...before, answers };
  if (taken.includes('head.country') && head.country !== null) {
    after.country = { printed: head.country, iso2: countryCode(head.country) };
  }
  if (taken.includes('head.organisation') && head.organisation !== null) after.organisation = head.organisation;
  if (taken.includes('head.title') && head.title !== null) after.title = head.title.slice(0, 300);
  return after;
}

function offerAfter(
  before: OfferContent,
  answers: OfferContent['answers'],
  { form, filled, taken }: Taking,
): OfferContent {
  const after = { ...before, answers };
  if (taken.includes('head.organisation') && filled.head.organisation !== null) {
    after.organisation = filled.head.organisation;
  }
  for (const { key, type } of form.items.filter((item) => taken.includes(item.key))) {
    if (type === 'costs') after.costs = (filled.costs[key] ?? []).map((line) => knownLine(line, before.costs));
    if (type === 'experts') {
      after.experts = (filled.experts[key] ?? []).map((expert) => ({
        ...expert,
        person: before.experts.find(({ name }) => name === expert.name)?.person ?? null,
      }));
    }
  }
  return after;
}

/** A line that says the same as one online stays that one, with the grounds of its payers. */
const knownLine = (line: CostLine, before: readonly CostLine[]): CostLine =>
  before.find((one) => sameCost(line, one)) ?? line;

function partsOf(
  before: ApplicationContent | OfferContent,
  after: ApplicationContent | OfferContent,
  taken: readonly string[],
  note: string,
) {
  const part = (content: ApplicationContent | OfferContent): Record<string, unknown> => {
    const plain: Record<string, unknown> = { ...content };
    return Object.fromEntries(
      taken.map((field) => [field, content.answers[field] ?? plain[field.replace(/^head\./, '')] ?? null]),
    );
  };
  return { before: part(before), after: part(after), note };
}

/** Lays a form aside: nothing of it is taken, the original is kept. @throws Refusal `not-found`, `not-allowed` */
export async function layFormAside(context: Context, kind: FormKind, slug: string, id: string): Promise<void> {
  mustMay(context, abilityFor[kind]);
  await together(context, async (context) => {
    const subject = await formSubject(context, kind, slug);
    mustTake(subject);
    const file = isId(id) ? await formFileBy(context.db, id) : null;
    const its = file?.kind === kind && file.subject === subject.thing.id;
    if (!its || !(await settleFormFile(context.db, file.id, { state: 'laid-aside' }))) goneFile();
    await remember(
      context,
      'laid a form aside of',
      { kind, id: subject.thing.id },
      { before: { file: file?.name ?? '' } },
    );
  });
}
