/** Lays out the Word form for requests, with content controls that a program can read back, and the form for offers. */
import { outcomeNames, questions, type Application, type OutcomeName } from '../texts/applications.ts';
import {
  blank,
  cell,
  paragraph,
  words,
  type Block,
  type ControlProperties,
  type Inline,
  type Paragraph,
  type Row,
} from './content.ts';
import { lists } from './word.ts';

/** Printed at the foot of the forms; survives where controls do not. */
export const formCode = 'Form OCU-EM/1';

/** What a program finds in the file besides the controls. */
export const formData =
  '<?xml version="1.0" encoding="UTF-8"?>\n<form xmlns="urn:example:ocu:forms" name="ocu-mission" version="1"/>';

const tag = (name: string): string => `ocu-mission/1/${name}`;

function control(name: string, title: string, type: ControlProperties['type'] = 'rich'): ControlProperties {
  return { tag: tag(name), title, type };
}

const head = (label: string, name: string, value: string): Row => ({
  cells: [
    cell('Tabletext', `**${label}**`, { shaded: true }),
    {
      blocks: [
        paragraph('Tabletext', [{ kind: 'control', properties: control(name, label, 'text'), inlines: words(value) }]),
      ],
    },
  ],
});

/** One request: its head, then seven questions with the answers in controls. */
export function applicationForm(application: Application, pageBefore: boolean): Block[] {
  return [
    paragraph('Headingb', 'Application Form', { pageBefore }),
    {
      kind: 'table',
      widths: [3200, 6438],
      lines: 'grid',
      rows: [
        head('Name of Country:', 'country', application.country),
        head('Name of Organization:', 'organisation', application.organisation),
        head('Title of the project:', 'title', application.title),
      ],
    },
    ...Object.entries(questions).flatMap(([name, question], index): Block[] => [
      paragraph('Question', `${index + 1})\t${question}`),
      ...(name === 'expected_outcomes'
        ? tickedOptions(application.outcomes)
        : [
            {
              kind: 'control-block' as const,
              properties: control(name, `Question ${index + 1}`),
              blocks: answer(application, name),
            },
          ]),
    ]),
  ];
}

function answer({ answers }: Application, name: string): Paragraph[] {
  const texts = Object.entries(answers).find(([key]) => key === name)?.[1] ?? [];
  return texts.map((text) =>
    text.startsWith('- ')
      ? paragraph('Bullet', text.slice(2), { list: { id: lists.bullets, level: 0 } })
      : paragraph(null, text),
  );
}

function tickedOptions(chosen: readonly OutcomeName[]): Paragraph[] {
  return Object.entries(outcomeNames).map(([name, text]) => {
    const ticked = chosen.some((one) => one === name);
    const box: Inline = {
      kind: 'control',
      properties: control(`expected_outcomes/${name}`, text, ticked ? 'ticked' : 'empty-box'),
      inlines: words(ticked ? '☒' : '☐'),
    };
    return paragraph(null, [box, ...words(`~${text}`)]);
  });
}

/** The fields of the form for offers: number, words, and the hint printed below them. */
export const offerFields = [
  { number: '1.1', key: 'interest', label: 'Indicate which topic and country are of interest.' },
  { number: '1.2', key: 'details', label: 'Describe the details of the assistance plan.' },
  {
    number: '1.3',
    key: 'schedule',
    label: 'Tentative schedule of the Expert Mission',
    hint: 'The Expert Mission should be completed by December 2026.',
  },
  { number: '1.4', key: 'outcomes', label: 'Possible outcomes through the assistance of the Expert Mission' },
  {
    number: '1.5',
    key: 'others',
    label: 'Any others',
    hint: '(If there is anything that the OCU secretariat should coordinate with the Member concerned, please describe it.)',
  },
  {
    number: '2.1',
    key: 'cost',
    label:
      'Estimated cost of the Expert Mission, such as travel expenses, consulting fees, documentation and logistic arrangements',
  },
  {
    number: '2.2',
    key: 'requested',
    label:
      'OCU welcomes voluntary contributions to the Expert Mission. If your organization needs financial support, please indicate which cost items you would like OCU to support. (No answer means that the experts will bear all the costs described in 2.1.)',
  },
] as const;

export type OfferField = (typeof offerFields)[number]['key'];

const part = (text: string): Paragraph => paragraph('Heading2', text);

/** The form for offers, empty where no answers are given. */
export function offerForm(
  answers: Partial<Record<OfferField, Block[]>>,
  experts: readonly [name: string, organisation: string, telephone: string, mail: string][],
  pageBefore: boolean,
): Block[] {
  const field = ({ number, key, label, ...rest }: (typeof offerFields)[number]): Block[] => [
    paragraph('Question', `${number}\t${label}`),
    ...('hint' in rest ? [paragraph('Note', rest.hint)] : []),
    ...(answers[key] ?? [blank]),
  ];
  const none: readonly [string, string, string, string] = ['Mr / Ms / Dr ________', '________', '________', '________'];
  return [
    paragraph('Heading1', 'Assistance Plan for the OCU Expert Mission 2026', { pageBefore }),
    part('1.\tAssistance plan'),
    ...offerFields.filter(({ number }) => number.startsWith('1')).flatMap(field),
    part('2.\tCost estimation'),
    ...offerFields.filter(({ number }) => number.startsWith('2')).flatMap(field),
    part('3.\tList of experts'),
    {
      kind: 'table',
      widths: [2300, 2738, 1700, 2900],
      lines: 'grid',
      rows: [
        {
          header: true,
          cells: ['a) Name', 'b) Organization', 'c) Telephone', 'd) E-mail'].map((text) =>
            cell('Tablehead', text, { shaded: true }),
          ),
        },
        ...(experts.length === 0 ? [none] : experts).map((row): Row => ({
          cells: row.map((text) => cell('Tabletext', text)),
        })),
      ],
    },
  ];
}
