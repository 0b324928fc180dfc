/** Reads a filled plan of assistance: what an organisation offers for a request, and who pays. */
import type { Source } from '#formats/document/index.ts';
import { fold } from '#formats/document/index.ts';
import { withheldMark } from '#kernel/contacts.ts';
import { countriesIn } from '#kernel/countries.ts';
import type { AssistancePlan, Finding } from '#kernel/reading/index.ts';
import { asksForNothing } from '../../forms/declining.ts';
import type { FormLine } from '../form-lines.ts';
import { headersIn } from '../headers.ts';
import type { Slot } from '../slots.ts';
import { timesIn } from '../timeline.ts';
import { categoryOf, readCosts } from './costs.ts';
import { readExperts } from './experts.ts';
import { isHint, type PlanForm } from './form.ts';
import type { Parties } from './payers.ts';
import type { PlanField } from './vocabulary.ts';

export interface ReadPlan {
  plan: AssistancePlan;
  placed: Set<number>;
  findings: Finding[];
}

/** Reads the form that was found in the document. */
export function readPlan(source: Source, lines: readonly FormLine[], form: PlanForm): ReadPlan {
  const { media } = source.document;
  const placed = new Set<number>();
  const slots = new Map(form.slots.map((slot) => [slot.key, slot]));
  const answers = (key: PlanField): FormLine[] => answersOf(lines, slots.get(key));
  const taken = (key: PlanField): string[] => answers(key).map((line) => placedText(line, placed));
  for (const slot of form.slots) for (const index of slot.asked) placed.add(lines[index]?.number ?? 1);
  if (form.heading !== null) placed.add(lines[form.from]?.number ?? 1);

  const interest = taken('interest').join(' ');
  const experts = readExperts(lines, slots.get('experts'), media);
  const parties: Parties = {
    organiser: organiserOf(form),
    offerer: [...organisationsOf(experts.experts), ...headOf(lines, form)],
    beneficiary: countriesIn(interest).map((country) => country.iso2),
  };
  const costs = readCosts(answers('cost'), media, parties);
  const requested = requestedOf(answers('requested'), slots.has('requested'), placed);
  // "None" asks for nothing; "N/A" may also mean that the question does not apply.
  const declined = asksForNothing(
    answers('requested')
      .map(({ words }) => words)
      .join('\n'),
  );
  for (const line of [...costs.placed, ...experts.placed]) placed.add(line);
  const plan: AssistancePlan = {
    interest: interest === '' ? null : interest,
    details: taken('details'),
    schedule: timesIn(answers('schedule').map((line) => ({ text: line.words, what: null }))),
    outcomes: taken('outcomes'),
    others: taken('others'),
    costs: costs.costs.map((cost) => ({
      ...cost,
      payers: cost.payers.length > 0 ? cost.payers : impliedPayers(cost, costs.costs, requested, declined),
    })),
    requestedFromOrganiser: requested,
    experts: experts.experts,
  };
  if (plan.schedule.length > 0) taken('schedule');
  const findings = [
    ...costs.findings,
    ...experts.findings,
    ...checks(plan, slots, lines),
    ...withheldCount(lines, form),
  ];
  return { plan, placed, findings };
}

/** The lines somebody wrote below a field, or behind it; the form's own hints are not among them. */
function answersOf(lines: readonly FormLine[], slot: Slot<PlanField> | undefined): FormLine[] {
  if (slot === undefined) return [];
  const below = slot.answer.flatMap((index) => lines[index] ?? []).filter((line) => !isHint(line));
  const asked = lines[slot.asked[0] ?? -1];
  return slot.inline === null || asked === undefined
    ? below
    : [{ ...asked, text: slot.inline, words: slot.inline, label: null, bullet: false, parts: [slot.inline] }, ...below];
}

function placedText(line: FormLine, placed: Set<number>): string {
  placed.add(line.number);
  return line.text;
}

/** The organiser by its abbreviation, from the question on what it should pay and from the form's heading. */
function organiserOf(form: PlanForm): string[] {
  const question = form.slots.find((slot) => slot.key === 'requested')?.question ?? '';
  const named =
    /\b([A-Z][A-Za-z-]{1,14})(?:'s)?(?:\s+[Ss]ecretariat)? to (?:support|bear|pay|cover|fund|finance)\b/u.exec(
      question,
    )?.[1] ??
    /\b(?:requested|expected|sought|needed) (?:from|of) (?:the )?([A-Z][A-Za-z-]{1,14})\b/u.exec(question)?.[1];
  const funding = /\b(?:funding|financing|payment|support) (?:by|from|of) the (\p{Lu}\p{L}+)\b/u.exec(question)?.[1];
  const asked = /\bthe (\p{Lu}\p{L}+) (?:is|be) (?:asked|requested|invited|expected) to\b/u.exec(question)?.[1];
  const paying =
    /\bshould (?:the )?((?:\p{Lu}[\p{L}-]+ ){1,6})(?:pay|bear|cover|fund|finance)\b/u.exec(question)?.[1]?.trim() ??
    /\bthe ((?:\p{Lu}[\p{L}-]+ ){1,6})should (?:pay|bear|cover|fund|finance)\b/u.exec(question)?.[1]?.trim();
  const heading = /\b([A-Z]{2,8})\b/u.exec(form.heading ?? '')?.[1];
  return [...new Set([named, funding, asked, paying, heading].filter((name) => name !== undefined))];
}

type Cost = AssistancePlan['costs'][number];
type Requested = AssistancePlan['requestedFromOrganiser'];
const nothing =
  /^(?:none|nil|no|n\/?a|nothing|not applicable|not required|no support (?:is )?(?:needed|required))\.?$/iu;

function requestedOf(answers: readonly FormLine[], asked: boolean, placed: Set<number>): Requested {
  if (!asked) return { state: 'not-received', items: [] };
  const items = answers.map((line) => placedText(line, placed));
  if (items.length === 0) return { state: 'blank', items: [] };
  return { state: 'given', items: items.filter((item) => !nothing.test(item.replace(/^[-–•]\s/u, ''))) };
}

/** Who pays a line that names no payer: by the form's own words the offering side, unless it asks the organiser for that kind of cost. */
function impliedPayers(cost: Cost, all: readonly Cost[], requested: Requested, declined: boolean): Cost['payers'] {
  if (requested.state === 'blank' || declined) return [{ who: 'offerer', share: 1 }];
  if (requested.state !== 'given') return [];
  const asked = requested.items.some((item) => {
    // An item that repeats the words of some lines means these and no others of their kind.
    const named = all.filter((one) => sharesWord(one.description, item));
    return named.length > 0 ? named.includes(cost) : cost.category !== 'other' && categoryOf(item) === cost.category;
  });
  return asked ? [{ who: 'apt', share: null }] : [];
}

const general = /^(?:and|the|for|our|all|cost|costs|fee|fees|expense|expenses|expert|experts|usd|eur)$/u;

function sharesWord(one: string, other: string): boolean {
  const words = new Set(one.toLowerCase().match(/\p{L}{3,}/gu));
  return (other.toLowerCase().match(/\p{L}{3,}/gu) ?? []).some((word) => words.has(word) && !general.test(word));
}

function checks(
  plan: AssistancePlan,
  slots: ReadonlyMap<PlanField, Slot<PlanField>>,
  lines: readonly FormLine[],
): Finding[] {
  const found: Finding[] = [];
  const at = (key: PlanField): [number, number] | null => {
    const number = lines[slots.get(key)?.asked[0] ?? -1]?.number;
    return number === undefined ? null : [number, number];
  };
  const add = (rule: string, level: Finding['level'], key: PlanField, message: string): void => {
    found.push({ rule, level, lines: at(key), message });
  };
  const { state } = plan.requestedFromOrganiser;
  if (isEmpty(plan))
    return [
      {
        rule: 'plan-empty',
        level: 'warning',
        lines: at('interest'),
        message: 'Nothing is filled in; this is the empty form.',
      },
    ];
  if (state === 'blank')
    add(
      'offerer-bears-all',
      'info',
      'requested',
      'Nothing is asked of the organiser; by the words of the form the offering side bears all costs.',
    );
  if (state === 'not-received')
    add(
      'requested-not-received',
      'warning',
      'requested',
      'The question on what the organiser should pay is not in the form, so nothing can be concluded from its silence.',
    );
  if (plan.interest === null)
    add('interest-missing', 'warning', 'interest', 'The plan does not say which request it answers.');
  if (plan.schedule.every((when) => when.from === null && when.to === null))
    add('schedule-no-date', 'info', 'schedule', 'The schedule names no date.');
  if (plan.experts.length === 0) add('experts-missing', 'warning', 'experts', 'No expert is named.');
  if (plan.costs.length === 0) add('costs-missing', 'info', 'cost', 'No cost is estimated.');
  return found;
}

/** Only how many contacts the plan holds is told; they are kept out of the reading. */
function withheldCount(lines: readonly FormLine[], form: PlanForm): Finding[] {
  const text = lines
    .slice(form.from, form.to)
    .map((line) => fold(line.text))
    .join('\n');
  const count = text.split(withheldMark).length - 1;
  const first = lines[form.from]?.number;
  const last = lines[form.to - 1]?.number;
  if (count === 0 || first === undefined || last === undefined) return [];
  const message = `${count} telephone number${count === 1 ? ' or address is' : 's and addresses are'} withheld.`;
  return [{ rule: 'contacts-withheld', level: 'info', lines: [first, last], message }];
}

function isEmpty(plan: AssistancePlan): boolean {
  const lists = [
    plan.details,
    plan.schedule,
    plan.outcomes,
    plan.others,
    plan.costs,
    plan.experts,
    plan.requestedFromOrganiser.items,
  ];
  return plan.interest === null && lists.every((list) => list.length === 0);
}

/** The organisation that the head of the form names. */
function headOf(lines: readonly FormLine[], form: PlanForm): string[] {
  const first = Math.min(...form.slots.flatMap(({ asked }) => asked), form.to);
  return headersIn(lines, form.from, first)
    .filter(({ kind, value }) => kind === 'organisation' && value.length > 3)
    .map(({ value }) => value);
}

/** The organisations of the experts, each once; more than a few dozen are no plan of assistance. */
function organisationsOf(experts: AssistancePlan['experts']): string[] {
  const names = new Set(experts.map((expert) => expert.organisation));
  return [...names].filter((name) => name !== '').slice(0, 50);
}
