/**
 * What a form that came back says beside what stands online: field by field what differs, and where somebody changed
 * the online copy after the form was made, so that a person has to choose.
 */
import type { AnswerWay, Answers, CostLine, GivenAnswer, Nomination } from '../answers.ts';
import { noAnswer } from '../answers.ts';
import type { Form, FormItem } from '../form.ts';
import { categoryNames, headLabels, headOf, roleNames, type HeadField } from './names.ts';
import { payersText, samePayers, type PayerNames } from './payers.ts';
import type { Doubt, FilledForm } from './read/filled.ts';

/** What stands online, of a request or an offer. */
export interface Online {
  slug: string;
  version: number;
  head: Readonly<Partial<Record<HeadField, string>>>;
  answers: Answers;
  costs: readonly CostLine[];
  experts: readonly Nomination[];
}

export interface ComparedField {
  /** "head.title", or the key of a question. */
  field: string;
  label: string;
  online: string[];
  file: string[];
  fileState: GivenAnswer['state'];
  how: AnswerWay | null;
  /** Lines of the file. */
  lines: [number, number] | null;
  differs: boolean;
  /** The file says something that can be taken over. */
  takeable: boolean;
  /** The online copy was changed after the form was made, or nobody knows: a person has to choose. */
  conflict: boolean;
  /** What is chosen as long as nobody chooses; `null` where somebody has to. */
  preset: 'file' | 'online' | null;
  doubts: Doubt[];
}

/** @param online `null` where nothing is online yet: then everything that the file says is taken */
export function compareForm(form: Form, filled: FilledForm, online: Online | null, names: PayerNames): ComparedField[] {
  const made = madeOf(filled, online);
  const heads = headOf[form.kind].map((field) => compareHead(field, filled, online, made));
  return [...heads, ...form.items.map((item) => compareItem(item, filled, online, made, names))];
}

/** The state of the online copy that the form was made from; `null` where the file does not say. */
function madeOf(
  { identity }: FilledForm,
  online: Online | null,
): { version: number | null; revisions: Record<string, number> } | null {
  if (online === null || identity?.online?.slug !== online.slug) return null;
  return identity.online;
}

type Made = ReturnType<typeof madeOf>;

function settled(
  base: Omit<ComparedField, 'conflict' | 'preset'>,
  online: Online | null,
  later: boolean,
): ComparedField {
  const { differs, takeable, doubts } = base;
  const conflict = differs && takeable && online !== null && base.online.length > 0 && later;
  // What the file leaves empty is not taken away from the online copy unless somebody says so.
  const sure = takeable && base.fileState === 'given' && !doubts.some(({ rule }) => rule === 'by-order');
  const preset = conflict ? null : differs && takeable && (sure || online === null) ? 'file' : 'online';
  return { ...base, conflict, preset };
}

function compareHead(field: HeadField, filled: FilledForm, online: Online | null, made: Made): ComparedField {
  const said = filled.head[field];
  const stands = online?.head[field] ?? '';
  const base = {
    field: `head.${field}`,
    label: headLabels[field],
    online: stands === '' ? [] : [stands],
    file: said === null || said === '' ? [] : [said],
    fileState: said === null ? ('not-received' as const) : said === '' ? ('blank' as const) : ('given' as const),
    how: null,
    lines: null,
    differs: said !== null && said !== '' && said !== stands,
    takeable: said !== null && said !== '',
    doubts: filled.doubts.filter(({ key }) => key === field),
  };
  return settled(base, online, made === null || made.version === null || made.version < (online?.version ?? 0));
}

function compareItem(
  item: FormItem,
  filled: FilledForm,
  online: Online | null,
  made: Made,
  names: PayerNames,
): ComparedField {
  const { key, number, question, type } = item;
  const answer = filled.answers[key] ?? noAnswer;
  const stands = online?.answers[key];
  const listed = type === 'costs' || type === 'experts';
  const file = listed ? rowsOf(item, filled.costs[key] ?? [], filled.experts[key] ?? [], names) : wordsOf(item, answer);
  const there = listed ? rowsOf(item, online?.costs ?? [], online?.experts ?? [], names) : wordsOf(item, stands);
  const takeable = answer.state === 'given' || answer.state === 'blank';
  const base = {
    field: key,
    label: number === '' ? question : `${number} ${question}`,
    online: there,
    file,
    fileState: answer.state,
    how: answer.how,
    lines: answer.lines,
    differs: takeable && !sameItem(item, filled, online, file, there),
    takeable,
    doubts: filled.doubts.filter((doubt) => doubt.key === key),
  };
  const known = made?.revisions[key];
  return settled(base, online, known === undefined || known < (stands?.revision ?? 0));
}

const ticksIn = (one: GivenAnswer | undefined): string => JSON.stringify([one?.chosen ?? [], one?.other ?? null]);

/** Ticks that were lost earlier are no answer that an untouched form would take away. */
function sameItem(
  item: FormItem,
  filled: FilledForm,
  online: Online | null,
  file: readonly string[],
  there: readonly string[],
): boolean {
  const answer = filled.answers[item.key] ?? noAnswer;
  const stands = online?.answers[item.key];
  if (answer.state === 'blank' && stands?.state === 'unknown') return true;
  if (item.type === 'costs') return sameCosts(filled.costs[item.key] ?? [], online?.costs ?? []);
  if (item.type === 'choices') {
    return ticksIn(answer) === ticksIn(stands) && stands?.state !== 'unknown';
  }
  return file.join('\n') === there.join('\n');
}

function sameCosts(one: readonly CostLine[], other: readonly CostLine[]): boolean {
  return (
    one.length === other.length &&
    one.every((line, index) => {
      const beside = other[index];
      return beside !== undefined && sameCost(line, beside);
    })
  );
}

/** Whether two lines say the same; a payer that only follows from a blank answer is not printed in a form. */
export function sameCost(one: CostLine, other: CostLine): boolean {
  const { category, text, quantity, unit, amount } = one;
  const printed = other.payers.filter(({ basis }) => basis !== 'implied-by-blank');
  return (
    category === other.category &&
    text === other.text &&
    quantity === other.quantity &&
    unit === other.unit &&
    amount?.value === other.amount?.value &&
    amount?.currency === other.amount?.currency &&
    (samePayers(one.payers, other.payers) || samePayers(one.payers, printed))
  );
}

/** An answer as people read it, a line each. */
export function wordsOf({ options, type }: FormItem, answer: GivenAnswer | undefined): string[] {
  if (answer === undefined || answer.state === 'not-received') return [];
  const ticked = options
    .filter(({ code }) => answer.chosen.includes(code))
    .map(({ label, free }) => (free && answer.other !== null ? `${label}: ${answer.other}` : label));
  // Options as a file printed them are no words of the answer.
  if (type === 'choices' && answer.state !== 'unknown') return ticked;
  return [...ticked, ...answer.text.split('\n').filter((line) => line !== '')];
}

function rowsOf(
  { type }: FormItem,
  costs: readonly CostLine[],
  experts: readonly Nomination[],
  names: PayerNames,
): string[] {
  if (type === 'experts') {
    return experts.map(({ name, organisation, role }) =>
      [name, organisation, role === null ? '' : roleNames[role]].filter((one) => one !== '').join(', '),
    );
  }
  return costs.map(({ category, text, quantity, unit, amount, payers }) => {
    const many = [quantity, unit].filter((one) => one !== null).join(' ');
    const money = amount === null ? 'no amount' : `${amount.value} ${amount.currency}`;
    const paid = payers.length === 0 ? '' : `paid by ${payersText(payers, names)}`;
    return [`${categoryNames[category]}: ${text}`, many, money, paid].filter((one) => one !== '').join('; ');
  });
}
