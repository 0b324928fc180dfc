/** The part of the Bureau for Development's action plan that is about its second objective; regional tables are empty. */
import { cell, paragraph, paragraphs, type Block, type Paragraph, type Row } from '../house/content.ts';
import { lists, wordFile } from '../house/word.ts';

const title =
  'Objective 2 – Resilient networks: Help members to build networks that stand in disasters and to warn everybody in time';

interface Output {
  number: string;
  name: string;
  outcome: string;
  indicators: string[];
  background: string[];
  programme: string;
  aim: string[];
  areas: { name: string; words: string; lead: string; activities: string[] }[];
  references: { resolutions: string; lines: string; goals: string };
}

const outputs: readonly Output[] = [
  {
    number: '2.1',
    name: 'Products and services on warnings over public networks',
    outcome:
      'Enhanced capacity of members to warn all people in danger over public networks, whatever device they use and whatever language they speak',
    indicators: [
      'Number of members that have adopted rules on warnings with the help of the Bureau',
      'Number of exercises with the public in which the Bureau took part',
      'Number of warnings sent in the common format',
    ],
    background: [
      'Between the first sign of a tsunami and its arrival there may be no more than ten minutes. A text message sent to every telephone takes longer than that when networks are busy, while cell broadcast reaches all telephones of an area at once.',
      'Five members use cell broadcast every day, and nine more have decided to introduce it. What they ask the Bureau for is seldom equipment: it is rules that operators can apply, people who have done it before, and exercises that show whether it works.',
      'On islands without a mobile network, warnings have to come by radio, by siren or by satellite. The cost of receivers has fallen to a level that councils can pay.',
    ],
    programme: 'Warnings for everybody',
    aim: [
      'The programme helps members to make warnings quick, clear and reliable. It works with the weather services and with the authorities for disasters, and leaves the decision to warn with them.',
    ],
    areas: [
      {
        name: 'Rules and responsibilities',
        words:
          'A warning is only as quick as the agreement on who may send it. In several members three authorities share the task, and none of them can reach the operators at night.',
        lead: 'Activities will be focused on:',
        activities: [
          'advising members on laws and licences that oblige operators to carry warnings first and free of charge;',
          'collecting the rules that are in force in the region and publishing them side by side;',
          'bringing together the authorities and the operators of a country until they have agreed on a procedure.',
        ],
      },
      {
        name: 'Cell broadcast in small networks',
        words:
          'Most guides on cell broadcast were written for networks with millions of customers. Those of the region often have a few thousand, and a staff of three.',
        lead: 'Activities will be focused on:',
        activities: [
          'preparing a guide for operators with fewer than fifty thousand customers;',
          'lending test equipment to members for up to three months;',
          'helping operators to buy together.',
        ],
      },
      {
        name: 'Warnings without mobile networks',
        words:
          'About two hundred inhabited islands have no mobile network. They will be the last to have one, and the first to be struck by a rising sea.',
        lead: 'The focus in this area will be:',
        activities: [
          'testing receivers for warnings by satellite in the climate of the region;',
          'training the operators of island radio stations in the common format;',
          'advising councils on where sirens should stand.',
        ],
      },
      {
        name: 'Exercises with the public',
        words:
          'Exercises show within an hour what plans conceal for years. They also teach people what a warning sounds like.',
        lead: 'The focus in this area will be:',
        activities: [
          'holding at least four exercises a year, each in another member;',
          'reporting on each exercise within a month, faults included.',
        ],
      },
    ],
    references: {
      resolutions: '4, 9, 12 and 23',
      lines: 'C2, C5 and C7',
      goals: '1 (target 1.5), 11 (targets 11.5, 11.b), 13 (targets 13.1, 13.3)',
    },
  },
  {
    number: '2.2',
    name: 'Products and services on the restoration of communications after disasters',
    outcome: 'Strengthened capacity of members to restore communications quickly on islands struck by a disaster',
    indicators: [
      'Average number of days until service is restored',
      'Number of persons trained to put emergency equipment into service',
      'Number of members with a plan for the restoration of communications',
    ],
    background: [
      'After the cyclone of March 2024 it took eleven days until the last island could be called again. Three of these days were lost because nobody knew which ship could carry a satellite terminal.',
      'The Bureau keeps three sets of emergency equipment. They were used four times in two years, each time with good results, but never within the first forty-eight hours.',
    ],
    programme: 'Back on the air',
    aim: [
      'The programme places equipment where it can be reached, trains those who will use it and agrees beforehand on how it travels.',
    ],
    areas: [
      {
        name: 'Equipment at hand',
        words: 'Equipment that has to be unpacked, charged and brought up to date before it can leave is not ready.',
        lead: 'Activities will be focused on:',
        activities: [
          'keeping each set charged, insured and tested every month;',
          'agreeing with shipping companies and air forces on its transport;',
          'adding to each set what the last mission lacked.',
        ],
      },
      {
        name: 'People who know how',
        words: 'Equipment does not restore a service; people do. Those who live on an island are there first.',
        lead: 'The focus in this area will be:',
        activities: [
          'training two persons on each island that has asked for it;',
          'keeping a list of those trained, with the languages they speak;',
          'inviting partner agencies to take part in the courses.',
        ],
      },
      {
        name: 'Lessons from each disaster',
        words: 'What went wrong is best asked within a month, and best told to everybody.',
        lead: 'The focus in this area will be:',
        activities: [
          'reviewing each interruption of more than three days together with the member concerned;',
          'publishing the reviews in one collection.',
        ],
      },
    ],
    references: {
      resolutions: '9 and 12',
      lines: 'C2 and C7',
      goals: '9 (target 9.1), 11 (target 11.5), 13 (target 13.1)',
    },
  },
];

const regions = ['Northern region', 'Central region', 'Southern region', 'Outlying region'];

function bullets(...texts: string[]): Paragraph[] {
  return texts.map((text) => paragraph('Bullet', text, { list: { id: lists.bullets, level: 0 } }));
}

const dashes = (texts: string[]): Paragraph[] =>
  texts.map((text) => paragraph('Tablelist', text, { list: { id: lists.dashes, level: 0 } }));

function resultsTable(): Block {
  return {
    kind: 'table',
    widths: [3300, 3338, 3000],
    lines: 'grid',
    rows: [
      {
        header: true,
        cells: ['Outcomes', 'Performance indicators', 'Outputs (products and services)'].map((text) =>
          cell('Tablehead', text, { shaded: true }),
        ),
      },
      ...outputs.map(({ number, name, outcome, indicators }): Row => ({
        cells: [
          cell('Tabletext', outcome),
          { blocks: dashes(indicators) },
          cell(
            'Tabletext',
            `${number} – ${name.replace('Products and services on ', '').replace(/^./, (first) => first.toUpperCase())}`,
          ),
        ],
      })),
    ],
  };
}

/** A table that is still to be filled in: only its heading and the names of the regions stand in it. */
function emptyTable(heading: string, names: readonly string[]): Block {
  return {
    kind: 'table',
    widths: [9638],
    lines: 'grid',
    rows: [
      { cells: [cell('Tablehead', heading, { shaded: true })] },
      ...names.flatMap((name): Row[] => [{ cells: [cell('Tabletext', name)] }, { cells: [cell('Tabletext', '')] }]),
      ...(names.length === 0 ? [{ cells: [cell('Tabletext', '')] }] : []),
    ],
  };
}

function outputBlocks(output: Output): Block[] {
  const { number, references } = output;
  return [
    paragraph('Heading1', `Output ${number} – ${output.name}`),
    paragraph('Heading2', '1\tBackground'),
    ...paragraphs(null, ...output.background),
    paragraph('Heading2', '2\tImplementation framework'),
    paragraph('Heading3', `Programme: ${output.programme}`),
    ...paragraphs(null, ...output.aim, 'Main areas of work include:'),
    ...output.areas.flatMap((area) => [
      paragraph('Headingb', area.name),
      ...paragraphs(null, area.words, area.lead),
      ...bullets(...area.activities),
    ]),
    paragraph('Heading3', 'Relevant regional initiatives'),
    ...paragraphs(null, `The following regional initiatives will contribute to Outcome ${number}.`),
    emptyTable('Region', regions),
    paragraph('Heading3', 'Study group Questions'),
    ...paragraphs(null, `The following study group Questions will contribute to Outcome ${number}.`),
    emptyTable('Study group Questions', []),
    paragraph('Heading2', '3\tReferences to resolutions, WSIS action lines and Sustainable Development Goals'),
    paragraph('Heading3', 'Resolutions of the Plenipotentiary Assembly'),
    ...paragraphs(
      null,
      `The implementation of PP Resolutions ${references.resolutions} will support Output ${number} and will contribute to the achievement of Outcome ${number}.`,
    ),
    paragraph('Heading3', 'WSIS action lines'),
    ...paragraphs(
      null,
      `The implementation of the WSIS Action Lines ${references.lines} will support Output ${number} and will contribute to the achievement of Outcome ${number}.`,
    ),
    paragraph('Heading3', 'Sustainable Development Goals and targets'),
    ...paragraphs(
      null,
      `Output ${number} will contribute to the achievement of the following UN SDGs: ${references.goals}.`,
    ),
  ];
}

/** The Word file. */
export function actionPlan(): Uint8Array {
  return wordFile({
    title: 'Action plan of the Bureau for Development: Objective 2',
    creator: 'OCU Bureau for Development',
    date: '2025-11-10T08:00:00Z',
    code: 'BD-AP/2-E',
    blocks: [
      paragraph('Title', 'Action plan of the Bureau for Development for 2026–2027'),
      paragraph('Heading1', title),
      resultsTable(),
      ...outputs.flatMap(outputBlocks),
    ],
  });
}
