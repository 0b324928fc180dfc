/** Plans as Word files give them: headings with styles, automatic numbers, tables with merged cells, tracked changes. */
import { describe, expect, test } from 'vitest';
import {
  linesOf,
  plainRun,
  type Block,
  type Cell,
  type Document,
  type Paragraph,
  type RevisionMark,
} from '#formats/document/index.ts';
import type { PlanRecord } from '#kernel/reading/index.ts';
import { readPlan } from './plan.ts';

const mark = (kind: RevisionMark['kind']): RevisionMark => ({ kind, author: 'A. Clerk', date: null, move: null });

/** A paragraph; `given` changes what is plain. */
function para(text: string, given: Partial<Paragraph> = {}): Paragraph {
  return {
    kind: 'paragraph',
    line: 0,
    style: { id: null, name: null, outlineLevel: null },
    number: { base: null, proposed: null },
    runs: text === '' ? [] : [plainRun(text)],
    mark: [],
    formatChanged: false,
    rightToLeft: false,
    indent: null,
    page: null,
    raw: null,
    ...given,
  };
}

const heading = (level: number, text: string): Paragraph =>
  para(text, { style: { id: `Heading${level + 1}`, name: `heading ${level + 1}`, outlineLevel: level } });
const numbered = (number: string, text: string, indent = 0): Paragraph =>
  para(text, { number: { base: number, proposed: number }, indent });
const cell = (...texts: string[]): Cell => ({
  blocks: texts.map((text) => para(text)),
  span: 1,
  continuesAbove: texts.length === 0,
  marks: [],
});
const wide = (span: number, text: string): Cell => ({ ...cell(text), span });
const below = (): Cell => ({ ...cell(''), continuesAbove: true });
const table = (...rows: Cell[][]): Block => ({
  kind: 'table',
  rows: rows.map((cells) => ({ cells, header: false, marks: [] })),
});

function documentOf(blocks: Block[]): Document {
  let line = 0;
  const number = (inner: Block[]): void => {
    for (const block of inner) {
      if (block.kind === 'paragraph') block.line = ++line;
      else for (const row of block.rows) for (const one of row.cells) number(one.blocks);
    }
  };
  number(blocks);
  const document: Document = {
    media: 'docx',
    name: 'plan.docx',
    blocks,
    notes: [],
    comments: [],
    controls: [],
    bookmarks: [],
    margins: [],
    properties: {},
    remarks: [],
  };
  return document;
}

interface Read {
  record: PlanRecord;
  nodes: string[];
  unplaced: string[];
  rules: string[];
}

function read(...blocks: Block[]): Read {
  const document = documentOf(blocks);
  const lines = linesOf(document);
  const { record, placed, findings } = readPlan({ document, lines });
  return {
    record,
    nodes: record.nodes.map((node) => `${node.id} < ${node.parent ?? '-'} | ${node.text}`),
    unplaced: lines.filter((line) => line.text !== '' && !placed.has(line.number)).map((line) => line.text),
    rules: findings.map((finding) => finding.rule),
  };
}

test('headings with styles enclose what follows, automatic numbers are codes, deeper bullets are parts', () => {
  const { nodes, record } = read(
    para('Corporate Plan 2025–2028', { style: { id: 'Title', name: 'Title', outlineLevel: null } }),
    heading(0, 'Strategic objective 1: Safe skies'),
    heading(1, 'Outcomes'),
    numbered('•', 'Fewer incidents', 360),
    numbered('•', 'Faster reports, in particular', 360),
    numbered('o', 'of near misses', 720),
    heading(1, 'Actions'),
    numbered('1.1', 'Train controllers'),
    numbered('1.2', 'Renew radars'),
    heading(0, 'Governance'),
    numbered('•', 'The Council meets twice a year'),
    heading(0, 'Budget'),
    heading(0, 'Annexes'),
    para('Annex text.'),
  );
  expect(record.title).toBe('Corporate Plan 2025–2028');
  expect(nodes).toEqual([
    'objective:1 < - | Safe skies',
    'outcome:1#1 < objective:1 | Fewer incidents',
    'outcome:1#2 < objective:1 | Faster reports, in particular',
    'outcome:1#2#1 < outcome:1#2 | of near misses',
    'action:1.1 < objective:1 | Train controllers',
    'action:1.2 < objective:1 | Renew radars',
  ]);
  expect(record.emptyChapters).toEqual([{ heading: 'Budget', expects: 'financing', line: 12 }]);
});

describe('tables', () => {
  test('title rows over the columns, cells that hold several elements, odd codes', () => {
    const { nodes, record, rules } = read(
      para('Table 4: Objectives, Outcomes and Outputs'),
      table(
        [wide(2, 'P.1 (Ports) Open the ports')],
        [cell('Outcomes'), cell('Outputs')],
        [cell('P.1-a: More ships', 'P.1.b: Less waiting', '[P-1-c: Shore power]'), cell('P.1-1 Port guide')],
        [wide(2, 'P.2 (People) Train the crews')],
        [cell('Outcomes'), cell('Outputs')],
        [cell('P.2-a: Safer work'), cell('P.2-1: Courses')],
      ),
    );
    expect(nodes).toEqual([
      'objective:P.1 < - | (Ports) Open the ports',
      'outcome:P.1-a < objective:P.1 | More ships',
      'outcome:P.1-b < objective:P.1 | Less waiting',
      'outcome:P.1-c < objective:P.1 | Shore power',
      'output:P.1-1 < objective:P.1 | Port guide',
      'objective:P.2 < - | (People) Train the crews',
      'outcome:P.2-a < objective:P.2 | Safer work',
      'output:P.2-1 < objective:P.2 | Courses',
    ]);
    expect(record.nodes.map((node) => node.code?.printed)).toContain('P-1-c');
    expect(record.nodes.filter((node) => node.bracketed).map((node) => node.id)).toEqual(['outcome:P.1-c']);
    expect(rules.filter((rule) => rule === 'plan-code-irregular')).toHaveLength(2);
  });

  test('enablers: what they support is a list, everything, or that of the merged cell above', () => {
    const { nodes, record } = read(
      table([cell('Objective')], [cell('Objective O.1: Connect')], [cell('Objective O.2: Protect')]),
      para('Table 5. Enablers of the Secretariat'),
      table(
        [
          cell('Supported Objective(s)'),
          cell('Secretariat activities'),
          cell('Contribution to the Outcomes'),
          cell('Results'),
        ],
        [
          cell('O.1, O.2'),
          cell('- Translate'),
          cell('- Clear texts'),
          cell('- Texts in six languages', '- Fewer errors'),
        ],
        [below(), cell('- Print'), cell('- Texts at hand'), cell('- Paper copies')],
        [cell('All'), cell('Audit'), cell('Good order'), cell('Clean accounts')],
      ),
    );
    expect(
      record.nodes.filter((node) => node.level === 'enabler').map(({ supports, text }) => [supports, text]),
    ).toEqual([
      [['objective:O.1', 'objective:O.2'], 'O.1, O.2'],
      [['objective:O.1', 'objective:O.2'], 'O.1, O.2'],
      ['all', 'All'],
    ]);
    expect(nodes).toContain('activity:#2#1 < enabler:#2 | Print');
    expect(nodes).toContain('contribution:#1#1 < enabler:#1 | Clear texts');
    expect(nodes).toContain('result:#1#2 < enabler:#1 | Fewer errors');
  });

  test('a logical framework: rows that name their own level', () => {
    const { nodes, record } = read(
      table(
        [cell('Intervention logic'), cell('Objectively verifiable indicators'), cell('Sources of verification')],
        [cell('Overall objective: Clean water'), cell('Water quality index'), cell('Report')],
        [cell('Specific objective: Less waste'), cell('Tonnes of waste a year'), cell('Records')],
      ),
    );
    expect(nodes).toEqual(['overall-objective:#1 < - | Clean water', 'objective:#1 < - | Less waste']);
    expect(record.indicators.map(({ of, text }) => [of, text])).toEqual([
      ['overall-objective:#1', 'Water quality index'],
      ['objective:#1', 'Tonnes of waste a year'],
    ]);
  });

  test('goals, objectives and actions side by side; the indicator measures the objective, not one of its actions', () => {
    const { nodes, record } = read(
      table(
        [
          cell('Strategic Goal'),
          cell('Objectives'),
          cell('Key actions'),
          cell('Indicators'),
          cell('2026'),
          cell('2027'),
        ],
        [
          cell('SG1 Linked'),
          cell('1.1 Fibre'),
          cell('Lay cable', 'Open ducts'),
          cell('Districts on fibre'),
          cell('10'),
          cell('25'),
        ],
        [below(), cell('1.2 Radio'), cell('Auction'), cell('Roads covered'), cell(''), cell('80 %')],
      ),
    );
    expect(nodes).toEqual([
      'goal:SG1 < - | Linked',
      'objective:1.1 < goal:SG1 | Fibre',
      'action:1.1#1 < objective:1.1 | Lay cable',
      'action:1.1#2 < objective:1.1 | Open ducts',
      'objective:1.2 < goal:SG1 | Radio',
      'action:1.2#1 < objective:1.2 | Auction',
    ]);
    expect(record.indicators.map(({ of, target }) => [of, target?.value, target?.unit, target?.by])).toEqual([
      ['objective:1.1', 25, null, 2027],
      ['objective:1.2', 80, '%', 2027],
    ]);
  });

  test('risks with statements, measures by kind, and columns without a place', () => {
    const { record, rules, unplaced } = read(
      table(
        [cell('Risk'), cell('Likelihood'), cell('Mitigation')],
        [cell('1. Costs rise', '- Risk of delay'), cell('High'), cell('Reduce: buy together', 'Risk transfer: insure')],
        [cell('1. Theft'), cell('Low'), cell('Accept: repair', 'Guards')],
      ),
    );
    expect(record.risks.map(({ title, statements, measures }) => [title, statements, measures])).toEqual([
      [
        'Costs rise',
        ['Risk of delay'],
        [
          { kind: 'limitation', text: 'buy together' },
          { kind: 'transfer', text: 'insure' },
        ],
      ],
      [
        'Theft',
        [],
        [
          { kind: 'acceptance', text: 'repair' },
          { kind: 'limitation', text: 'Guards' },
        ],
      ],
    ]);
    expect(rules).toEqual(
      expect.arrayContaining(['plan-list-numbering-lost', 'plan-risk-kind-assumed', 'plan-column-unread']),
    );
    expect(unplaced).toEqual(['Likelihood', 'High', 'Low']);
  });

  test('a form of which only the heading row is filled is an empty chapter', () => {
    const { record } = read(
      heading(0, 'Performance framework'),
      table([cell('Indicator'), cell('Baseline'), cell('Target')], [cell(''), cell(''), cell('')]),
      para('End.'),
    );
    expect(record.emptyChapters).toEqual([{ heading: 'Performance framework', expects: 'kpi', line: 1 }]);
  });

  test('a group that is aimed at is no target', () => {
    const { nodes, rules } = read(
      table(
        [cell('Activity'), cell('Indicator'), cell('Target group')],
        [cell('1.1 Course'), cell('People'), cell('40 women')],
      ),
    );
    expect(nodes).toEqual(['activity:1.1 < - | Course']);
    expect(rules).toEqual(['plan-column-unread']);
  });

  test('columns of references link the element of the row', () => {
    const { record } = read(
      table(
        [cell('Output'), cell('SDG targets'), cell('WSIS Action Lines'), cell('Resolutions')],
        [cell('1.1 Charts'), cell('14.4, 9.c'), cell('C2, C7'), cell('PP Resolution 5')],
      ),
    );
    expect(record.alignments.map(({ from, to }) => `${from} ${to.scheme} ${to.code}`)).toEqual([
      'output:1.1 sdg-target 14.4',
      'output:1.1 sdg-target 9.c',
      'output:1.1 wsis C2',
      'output:1.1 wsis C7',
      'output:1.1 resolution 5',
    ]);
  });
});

describe('tracked changes', () => {
  test('the proposed words are read, deleted lines are told', () => {
    const { nodes, unplaced, rules } = read(
      para('', {
        runs: [
          plainRun('Objective 1: Open '),
          { ...plainRun('the harbours'), marks: [mark('deleted')] },
          { ...plainRun('all ports'), marks: [mark('inserted')] },
        ],
      }),
      para('', { runs: [{ ...plainRun('Objective 2: Close them'), marks: [mark('deleted')] }] }),
    );
    expect(nodes).toEqual(['objective:1 < - | Open all ports']);
    expect(unplaced).toEqual(['Objective 2: Close them']);
    expect(rules).toContain('plan-text-deleted');
  });

  test('a deleted paragraph mark joins two lines, and both are placed', () => {
    const { nodes, unplaced } = read(
      para('Objective 1: Open the ', { mark: [mark('deleted')] }),
      para('harbours'),
      para('Objective 2: Keep them open'),
    );
    expect(nodes).toEqual(['objective:1 < - | Open the harbours', 'objective:2 < - | Keep them open']);
    expect(unplaced).toEqual([]);
  });
});
