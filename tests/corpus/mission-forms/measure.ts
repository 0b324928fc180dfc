/** Sets what each of the two readers makes of a form beside what a person reads in it. */
import { createHash } from 'node:crypto';
import { linesOf } from '#formats/document/index.ts';
import { openDocument } from '#formats/readers.ts';
import type { AssistancePlan, MissionApplication, When } from '#kernel/reading/index.ts';
import { readFile } from '#modules/intake/index.ts';
import { readForm } from '../../../src/modules/missions/domain/forms/word/index.ts';
import { withImplied } from '../../../src/modules/missions/domain/offers/bearing.ts';
import { applicationForm, cycle, organiser, planForm, type Expected, type FormFile } from './form-file.ts';

/**
 * `stated`: not right, but the reader says that it is in doubt, or leaves the words over. `wrong`: told as if it were
 * right. `lost`: told as empty, with no doubt, and the words are nowhere.
 */
export type Verdict = 'right' | 'stated' | 'wrong' | 'lost';

export interface Judged {
  file: string;
  question: string;
  verdict: Verdict;
  expected: string;
  read: string;
}

export interface Measured {
  judged: Judged[];
  /** Lines of the file that are neither placed nor left over, or both. */
  uncounted: number[];
}

interface Seen {
  /** By question; `null` where the reader says that it is not there. */
  values: Record<string, string | null>;
  /** Questions that the reader itself is in doubt about. */
  doubtful: Set<string>;
  /** Words that are left over, and doubts about the file as a whole. */
  leftOver: string;
  uncounted: number[];
  /** Everything that is told, to look for what must be withheld. */
  told: string;
}

const plain = (text: string): string =>
  text
    .replaceAll(/^[\s•▪●*-]+(?=\S\S)/gmu, '')
    .replaceAll(/[\s|]+/gu, ' ')
    .trim();

const timesText = (times: readonly When[]): string =>
  times
    .map(({ from, to, precision }) =>
      from === null && to === null ? '?' : `${from ?? ''}..${to ?? (precision === 'month' ? (from ?? '') : '')}`,
    )
    .join('; ');

interface SeenCost {
  text: string;
  amount: { value: string; currency: string } | null;
  payers: readonly { who: string; share: number | null }[];
}

const sideOf = (who: string, offerers: readonly string[]): string =>
  who === 'apt' ? 'organiser' : offerers.includes(who) ? 'offerer' : who;

/** Hundredths in both readers; names of the sides in the words of the form. */
function costsText(costs: readonly SeenCost[], whole: number, offerers: readonly string[]): string {
  return costs
    .map(({ text, amount, payers }) => {
      const money = amount === null ? '?' : `${Number(amount.value)} ${amount.currency}`;
      const shares = payers.map(
        ({ who, share }) => `${sideOf(who, offerers)} ${share === null ? '?' : Math.round((share / whole) * 100)}`,
      );
      const [what = ''] = plain(text).split(/\s*[:(]|\s+[A-Z]{3} \d/u);
      return `${what} | ${money} | ${shares.length === 0 ? '?' : shares.toSorted().join(', ')}`;
    })
    .join('; ');
}

const expertsText = (experts: readonly { name: string; organisation: string }[]): string =>
  experts.map(({ name, organisation }) => `${name} | ${organisation}`).join('; ');

/** The reader behind "From Word": against the questions of a form. */
async function seenByForm(file: FormFile, bytes: Uint8Array): Promise<Seen> {
  const form = file.kind === 'application' ? applicationForm : planForm;
  const document = await openDocument(bytes, file.name);
  const payers = { names: new Map<string, string>(), organiser: [organiser, organiser.replace('the ', '')] };
  const read = readForm(document, form, { cycle, payers });
  const values: Seen['values'] = { ...read.head };
  const unknown = new Set<string>();
  const content = {
    organisation: read.head.organisation ?? '',
    answers: read.answers,
    costs: Object.values(read.costs).flat(),
    experts: [],
  };
  for (const { key, type } of form.items) {
    const answer = read.answers[key];
    if (answer === undefined) continue;
    if (answer.state === 'unknown') unknown.add(key);
    if (type === 'choices') values['chosen'] = answer.state === 'given' ? answer.chosen.toSorted().join(', ') : null;
    else if (type === 'costs') {
      values['costs'] = costsText(withImplied(content, form).costs, 10_000, [file.expected.organisation ?? '']);
    } else if (type === 'experts') values['experts'] = expertsText(read.experts[key] ?? []);
    else values[key] = answer.state === 'not-received' ? null : answer.text;
    if (type === 'times') values['times'] = timesText(answer.times);
  }
  const same: Readonly<Record<string, string>> = { cost: 'costs', expected_outcomes: 'chosen' };
  const doubtful = new Set([...read.doubts.flatMap(({ key }) => key ?? []), ...unknown]);
  for (const key of doubtful) doubtful.add(same[key] ?? key);
  const placed = new Set(read.placed);
  const left = new Set(read.leftOver.map(({ line }) => line));
  const uncounted = linesOf(document)
    .filter(({ number, text }) => text.trim() !== '' && placed.has(number) === left.has(number))
    .map(({ number }) => number);
  return {
    values,
    doubtful,
    leftOver: read.leftOver.map(({ text }) => text).join('\n'),
    uncounted,
    told: '',
  };
}

const keysOfPlan = { interest: 'interest', details: 'details', outcomes: 'outcomes', others: 'others' } as const;

/** `throughline read --json`. */
async function seenByIntake(file: FormFile, bytes: Uint8Array): Promise<Seen> {
  const reading = await readFile(bytes, file.name);
  const values: Seen['values'] = {};
  const doubtful = new Set<string>();
  const record = reading.record;
  const rules = new Set(reading.findings.map(({ rule }) => rule));
  const say = (question: string, ...known: string[]): void => {
    if (known.some((rule) => rules.has(rule))) doubtful.add(question);
  };
  if (reading.kind === 'mission-application' || reading.kind === 'mission-call') {
    const made = record as MissionApplication | { applications: MissionApplication[] };
    const one = 'applications' in made ? made.applications[0] : made;
    if (one !== undefined) {
      Object.assign(values, { country: one.country.printed, organisation: one.organisation, title: one.title });
      for (const { key } of applicationForm.items)
        values[key] = one.answers[key as 'timeline']?.text.join('\n') ?? null;
      const { state, codes } = one.expectedOutcomes;
      values['chosen'] = state === 'given' ? codes.toSorted().join(', ') : null;
      if (state === 'unknown') doubtful.add('chosen');
      values['times'] = timesText(one.timeline);
    }
    say('times', 'timeline-no-date', 'timeline-not-read');
    say('chosen', 'ticks-lost', 'outcomes-contradict');
  } else if (reading.kind === 'assistance-plan') {
    const made = record as AssistancePlan;
    for (const [key, name] of Object.entries(keysOfPlan)) values[key] = [made[name] ?? []].flat().join('\n');
    values['times'] = timesText(made.schedule);
    values['schedule'] = made.schedule.map(({ printed }) => printed).join('\n');
    const { state, items } = made.requestedFromOrganiser;
    values['requested'] = state === 'not-received' ? null : state === 'blank' ? '' : items.join('\n') || '(nothing)';
    const costs = made.costs.map(({ description, ...cost }) => ({ ...cost, text: description }));
    values['costs'] = costsText(costs, 1, []).replaceAll(/\b[A-Z]{2} (?=\d)/gu, 'beneficiary ');
    values['experts'] = expertsText(made.experts);
    say('costs', 'amount-not-read', 'shares-differ', 'outside-the-table');
    say('experts', 'expert-organisation-missing');
  }
  const left = reading.unplaced.map(({ line }) => line);
  const uncounted = reading.lines.placed + left.length === reading.lines.total ? [] : left;
  return {
    values,
    doubtful,
    leftOver: reading.unplaced.map(({ text }) => text).join('\n'),
    uncounted,
    told: JSON.stringify(reading),
  };
}

/** Payers in one order. */
function inOrder(line: string): string {
  const [what = '', money, payers] = line.split(' | ');
  return payers === undefined ? line : [what, money, payers.split(', ').toSorted().join(', ')].join(' | ');
}

/** What a question should be read as, in one line each. */
function shouldBe(expected: Expected): Map<string, string | null> {
  const { answers, chosen, times, costs, experts } = expected;
  const all = new Map<string, string | null>(Object.entries(answers));
  for (const field of ['country', 'organisation', 'title'] as const) {
    if (expected[field] !== undefined) all.set(field, expected[field]);
  }
  if (chosen !== undefined) all.set('chosen', chosen?.toSorted().join(', ') ?? null);
  for (const [key, list] of [
    ['times', times],
    ['costs', costs],
    ['experts', experts],
  ] as const) {
    if (list !== undefined) all.set(key, list.map(inOrder).join('; '));
  }
  return all;
}

/** "None" that is read as nothing asked is right, however it is told. */
const nothing = /^(?:none|nil|n\/a)$/iu;

function verdictOf(
  question: string,
  should: string | null,
  is: string | null,
  seen: Seen,
  extra: Expected['extra'],
): Verdict {
  const read = plain(is ?? '');
  const right = plain(should ?? '');
  if (
    (should === null || should === '' ? read === '' : read === right) &&
    !(should !== null && should !== '' && is === null)
  ) {
    return 'right';
  }
  if (question === 'requested' && nothing.test(right) && read === '(nothing)') return 'right';
  if (extra?.some((words) => read.includes(plain(words))) === true) return 'wrong';
  if (seen.doubtful.has(question)) return 'stated';
  // What is not told under its question stands among what is left over, for a person to place.
  const left = plain(seen.leftOver);
  const missing = right.split(/[\s|;,]+/u).filter((word) => word.length > 3 && !read.includes(word));
  if (missing.length > 0 && missing.every((word) => left.includes(word)) && right.startsWith(read)) return 'stated';
  if (read === '' || read === '?') return 'lost';
  return 'wrong';
}

/** What stands in a plan for the intake, which keeps no head of it and tells the schedule as times. */
const notOfIntake = new Set(['organisation', 'schedule']);

export async function measure(file: FormFile, bytes: Uint8Array, way: 'form' | 'intake'): Promise<Measured> {
  const seen = await (way === 'form' ? seenByForm : seenByIntake)(file, bytes);
  const judged: Judged[] = [];
  for (const [question, should] of shouldBe(file.expected)) {
    if (way === 'intake' && file.kind === 'assistance-plan' && notOfIntake.has(question)) continue;
    const is = seen.values[question] ?? null;
    const verdict = verdictOf(question, should, is, seen, file.expected.extra);
    judged.push({ file: file.name, question, verdict, expected: should ?? '∅', read: is ?? '∅' });
  }
  if (way === 'intake') {
    for (const contact of file.expected.withheld ?? []) {
      const verdict = seen.told.includes(contact) ? 'wrong' : 'right';
      const hash = createHash('sha256').update(contact).digest('hex').slice(0, 8);
      judged.push({ file: file.name, question: `withheld ${hash}`, verdict, expected: 'withheld', read: verdict });
    }
  }
  return { judged, uncounted: seen.uncounted };
}

/** How many of each verdict. */
export function scoreOf(judged: readonly Judged[]): Record<Verdict, number> {
  const score = { right: 0, stated: 0, wrong: 0, lost: 0 };
  for (const { verdict } of judged) score[verdict]++;
  return score;
}
