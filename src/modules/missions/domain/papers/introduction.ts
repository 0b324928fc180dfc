/** The introduction to a cycle, made of what the cycle is: what it is for, its days, its steps, and both forms. */
import type { Block, Document } from '#formats/document/index.ts';
import { printedDay, printedMonth } from '#kernel/dates.ts';
import type { CycleSettings } from '../cycle/cycle.ts';
import { unnamedOrganiser } from '../cycle/usual.ts';
import type { Form } from '../forms/form.ts';
import { paper, paragraph, paragraphs, table } from './paper.ts';

export interface IntroductionToPrint {
  /** "OCU Expert Mission 2027". */
  cycle: string;
  settings: CycleSettings;
  /** Title of the plan that it serves. */
  plan: string | null;
  application: Form | null;
  offer: Form | null;
}

export function introductionPaper({ cycle, settings, plan, application, offer }: IntroductionToPrint): Document {
  const title = `Introduction to the ${cycle}`;
  const { organiser, introduction, deadlines, ceiling } = settings;
  const purpose =
    introduction.trim() === ''
      ? `In an expert mission, experts of one organisation help an administration with one matter: with advice, training or a study. Requests are collected by ${organiser}, which makes them known to those who can help and brings both sides together.`
      : introduction;
  const serves = plan === null ? '' : `The cycle serves the ${plan}.`;
  const days: [string, string | null][] = [
    ['Survey of needs', deadlines.survey],
    ['Requests by', deadlines.applications],
    ['Offers by', deadlines.offers],
    ['Missions completed by', deadlines.completion],
  ];
  const known = days.filter((row): row is [string, string] => row[1] !== null);
  const limit =
    ceiling === null ? '' : `A mission may cost up to ${ceiling.currency} ${ceiling.value} that nobody else bears.`;
  return paper(title, title, [
    paragraph('Title', title),
    ...(organiser === unnamedOrganiser ? [] : [paragraph('Instructions', `Run by ${organiser}.`)]),
    ...section('What it is for', [...paragraphs('Normal', purpose), ...paragraphs('Normal', serves)]),
    ...section(
      'Days',
      known.length === 0
        ? paragraphs('Normal', 'The days of the cycle will be told by letter.')
        : [
            table(
              known.map(([name, day]) => [
                [paragraph('Fieldlabel', name)],
                [paragraph('Fieldtext', day.length === 7 ? printedMonth(day) : printedDay(day))],
              ]),
              [4, 6],
              false,
            ),
          ],
    ),
    ...section('How a request goes through the cycle', [stepsTable(settings)]),
    ...section('What a request says', questionsOf(application)),
    ...section('What an offer says', [...questionsOf(offer), ...paragraphs('Normal', limit)]),
  ]);
}

const section = (heading: string, blocks: readonly Block[]): Block[] => [paragraph('Heading2', heading), ...blocks];

/** The flow as a table: each stage in the words of the applicant, and what can follow. */
function stepsTable({ applications }: CycleSettings): Block {
  const label = (key: string): string => applications.find((stage) => stage.key === key)?.applicantLabel ?? key;
  return table(
    [
      [[paragraph('Tablehead', 'Where a request stands')], [paragraph('Tablehead', 'What can follow')]],
      ...applications.map(({ applicantLabel, to }) => [
        paragraphs('Tabletext', applicantLabel),
        to.length === 0 ? [paragraph('Tabletext', '–')] : to.flatMap((move) => paragraphs('Tabletext', label(move.to))),
      ]),
    ],
    [5, 5],
    true,
  );
}

function questionsOf(form: Form | null): Block[] {
  if (form === null) return paragraphs('Normal', 'The form will be sent with the letter.');
  return form.items.flatMap(({ number, question, blankMeans }) => [
    paragraph('Option', `${number === '' ? '–' : number}\t${question}`),
    ...(blankMeans === null ? [] : [paragraph('Hint', `An empty answer means: ${blankMeans}`)]),
  ]);
}
