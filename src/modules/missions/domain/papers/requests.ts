/**
 * All requests of a cycle in one paper, as they are sent to possible experts: the summary, then each form on a page of
 * its own. Ways to reach people are withheld. What was lost on the way is printed as unknown, never as nothing.
 */
import type { Block, Document } from '#formats/document/index.ts';
import { withholdContactsWithin } from '#kernel/contacts.ts';
import { printedDay } from '#kernel/dates.ts';
import type { ApplicationContent, GivenAnswer } from '../forms/answers.ts';
import type { Form, FormItem } from '../forms/form.ts';
import { headLabels } from '../forms/word/index.ts';
import type { TableRow } from '../summary/table.ts';
import { paper, paragraph, paragraphs, table } from './paper.ts';
import { summaryBlock } from './summary.ts';

/** One request to print. */
export interface PrintedRequest {
  /** Its number in the summary. */
  number: number;
  content: ApplicationContent;
  /** The version of the form that it answers. */
  form: Form;
}

export interface RequestsToPrint {
  /** "OCU Expert Mission 2027". */
  cycle: string;
  organiser: string;
  /** Day by which offers are wanted. */
  offers: string | null;
  rows: readonly TableRow[];
  requests: readonly PrintedRequest[];
}

export function requestsPaper({ cycle, organiser, offers, rows, requests }: RequestsToPrint): Document {
  const title = `Requests for the ${cycle}`;
  const until = offers === null ? '' : ` Offers are welcome until ${printedDay(offers)}.`;
  const shown = withholdContactsWithin({ rows, requests });
  return paper(title, title, [
    paragraph('Title', title),
    paragraph('Instructions', `Collected by ${organiser}.${until}`),
    summaryBlock(shown.rows),
    ...shown.requests.flatMap(requestBlocks),
  ]);
}

function requestBlocks({ number, content, form }: PrintedRequest): Block[] {
  const head = { country: content.country.printed, organisation: content.organisation, title: content.title };
  return [
    paragraph('Formtitle', `Request ${number}`),
    table(
      (['country', 'organisation', 'title'] as const).map((field) => [
        [paragraph('Fieldlabel', `${headLabels[field]}:`)],
        paragraphs('Fieldtext', head[field]),
      ]),
      [3, 7],
      false,
    ),
    ...form.items.flatMap((item) => itemBlocks(item, content.answers[item.key])),
  ];
}

function itemBlocks(item: FormItem, answer: GivenAnswer | undefined): Block[] {
  const { part, number, question } = item;
  return [
    ...(part === null ? [] : [paragraph('Heading2', part)]),
    paragraph('Question', number === '' ? question : `${number}\t${question}`),
    ...answerBlocks(item, answer),
  ];
}

function answerBlocks(item: FormItem, answer: GivenAnswer | undefined): Block[] {
  if (answer === undefined || answer.state === 'not-received') {
    return [
      paragraph('Missing', answer === undefined ? 'Not answered.' : 'This question was not in what was received.'),
    ];
  }
  if (answer.state === 'blank') {
    const meaning = item.blankMeans === null ? '' : ` ${item.blankMeans}`;
    return [paragraph('Missing', `Left blank.${meaning}`)];
  }
  if (item.type === 'choices') return choiceBlocks(item, answer);
  if (answer.state === 'unknown') {
    return [...paragraphs('Given', answer.text), paragraph('Missing', 'Not known: it was lost on the way.')];
  }
  return paragraphs('Given', answer.text);
}

function choiceBlocks({ options }: FormItem, { state, chosen, other }: GivenAnswer): Block[] {
  if (state === 'unknown') {
    return [
      paragraph('Missing', 'Not known: the ticks were lost on the way. The applicant has been, or will be, asked.'),
      ...options.map(({ label }) => paragraph('Option', `?\t${label}`)),
    ];
  }
  return options.map(({ code, label, free }) => {
    const isTicked = chosen.includes(code);
    const words = free && isTicked && other !== null && other !== '' ? `${label}: ${other}` : label;
    return paragraph('Option', `${isTicked ? '☒' : '☐'}\t${words}`);
  });
}
