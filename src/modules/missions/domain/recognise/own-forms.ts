/**
 * Forms that this workbench wrote: read question by question with the reader of forms. Keys are the usual ones;
 * questions that an organisation added are read on the page of the cycle, which knows its form.
 */
import type { Source } from '#formats/document/index.ts';
import { countryCode } from '#kernel/countries.ts';
import type { AssistancePlan, Finding, FormOfFile, MissionApplication, QuestionKey } from '#kernel/reading/index.ts';
import type { GivenAnswer } from '../forms/answers.ts';
import { asksForNothing } from '../forms/declining.ts';
import type { Form } from '../forms/form.ts';
import { usualApplicationForm, usualOfferForm } from '../forms/house-forms.ts';
import { identityOf, readForm, type Doubt, type FilledForm, type FormIdentity } from '../forms/word/index.ts';
import type { ReadApplication } from './application/application.ts';
import { checkApplication } from './application/checks.ts';
import { outcomeCodes } from './application/options.ts';
import { applicationQuestions } from './application/vocabulary.ts';
import type { Slot } from './slots.ts';

/** A form of ours, read; `null` for any other document. */
function ownForm(source: Source, form: Form): { filled: FilledForm; identity: FormIdentity } | null {
  const identity = identityOf(source.document);
  if (identity?.kind !== form.kind) return null;
  const filled = readForm(source.document, form);
  const found = Object.values(filled.answers).filter(({ state }) => state !== 'not-received');
  return found.length < 3 ? null : { filled, identity };
}

const formOf = ({ cycle, version, online }: FormIdentity): FormOfFile => ({
  cycle,
  version,
  online: online?.slug ?? null,
});

/** Which kind of filled form of ours a document is. */
export function ownKind({ document }: Source): FormIdentity['kind'] | null {
  return identityOf(document)?.kind ?? null;
}

const wordsOf = ({ text }: GivenAnswer): string[] => (text === '' ? [] : text.split('\n'));

const rules: Partial<Record<Doubt['rule'], Finding['level']>> = {
  'tick-disagrees': 'warning',
  'ticks-lost': 'warning',
  'amount-not-read': 'warning',
  'quantity-not-read': 'info',
  'outside-the-box': 'info',
  'outside-the-table': 'warning',
  'control-twice': 'warning',
  'by-order': 'warning',
  'question-unknown': 'warning',
  'second-form': 'warning',
  'tracked-changes': 'warning',
};

function findingsOf(doubts: readonly Doubt[]): Finding[] {
  return doubts.flatMap(({ rule, line, message }): Finding[] => {
    const level = rules[rule];
    return level === undefined ? [] : [{ rule, level, lines: line === null ? null : [line, line], message }];
  });
}

const codes = (chosen: readonly string[]): (typeof outcomeCodes)[number][] =>
  outcomeCodes.filter((code) => chosen.includes(code));

/** An application on a form of ours. */
export function readOwnApplication(source: Source): ReadApplication | null {
  const own = ownForm(source, usualApplicationForm(''));
  if (own === null) return null;
  const { filled, identity } = own;
  const keys = applicationQuestions.map(({ key }) => key);
  const answerOf = (key: QuestionKey): GivenAnswer | null => {
    const answer = filled.answers[key];
    return answer === undefined || answer.state === 'not-received' ? null : answer;
  };
  const outcomes = answerOf('expected_outcomes');
  const country = filled.head.country ?? '';
  const application: MissionApplication = {
    country: { printed: country, iso2: countryCode(country) },
    organisation: filled.head.organisation ?? '',
    title: filled.head.title ?? '',
    answers: Object.fromEntries(
      keys.map((key) => {
        const answer = answerOf(key);
        const { number = null, question = '' } = answer?.printed ?? {};
        const text = answer === null ? [] : key === 'expected_outcomes' ? tickedWords(answer) : wordsOf(answer);
        return [
          key,
          { numberPrinted: number, question, lines: text.length > 0 ? (answer?.lines ?? null) : null, text },
        ];
      }),
    ) as MissionApplication['answers'],
    expectedOutcomes: {
      state: outcomes === null || outcomes.state === 'not-received' ? 'unknown' : outcomes.state,
      codes: codes(outcomes?.chosen ?? []),
      candidate: outcomes === null || outcomes.candidate === null ? null : codes(outcomes.candidate),
    },
    timeline: answerOf('timeline')?.times ?? [],
    form: formOf(identity),
    lines: [filled.placed[0] ?? 1, filled.placed.at(-1) ?? 1],
  };
  const slots = keys.flatMap((key): Slot<QuestionKey>[] => {
    const answer = answerOf(key);
    const { number = null, question = '' } = answer?.printed ?? {};
    return answer === null ? [] : [{ key, label: number, question, asked: [], inline: null, answer: [] }];
  });
  const lines = Object.fromEntries(
    keys.map((key) => [key, wordsOf(answerOf(key) ?? noWords).map((_, at) => (answerOf(key)?.lines?.[0] ?? 1) + at)]),
  ) as Record<QuestionKey, number[]>;
  return {
    application,
    placed: new Set(filled.placed),
    findings: [...checkApplication(application, slots, lines), ...findingsOf(filled.doubts)],
    end: source.lines.length,
  };
}

const noWords = { text: '' } as GivenAnswer;

/** The options ticked, in the words of the usual form, with what stands beside the free one. */
function tickedWords({ chosen, other, text }: GivenAnswer): string[] {
  const options = usualApplicationForm('').items.flatMap((item) => item.options);
  const ticked = options
    .filter(({ code }) => chosen.includes(code))
    .map(({ label, free }) => (free && other !== null ? `☒ ${label}: ${other}` : `☒ ${label}`));
  return text === '' ? ticked : [...ticked, ...text.split('\n')];
}

/** A plan of assistance on a form of ours. */
export function readOwnPlan(source: Source): { plan: AssistancePlan; placed: Set<number>; findings: Finding[] } | null {
  const own = ownForm(source, usualOfferForm('', ''));
  if (own === null) return null;
  const { filled, identity } = own;
  const words = (key: string): string[] => wordsOf(filled.answers[key] ?? noWords);
  const requested = filled.answers['requested']?.state ?? 'not-received';
  const nothingAsked = requested === 'blank' || asksForNothing(words('requested').join('\n'));
  const interest = words('interest').join(' ');
  const costs = (filled.costs['cost'] ?? []).map((cost): AssistancePlan['costs'][number] => ({
    category: cost.category,
    description: cost.text,
    amount: cost.amount,
    payers: cost.payers.map(({ who, share }) => ({
      who: who === 'organiser' ? 'apt' : who,
      share: share === null ? null : share / 10000,
    })),
  }));
  const plan: AssistancePlan = {
    interest: interest === '' ? null : interest,
    details: words('details'),
    schedule: filled.answers['schedule']?.times ?? [],
    outcomes: words('outcomes'),
    others: words('others'),
    costs: costs.map((cost) =>
      // By the words of the form: nothing asked, the offering side bears all.
      cost.payers.length === 0 && nothingAsked ? { ...cost, payers: [{ who: 'offerer', share: 1 }] } : cost,
    ),
    requestedFromOrganiser: {
      state: requested === 'unknown' ? 'given' : requested,
      items: words('requested'),
    },
    experts: (filled.experts['experts'] ?? []).map(({ name, organisation }) => ({ name, organisation })),
    form: formOf(identity),
  };
  const findings = findingsOf(filled.doubts);
  if (requested === 'blank') {
    const message = 'Nothing is asked of the organiser; by the words of the form the offering side bears all costs.';
    const line = filled.answers['requested']?.lines ?? null;
    findings.push({ rule: 'offerer-bears-all', level: 'info', lines: line, message });
  }
  return { plan, placed: new Set(filled.placed), findings };
}
