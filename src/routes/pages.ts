/** What pages share: refusals become the answer that fits, forms keep what was typed. */
import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { Refusal, refuse, type Problem } from '#kernel/problem.ts';
import { readConfig } from '#platform/config/index.ts';
import { statusOf } from '#platform/http/index.ts';

/** What a form gets back when it could not be taken. */
export interface FormProblems {
  problems: Problem[];
  typed: Record<string, string>;
}

/** The form that was sent. @throws Refusal `too-large`, `form-damaged` when it did not arrive whole */
export async function formOf(request: Request): Promise<FormData> {
  try {
    return withoutNul(await request.formData());
  } catch (cause) {
    if (cause !== null && typeof cause === 'object' && 'status' in cause && cause.status === 413) {
      const most = Math.round(readConfig().largestUpload / 1024 / 1024);
      refuse('too-large', `That is more than ${most} MB at once.`, 'Go back, and send fewer or smaller files.');
    }
    if (cause instanceof Refusal) throw cause;
    return refuse('form-damaged', 'What the form sent did not arrive whole.', 'Go back and send it again.');
  }
}

/** No key types the NUL character, and the database keeps none. @throws Refusal `form-damaged` */
function withoutNul(form: FormData): FormData {
  for (const [name, value] of form) {
    if (name.includes('\0') || (typeof value === 'string' && value.includes('\0'))) {
      refuse('form-damaged', 'The form holds a character that no key types.', 'Go back, and type the words anew.');
    }
  }
  return form;
}

/** Does what a form asks; a refusal goes back into the form, with what was typed. */
export async function done<T>(form: FormData, work: () => Promise<T>): Promise<T | ActionFailure<FormProblems>> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return fail(statusOf(cause.problem), { problems: [cause.problem], typed: typedIn(form) });
  }
}

/** The text fields of a form; files and passwords are not sent back. */
export function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === 'string' && !/password|current|wanted/i.test(name)) typed[name] = value;
  return typed;
}

/** One text field of a form. No key types a NUL character, and the database holds none. */
export function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\u0000', '') : '';
}

/** A number in a form, such as the version of a record; -1, which fits no version, when it is none or none that is kept. */
export function numberField(form: FormData, name: string): number {
  const number = Number.parseInt(field(form, name), 10);
  return number >= -1 && number <= 0x7fffffff ? number : -1;
}

/** Goes back to a page of ours; never to another site, whatever the form says. */
export function back(to: string | null): never {
  redirect(303, ownAddress(to ?? '') ?? '/');
}

/** An address as browsers understand it, which leave out tabs and take a backslash for a slash; `null` if not ours. */
function ownAddress(to: string): string | null {
  const here = 'http://here.invalid';
  if (!to.startsWith('/') || !URL.canParse(to, here)) return null;
  const { origin, pathname, search, hash } = new URL(to, here);
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : null;
}
