/** Plans of different shapes, each in miniature, as texts. */
import { describe, expect, test } from 'vitest';
import type { PlanRecord } from '#kernel/reading/index.ts';
import { readPlanText as read } from './testing/read-text.ts';

const levels = (record: PlanRecord): string[] =>
  record.levels.map(({ key, name, role }) => `${key} | ${name} | ${role}`);
const targets = (record: PlanRecord): unknown[] =>
  record.indicators.map(({ of, target }) => [
    of,
    target === null ? null : [target.comparator, target.value, target.unit, target.by, target.baselineYear],
  ]);

describe('levels printed with their words', () => {
  const { record, nodes, unplaced } = read(`Oceanic Communications Union
Strategic Plan 2024–2027

Vision
A connected ocean in which every island can reach the digital economy.

Strategic Priority 1: Connected islands
The islands are far apart and links are dear.
Key Result Area 1.1: Submarine and satellite links
Initiative 1.1.1: Map the links that are missing
Initiative 1.1.2: Broker shared landing stations
KPI 1.1: At least 12 landing stations shared by 2027 (baseline year 2023)
Strategic Priority 2: Skilled people
Key Result Area 2.1: Training
Initiative 2.1.1: Run the island academy
KPI 2.1: Number of engineers trained

Financing
To be determined by the Assembly.

Monitoring and reporting
[TBD]
`);

  test('title, period and levels in the words of the plan', () => {
    expect(record.title).toBe('Strategic Plan 2024–2027');
    expect(record.period).toEqual({ from: 2024, to: 2027 });
    expect(levels(record)).toEqual([
      'vision | Vision | other',
      'priority | Strategic Priority | goal',
      'result-area | Key Result Area | area',
      'initiative | Initiative | activity',
    ]);
  });

  test('nodes hang under those whose code they go on from', () => {
    expect(nodes).toEqual([
      '5 vision:#1 < - | A connected ocean in which every island can reach the digital economy.',
      '7 priority:1 < - | Connected islands',
      '9 result-area:1.1 < priority:1 | Submarine and satellite links',
      '10 initiative:1.1.1 < result-area:1.1 | Map the links that are missing',
      '11 initiative:1.1.2 < result-area:1.1 | Broker shared landing stations',
      '13 priority:2 < - | Skilled people',
      '14 result-area:2.1 < priority:2 | Training',
      '15 initiative:2.1.1 < result-area:2.1 | Run the island academy',
    ]);
  });

  test('indicators measure the element whose code they carry', () => {
    expect(targets(record)).toEqual([
      ['result-area:1.1', ['>=', 12, 'landing stations', 2027, 2023]],
      ['result-area:2.1', null],
    ]);
  });

  test('empty chapters, and the lines that have no place', () => {
    expect(record.emptyChapters).toEqual([
      { heading: 'Financing', expects: 'financing', line: 18 },
      { heading: 'Monitoring and reporting', expects: 'reporting', line: 21 },
    ]);
    expect(unplaced).toEqual([1, 8]);
  });
});

describe('numbers only, the levels named once', () => {
  const plan = `Action Plan of the Harbour Forum for 2025-2026

The plan is built on three levels: priorities, each with objectives and, under these, actions.

1. Safe harbours
1.1 Reduce accidents at the quay
1.1.1 Train pilots in berthing
1.1.2 Replace worn fenders
2. Clean harbours
2.1 Cut waste from ships
2.1.1 Build reception facilities
`;

  test('the legend gives the depths their names', () => {
    const { record, nodes } = read(plan);
    expect(levels(record)).toEqual([
      'priority | Priority | goal',
      'objective | Objective | objective',
      'action | Action | activity',
    ]);
    expect(nodes.slice(0, 4)).toEqual([
      '5 priority:1 < - | Safe harbours',
      '6 objective:1.1 < priority:1 | Reduce accidents at the quay',
      '7 action:1.1.1 < objective:1.1 | Train pilots in berthing',
      '8 action:1.1.2 < objective:1.1 | Replace worn fenders',
    ]);
  });

  test('without a legend the depths stay without a name, which is said', () => {
    const { nodes, rules, record } = read(plan.replace(/The plan.*\n/, ''));
    expect(levels(record)).toEqual([
      'level-1 | Level 1 | other',
      'level-2 | Level 2 | other',
      'level-3 | Level 3 | other',
    ]);
    expect(nodes.slice(0, 3)).toEqual([
      '4 level-1:1 < - | Safe harbours',
      '5 level-2:1.1 < level-1:1 | Reduce accidents at the quay',
      '6 level-3:1.1.1 < level-2:1.1 | Train pilots in berthing',
    ]);
    expect(rules).toContain('plan-level-unnamed');
  });

  test('numbered sections of prose are no elements, whatever the title', () => {
    const sections = ['1. Background', '1.1 History', '1.2 Members', '2. Means', '2.1 Staff', '2.2 Funds', '2.3 Rooms'];
    const text = sections.map((section) => `${section}\nThe Forum looked at this in its last meeting.`).join('\n');
    expect(read(`Action Plan of the Harbour Forum\n\n${text}\n`).nodes).toEqual([]);
  });
});

describe('a results matrix with baselines and targets', () => {
  const { record, nodes, rules, unplaced } = read(`Results Framework 2023-2026 of the River Commission

Outcome 1: Members manage the basin together

	Output
	Indicator
	Baseline (2022)
	Target (2026)
	Source of verification

	1.1 Shared data on water levels
	Gauges that report online
	14
	at least 40
	Annual report

	
	Share of gauges with solar power
	10%
	60 %
	Field visits

	1.2 Joint flood drills
	Drills held
	none
	as agreed
	Minutes
`);

  test('a merged cell repeats the output above it', () => {
    expect(nodes).toEqual([
      '3 outcome:1 < - | Members manage the basin together',
      '11 output:1.1 < outcome:1 | Shared data on water levels',
      '23 output:1.2 < outcome:1 | Joint flood drills',
    ]);
    expect(targets(record)).toEqual([
      ['output:1.1', ['>=', 40, null, 2026, 2022]],
      ['output:1.1', ['=', 60, '%', 2026, 2022]],
      ['output:1.2', null],
    ]);
  });

  test('what the record has no place for is said and stays unplaced', () => {
    expect(rules.filter((rule) => rule === 'plan-baseline-value')).toHaveLength(3);
    expect(rules).toContain('plan-column-unread');
    expect(rules).toContain('plan-target-unparsed');
    expect(unplaced).toEqual([9, 13, 15, 19, 21, 25, 26, 27]);
  });
});

describe('lettered goals in capitals, lists under objectives, risks and links', () => {
  const { record, nodes } = read(`MEDIUM-TERM STRATEGY OF THE METEOROLOGICAL COUNCIL
2026 – 2029

GOAL A. BETTER FORECASTS
Strategic Objective A.1 – Improve observation of storms
Expected results:
- More buoys report in real time;
- Fewer gaps in winter data.
Activities:
- Buy and moor buoys
- Train observers
GOAL B. BETTER USE OF FORECASTS
Strategic Objective B.1 – Reach fishers
Activities:
- Radio bulletins in local languages
SDG targets: 13.1, 14.B

Risk 1: Funding falls short
Mitigation: Agree pledges for several years
Risk 2: Buoys are stolen
Mitigation: transfer: insure the buoys
`);

  test('lists take the level their heading names', () => {
    expect(record.period).toEqual({ from: 2026, to: 2029 });
    expect(levels(record)).toEqual([
      'goal | Goal | goal',
      'objective | Strategic Objective | objective',
      'result | Expected result | outcome',
      'activity | Activity | activity',
    ]);
    expect(nodes).toEqual([
      '4 goal:A < - | BETTER FORECASTS',
      '5 objective:A.1 < goal:A | Improve observation of storms',
      '7 result:A.1#1 < objective:A.1 | More buoys report in real time;',
      '8 result:A.1#2 < objective:A.1 | Fewer gaps in winter data.',
      '10 activity:A.1#1 < objective:A.1 | Buy and moor buoys',
      '11 activity:A.1#2 < objective:A.1 | Train observers',
      '12 goal:B < - | BETTER USE OF FORECASTS',
      '13 objective:B.1 < goal:B | Reach fishers',
      '15 activity:B.1#1 < objective:B.1 | Radio bulletins in local languages',
    ]);
  });

  test('risks and links', () => {
    expect(record.risks).toEqual([
      {
        title: 'Funding falls short',
        statements: [],
        measures: [{ kind: 'limitation', text: 'Agree pledges for several years' }],
        line: 18,
      },
      {
        title: 'Buoys are stolen',
        statements: [],
        measures: [{ kind: 'transfer', text: 'insure the buoys' }],
        line: 20,
      },
    ]);
    expect(record.alignments).toEqual([
      { from: 'objective:B.1', to: { scheme: 'sdg-target', code: '13.1' }, line: 16 },
      { from: 'objective:B.1', to: { scheme: 'sdg-target', code: '14.b' }, line: 16 },
    ]);
  });
});

describe('a table of tabbed lines, as texts of PDFs have', () => {
  const { record, nodes, unplaced } = read(`Operational plan 2025 – Department of Training
Ref	Activity	Objective supported
1.1	Hold four regional courses	O.1
1.2	Translate the manual	O.1, O.2
1.3	Keep the lights on	All

Objectives:
O.1 Raise the skills of inspectors
O.2 Keep trainers up to date
`);

  test('rows, codes and what they support', () => {
    expect(record.period).toEqual({ from: 2025, to: 2025 });
    expect(nodes).toEqual([
      '3 activity:1.1 < - | Hold four regional courses',
      '4 activity:1.2 < - | Translate the manual',
      '5 activity:1.3 < - | Keep the lights on',
      '8 objective:O.1 < - | Raise the skills of inspectors',
      '9 objective:O.2 < - | Keep trainers up to date',
    ]);
    expect(record.nodes.map((node) => node.supports)).toEqual([
      ['objective:O.1'],
      ['objective:O.1', 'objective:O.2'],
      'all',
      undefined,
      undefined,
    ]);
    expect(unplaced).toEqual([]);
  });
});

describe('sections with numbers, lists that restart', () => {
  const { nodes, record } = read(`DRAFT STRATEGIC PLAN FOR 2021-2023

1. INTRODUCTION
The Assembly asked for a plan.
2. STRATEGIC GOALS
The plan has the following Strategic Goals:
1. Connectivity
2. Innovation
3. ACTION PLANS
3.1 Connectivity
Objective 1.1: To widen access on remote islands
Actions:
a) Map the gaps;
b) Share good practice.
Objective 1.2: To use spectrum well
Actions:
a) Train managers.
Indicators:
- Number of managers trained (baseline 2020: 12; target 2023: 40)
4. REVIEW
The plan is reviewed each year.
`);

  test('section headings are no elements, list letters are codes under their objective', () => {
    expect(nodes).toEqual([
      '7 goal:1 < - | Connectivity',
      '8 goal:2 < - | Innovation',
      '11 objective:1.1 < goal:1 | To widen access on remote islands',
      '13 action:1.1.a < objective:1.1 | Map the gaps;',
      '14 action:1.1.b < objective:1.1 | Share good practice.',
      '15 objective:1.2 < goal:1 | To use spectrum well',
      '17 action:1.2.a < objective:1.2 | Train managers.',
    ]);
    expect(record.nodes[3]?.code).toEqual({ printed: 'a', canonical: '1.1.a' });
    expect(targets(record)).toEqual([['objective:1.2', ['=', 40, null, 2023, 2020]]]);
  });
});

describe('words that only this plan uses', () => {
  test('are levels when they number elements, and lists below them are merely points', () => {
    const { record, nodes } = read(`Flagship 1: Digital ports
Under this flagship the Forum will:
• connect port systems;
• publish one data model.
Flagship 2: Green ports
`);
    expect(levels(record)).toEqual(['flagship | Flagship | other', 'point | Point | other']);
    expect(nodes).toEqual([
      '1 flagship:1 < - | Digital ports',
      '3 point:1#1 < flagship:1 | connect port systems;',
      '4 point:1#2 < flagship:1 | publish one data model.',
      '5 flagship:2 < - | Green ports',
    ]);
  });

  test('an abbreviation that the plan explains is the level it stands for', () => {
    const { nodes } = read(`Each Strategic Objective (SO) has outcomes.
SO1 Safe seas
SO 2 – Open seas
Outcome 2.1: More ships in transit
`);
    expect(nodes).toEqual([
      '2 objective:1 < - | Safe seas',
      '3 objective:2 < - | Open seas',
      '4 outcome:2.1 < objective:2 | More ships in transit',
    ]);
  });

  test('tables, figures and years are no levels', () => {
    expect(read('Table 1: Costs\nTable 2: Income\nPhase 1: Start\nPhase 2: End\nYear 1: 5\nYear 2: 6\n').nodes).toEqual(
      [],
    );
  });
});
