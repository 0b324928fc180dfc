/** What a form in Word is of: a request or an offer, with its form and what stands online. */
import { isId } from '#kernel/ids.ts';
import { mustSee, type Context } from '#modules/access/server/index.ts';
import { organisationNames } from '#modules/directory/server/index.ts';
import { isOpen } from '../../domain/cycle/moves.ts';
import { usualSettings } from '../../domain/cycle/usual.ts';
import type { Form, FormKind } from '../../domain/forms/form.ts';
import { usualOfferForm } from '../../domain/forms/house-forms.ts';
import type { FormToFill, Online, PayerNames, ReadWith } from '../../domain/forms/word/index.ts';
import { formsOf, type Cycle } from '../../store/cycles.ts';
import { applicationBy, assistancePlanBy, type Application, type StoredAssistancePlan } from '../../store/missions.ts';
import { frameOf, rolesIn } from '../requests/moves.ts';
import { mayWrite, surroundingsOf } from '../offers/offer-rights.ts';

/** A request or an offer that a form can be written of, and read into. */
export type FormSubject = {
  form: Form;
  cycle: Cycle | null;
  online: Online;
  payerNames: PayerNames;
  /** Whether the viewer may take over what a file says. */
  mayTake: boolean;
} & ({ kind: 'application'; thing: Application } | { kind: 'assistance-plan'; thing: StoredAssistancePlan });

/** Where a request without a cycle says it belongs. */
const noCycle = 'register';

/** @throws Refusal `not-found` */
export async function formSubject(context: Context, kind: FormKind, slug: string): Promise<FormSubject> {
  return kind === 'application' ? ofApplication(context, slug) : ofOffer(context, slug);
}

async function ofApplication(context: Context, slug: string): Promise<FormSubject> {
  const thing = mustSee(context, await applicationBy(context.db, { slug }), 'application');
  const { cycle, workflow, form } = await frameOf(context, thing);
  const roles = rolesIn(context.viewer, thing);
  const { country, organisation, title, answers } = thing.content;
  return {
    kind: 'application',
    thing,
    form: titled(form),
    cycle,
    online: {
      slug,
      version: thing.version,
      head: { country: country.printed, organisation, title },
      answers,
      costs: [],
      experts: [],
    },
    payerNames: new Map(),
    mayTake: roles.includes('secretariat') || (roles.includes('applicant') && isOpen(workflow, thing.stage)),
  };
}

async function ofOffer(context: Context, slug: string): Promise<FormSubject> {
  const thing = mustSee(context, await assistancePlanBy(context.db, { slug }), 'assistance plan');
  const at = await surroundingsOf(context, thing);
  const { organisation, answers, costs, experts } = thing.content;
  return {
    kind: 'assistance-plan',
    thing,
    form: titled(at.form ?? usualOfferForm('', 'the organiser')),
    cycle: at.cycle,
    online: { slug, version: thing.version, head: { organisation }, answers, costs, experts },
    payerNames: await payerNames(context, thing),
    mayTake: mayWrite(at),
  };
}

/** The usual form of what came without a cycle names no programme. */
const titled = (form: Form): Form => ({ ...form, title: form.title.replace(/\s+for the\s*$/u, '') });

/** The version of the subject's form that a file was filled in; its own where the file names none that is there. */
export async function formOfVersion(
  context: Context,
  { form, cycle }: FormSubject,
  version: number | null,
): Promise<Form> {
  if (cycle === null || version === null || version === form.version) return form;
  const forms = await formsOf(context.db, cycle.id, form.kind);
  return forms.find((one) => one.version === version) ?? form;
}

/** Organisations that bear a part of the costs, by their ids. */
async function payerNames(context: Context, { content }: StoredAssistancePlan): Promise<PayerNames> {
  const ids = content.costs.flatMap(({ payers }) => payers.map(({ who }) => who)).filter(isId);
  const found = await organisationNames(context, ids);
  return new Map([...found].map(([id, { name }]) => [id, name]));
}

/** The form with what is answered online. */
export function filledForm({ form, cycle, online, payerNames: names }: FormSubject): FormToFill {
  const { slug, version, head, answers, costs, experts } = online;
  return {
    cycle: cycle?.slug ?? noCycle,
    form,
    head,
    answers,
    costs,
    experts,
    online: { slug, version },
    payerNames: names,
  };
}

/** How a file of this subject is read. */
export const readWith = (cycle: Cycle | null, names: PayerNames): ReadWith => {
  const { organiser } = cycle?.settings ?? usualSettings('');
  const plain = organiser.replace(/^the\s+/iu, '');
  return {
    cycle: cycle?.slug ?? null,
    payers: { names, organiser: organiser === '' ? [] : [organiser, plain] },
  };
};
