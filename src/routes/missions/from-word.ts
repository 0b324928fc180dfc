/** The pages on which a form in Word is looked at, for requests and offers alike. */
import { redirect } from '@sveltejs/kit';
import type { Context } from '#modules/access/server/index.ts';
import {
  bringForm,
  fromWord,
  layFormAside,
  takeFromWord,
  type ComparedField,
  type FieldChoices,
  type WaitingForm,
} from '#modules/missions/server/index.ts';
import { filesOf } from '../files.ts';
import { done, field, formOf, numberField } from '../pages.ts';

/** How an answer was read, in words. */
export const wayNames: Record<NonNullable<ComparedField['how']>, string> = {
  'word-control': 'read from its box',
  'question-words': 'found by the words of the question',
  order: 'taken by its place',
  typed: 'typed',
  read: 'read',
};

const stateNames: Record<ComparedField['fileState'], string> = {
  given: '',
  blank: 'left empty',
  unknown: 'unknown: the marks were lost',
  'not-received': 'the file does not hold this question',
};

/** A waiting form as pages show it. */
export function shownForm({ file, fields, leftOver, doubts, questions }: WaitingForm) {
  const shown = fields.map((one, order) => ({
    ...one,
    /** Place in the form. */
    order,
    how: one.how === null || one.fileState === 'not-received' ? null : wayNames[one.how],
    state: stateNames[one.fileState],
    doubts: one.doubts.map(({ message, line }) => ({ message, line })),
    question: questions.find((question) => question.field === one.field)?.text ?? null,
  }));
  return {
    id: file.id,
    name: file.name,
    cameBy: file.cameBy,
    cameAt: file.madeAt,
    differing: shown.filter(({ differs, takeable }) => differs && takeable),
    others: shown.filter(({ differs, takeable }) => !(differs && takeable)),
    leftOver,
    doubts: doubts.map(({ message }) => message),
  };
}

export type ShownForm = ReturnType<typeof shownForm>;

const places = { application: 'applications', 'assistance-plan': 'assistance-plans' } as const;
const lists = { application: 'Requests', 'assistance-plan': 'Plans of assistance' } as const;

/** Loading and actions of such a page. */
export function fromWordPage(kind: keyof typeof places) {
  const addressOf = (slug: string): string => `/missions/${places[kind]}/${slug}`;
  return {
    look: async (context: Context, slug: string, url: URL) => {
      const { title, version, waiting, open } = await fromWord(context, kind, slug, url.searchParams.get('file'));
      return {
        kind,
        title,
        version,
        address: addressOf(slug),
        list: { href: `/missions/${places[kind]}`, name: lists[kind] },
        waiting: waiting.map(({ id, name, cameBy, madeAt }) => ({ id, name, cameBy, cameAt: madeAt })),
        open: open === null ? null : shownForm(open),
      };
    },
    bring: async (context: Context, slug: string, request: Request) => {
      const form = await formOf(request);
      return done(form, async () => {
        // Whose form it is not hears so before what is missing in it.
        await fromWord(context, kind, slug, null);
        const [file] = await filesOf(form, 'file');
        if (file === undefined) return;
        const id = await bringForm(context, kind, slug, file);
        redirect(303, `${addressOf(slug)}/from-word?file=${id}`);
      });
    },
    take: async (context: Context, slug: string, request: Request) => {
      const form = await formOf(request);
      return done(form, async () => {
        await takeFromWord(context, kind, slug, {
          file: field(form, 'file'),
          version: numberField(form, 'version'),
          choices: choicesIn(form),
        });
        redirect(303, addressOf(slug));
      });
    },
    aside: async (context: Context, slug: string, request: Request) => {
      const form = await formOf(request);
      return done(form, async () => {
        await layFormAside(context, kind, slug, field(form, 'file'));
        redirect(303, `${addressOf(slug)}/from-word`);
      });
    },
  };
}

function choicesIn(form: FormData): FieldChoices {
  const choices: Record<string, 'file' | 'online'> = {};
  for (const [name, value] of form) {
    if (name.startsWith('choice.') && (value === 'file' || value === 'online')) choices[name.slice(7)] = value;
  }
  return choices;
}
