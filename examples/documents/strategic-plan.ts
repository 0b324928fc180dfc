/** The draft strategic plan for 2026 to 2029, with five chapters that are still to be written. */
import {
  blank,
  cell,
  gridTable,
  paragraph,
  paragraphs,
  type Block,
  type Paragraph,
  type Table,
} from '../house/content.ts';
import { lists, wordFile } from '../house/word.ts';
import { alignment, indicators, pillars, risks, type Pillar } from '../texts/strategic-plan.ts';

const full = 9638;

function bullets(...texts: string[]): Paragraph[] {
  return texts.map((text) => paragraph('Bullet', text, { list: { id: lists.bullets, level: 0 } }));
}

function pillarBlocks({ letter, name, subtitle, aim, objectives }: Pillar): Block[] {
  return [
    {
      kind: 'table',
      widths: [full],
      lines: 'box',
      rows: [
        { cells: [cell('Headingb', `${letter}. ${name.toUpperCase()}: ${subtitle}`, { shaded: true })] },
        { cells: [cell(null, aim)] },
      ],
    },
    ...objectives.flatMap((objective, at) => [
      paragraph('Headingb', `Objective ${letter}.${at + 1}: ${objective.text}`),
      ...objective.actions.map((action, index) =>
        paragraph(
          'enumlev1',
          `${letter}.${at + 1}.${index + 1}\t${action}${index === objective.actions.length - 1 ? '.' : ';'}`,
        ),
      ),
    ]),
    paragraph('Tabletitle', ''),
    {
      kind: 'table',
      widths: [full],
      lines: 'box',
      rows: [
        { cells: [cell('Tabletext', '**Expected outcomes:**', { shaded: true })] },
        {
          cells: [
            cell(
              'Tabletext',
              objectives.map(
                ({ outcome }, at) => `${letter}${at + 1}\t–\t${outcome}${at === objectives.length - 1 ? '.' : ';'}`,
              ),
            ),
          ],
        },
      ],
    },
    blank,
  ];
}

/** The indicators under a row for each objective. */
function indicatorTable(): Table {
  const objectives = pillars.flatMap(({ letter, objectives }) =>
    objectives.map(({ text }, at) => ({ code: `${letter}.${at + 1}`, text })),
  );
  const table = gridTable([6038, 1800, 1800], ['Indicator', 'Baseline 2024', 'Target 2029'], []);
  for (const { code, text } of objectives) {
    table.rows.push({ cells: [cell('Tabletext', `**Objective ${code}: ${text}**`, { span: 3 })] });
    for (const [of, ...values] of indicators) {
      if (of === code) table.rows.push({ cells: values.map((value) => cell('Tabletext', value)) });
    }
  }
  return table;
}

const blocks: Block[] = [
  paragraph('Title', 'Strategic Plan of the Oceanic Communications Union for 2026–2029'),
  paragraph('Subtitle', 'Draft of 2 March 2025, prepared by the secretariat for the Council'),

  paragraph('Heading1', 'INTRODUCTION'),
  ...paragraphs(
    null,
    'The Oceanic Communications Union serves the administrations of States whose territory is mostly water. Its members differ in size and wealth, but they share long distances, small markets and weather that spares nobody.',
    'Much has been achieved since the plan that ends in 2025 was adopted. Five member countries can warn their people by cell broadcast; the price of satellite capacity has fallen by more than a third; six hundred people complete a course of the Union every year. Yet every fourth inhabitant of the region still lives on an island without a reliable connection.',
    'This plan says what the Union intends to change in four years, and by what it will know whether it has succeeded. It does not list everything that the secretariat does from day to day. The action plans of the Bureau for Development and of the Bureau for Networks will set out the work of each year.',
    'The draft was prepared after talks with twenty-two administrations, eleven operators and six partner agencies. It takes up the resolutions that the Plenipotentiary Assembly adopted in Suva in 2021; the Council will bring it into line with the decisions of the Assembly in Apia before it is adopted.',
  ),

  paragraph('Heading1', 'WHERE THE REGION STANDS'),
  ...paragraphs(
    null,
    'The capitals of the region are connected as well as those of much richer countries. All but two are reached by a submarine cable, most by more than one, and prices there have come down year after year. The contrast with the outer islands has grown sharper in the same time.',
    'On the outer islands the connection is usually one satellite terminal or one radio link, powered by the sun and tended by somebody who has learned by doing. Of the connections that the survey of 2021 counted as reliable, one in six had failed for more than a month by 2024. In most cases the cause was a part that costs less than a hundred dollars.',
    'New satellite systems have changed what is possible. They bring fast connections to places that no cable will ever reach, at prices that a shop or a school can pay. They have also brought new questions: who answers for a service whose operator has no office in the country, who is warned when a cyclone comes, and what becomes of the equipment when it is worn out.',
    'Administrations face these questions with few people. Half of them have fewer than ten technical staff; in five, one and the same person answers for spectrum, numbering, licences and the security of networks. What the Union can do for them depends less on money than on being there when it is needed.',
  ),

  paragraph('Heading1', 'PURPOSE'),
  ...paragraphs(
    null,
    'The Union exists so that everybody who lives in the region can be reached, can be warned and can take part in the life of the wider world. All four pillars of this plan serve that purpose:',
  ),
  ...pillars.map(({ letter, name, subtitle }, at) =>
    paragraph('enumlev1', `${letter}. ${name}: ${subtitle}${at === pillars.length - 1 ? '.' : ';'}`),
  ),
  ...paragraphs(
    null,
    'The pillars are of equal weight. An activity may serve more than one of them; it is then planned and reported under the one to which it contributes most.',
  ),

  paragraph('Heading1', 'STRATEGIC PILLARS AND ACTION PLANS'),
  ...pillars.flatMap(pillarBlocks),

  paragraph('Heading1', 'MEASURING PROGRESS'),
  ...paragraphs(
    null,
    'Each objective is measured by one indicator or two. The values at the start were taken in 2024 or, where a survey is needed, estimated from that of 2021; the Council will be told when an estimate has been replaced by a count.',
  ),
  paragraph('Tabletitle', 'Table 1 – Indicators'),
  indicatorTable(),

  paragraph('Heading1', 'RISKS'),
  ...paragraphs(
    null,
    'The secretariat reviewed in January 2025 what could prevent the Union from reaching its objectives. The four risks below are those that the Council should follow; others are kept in the registers of the Bureaux.',
  ),
  paragraph('Tabletitle', 'Table 2 – Strategic risks and mitigation measures'),
  {
    kind: 'table',
    widths: [4819, 4819],
    lines: 'grid',
    rows: [
      { header: true, cells: ['Risk', 'Mitigation measures'].map((text) => cell('Tablehead', text, { shaded: true })) },
      ...risks.map(({ title, statements, measures }, at) => ({
        cells: [
          {
            blocks: [
              paragraph('Tabletext', `**${at + 1}. ${title}**`),
              ...paragraphs('Tablelist', ...statements.map((text) => `- ${text}`)),
            ],
          },
          cell(
            'Tablelist',
            measures.map((text) => `- ${text}`),
          ),
        ],
      })),
    ],
  },

  paragraph('Heading1', 'LINKS WITH THE SUSTAINABLE DEVELOPMENT GOALS AND THE WSIS ACTION LINES'),
  ...paragraphs(
    null,
    'The plan contributes to the 2030 Agenda for Sustainable Development and to the outcomes of the World Summit on the Information Society. The table names the targets and the action lines on which the Union expects to have an effect of its own.',
  ),
  paragraph('Tabletitle', 'Table 3 – Alignment of the pillars'),
  gridTable(
    [3638, 3600, 2400],
    ['Strategic Pillar', 'SDG targets', 'WSIS action lines'],
    alignment.map(([letter, targets, lines]) => [
      `${letter}. ${pillars.find((pillar) => pillar.letter === letter)?.name ?? ''}`,
      targets,
      lines,
    ]),
  ),

  paragraph('Heading1', 'IMPLEMENTATION'),
  ...paragraphs(
    null,
    'The chapters below will be completed when the Council has agreed on what precedes them. Members are invited to say in particular:',
  ),
  ...bullets(
    'which actions should be begun in 2026 and which can wait;',
    'which reports they need, how often and in what form;',
    'which contributions in kind they could make.',
  ),
  ...[
    'Timeline of Implementation',
    'Financing and Funding',
    'Allocation of Resources to the Pillars',
    'Monitoring and Reporting',
    'Statement of Impacts',
  ].flatMap((heading) => [paragraph('Heading2', heading), paragraph(null, 'Text to be added')]),
];

/** The Word file. */
export function strategicPlan(): Uint8Array {
  return wordFile({
    title: 'Strategic Plan of the Oceanic Communications Union for 2026–2029',
    creator: 'OCU secretariat',
    date: '2025-03-02T06:00:00Z',
    code: 'C25/7-E',
    blocks,
  });
}
