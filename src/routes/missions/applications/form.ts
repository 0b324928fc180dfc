/** The form of a request: its fields as a page shows them, and what comes back from the page. */
import { typedIn, type Answers, type FormItem } from '#modules/missions/index.ts';
import {
  headKeys,
  markOf,
  type AnswerChange,
  type ApplicationAtWork,
  type HeadChange,
} from '#modules/missions/server/index.ts';
import { field, numberField } from '../../pages.ts';
import { understood } from '../when.ts';
import type { FieldOfForm, KeptFields } from './fields.ts';

const headQuestions = {
  country: ['Country', null],
  organisation: ['Organisation that applies', null],
  title: ['Title of the project', 'A few words by which everybody will know it.'],
} as const;

const bare = { number: '', part: null, options: [], other: '', candidates: null, read: [], blankMeans: null };

/** The fields of a request: its head, then the questions of its form in their order. */
export function fieldsOf({ application, form }: Pick<ApplicationAtWork, 'application' | 'form'>): FieldOfForm[] {
  const { content } = application;
  const head = headKeys.map((key): FieldOfForm => {
    const text = key === 'country' ? content.country.printed : content[key];
    const [question, hint] = headQuestions[key];
    return {
      ...bare,
      name: `head.${key}`,
      question,
      hint,
      required: true,
      kind: 'line',
      text,
      was: markOf(text),
      revision: 0,
    };
  });
  return [...head, ...answerFields(form.items, content.answers)];
}

/** The questions of a form as a page asks them, with what is answered. */
export function answerFields(items: readonly FormItem[], answers: Answers): FieldOfForm[] {
  return items.map((item): FieldOfForm => {
    const answer = answers[item.key];
    const choices = item.type === 'choices';
    const typed = typedIn(item, answer);
    return {
      ...bare,
      name: `answer.${item.key}`,
      question: item.question,
      number: item.number,
      hint: item.hint,
      part: item.part,
      blankMeans: item.required ? null : item.blankMeans,
      required: item.required,
      kind: choices ? 'choices' : item.type === 'times' ? 'times' : 'text',
      text: typed.text,
      options: item.options.map(({ code, label, free }) => ({
        code,
        label,
        free,
        ticked: typed.chosen.includes(code),
      })),
      other: typed.other,
      was: markOf(typed),
      revision: answer?.revision ?? 0,
      candidates:
        answer?.state === 'unknown'
          ? (answer.candidate ?? []).map((code) => item.options.find((option) => option.code === code)?.label ?? code)
          : null,
      read: item.type === 'times' ? understood(typed.text) : [],
    };
  });
}

/** Names of the fields that a form sent, whole or in part. */
const namesIn = (form: FormData): string[] => [
  ...new Set([...form.keys()].filter((key) => key.startsWith('was.')).map((key) => key.slice('was.'.length))),
];

/** What a form says of each field that it sent. */
export function changesIn(form: FormData): { head: HeadChange[]; answers: AnswerChange[] } {
  const names = namesIn(form);
  return {
    head: headKeys
      .filter((key) => names.includes(`head.${key}`))
      .map((key) => ({ key, text: field(form, `head.${key}`), was: field(form, `was.head.${key}`) })),
    answers: names.flatMap((name) => {
      if (!name.startsWith('answer.')) return [];
      const values = form.getAll(name).filter((value) => typeof value === 'string');
      return [
        {
          key: name.slice('answer.'.length),
          text: field(form, name),
          chosen: values,
          other: field(form, `other.${name}`),
          was: field(form, `was.${name}`),
          revision: numberField(form, `revision.${name}`),
        },
      ];
    }),
  };
}

/** What was typed into the fields that a form sent. @param only names of the fields to keep; without them all */
export function keptIn(form: FormData, only: readonly string[] | null = null): KeptFields {
  return Object.fromEntries(
    namesIn(form)
      .filter((name) => only === null || only.includes(name))
      .map((name) => [
        name,
        {
          values: form.getAll(name).filter((value) => typeof value === 'string'),
          other: field(form, `other.${name}`),
          was: field(form, `was.${name}`),
          revision: field(form, `revision.${name}`),
        },
      ]),
  );
}
