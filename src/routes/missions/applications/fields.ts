/** Fields of a request's form, as pages show them. */

/** One field. Beside it the form sends `was.<name>` and `revision.<name>`: what the person saw. */
export interface FieldOfForm {
  /** In the form: "answer.timeline", "head.title". */
  name: string;
  question: string;
  number: string;
  hint: string | null;
  part: string | null;
  /** What an empty answer means; `null` where it means nothing, or has to be answered. */
  blankMeans: string | null;
  required: boolean;
  kind: 'line' | 'text' | 'choices' | 'times';
  text: string;
  options: { code: string; label: string; free: boolean; ticked: boolean }[];
  other: string;
  was: string;
  revision: number;
  /** Labels that weak signs of lost ticks point to; `null` where no ticks were lost. */
  candidates: string[] | null;
  /** What each line about time was read as. */
  read: { line: string; read: string; dated: boolean }[];
}

/** What was typed into the fields of a form, for showing it again. */
export type KeptFields = Record<string, { values: string[]; other: string; was: string; revision: string }>;

/** A field as it is shown again after it could not be taken: with what was typed. */
export function withKept(one: FieldOfForm, kept: KeptFields, seen: 'as-sent' | 'as-stands'): FieldOfForm {
  const typed = kept[one.name];
  if (typed === undefined) return one;
  const { values, other, was, revision } = typed;
  return {
    ...one,
    text: one.kind === 'choices' ? '' : (values[0] ?? ''),
    options: one.options.map((option) => ({ ...option, ticked: values.includes(option.code) })),
    other,
    ...(seen === 'as-sent' ? { was, revision: Number(revision) } : {}),
  };
}

/** An answer in words, as it is shown beside another one. */
export const inWords = ({ kind, text, options, other }: FieldOfForm): string =>
  kind === 'choices'
    ? [...options.filter(({ ticked }) => ticked).map(({ label }) => label), other]
        .filter((words) => words !== '')
        .join('\n')
    : text;
