/** A form as the fields of its page, and back. Keys of questions and codes of options stay what they were. */
import { FormItem, ItemType, type FormOption } from '#modules/missions/index.ts';
import { field } from '../../../../pages.ts';
import { optional, several } from '../../../fields.ts';

/** Questions and options that can be added at once. */
export const emptyQuestions = 2;
export const emptyOptions = 2;

/** A question on the page: its fields by the number of its row. */
export interface Row {
  key: string;
  number: string;
  question: string;
  hint: string;
  type: ItemType;
  required: boolean;
  blankMeans: string;
  part: string;
  options: FormOption[];
}

/** The rows of a form, with empty ones behind. */
export function rowsOf(items: readonly FormItem[]): Row[] {
  const none: Row = {
    key: '',
    number: '',
    question: '',
    hint: '',
    type: 'text',
    required: true,
    blankMeans: '',
    part: '',
    options: [],
  };
  return [
    ...items.map(({ hint, blankMeans, part, ...item }) => ({
      ...item,
      hint: hint ?? '',
      blankMeans: blankMeans ?? '',
      part: part ?? '',
    })),
    ...Array.from({ length: emptyQuestions }, () => none),
  ];
}

/** The questions of a form as it was sent, in the order of their places; those without words are left out. */
export function itemsFrom(form: FormData): FormItem[] {
  const keys = new Set(several(form, 'items').map((row) => field(form, `key-${row}`)));
  return several(form, 'items')
    .map((row) => ({ row, place: Number.parseInt(field(form, `place-${row}`), 10) || 0 }))
    .sort((a, b) => a.place - b.place)
    .flatMap(({ row }): FormItem[] => {
      const question = field(form, `question-${row}`).replaceAll('\r\n', '\n').trim();
      if (field(form, `remove-${row}`) === 'yes' || question === '') return [];
      const known = field(form, `key-${row}`);
      const type = ItemType.safeParse(field(form, `type-${row}`)).data ?? 'text';
      return [
        {
          key: known === '' ? freeWord(question, keys) : known,
          number: field(form, `number-${row}`).trim(),
          question,
          hint: optional(form, `hint-${row}`),
          type,
          options: type === 'choices' ? optionsFrom(form, row) : [],
          required: field(form, `required-${row}`) === 'yes',
          blankMeans: optional(form, `blankMeans-${row}`),
          part: optional(form, `part-${row}`),
        },
      ];
    });
}

function optionsFrom(form: FormData, row: string): FormOption[] {
  const ids = several(form, `options-${row}`);
  const codes = new Set(ids.map((id) => field(form, `code-${row}-${id}`)));
  return ids.flatMap((id): FormOption[] => {
    const label = field(form, `option-${row}-${id}`).trim();
    if (label === '') return [];
    const known = field(form, `code-${row}-${id}`);
    return [
      {
        code: known === '' ? freeWord(label, codes) : known,
        label,
        free: field(form, `free-${row}-${id}`) === 'yes',
      },
    ];
  });
}

/** A key of the first words that none of these has; it is among them afterwards. */
function freeWord(words: string, taken: Set<string>): string {
  const plain = words
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, 4)
    .join('_')
    .replace(/^[^a-z]+/, '')
    .slice(0, 32);
  const wanted = plain === '' ? 'question' : plain;
  let key = wanted;
  for (let number = 2; taken.has(key); number++) key = `${wanted}_${number}`;
  taken.add(key);
  return key;
}
