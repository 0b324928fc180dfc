/** The report of a cycle to the governing body: sentences and tables from the record; what is not known is said so. */
import type { Document } from '#formats/document/index.ts';
import { printedDay } from '#kernel/dates.ts';
import { printedAmount } from '../offers/amounts.ts';
import { payerName } from './agreement.ts';
import type { CostTotal } from './costs.ts';
import { fewest, type QuestionInNumbers } from './evaluation.ts';
import { adviceNames, AdviceState, missionStageNames, type MissionStage } from './mission.ts';
import { paperOf, type Part } from './writing.ts';

export interface ReportedMission {
  title: string;
  /** As printed. */
  country: string | null;
  offerers: string[];
  stage: MissionStage;
  start: string | null;
  end: string | null;
  steps: { all: number; done: number; late: number; moved: number };
  /** When the final report was first planned for, and when it was there. */
  report: { planned: string | null; done: string | null };
}

export interface CycleReport {
  programme: string;
  year: number;
  organiser: string;
  /** ISO day on which it is made. */
  on: string;
  requests: { title: string; country: string | null; stage: string; topics: string[] }[];
  /** Labels of stages, in the order of the cycle, with those that nobody stands in. */
  requestStages: string[];
  offers: { stage: string }[];
  offerStages: string[];
  missions: ReportedMission[];
  costs: CostTotal[];
  /** Names of payers by their ids. */
  payers: ReadonlyMap<string, string>;
  evaluations: { side: string; given: number; questions: QuestionInNumbers[] }[];
  /** Of missions of earlier years. */
  advice: { mission: string; year: number | null; due: string | null; states: (AdviceState | null)[] }[];
  notTakenUp: { title: string; country: string | null; stage: string; why: string | null }[];
}

const unknown = 'unknown';

/** "no requests", "1 request", "10 requests". */
const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number === 0 ? 'no' : number} ${number === 1 ? one : many}`;

/** A number as a bar of signs, which any program prints; the longest has twenty. */
const bar = (number: number, most: number): string =>
  '■'.repeat(number === 0 ? 0 : Math.max(1, Math.round((number * Math.min(20, most)) / most)));

/** How often each value occurs: in the order given, or the most frequent first. */
function tally(values: readonly string[], order?: readonly string[]): [value: string, number: number][] {
  const numbers = new Map<string, number>((order ?? []).map((value) => [value, 0]));
  for (const value of values) numbers.set(value, (numbers.get(value) ?? 0) + 1);
  const all = [...numbers];
  return order === undefined ? all.toSorted((one, other) => other[1] - one[1] || one[0].localeCompare(other[0])) : all;
}

function chart(what: string, rows: readonly [value: string, number: number][]): Part {
  const most = Math.max(1, ...rows.map(([, number]) => number));
  return {
    kind: 'table',
    head: [what, 'Number', 'Bar'],
    rows: rows.map(([value, number]) => [value, String(number), bar(number, most)]),
  };
}

/** The report as a document, for the writers of Word and PDF. */
export function cycleReportDocument(report: CycleReport): Document {
  const name = `${report.programme} ${report.year}`;
  const parts: Part[] = [
    { kind: 'title', text: `Report on the ${name}` },
    { kind: 'subtitle', text: `${report.organiser}\n${printedDay(report.on)}` },
    { kind: 'heading', text: 'In brief' },
    ...brief(report).map((text): Part => ({ kind: 'paragraph', text })),
    { kind: 'heading', text: 'Requests' },
    ...requests(report),
    { kind: 'heading', text: 'Offers' },
    ...(report.offers.length === 0
      ? [sentence('No offer was received.')]
      : [
          chart(
            'Stage',
            tally(
              report.offers.map(({ stage }) => stage),
              report.offerStages,
            ),
          ),
        ]),
    { kind: 'heading', text: 'Missions' },
    ...missions(report),
    { kind: 'heading', text: 'Costs' },
    ...costs(report),
    { kind: 'heading', text: 'Evaluation' },
    ...evaluation(report),
    { kind: 'heading', text: 'What became of earlier advice' },
    ...advice(report),
    { kind: 'heading', text: 'Requests not taken up' },
    ...notTakenUp(report),
  ];
  return paperOf(parts, `Report on the ${name}`.slice(0, 80), `Report on the ${name}`);
}

const sentence = (text: string): Part => ({ kind: 'paragraph', text });
const note = (text: string): Part => ({ kind: 'note', text });

function brief({ requests, offers, missions, notTakenUp }: CycleReport): string[] {
  const countries = new Set(requests.flatMap(({ country }) => country ?? []));
  const nowhere = requests.filter(({ country }) => country === null).length;
  const ended = missions.filter(({ stage }) => stage === 'reported' || stage === 'closed').length;
  const cancelled = missions.filter(({ stage }) => stage === 'cancelled').length;
  return [
    `The cycle has ${counted(requests.length, 'request')} from ${counted(countries.size, 'country', 'countries')}${
      nowhere === 0 ? '' : `; the country of ${nowhere} is ${unknown}`
    }, and ${counted(offers.length, 'offer')}.`,
    `Out of these came ${counted(missions.length, 'mission')}, of which ${ended === 0 ? 'none has' : `${ended} ${ended === 1 ? 'has' : 'have'}`} a final report${
      cancelled === 0 ? '' : ` and ${cancelled} ${cancelled === 1 ? 'was' : 'were'} cancelled`
    }.`,
    notTakenUp.length === 0
      ? 'No request was declined or withdrawn.'
      : `${capital(counted(notTakenUp.length, 'request'))} ${notTakenUp.length === 1 ? 'was' : 'were'} not taken up.`,
  ];
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

function requests({ requests: all, requestStages }: CycleReport): Part[] {
  if (all.length === 0) return [sentence('No request was received.')];
  const topics = all.flatMap((request) => request.topics);
  const without = all.filter((request) => request.topics.length === 0).length;
  return [
    { kind: 'subheading', text: 'By stage' },
    chart(
      'Stage',
      tally(
        all.map(({ stage }) => stage),
        requestStages,
      ),
    ),
    { kind: 'subheading', text: 'By country' },
    chart('Country', tally(all.map(({ country }) => country ?? unknown))),
    { kind: 'subheading', text: 'By topic' },
    ...(topics.length === 0 ? [] : [chart('Topic', tally(topics))]),
    note(
      `A request may have several topics, found by its words.${
        without === 0 ? '' : ` The topic of ${counted(without, 'request')} is ${unknown}.`
      }`,
    ),
  ];
}

const dayOr = (day: string | null, instead = unknown): string => (day === null ? instead : printedDay(day));

function missions({ missions: all }: CycleReport): Part[] {
  if (all.length === 0) return [sentence('No mission was opened.')];
  return [
    {
      kind: 'table',
      head: ['Mission', 'Sent by', 'Stage', 'Days agreed', 'Steps', 'Final report'],
      rows: all.map(({ title, country, offerers, stage, start, end, steps, report }) => [
        `${title}\n${country ?? `country ${unknown}`}`,
        offerers.join(', ') || unknown,
        missionStageNames[stage],
        start === null && end === null ? unknown : `${dayOr(start)} – ${dayOr(end)}`,
        `${steps.done} of ${steps.all} done${steps.late === 0 ? '' : `, ${steps.late} late`}${
          steps.moved === 0 ? '' : `, ${steps.moved} moved`
        }`,
        `planned: ${dayOr(report.planned)}\nthere: ${dayOr(report.done, 'not yet')}`,
      ]),
    },
  ];
}

function costs({ costs: all, payers, organiser }: CycleReport): Part[] {
  if (all.length === 0) return [sentence(`The costs of the missions are ${unknown}: no amount is stated.`)];
  return [
    {
      kind: 'table',
      head: ['Payer', 'Planned', 'Paid', 'Paid less planned'],
      rows: all.map(({ payer, currency, planned, paid, difference }) => {
        const printed = (value: string): string =>
          value.startsWith('-')
            ? printedAmount({ value: value.slice(1), currency }).replace(' ', ' –')
            : printedAmount({ value, currency });
        return [capital(payerName(payer, organiser, payers)), printed(planned), printed(paid), printed(difference)];
      }),
    },
    note('Each currency is counted by itself; planned lines without an amount are in no sum.'),
  ];
}

function evaluation({ evaluations }: CycleReport): Part[] {
  if (evaluations.every(({ given }) => given === 0)) return [sentence('No evaluation was given.')];
  return [
    sentence(`Scores from 1 to 5; n is the number of scores. No average is told of fewer than ${fewest}.`),
    ...evaluations.flatMap(({ side, given, questions }): Part[] => [
      { kind: 'subheading', text: `${side}: ${counted(given, 'evaluation')}` },
      ...(questions.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              head: ['Statement', 'n', 'Average'],
              rows: questions.map(({ question, n, average }) => [question, String(n), average ?? `n below ${fewest}`]),
            },
          ]),
    ]),
  ];
}

function advice({ advice: all }: CycleReport): Part[] {
  if (all.length === 0) return [sentence('No mission of an earlier year gave advice that is on record.')];
  return [
    {
      kind: 'table',
      head: ['Mission', 'Asked by', ...AdviceState.options.map((state) => adviceNames[state]), 'Not answered'],
      rows: all.map(({ mission, year, due, states }) => [
        year === null ? mission : `${mission} (${year})`,
        dayOr(due),
        ...AdviceState.options.map((state) => String(states.filter((one) => one === state).length)),
        String(states.filter((one) => one === null).length),
      ]),
    },
  ];
}

function notTakenUp({ notTakenUp: all }: CycleReport): Part[] {
  if (all.length === 0) return [sentence('There are none.')];
  return [
    {
      kind: 'table',
      head: ['Request', 'Country', 'Stage', 'Why'],
      rows: all.map(({ title, country, stage, why }) => [title, country ?? unknown, stage, why ?? unknown]),
    },
  ];
}
