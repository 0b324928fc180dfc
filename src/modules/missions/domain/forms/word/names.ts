/** What a form in Word calls its parts: tags of controls, labels, prompts and columns. Writer and reader share it. */
import type { CostCategory, Nomination } from '../answers.ts';
import { formCode, type Form, type FormKind } from '../form.ts';

/** The head of a form. An offer names the organisation only; what it is about is asked in its questions. */
export const headFields = ['country', 'organisation', 'title'] as const;
export type HeadField = (typeof headFields)[number];

export const headOf: Record<FormKind, readonly HeadField[]> = {
  application: headFields,
  'assistance-plan': ['organisation'],
};

export const headLabels: Record<HeadField, string> = {
  country: 'Name of country',
  organisation: 'Name of organisation',
  title: 'Title of the project',
};

/** Shown where nothing is written yet; a prompt that comes back is no answer, whether or not it is marked as one. */
export const prompts = {
  text: 'Click here and write.',
  other: 'Which?',
  choice: 'Choose',
} as const;

export const costColumns = ['kind', 'description', 'quantity', 'unit', 'amount', 'currency', 'payer'] as const;
export type CostColumn = (typeof costColumns)[number];

/** Head of a column, its prompt, and its share of the width. */
export const costColumnNames: Record<CostColumn, { name: string; prompt: string; share: number }> = {
  kind: { name: 'Kind', prompt: prompts.choice, share: 14 },
  description: { name: 'Description', prompt: 'What for', share: 24 },
  quantity: { name: 'Quantity', prompt: 'How many', share: 12 },
  unit: { name: 'Unit', prompt: 'Of what', share: 11 },
  amount: { name: 'Amount', prompt: 'How much', share: 12 },
  currency: { name: 'Currency', prompt: 'USD, …', share: 13 },
  payer: { name: 'Who pays', prompt: 'Who', share: 20 },
};

export const categoryNames: Record<CostCategory, string> = {
  travel: 'Travel',
  fee: 'Fees',
  documentation: 'Documentation',
  logistics: 'Logistics',
  other: 'Other',
};

export const expertColumns = ['name', 'organisation', 'role'] as const;
export type ExpertColumn = (typeof expertColumns)[number];

export const expertColumnNames: Record<ExpertColumn, { name: string; prompt: string; share: number }> = {
  name: { name: 'Name', prompt: 'Name of the expert', share: 40 },
  organisation: { name: 'Organisation', prompt: 'Where the expert works', share: 40 },
  role: { name: 'Role', prompt: prompts.choice, share: 20 },
};

export const roleNames: Record<NonNullable<Nomination['role']>, string> = {
  lead: 'Lead expert',
  expert: 'Expert',
  backup: 'Stands in',
};

/** All prompts, as they stand in a file. */
export const allPrompts: ReadonlySet<string> = new Set([
  ...Object.values(prompts),
  ...Object.values(costColumnNames).map(({ prompt }) => prompt),
  ...Object.values(expertColumnNames).map(({ prompt }) => prompt),
]);

/** Word's own prompts, in controls that somebody emptied. */
const wordsOwnPrompt = /^(?:click|tap|click or tap|choose an item|enter text|select)\b.{0,60}\.$/iu;

export const isPrompt = (text: string): boolean => allPrompts.has(text.trim()) || wordsOwnPrompt.test(text.trim());

/** Nothing is written: a prompt, or the dash or dots with which people leave a line of a form empty. */
export const isUnwritten = (text: string): boolean => isPrompt(text) || /^[\s\-–—_.…]+$/u.test(text);

/** What the form says about an answer that is left empty. */
export const blankSentence = (meaning: string): string => `If nothing is written here: ${meaning}`;

export const instructions: Record<FormKind, string> = {
  application:
    'Please write in the framed boxes; they grow with your words. Click a square to tick it. Save the form as a Word document and send it back.',
  'assistance-plan':
    'Please write in the framed boxes and in the tables; they grow with your words. Save the form as a Word document and send it back.',
};

/** Begins the words at the foot of every page. */
export const footerWord = 'Form';

const lead = 'throughline';

/** "throughline/ocu-expert-mission-2027/application/1/": how the tags of a form begin. */
export const tagLead = (cycle: string, form: Pick<Form, 'kind' | 'version'>): string =>
  `${lead}/${formCode(cycle, form)}/`;

export interface ReadTag {
  cycle: string;
  kind: FormKind;
  version: number;
  /** Behind the version: "policy_issue", "expected_outcomes/training", "cost/amount", "head/title". */
  path: string[];
}

/** The parts of a tag of ours; `null` for any other tag. */
export function readTag(tag: string | null): ReadTag | null {
  const [first, cycle = '', kind, version = '', ...path] = (tag ?? '').split('/');
  if (first !== lead || (kind !== 'application' && kind !== 'assistance-plan')) return null;
  if (!/^\d{1,6}$/.test(version) || path.length === 0) return null;
  return { cycle, kind, version: Number(version), path };
}

/** "ocu-expert-mission-2027/application/1" among other words; `null` where there is none. */
export function readCode(text: string): { cycle: string; kind: FormKind; version: number } | null {
  const [, cycle = '', kind, version] =
    /(?<![\w/-])([a-z\d][a-z\d-]{0,120})\/(application|assistance-plan)\/(\d{1,6})(?![\w/])/u.exec(text) ?? [];
  if (kind !== 'application' && kind !== 'assistance-plan') return null;
  return { cycle, kind, version: Number(version) };
}
