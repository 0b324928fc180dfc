/** Forms as Word files: empty for everybody who sees the cycle, filled for whoever sees the request or the offer. */
import { writeDocx } from '#formats/docx/write/index.ts';
import { mustSee, type Context } from '#modules/access/server/index.ts';
import type { FormKind } from '../../domain/forms/form.ts';
import { emptyForm, formDocument, formTemplate, type FormToFill } from '../../domain/forms/word/index.ts';
import { cycleBy } from '../../store/cycles.ts';
import { formOfCycle } from '../cycle/cycles.ts';
import { filledForm, formSubject } from './form-subjects.ts';

/** A Word file to be sent. */
export interface WordFile {
  name: string;
  bytes: Uint8Array;
}

const asFile = (fill: FormToFill, name: string): WordFile => ({
  name: `${name}.docx`,
  bytes: writeDocx(formDocument(fill), formTemplate),
});

/** The newest form of a cycle, empty. @throws Refusal `not-found` */
export async function emptyFormFile(context: Context, slug: string, kind: FormKind): Promise<WordFile> {
  const { slug: cycle } = mustSee(context, await cycleBy(context.db, { slug }), 'cycle of missions');
  return asFile(emptyForm(cycle, await formOfCycle(context, slug, kind)), `${cycle}-${kind}`);
}

/** The form of a request or an offer, with what it says now. @throws Refusal `not-found` */
export async function filledFormFile(context: Context, kind: FormKind, slug: string): Promise<WordFile> {
  const subject = await formSubject(context, kind, slug);
  return asFile(filledForm(subject), slug);
}
